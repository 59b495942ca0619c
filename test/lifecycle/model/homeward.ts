import { FINAL_PROPOSAL_STAGES } from '../../../src/lifecycle/finals';
import { SYSTEM } from '../../../src/lifecycle/people';
import { intentFor, openMoves } from './chance';
import { type Move, play, runOut } from './play';
import type { Case, World } from './world';

/** The straight way, in no particular order: whatever is open and was tried least comes next. */
const HOMEWARD = [
  ...['submit', 'edit', 'signAsConvener', 'file', 'notFile', 'returnForRevision', 'recommend', 'dropMerge'],
  ...[
    'refuseWithdrawal',
    'handOver',
    'assign',
    'acknowledge',
    'refuseReturn',
    'draftReply',
    'recordConsultation',
  ],
  ...[
    'askCountersign',
    'explainMissing',
    'submitForAudit',
    'passAudit',
    'issueReply',
    'rate',
    'declineRehandling',
  ],
  ...['conclude', 'keepPromise', 'archive'],
];

/**
 * People do what they owe, and where nobody can, time passes, until the case is in that stage or at an end. False when
 * that does not come about. Even dice are kind (file, satisfied, no promises); see deeds.ts.
 */
export function lead(world: World, one: Case, stage: string, dice = 2): boolean {
  const tried = new Map<string, number>();
  const there = () => one.stage === stage || FINAL_PROPOSAL_STAGES.includes(one.stage);
  for (let left = 200; left > 0 && !there(); left -= 1) {
    const timesOf = ({ task, action }: Move) => tried.get(`${task?.id} ${action}`) ?? 0;
    const open = openMoves(world).filter((move) => move.one === one && HOMEWARD.includes(move.action));
    const [next] = open.sort((a, b) => timesOf(a) - timesOf(b));
    if (next) tried.set(`${next.task?.id} ${next.action}`, timesOf(next) + 1);
    if (next) play(world, { ...next, intent: intentFor(world, next, dice), dice });
    else for (const row of [...one.clocks]) runOut(world, one, row);
    if (one.key && !one.evaluation) play(world, { one, action: 'evaluated', actor: SYSTEM, dice });
  }
  return there();
}
