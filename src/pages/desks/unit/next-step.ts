import type { AssignmentAction } from '../../../lifecycle/assignment';
import type { ClockName } from '../../../lifecycle/clocks';
import { machineOf } from '../../../lifecycle/rulebook';
import type { UnitAssignment } from './unit-assignments.service';

/** What is next with an assignment: whose turn it is, and the deed that does it. */
export interface Step {
  readonly name: string;
  readonly word: string;
  readonly clocks: readonly ClockName[];
  readonly deed?: AssignmentAction;
  readonly label?: string;
  readonly holds: (row: UnitAssignment) => boolean;
}

const runs = (...clocks: ClockName[]) =>
  ({
    clocks,
    holds: (row: UnitAssignment) => row.clocks.some(({ clock }) => clocks.includes(clock)),
  }) as const;
const REPLYING = ['reply', 'replyRound2'] as const;

/** The first that holds is what is next, in the order in which they are done. */
export const STEPS: readonly Step[] = [
  { name: 'acknowledge', word: '待签收', deed: 'acknowledge', label: '签收', ...runs('acknowledge') },
  { name: 'countersign', word: '待会签', deed: 'countersign', label: '会签', ...runs('countersign') },
  {
    ...{ name: 'sentBack', word: '审核退回，待重拟', deed: 'draftReply', label: '修改答复' },
    ...{ clocks: REPLYING, holds: ({ sentBack }) => Boolean(sentBack) },
  },
  { name: 'issue', word: '待签发', deed: 'issueReply', label: '签发', ...runs('issueReply') },
  {
    ...{ name: 'returning', word: '等交办单位决定退办', clocks: [] },
    holds: ({ stage }) => stage === 'returnRequested',
  },
  {
    ...{ name: 'auditing', word: '等交办单位审核', clocks: REPLYING },
    holds: ({ stage, audited }) => stage === 'auditing' && !audited,
  },
  {
    ...{
      name: 'countersigning',
      word: '等会办单位会签',
      deed: 'submitForAudit',
      label: '送审',
      clocks: REPLYING,
    },
    holds: ({ stage }) => stage === 'countersigning',
  },
  { name: 'opinion', word: '待出会办意见', deed: 'giveOpinion', label: '出具会办意见', ...runs('coOpinion') },
  {
    name: 'contact',
    word: '待首次联系提案者',
    deed: 'recordConsultation',
    label: '登记面商',
    ...runs('firstContact'),
  },
  {
    ...{ name: 'submitting', word: '答复已起草，待送会签或送审', deed: 'draftReply', label: '继续起草' },
    ...{ clocks: REPLYING, holds: ({ stage, drafted }) => stage === 'drafting' && Boolean(drafted) },
  },
  {
    name: 'drafting',
    word: '办理中，待起草答复',
    deed: 'draftReply',
    label: '起草答复',
    ...runs(...REPLYING),
  },
  { name: 'followUp', word: '待报送回头看情况', deed: 'answerFollowUp', label: '报送', ...runs('followUp') },
  { name: 'promise', word: '待兑现承诺', deed: 'keepPromise', label: '报告兑现', ...runs('promise') },
  { name: 'other', word: '在办', clocks: [], holds: () => true },
];

export const nextStep = (row: UnitAssignment): Step => STEPS.find(({ holds }) => holds(row))!;

/** The day the step is due, where it has one. */
export const dueOf = (row: UnitAssignment, { clocks }: Step) =>
  row.clocks.find(({ clock }) => clocks.length === 0 || clocks.includes(clock));

/** Signed by the unit's leader alone: whoever drafts passes it on. By the table, like everything that may be done. */
export function isLeaders(deed: AssignmentAction): boolean {
  const [first, ...more] = machineOf('assignment').actions[deed].by;
  return more.length === 0 && first.name === 'unitLeader';
}
