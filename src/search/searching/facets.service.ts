import { Injectable } from '@nestjs/common';
import { CLASSES } from '../../lifecycle/facts';
import type { Actor } from '../../lifecycle/people';
import type { Moment } from '../../lifecycle/rule';
import { classWords } from '../../lifecycle/words/terms';
import { stageWord } from '../../lifecycle/words/words';
import { Database } from '../../platform/database/database';
import { Kept } from '../../platform/database/kept';
import { Door } from '../../proposals/door';
import { filtersOf } from '../../proposals/lists/filters';
import type { Condition } from '../../proposals/visibility';
import { PUBLISHED } from './conditions';
import { COUNTED_AT_MOST, HitFinder } from './hits';
import type { SearchQuery } from './search.dto';
import { SearchService } from './search.service';

export interface FacetValue {
  /** What the query is to be narrowed to. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface Facet {
  /** The name of the filter. */
  readonly name: string;
  readonly label: string;
  readonly values: readonly FacetValue[];
}

export interface FacetAnswer {
  readonly facets: readonly Facet[];
  /** Of so many finds at most the newest were counted. */
  readonly countedAtMost: number;
}

interface Row {
  facet: string;
  value: string | number;
  label: string;
  count: number;
}

// Not a join: SQLite would rather walk through all cases and look each up among the finds.
const FOUND = 'p."id" IN (SELECT "id" FROM hits)';

const grouped = (facet: string, value: string, label: string, joins = '', count = 'COUNT(*)') =>
  `SELECT '${facet}' AS "facet", CAST(${value} AS text) AS "value", ${label} AS "label", ${count} AS "count"
    FROM "proposal" p ${joins} WHERE ${FOUND} GROUP BY 2, 3`;

const SESSIONS = `JOIN "plenarySession" s ON s."id" = p."sessionId" JOIN "term" c ON c."id" = s."termId"`;
const UNITS = `JOIN "assignment" a ON a."proposalId" = p."id" AND a."stage" <> 'released'
  JOIN "handlingUnit" u ON u."id" = a."unitId"`;
const KINDS = `JOIN "sponsor" w ON w."id" = p."leadSponsorId" JOIN "sponsorKind" k ON k."code" = w."kindCode"`;

const GROUPS = [
  grouped('stage', 'p."stage"', 'p."stage"'),
  grouped('sessionId', 's."id"', `c."name" || '第' || s."number" || '次会议'`, SESSIONS),
  grouped('unitId', 'u."id"', 'u."name"', UNITS, 'COUNT(DISTINCT p."id")'),
  grouped('category', 'p."category"', 'p."category"'),
  grouped('sponsorKind', 'k."code"', 'k."name"', KINDS),
];

const LABELS: Record<string, string> = {
  ...{ stage: '环节', sessionId: '会议', unitId: '承办单位', category: '类别', sponsorKind: '提案者类别' },
  ...{ class: '答复类别', overdue: '超期', key: '重点提案', published: '已公示' },
};

/** How many finds there are of each kind, for narrowing. */
@Injectable()
export class FacetService {
  private readonly kept: Kept<Row[]>;

  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly finder: HitFinder,
    private readonly searching: SearchService,
  ) {
    this.kept = new Kept(database);
  }

  async facets(actor: Actor, query: SearchQuery): Promise<FacetAnswer> {
    const { wanted } = await this.searching.read(actor, query);
    const rows = wanted ? await this.rows(actor, this.finder.asSelect(wanted)) : [];
    const facets = Object.entries(LABELS).map(([name, label]) => ({
      ...{ name, label },
      values: rows.filter(({ facet }) => facet === name).map(valueOf),
    }));
    return { facets, countedAtMost: COUNTED_AT_MOST };
  }

  private rows(actor: Actor, hits: Condition): Promise<Row[]> {
    const counts = singles(actor, this.door.now());
    const all = [...GROUPS.map((sql) => ({ sql, params: [] as unknown[] })), ...counts];
    const sql = `WITH hits AS MATERIALIZED (${hits.sql}) ${all.map((each) => each.sql).join(' UNION ALL ')}
      ORDER BY 4 DESC, 3`;
    const params = [...hits.params, ...all.flatMap((each) => [...each.params])];
    return this.kept.of(JSON.stringify([sql, params]), () => this.database.rows<Row>(sql, params));
  }
}

/** Counted by the very conditions of the filters. */
function singles(actor: Actor, now: Moment): Condition[] {
  const one = (facet: string, value: string, label: string, { sql, params }: Condition): Condition => ({
    sql: `SELECT '${facet}', '${value}', '${label}', COUNT(*) FROM "proposal" p WHERE ${FOUND} AND ${sql}`,
    params,
  });
  const filter = (query: SearchQuery): Condition => filtersOf(query, now, actor)[0];
  return [
    ...CLASSES.map((name) => one('class', name, classWords[name], filter({ class: name }))),
    one('overdue', 'true', '超期', filter({ overdue: true })),
    one('key', 'true', '重点提案', filter({ key: true })),
    one('published', 'true', '已公示', { sql: PUBLISHED, params: [] }),
  ];
}

const valueOf = ({ facet, value, label, count }: Row): FacetValue => ({
  value: String(value),
  label: facet === 'stage' ? stageWord('proposal', label) : label,
  count,
});
