import { clockWords } from '../../../lifecycle/words/terms';
import { ShortDay } from '../../../platform/pages/day-words';
import { Table } from '../../../platform/pages/table';
import type { Dossier } from '../../deeds/deed-subject';
import { Due } from '../../frame/due';
import { owerOf, unitNameOf } from '../bodies';
import type { Beside, EndedClock } from '../case-beside.service';

type Running = Dossier['clocks'][number];
type Row = Running | EndedClock;

/** Every time that runs, and behind a fold those that ran, each with its explanation. */
export function deadlinesSection(dossier: Dossier, { ended }: Beside, today: string) {
  const { clocks } = dossier;
  if (clocks.length === 0 && ended.length === 0) return null;
  const rows = (caption: string, all: readonly Row[]) => (
    <Table caption={caption} columns={columns(dossier, today)} rows={all} rowHeader="what" empty={null} />
  );
  return (
    <>
      {clocks.length > 0 ? rows('正在计算的期限', clocks) : <p>没有正在计算的期限。</p>}
      {ended.length > 0 && (
        <details>
          <summary>已经结束的 {ended.length} 项期限</summary>
          {rows('已经结束的期限', ended)}
        </details>
      )}
    </>
  );
}

const columns = (dossier: Dossier, today: string) => [
  { key: 'what', label: '事项', cell: (row: Row) => wordOf(dossier, row) },
  { key: 'ower', label: '责任人', cell: (row: Row) => owerOf(dossier, row) },
  { key: 'start', label: '起算', cell: ({ startedOn }: Row) => <ShortDay day={startedOn} /> },
  {
    ...{ key: 'due', label: '期限' },
    cell: (row: Row) => (isEnded(row) ? <ShortDay day={row.dueOn} /> : <Due {...row} today={today} />),
  },
  { key: 'state', label: '状态', cell: stateOf },
  {
    ...{ key: 'why', label: '说明' },
    cell: (row: Row) => (
      <a class="nowrap" href={`/deadlines/${row.id}`}>
        为何是这一天<span class="visually-hidden">：{clockWords[row.clock]}</span>
      </a>
    ),
  },
];

const isEnded = (row: Row): row is EndedClock => row.state === 'met' || row.state === 'cancelled';

function wordOf(dossier: Dossier, { clock, subjectKind, subjectId }: Row): string {
  const unit = subjectKind === 'assignment' ? unitNameOf(dossier, subjectId) : null;
  return `${clockWords[clock]}${unit ? `（${unit}）` : ''}`;
}

function stateOf(row: Row) {
  if (!isEnded(row)) return row.state === 'paused' ? '中止计算' : row.debt ? '进行中' : '期内可以申请';
  const how = row.state === 'cancelled' ? '已不需要' : row.late ? '逾期完成' : '按期完成';
  return (
    <>
      {how} {row.stoppedOn && <ShortDay day={row.stoppedOn} />}
    </>
  );
}
