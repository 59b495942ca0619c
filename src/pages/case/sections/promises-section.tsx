import { situations } from '../../../lifecycle/words/terms';
import { dayWords } from '../../../platform/pages/day-words';
import { Table } from '../../../platform/pages/table';
import { promiseStateOn, promiseStateWords } from '../../../proposals/promises/promise-state';
import type { Happening } from '../../../proposals/facts/happenings';
import type { Dossier } from '../../deeds/deed-subject';
import { unitNameOf } from '../bodies';
import type { Beside } from '../case-beside.service';
import { hrefOf } from '../open-deeds';
import { FileLinks } from './files-section';

const OPEN = ['keepPromise', 'askCarryOver', 'grantCarryOver', 'refuseCarryOver'];
const KEPT = ['confirmEvidence', 'rejectEvidence'];
const ANSWERS: Record<string, string> = {
  open: '等待报送',
  answered: '已报送',
  unanswered: '未报送',
  ...situations,
};
const DECISIONS: Record<string, string> = { granted: '同意', refused: '不同意', lapsed: '已不需要' };

/** What was promised, how it stands, and what one can do about each. */
export function promisesSection(dossier: Dossier, { marks }: Beside, today: string) {
  const promises = dossier.happenings.filter(({ kind }) => kind === 'promise');
  const asked = dossier.happenings.filter(({ kind }) => kind === 'followUp' || kind === 'carryOver');
  if (promises.length === 0 && asked.length === 0) return null;
  const stateOf = (row: Happening) => {
    const mark = marks.get(`promise-${row.id}`);
    const { keptOn = null, firstDueOn } = mark ?? {};
    const dueOn = row.until ?? row.on;
    return {
      ...mark,
      keptOn,
      state: promiseStateOn(today, { dueOn, keptOn, firstDueOn: firstDueOn ?? dueOn }),
    };
  };
  return (
    <>
      <Table
        caption="承诺事项"
        columns={[
          {
            ...{ key: 'text', label: '承诺' },
            cell: (row: Happening) => (
              <>
                {row.text}
                <FileLinks dossier={dossier} ownerKind="promise" ownerId={row.id} />
              </>
            ),
          },
          {
            key: 'unit',
            label: '单位',
            cell: ({ assignmentId }: Happening) => unitNameOf(dossier, assignmentId),
          },
          { key: 'due', label: '期限', cell: ({ until, on }: Happening) => dayWords(until ?? on) },
          {
            ...{ key: 'state', label: '进展' },
            cell: (row: Happening) => <State {...stateOf(row)} evidence={row.result} />,
          },
          {
            ...{ key: 'deeds', label: '办理' },
            cell: (row: Happening) => (
              <Deeds dossier={dossier} row={row} isKept={stateOf(row).keptOn !== null} />
            ),
          },
        ]}
        rows={promises}
        rowHeader="text"
        empty={<p>没有承诺事项</p>}
      />
      {asked.length > 0 && (
        <ul>
          {asked.map((each) => (
            <li>
              {dayWords(each.on)} {unitNameOf(dossier, each.assignmentId)}{' '}
              {each.kind === 'followUp'
                ? `回头看（${each.title}）：${ANSWERS[each.result ?? 'open'] ?? each.result}${each.text && `，${each.text}`}`
                : `申请结转至 ${each.until}：${each.text}（${each.result ? DECISIONS[each.result] : '等待决定'}）`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface StateProps {
  readonly state: keyof typeof promiseStateWords;
  readonly keptOn: string | null;
  readonly confirmedAt?: string | null;
  readonly rejection?: string | null;
  readonly evidence: string | null;
}

const State = ({ state, keptOn, confirmedAt, rejection, evidence }: StateProps) => (
  <>
    <span
      class={`badge ${state === 'overdue' ? 'bg-red-lt' : state === 'kept' ? 'bg-green-lt' : 'bg-secondary-lt'}`}
    >
      {promiseStateWords[state]}
    </span>
    {keptOn && `${dayWords(keptOn)}${confirmedAt ? '，已核实' : '，待核实'}`}
    {evidence && <div>{evidence}</div>}
    {rejection && !keptOn && <div>上次报告被退回：{rejection}</div>}
  </>
);

function Deeds({ dossier, row, isKept }: { dossier: Dossier; row: Happening; isKept: boolean }) {
  const assignment = dossier.assignments.find(({ id }) => id === row.assignmentId);
  const open = (assignment?.actions ?? []).filter(({ reasons }) => reasons.length === 0);
  const shown = open.filter(({ action }) => (isKept ? KEPT : OPEN).includes(action));
  const mayAttach = open.some(({ action }) => action === 'attachEvidence');
  return (
    <>
      {shown.map(({ action, word }) => (
        <>
          <a href={`${hrefOf('assignment', assignment!.id, action)}?promiseId=${row.id}`}>
            {word}
            <span class="visually-hidden">：{row.text}</span>
          </a>{' '}
        </>
      ))}
      {mayAttach && (
        <a href={`/do/assignments/${assignment!.id}/promises/${row.id}/attachments`}>
          上传佐证<span class="visually-hidden">：{row.text}</span>
        </a>
      )}
    </>
  );
}
