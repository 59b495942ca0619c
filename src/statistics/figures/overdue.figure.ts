import { scopesOf, wears } from '../../lifecycle/people';
import { runningStep } from '../../proposals/lists/owing';
import { type Figure, type Reader, STAFF, UNITS } from '../figure';

const MOST = 15;

interface Row {
  unitId: number;
  unit: string;
  count: number;
  of: number;
}

/** A unit is charged with its own steps alone, not with those it waits for. */
export const overdue: Figure = {
  title: '承办单位超期',
  basis: `有步骤已超期的案件／有步骤待办的案件，只计该单位自己的步骤；列出超期最多的 ${MOST} 个单位`,
  unit: '件',
  readers: [...STAFF, 'assigningOffice', ...UNITS],
  count: async (reader, database) => {
    const owed = owedSteps(reader);
    const rows = await database.rows<Row>(
      `SELECT u."id" AS "unitId", u."name" AS "unit", COUNT(DISTINCT p."id") AS "of",
          COUNT(DISTINCT CASE WHEN d."dueOn" < ? THEN p."id" END) AS "count"
        FROM "proposal" p JOIN "deadline" d ON d."proposalId" = p."id"
          JOIN "handlingUnit" u ON u."id" = d."owerScope" WHERE ${owed.sql}
        GROUP BY u."id", u."name" HAVING COUNT(CASE WHEN d."dueOn" < ? THEN 1 END) > 0
        ORDER BY 4 DESC, 1 LIMIT ${MOST}`,
      [reader.now.day, ...owed.params, reader.now.day],
    );
    return rows.map(({ unitId, unit, count, of }) => ({
      ...{ key: String(unitId), label: unit, count, of },
      list: { owedByUnitId: unitId, overdue: true },
    }));
  },
};

function owedSteps({ actor, cases }: Reader) {
  // Not a plain column: SQLite would look through all that units ever owed, not through the cases of the session.
  const owedByUnits = {
    sql: `d."owerHat" || '' IN (${UNITS.map((hat) => `'${hat}'`).join(', ')})`,
    params: [],
  };
  const parts = [cases, runningStep('d', actor), owedByUnits, ownAlone(actor)];
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    params: parts.flatMap(({ params }) => params),
  };
}

/** To a unit others' lateness is no figure, though it may see it in the case. */
function ownAlone(actor: Reader['actor']) {
  const wide = [...STAFF, 'assigningOffice' as const].some((hat) => wears(actor, hat));
  const own = UNITS.flatMap((hat) => scopesOf(actor, hat));
  return wide || actor.system
    ? { sql: '1 = 1', params: [] }
    : { sql: `d."owerScope" IN (${own.map(() => '?').join(', ')})`, params: own };
}
