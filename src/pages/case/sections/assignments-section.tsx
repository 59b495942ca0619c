import { unitRoles } from '../../../lifecycle/words/terms';
import { dayWords, ShortDay } from '../../../platform/pages/day-words';
import { Table } from '../../../platform/pages/table';
import { dayOf } from '../../../platform/clock/calendar';
import { chineseNumber } from '../../../proposals/citation';
import type { Happening } from '../../../proposals/facts/happenings';
import type { Dossier } from '../../deeds/deed-subject';
import { Due } from '../../frame/due';
import { unitNameOf } from '../bodies';

type Assignment = Dossier['assignments'][number];

const REQUESTS: Record<string, string> = { return: '退办', add: '增办', extension: '延期' };
const DECISIONS: Record<string, string> = { granted: '同意', refused: '不同意', lapsed: '未作决定，已失效' };

/** Which units work on it, round by round, what each owes, and what they asked of the office. */
export function assignmentsSection(dossier: Dossier, today: string) {
  const { assignments, stage, officeName } = dossier;
  if (assignments.length === 0) return waiting(stage, officeName);
  const rounds = [...new Set(assignments.map(({ round }) => round))].sort((one, other) => other - one);
  return (
    <>
      {rounds.map((round) => (
        <Table
          caption={`第${chineseNumber(round)}轮的承办单位`}
          captionShown={rounds.length > 1}
          columns={columns(dossier, today)}
          rows={assignments.filter((each) => each.round === round)}
          rowHeader="unit"
          empty={<p>没有承办单位</p>}
        />
      ))}
      <Requests dossier={dossier} />
    </>
  );
}

const waiting = (stage: string, office: string | null) =>
  stage === 'filed' ? (
    <p>等待提案委交办。</p>
  ) : stage === 'handedOver' ? (
    <p>已交{office}，等待分办到承办单位。</p>
  ) : null;

const columns = (dossier: Dossier, today: string) => [
  { key: 'unit', label: '单位', cell: ({ unitName }: Assignment) => unitName },
  { key: 'role', label: '角色', cell: ({ role }: Assignment) => unitRoles[role] },
  {
    ...{ key: 'stage', label: '环节' },
    cell: ({ stageWord, countersign, releaseReason }: Assignment) => (
      <>
        {stageWord}
        {countersign && `（${COUNTERSIGNS[countersign]}）`}
        {releaseReason && `（${releaseReason}）`}
      </>
    ),
  },
  {
    key: 'assigned',
    label: '交办',
    cell: ({ assignedAt }: Assignment) => <ShortDay day={dayOf(assignedAt)} />,
  },
  {
    ...{ key: 'acknowledged', label: '签收' },
    cell: ({ acknowledgedAt, stage }: Assignment) =>
      acknowledgedAt ? <ShortDay day={dayOf(acknowledgedAt)} /> : stage === 'pending' ? '尚未签收' : '',
  },
  { key: 'due', label: '待办与期限', cell: (row: Assignment) => clocksOf(dossier, row, today) },
];

const COUNTERSIGNS = { asked: '请其会签', signed: '已会签', missing: '未会签，已说明' };

const clocksOf = ({ clocks }: Dossier, { id }: Assignment, today: string) =>
  clocks
    .filter(({ subjectKind, subjectId }) => subjectKind === 'assignment' && subjectId === id)
    .map((each) => (
      <div>
        {each.word} <Due {...each} today={today} />
        {each.state === 'paused' && '（中止计算）'}
      </div>
    ));

function Requests({ dossier }: { dossier: Dossier }) {
  const asked = dossier.happenings.filter(({ kind }) => kind in REQUESTS);
  if (asked.length === 0) return null;
  return (
    <>
      <h3>承办单位的申请</h3>
      <ul>
        {asked.map((each) => (
          <li>
            {dayWords(each.on)} {unitNameOf(dossier, each.assignmentId)}申请{REQUESTS[each.kind]}
            {wanted(each)}：{each.text}（{each.result ? DECISIONS[each.result] : '等待交办单位决定'}）
          </li>
        ))}
      </ul>
    </>
  );
}

const wanted = ({ kind, title, until }: Happening): string =>
  until ? `至 ${until}` : title ? (kind === 'return' ? `，认为应由${title}办理` : title) : '';
