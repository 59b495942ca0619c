import type { ClockName } from '../../../src/lifecycle/clocks';
import { MODES } from '../../../src/lifecycle/facts';
import type { Intent } from '../../../src/lifecycle/rule';
import type { On } from './play';
import { type Case, coTasksOf, proposalFacts, type Task, UNITS, type World } from './world';

/**
 * What deeds want to know beyond their name, all of it: each row asks for its own part. With dice of 90 and more it is
 * often nonsense.
 */
export function intentFor(
  world: World,
  { one, task, action }: On & { action: string },
  dice: number,
): Intent {
  const co = task && coTasksOf(one, task.round).find(({ id }) => !isSettled(task, id));
  return {
    ...(action.endsWith('Add') ? addIntent(dice) : assignIntent(one, dice)),
    asked: askedOf(one, dice),
    countersignMissing: co?.id,
    until: dice < 90 ? '2026-08-01' : '2027-01-01',
    principalLeaderSigns: dice < 90,
    ...(task
      ? afterReply(one, task)
      : { rater: action === 'rateAgain' ? askedAgain(one) : raterOf(world, one, dice) }),
  };
}

const runningOf = (one: Case, clock: ClockName, of: number | null): number | undefined =>
  one.clocks.find((row) => row.clock === clock && row.of === of)?.subjectId;

const askedAgain = (one: Case): number | undefined => runningOf(one, 'secondFeedback', null);

const afterReply = (one: Case, task: Task): Intent => ({
  promise: task.promise?.id,
  request: runningOf(one, 'followUp', task.id),
});

const among = <T>(values: readonly T[], dice: number): T | undefined =>
  values[dice % Math.max(1, values.length)];

const isSettled = (task: Task, co: number): boolean =>
  ['signed', 'missing'].includes(task.signatures.get(co) ?? '');

/** Somebody who has not answered yet, if there is one. */
function askedOf(one: Case, dice: number): number | undefined {
  const invited = one.sponsors.filter(({ signature }) => signature === 'invited');
  const answers = one.merge?.answers ?? [];
  const open = answers.filter(({ answer }) => answer === null);
  return (among(invited, dice) ?? among(open, dice) ?? among(answers, dice))?.sponsorId;
}

function raterOf(world: World, one: Case, dice: number): number | undefined {
  const { raters } = proposalFacts(world, one);
  const open = raters.filter((id) => !one.forms.some(({ sponsorId }) => sponsorId === id));
  return open[0] ?? among(raters, dice);
}

const addIntent = (dice: number): Intent => ({
  units: [{ unitId: UNITS[dice % UNITS.length], role: 'coHandler' }],
});

/** A choice that fits the units which stayed from before, such as a co-handler whose opinion is given. */
function assignIntent(one: Case, dice: number): Intent {
  const staying = one.tasks.filter((task) => task.round === one.round && task.stage !== 'released');
  const free = UNITS.filter((unit) => !staying.some(({ unitId }) => unitId === unit));
  const units = free.map((_, place) => free[(place + dice) % free.length]);
  if (dice >= 90) return { mode: MODES[dice % MODES.length], units: UNITS.map(asLead) };
  const leads = staying.filter(({ role }) => role === 'lead').length;
  const coHandlers = staying.length - leads;
  const mode = coHandlers > 0 ? 'joint' : leads > 0 ? MODES[1 + (dice % 2)] : MODES[dice % MODES.length];
  const wanted = mode === 'separate' ? Math.max(1, 2 - leads) : 1 - leads;
  const helpers = mode === 'joint' && (leads > 0 || coHandlers === 0) ? 1 : 0;
  const chosen = units.slice(0, wanted + helpers);
  return {
    mode,
    units: chosen.map((unitId, place) => ({ unitId, role: place < wanted ? 'lead' : 'coHandler' })),
  };
}

const asLead = (unitId: number) => ({ unitId, role: 'lead' });
