import { dayWords } from '../../../platform/pages/day-words';
import { Table } from '../../../platform/pages/table';
import { CaseLink } from '../case-link';
import type { FiledRow } from './filed-cases.service';

interface Props {
  readonly rows: readonly FiledRow[];
  readonly total: number;
  readonly day: string;
}

interface Group {
  readonly office: string;
  readonly rows: FiledRow[];
}

/** The list of the hand-over meeting, by office, with room for what the meeting decides. */
export const MeetingList = ({ rows, total, day }: Props) => (
  <>
    <p>
      {dayWords(day)}，共 {total} 件。
    </p>
    {groupsOf(rows).map(({ office, rows: own }) => (
      <section class="mb-3">
        <h2>
          {office}（{own.length} 件）
        </h2>
        <Table
          caption={`拟交${office}的提案`}
          columns={COLUMNS}
          rows={own}
          rowHeader="case"
          empty={<p class="empty-title">没有提案</p>}
        />
      </section>
    ))}
    {rows.length === 0 && <p>没有等待交办的提案。</p>}
  </>
);

const COLUMNS = [
  {
    key: 'case',
    label: '提案',
    cell: (row: FiledRow) => <CaseLink {...row} href={`/proposals/${row.id}`} />,
  },
  { key: 'sponsor', label: '提案者', cell: ({ sponsor }: FiledRow) => sponsor },
  { key: 'category', label: '类别', cell: ({ category }: FiledRow) => category ?? '' },
  {
    ...{ key: 'units', label: '建议承办单位' },
    cell: ({ units }: FiledRow) => units.map(({ unit }) => unit).join('、'),
  },
  { key: 'decided', label: '会议确定', cell: () => '' },
];

/** By the office of the first unit suggested. */
function groupsOf(rows: readonly FiledRow[]): Group[] {
  const nameOf = ({ units }: FiledRow) => units[0]?.office ?? '交办单位待定';
  const names = [...new Set(rows.map(nameOf))].sort();
  return names.map((office) => ({ office, rows: rows.filter((row) => nameOf(row) === office) }));
}
