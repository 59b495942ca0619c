import fc from 'fast-check';
import { actionsOpenTo } from '../../../src/lifecycle/decide';
import { MODES } from '../../../src/lifecycle/facts';
import { type Actor, SYSTEM } from '../../../src/lifecycle/people';
import type { Intent } from '../../../src/lifecycle/rule';
import { factsOf, machineFor, type Move, type On, play, runOut } from './play';
import { coTasksOf, NOW, PEOPLE, proposalFacts, UNITS, type World } from './world';

/**
 * One step of a random life. `move` and `open`: something that is allowed, with a liking for what moves on in the
 * first; `any`: anything by anybody, mostly refused; `time`: some clock runs out.
 */
export interface Step {
  readonly kind: 'move' | 'open' | 'any' | 'time';
  readonly pick: number;
  readonly dice: number;
}

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('move', 'move', 'move', 'open', 'open', 'any', 'time'),
    pick: fc.nat({ max: 9999 }),
    dice: fc.nat({ max: 99 }),
  }),
  { maxLength: 120, size: 'max' },
);

/** The cases and their assignments. */
export const subjectsOf = (world: World): On[] =>
  world.cases.flatMap((one) => [{ one }, ...one.tasks.map((task) => ({ one, task }))]);

/** Whatever somebody's button would do now. */
export function openMoves(world: World, onlyMoving = false): Move[] {
  return subjectsOf(world).flatMap((on) => {
    const [machine, facts] = [machineFor(on), factsOf(world, on)];
    return PEOPLE.flatMap((actor) =>
      actionsOpenTo(machine, facts, actor, NOW)
        .filter(
          ({ action, refusals }) => refusals.length === 0 && (!onlyMoving || machine.actions[action].to),
        )
        .map(({ action }) => ({ ...on, action, actor })),
    );
  });
}

/** What the deed needs to know beyond its name; with dice of 90 and more often nonsense. */
export function intentFor(
  world: World,
  { one, task, action }: On & { action: string },
  dice: number,
): Intent {
  const { raters } = proposalFacts(world, one);
  if (action === 'assign' || action === 'assignMore') return assignIntent(one, dice);
  if (action === 'grantAdd') return { units: [{ unitId: UNITS[dice % UNITS.length], role: 'coHandler' }] };
  if (action === 'answerMerge') {
    const answers = one.merge?.answers ?? [];
    return {
      asked: (answers.find(({ answer }) => answer === null) ?? answers[dice % answers.length])?.sponsorId,
    };
  }
  if (action === 'rate') {
    const open = raters.filter((id) => !one.forms.some(({ sponsorId }) => sponsorId === id));
    return { rater: [...open, ...raters][dice % Math.max(1, open.length)] };
  }
  if (action === 'explainMissing' && task) {
    const missing = coTasksOf(one, task.round).filter(
      ({ id }) => !/signed|missing/.test(task.signatures.get(id) ?? ''),
    );
    return { countersignMissing: missing[0]?.id };
  }
  if (action.endsWith('Extension')) return { until: dice < 90 ? '2026-08-01' : '2027-01-01' };
  return { principalLeaderSigns: dice < 90 };
}

function assignIntent(one: Case, dice: number): Intent {
  const there = one.tasks.filter(({ round, stage }) => round === one.round && stage !== 'released');
  if (there.length > 0 && dice < 90) return joiningIntent(there, dice);
  const mode = MODES[dice % MODES.length];
  const units = UNITS.map((_, place) => UNITS[(place + dice) % UNITS.length]);
  const leads = mode === 'separate' ? 2 : 1;
  const coHandlers = mode === 'joint' ? (dice % 2) + 1 : 0;
  const chosen = units.slice(0, leads + coHandlers);
  if (dice >= 90) return { mode, units: units.map((unitId) => ({ unitId, role: 'lead' })) };
  return {
    mode,
    units: chosen.map((unitId, place) => ({ unitId, role: place < leads ? 'lead' : 'coHandler' })),
  };
}

/** A unit that fits those at work: a lead beside other leads or for co-handlers alone, else a co-handler. */
function joiningIntent(there: readonly Task[], dice: number): Intent {
  const leads = there.filter(({ role }) => role === 'lead').length;
  const free = UNITS.filter((id) => !there.some(({ unitId }) => unitId === id));
  const unitId = free[dice % Math.max(1, free.length)] ?? UNITS[0];
  const role = leads === 1 ? 'coHandler' : 'lead';
  return { mode: leads > 1 ? 'separate' : 'joint', units: [{ unitId, role }] };
}

/** Takes one step; gives the action that was done, and null when nothing was. */
export function take(world: World, { kind, pick, dice }: Step): string | null {
  if (kind === 'time') return letTimePass(world, pick);
  const move = kind === 'any' ? anything(world, pick, dice) : choose(world, kind, pick, dice);
  if (!move) return null;
  const refusals = play(world, { ...move, intent: intentFor(world, move, dice), dice });
  return refusals.length === 0 ? move.action : null;
}

/** What cuts a life short, and would cut most of them short if it were as likely as the rest. */
const SHORTCUTS = ['withdraw', 'notFile', 'consentToWithdrawal'];

function choose(world: World, kind: 'move' | 'open', pick: number, dice: number): Move | undefined {
  const open = openMoves(world, kind === 'move').filter(
    ({ action }) => dice < 8 || !SHORTCUTS.includes(action),
  );
  const moves = [...open, ...resultsToAnnounce(world)];
  return moves[pick % Math.max(1, moves.length)];
}

/** The Standing Committee's meeting lies outside of this small world; its result comes in for key proposals. */
const resultsToAnnounce = (world: World): Move[] =>
  world.cases
    .filter(({ stage, key, evaluation }) => stage === 'concluded' && key && !evaluation)
    .map((one) => ({ one, action: 'evaluated', actor: SYSTEM }));

function anything(world: World, pick: number, dice: number): Move {
  const subjects = subjectsOf(world);
  const on = subjects[pick % subjects.length];
  const actions = Object.keys(machineFor(on).actions).filter(
    (action) => action !== 'begin' && action !== 'draft',
  );
  const actor: Actor = PEOPLE[dice % PEOPLE.length];
  return { ...on, action: actions[(pick * 7 + dice) % actions.length], actor };
}

function letTimePass(world: World, pick: number): string | null {
  const rows = world.cases.flatMap((one) => one.clocks.map((row) => ({ one, row })));
  const over = rows[pick % Math.max(1, rows.length)];
  if (!over) return null;
  runOut(world, over.one, over.row);
  return `${over.row.clock} over`;
}
