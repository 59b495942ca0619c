import type { Database } from '../../platform/database/database';
import type { Condition } from '../../proposals/visibility';
import { type Column, COLUMNS } from '../indexing/case-parts';
import { WEIGHT_OF } from '../indexing/vectors';
import type { Phrase } from '../tokens/tokenizer';

/** Where phrases are looked for, and in which form the database wants them. */
export interface Match {
  /** Over the row of the case `p`, joined with `from`. */
  readonly condition: Condition;
  /** Lower is better; with the parameters of its own. */
  readonly rank: Condition;
}

export interface Scope {
  /** Also what only the committee reads. */
  readonly inside: boolean;
  /** Only in subject, names and numbers. */
  readonly head?: boolean;
}

/** The join that gives each case `p` its row of the index. */
export const JOINED = {
  sqlite: '"searchIndex" CROSS JOIN "proposal" p ON p."id" = "searchIndex".rowid',
  postgres: '"searchIndex" x JOIN "proposal" p ON p."id" = x."proposalId"',
};
/** The number of a case in the index: newest first without sorting. */
export const ROW = { sqlite: '"searchIndex".rowid', postgres: 'p."id"' };

const HEAD: readonly Column[] = ['subject', 'names', 'numbers'];
// In the order of the columns: what a case is called says most of what it is about.
const WEIGHTS = '12.0, 6.0, 8.0, 1.0, 1.0, 1.0';
// Of D, C, B and A.
const RANKS = '{0.1, 0.15, 0.6, 1.0}';

export function matchOf(kind: Database['kind'], phrases: readonly Phrase[], scope: Scope): Match {
  return kind === 'sqlite' ? inSqlite(phrases, scope) : inPostgres(phrases, scope);
}

// Terms are letters and digits, so that quotation marks are all it takes to write them.
const quoted = ({ terms, open }: Phrase): string => `"${terms.join(' ')}"${open ? ' *' : ''}`;

function inSqlite(phrases: readonly Phrase[], { inside, head }: Scope): Match {
  const columns = head ? HEAD : inside ? COLUMNS : COLUMNS.filter((column) => column !== 'inside');
  const filter = columns.length === COLUMNS.length ? '' : `{${columns.join(' ')}} : `;
  const query = `${filter}(${phrases.map(quoted).join(' AND ')})`;
  return {
    condition: { sql: '"searchIndex" MATCH ?', params: [query] },
    rank: { sql: `bm25("searchIndex", ${WEIGHTS})`, params: [] },
  };
}

function inPostgres(phrases: readonly Phrase[], { inside, head }: Scope): Match {
  const weights = head ? [...new Set(HEAD.map((column) => WEIGHT_OF[column]))].join('') : '';
  const query = phrases.map((phrase) => `(${tsphrase(phrase, weights)})`).join(' & ');
  // What has nothing inside has no second vector.
  const sql = inside ? '(x."open" @@ ?::tsquery OR x."whole" @@ ?::tsquery)' : 'x."open" @@ ?::tsquery';
  return {
    condition: { sql, params: inside ? [query, query] : [query] },
    rank: {
      sql: `-ts_rank('${RANKS}', ${inside ? 'COALESCE(x."whole", x."open")' : 'x."open"'}, ?::tsquery)`,
      params: [query],
    },
  };
}

function tsphrase({ terms, open }: Phrase, weights: string): string {
  const marks = (isLast: boolean) => `${open && isLast ? '*' : ''}${weights}`;
  return terms
    .map((term, at) => {
      const mark = marks(at === terms.length - 1);
      return `'${term}'${mark ? `:${mark}` : ''}`;
    })
    .join(' <-> ');
}
