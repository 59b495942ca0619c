import type { Database } from '../platform/database/database';
import { filtersOf } from '../proposals/lists/filters';
import type { Condition } from '../proposals/visibility';
import type { Narrowed, Reader } from './figure';

const EVERYTHING: Condition = { sql: '1 = 1', params: [] };

/** How many cases each of these lists shows, all in one pass over the cases of the session. */
export async function tally(
  database: Database,
  { actor, now, cases }: Reader,
  lists: readonly Narrowed[],
): Promise<(list: Narrowed) => number> {
  const keys = [...new Set(lists.map(keyOf))];
  if (keys.length === 0) return () => 0;
  const conditions = keys.map((key) => allOf(filtersOf(JSON.parse(key) as Narrowed, now, actor)));
  const counts = conditions.map(({ sql }, at) => `COUNT(CASE WHEN ${sql} THEN 1 END) AS "n${at}"`);
  const [row] = await database.rows<Record<string, number>>(
    `SELECT ${counts.join(', ')} FROM "proposal" p WHERE ${cases.sql}`,
    [...conditions.flatMap(({ params }) => params), ...cases.params],
  );
  return (list) => row[`n${keys.indexOf(keyOf(list))}`];
}

const keyOf = (list: Narrowed): string => JSON.stringify(list, Object.keys(list).sort());

const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0
    ? EVERYTHING
    : {
        sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
        params: conditions.flatMap(({ params }) => params),
      };
