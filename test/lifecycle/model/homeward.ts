import { FINAL_PROPOSAL_STAGES } from '../../../src/lifecycle/finals';
import { decide } from '../../../src/lifecycle/decide';
import { type Actor, SYSTEM } from '../../../src/lifecycle/people';
import { intentFor } from './intents';
import { factsOf, machineFor, type On, play, runOut } from './play';
import { type Case, NOW, PEOPLE, type World } from './world';

/** The straight way, in no particular order: what was tried least comes next. */
const HOMEWARD = [
  ...[
    'submit',
    'edit',
    'signAsConvener',
    'file',
    'notFile',
    'returnForRevision',
    'recommend',
    'answerMerge',
    'merge',
  ],
  ...['dropMerge', 'designateKey', 'refuseWithdrawal', 'handOver', 'assign', 'acknowledge', 'refuseReturn'],
  ...['giveOpinion', 'countersign', 'draftReply', 'recordConsultation', 'askCountersign', 'explainMissing'],
  ...[
    'submitForAudit',
    'passAudit',
    'issueReply',
    'declineUrging',
    'rate',
    'declineRehandling',
    'conclude',
    'keepPromise',
    'answerFollowUp',
    'rateAgain',
    'archive',
  ],
];

/** What chance likes besides: merges and co-signers are rare otherwise. */
const DETOURS = [
  'proposeMerge',
  'inviteCosigners',
  'cosign',
  'declineCosign',
  'rehandle',
  'rehandleAfterEvaluation',
  'askCarryOver',
  'grantCarryOver',
  'refuseCarryOver',
  'rejectEvidence',
];

/**
 * People do what they owe, and where nobody can, time passes, until the case is in that stage or at an end. False when
 * that does not come about. Luck decides what else happens: returned or not filed, dissatisfied, promised, key.
 */
export function lead(world: World, one: Case, stage: string, luck: number): boolean {
  const tried = new Map<string, number>();
  const times = (next: Candidate) => tried.get(keyOf(next)) ?? 0;
  const there = () => one.stage === stage || FINAL_PROPOSAL_STAGES.includes(one.stage);
  for (let turn = 0, dice = luck; turn < 60 && !there(); turn += 1) {
    dice = (dice * 53 + 17) % 89;
    const open = candidates(one).filter(({ action }) => luck % 2 === 0 || action !== 'designateKey');
    const done = open.sort((a, b) => times(a) - times(b)).find((next) => attempt(world, next, dice));
    if (done) tried.set(keyOf(done), times(done) + 1);
    else for (const row of [...one.clocks]) runOut(world, one, row);
    if (one.key && !one.evaluation) play(world, { one, action: 'evaluated', actor: SYSTEM, dice });
  }
  return there();
}

/** Merges the second case into the first, everybody agreeing. */
export function merge(world: World, luck: number): boolean {
  const [, follower] = world.cases;
  for (const one of world.cases) lead(world, one, 'filed', luck);
  return ['proposeMerge', 'answerMerge', 'answerMerge', 'merge'].every((action) =>
    attempt(world, { one: follower, action }, 1),
  );
}

/** One step on the way, whichever chance likes; the action, or null when there is none. */
export function advance(world: World, one: Case, pick: number, dice: number): string | null {
  const open = candidates(one, [...HOMEWARD, ...DETOURS]);
  const turned = open.map((_, place) => open[(place + pick) % open.length]);
  return turned.find((next) => attempt(world, next, dice))?.action ?? null;
}

type Candidate = On & { readonly action: string };
const keyOf = ({ task, action }: Candidate): string => `${task?.id} ${action}`;

/** What the stages allow. */
function candidates(one: Case, actions = HOMEWARD): Candidate[] {
  const subjects: On[] = [{ one }, ...one.tasks.map((task) => ({ one, task }))];
  return subjects.flatMap((on) => {
    const isHere = (action: string) => machineFor(on).actions[action]?.from.includes((on.task ?? one).stage);
    return actions.filter(isHere).map((action) => ({ ...on, action }));
  });
}

/** By the first of all people who may. */
function attempt(world: World, next: Candidate, dice: number): boolean {
  const [intent, facts] = [intentFor(world, next, dice), factsOf(world, next)];
  const may = (actor: Actor) => decide(machineFor(next), next.action, facts, actor, NOW, intent).rule;
  const actor = PEOPLE.find(may);
  return actor !== undefined && play(world, { ...next, actor, intent, dice }).length === 0;
}
