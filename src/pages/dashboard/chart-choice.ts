import type { Chart } from '../../platform/charts/chart-svg';
import { flow } from '../../platform/charts/flow';
import { bars, columns, donut, type Line } from '../../platform/charts/kinds';
import { PALETTE } from '../../platform/charts/palette';
import type { FigureName } from '../../statistics/figure';
import type { StatisticDto, StatisticRowDto } from '../../statistics/statistics.dto';

type Rows = readonly StatisticRowDto[];

const RATED = [
  { name: '满意', colour: PALETTE.teal },
  { name: '基本满意', colour: PALETTE.amber },
  { name: '不满意', colour: PALETTE.red },
];
const LEFT_THE_WAY = ['returned', 'notFiled', 'withdrawn', 'merged'];

/** A share as people say it: 85.1%; nothing of nothing has none. */
export const shareOf = ({ count, of }: Pick<StatisticRowDto, 'count' | 'of'>): string =>
  of === 0 ? '—' : `${Math.round((1000 * count) / of) / 10}%`;

/** Which chart shows which figure best; undefined where a table says it all or there is nothing to show. */
export function chartOf({ name, rows }: StatisticDto): Chart | undefined {
  return rows.some(({ count }) => count > 0) ? DRAWN[name](rows) : undefined;
}

const DRAWN: Record<FigureName, (rows: Rows) => Chart | undefined> = {
  stages: (rows) => {
    const shown = rows.filter(({ key, count }) => key !== 'draft' || count > 0);
    const left = (row: StatisticRowDto) => LEFT_THE_WAY.includes(row.key);
    return flow(shown.filter((row) => !left(row)).map(plain), shown.filter(left).map(plain));
  },
  filing: (rows) => bars(rows.map(withShare)),
  overdue: (rows) => bars(rows.map(withOf), [{ name: '', colour: PALETTE.red }]),
  due: dueChart,
  classes: (rows) =>
    donut(
      rows.map((row) => ({ ...withShare(row), label: row.label.slice(0, 2) })),
      { label: '已答复', values: [rows[0].of] },
      [PALETTE.teal, PALETTE.blue, PALETTE.grey],
    ),
  punctuality: (rows) => bars(rows.map(withShare), [{ name: '', colour: PALETTE.teal }]),
  meetings: (rows) => bars(rows.map(withShare), [{ name: '', colour: PALETTE.teal }]),
  satisfaction: (rows) => {
    const asked = groupsOf(rows).filter(([, each]) => each.length === RATED.length);
    if (asked.every(([, each]) => each[0].of === 0)) return undefined;
    return bars(
      asked.map(([label, each]) => ({
        label,
        values: each.map(({ count }) => count),
        note: `${each[0].of} 份`,
      })),
      RATED,
    );
  },
  categories: (rows) => bars(rows.map(withShare)),
  keyCases: (rows) =>
    bars(rows.filter(({ count }) => count > 0).map(withOf), [{ name: '', colour: PALETTE.violet }]),
};

function dueChart(rows: Rows): Chart {
  const weeks = groupsOf(rows);
  const owers = weeks[0][1].map(({ label }) => ({ name: label }));
  return columns(
    weeks.map(([group, each]) => ({
      label: group.split('—')[0],
      values: each.map(({ count }) => count),
    })),
    owers,
  );
}

function groupsOf(rows: Rows): (readonly [string, Rows])[] {
  const names = [...new Set(rows.map(({ group }) => group ?? ''))];
  return names.map((name) => [name, rows.filter(({ group }) => (group ?? '') === name)] as const);
}

const plain = ({ label, count }: StatisticRowDto): Line => ({ label, values: [count] });
const withOf = (row: StatisticRowDto): Line => ({ ...plain(row), note: `${row.count} / ${row.of}` });
const withShare = (row: StatisticRowDto): Line => ({
  ...plain(row),
  note: `${row.count} 件 ${shareOf(row)}`,
});
