import { addDays, type Day, daysBetween } from '../../lifecycle/days';
import type { Side } from '../../lifecycle/people';
import { OWERS } from '../../proposals/lists/list.dto';
import { runningStep } from '../../proposals/lists/owing';
import { SEATS } from '../../proposals/visibility';
import { type Counted, type Figure, STAFF, UNITS } from '../figure';

const WEEKS = 8;
export const OWER_WORDS: Record<Side, string> = {
  sponsors: '提案者',
  committee: '政协',
  assigningOffice: '交办单位',
  units: '承办单位',
};

interface Row {
  week: number;
  ower: Side | null;
  count: number;
}

const OWER = `CASE ${OWERS.map(
  (side) => `WHEN d."owerHat" IN (${SEATS[side].map((hat) => `'${hat}'`).join(', ')}) THEN '${side}'`,
).join(' ')} END`;

/** Steps that fall due, by week and by who owes them. What is late already is another figure. */
export const due: Figure = {
  title: `今后 ${WEEKS} 周到期`,
  basis: '该周有步骤到期的案件，按责任方／今后各周由该责任方负责的步骤到期的案件',
  unit: '件',
  readers: [...STAFF, 'assigningOffice', ...UNITS],
  count: async ({ actor, now, cases }, database) => {
    const weeks = weeksFrom(now.day);
    const step = runningStep('d', actor);
    // A case counts once for each week, and once for all of them together.
    const week = `CASE ${weeks.map((_, at) => `WHEN d."dueOn" <= ? THEN ${at}`).join(' ')} END`;
    const select = (number: string) =>
      `SELECT ${number} AS "week", ${OWER} AS "ower", COUNT(DISTINCT p."id") AS "count"
        FROM "proposal" p JOIN "deadline" d ON d."proposalId" = p."id"
        WHERE ${cases.sql} AND ${step.sql} AND d."dueOn" >= ? AND d."dueOn" <= ? GROUP BY 1, 2`;
    const params = [...cases.params, ...step.params, now.day, weeks[WEEKS - 1].to];
    const rows = await database.rows<Row>(`${select(week)} UNION ALL ${select('-1')}`, [
      ...[...weeks.map(({ to }) => to), ...params],
      ...params,
    ]);
    return weeks.flatMap((each, at) =>
      OWERS.map((ower) => lineOf(each, ower, countIn(rows, at, ower), rows)),
    );
  },
};

interface Week {
  readonly from: Day;
  readonly to: Day;
}

function lineOf(week: Week, ower: Side, count: number, rows: readonly Row[]): Counted {
  return {
    ...{ key: `${week.from}.${ower}`, group: wordsOf(week), label: OWER_WORDS[ower] },
    ...{ count, of: countIn(rows, -1, ower) },
    list: { dueFrom: week.from, dueTo: week.to, owedBy: ower },
  };
}

const countIn = (rows: readonly Row[], week: number, ower: Side): number =>
  Number(rows.find((row) => Number(row.week) === week && row.ower === ower)?.count ?? 0);

/** The rest of this week, then whole weeks from Monday to Sunday. */
function weeksFrom(today: Day): Week[] {
  const sunday = addDays(today, 6 - weekdayOf(today));
  const ends = Array.from({ length: WEEKS }, (_, at) => addDays(sunday, 7 * at));
  return ends.map((to, at) => ({ from: at === 0 ? today : addDays(ends[at - 1], 1), to }));
}

/** 0 for Monday. 2024-01-01 was one. */
const weekdayOf = (day: Day): number => ((daysBetween('2024-01-01', day) % 7) + 7) % 7;

const wordsOf = ({ from, to }: Week): string => `${short(from)}—${short(to)}`;
const short = (day: Day): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
