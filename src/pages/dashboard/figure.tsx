import { chartSvg } from '../../platform/charts/chart-svg';
import { Table } from '../../platform/pages/table';
import type { StatisticDto, StatisticRowDto } from '../../statistics/statistics.dto';
import { chartOf, shareOf } from './chart-choice';

interface Props {
  readonly figure: StatisticDto;
  /** Said where there is nothing to count. */
  readonly empty: string;
  /** The table is open from the start: what calls for something to be done. */
  readonly open?: boolean;
}

/** A figure to look at, and as a table to read, each line of it a link to its cases. */
export function Figure({ figure, empty, open }: Props) {
  const { name, title, basis } = figure;
  const rows = figure.rows.filter(({ count, group }) => count > 0 || group === null);
  const something = rows.some(({ count }) => count > 0);
  const chart = chartOf(figure);
  return (
    <section class="card" aria-labelledby={`figure-${name}`}>
      <div class="card-body">
        <h2 id={`figure-${name}`} class="card-title">
          {title}
        </h2>
        {!something && <p class="text-secondary">{empty}</p>}
        {chart && (
          <figure
            class="chart"
            // The drawing escapes what people have written; see the specs of the charts.
            dangerouslySetInnerHTML={{
              __html: chartSvg(chart, { title, description: spoken(rows, figure.unit) }),
            }}
          />
        )}
        {something && (
          <details open={open}>
            <summary>以表格查看</summary>
            <Table caption={title} columns={columnsOf(figure)} rows={rows} rowHeader="label" empty="" />
          </details>
        )}
        <p class="text-secondary">口径：{basis}。</p>
      </div>
    </section>
  );
}

/** The chart in a sentence. */
const spoken = (rows: readonly StatisticRowDto[], unit: string): string =>
  `${rows
    .filter(({ count }) => count > 0)
    .map(({ group, label, count, of }) => `${group ? `${group} ` : ''}${label} ${count}/${of}`)
    .slice(0, 20)
    .join('，')}（单位：${unit}；完整数字见表格）`;

function columnsOf({ unit, rows }: StatisticDto) {
  const grouped = rows.some(({ group }) => group !== null);
  return [
    ...(grouped ? [{ key: 'group', label: '分组', cell: (row: StatisticRowDto) => row.group }] : []),
    { key: 'label', label: '项目', cell: linked },
    { key: 'count', label: `数量（${unit}）`, numeric: true, cell: (row: StatisticRowDto) => row.count },
    { key: 'of', label: '总数', numeric: true, cell: (row: StatisticRowDto) => row.of },
    { key: 'share', label: '比例', numeric: true, cell: shareOf },
  ];
}

/** Where forms are counted, the list has cases: it says how many. */
function linked({ group, label, href, count, cases }: StatisticRowDto) {
  if (!href || count === 0) return label;
  return (
    <a href={href}>
      {group && <span class="visually-hidden">{group} </span>}
      {label}
      {cases !== count && `（${cases} 件）`}
    </a>
  );
}
