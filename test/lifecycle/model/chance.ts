import fc from 'fast-check';
import { actionsOpenTo } from '../../../src/lifecycle/decide';
import { type Actor, SYSTEM } from '../../../src/lifecycle/people';
import { advance } from './homeward';
import { intentFor } from './intents';
import { factsOf, machineFor, type Move, type On, play, runOut } from './play';
import { NOW, PEOPLE, type World } from './world';

/**
 * One step of a random life. `on`: something on the straight way. `open`: what some button would do; `move`: one that
 * moves the stage; `new`: one that this life has not seen. `any`: anything by anybody, mostly refused. `time`: a clock
 * runs out.
 */
export interface Step {
  readonly kind: 'on' | 'move' | 'open' | 'new' | 'any' | 'time';
  readonly pick: number;
  readonly dice: number;
}

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('on', 'on', 'on', 'on', 'move', 'open', 'new', 'new', 'any', 'time'),
    pick: fc.nat({ max: 9999 }),
    dice: fc.nat({ max: 99 }),
  }),
  { maxLength: 80, size: 'max' },
);

/** The cases and their assignments. */
const subjectsOf = (world: World): On[] =>
  world.cases.flatMap((one) => [{ one }, ...one.tasks.map((task) => ({ one, task }))]);

/** What cuts a life short, and would cut most of them short if it were as likely as the rest. */
const SHORTCUTS = ['withdraw', 'notFile', 'consentToWithdrawal'];

/** Takes one step; gives the action that was done, and null when nothing was. */
export function take(world: World, { kind, pick, dice }: Step): string | null {
  if (kind === 'time') return letTimePass(world, pick);
  if (kind === 'on') return advance(world, world.cases[pick % world.cases.length], pick, dice);
  const move = kind === 'any' ? anything(world, pick, dice) : choose(world, kind, pick, dice);
  if (!move) return null;
  const refusals = play(world, { ...move, intent: intentFor(world, move, dice), dice });
  return refusals.length === 0 ? move.action : null;
}

/** The first that has something to do, looking around from a place that chance gives. */
function choose(world: World, kind: 'move' | 'open' | 'new', pick: number, dice: number): Move | undefined {
  const pairs = subjectsOf(world).flatMap((on) => {
    const facts = factsOf(world, on);
    return [...PEOPLE, SYSTEM].map((actor) => ({ on, facts, actor }));
  });
  for (let step = 0; step < pairs.length; step += 1) {
    const { on, facts, actor } = pairs[(pick + step) % pairs.length];
    const moves = actor === SYSTEM ? announcementOf(on) : openTo(on, facts, actor);
    const liked = moves.filter(({ action }) => isLiked(world, on, action, kind) && !isTooShort(action, dice));
    if (liked.length > 0) return liked[pick % liked.length];
  }
  return undefined;
}

function isLiked(world: World, on: On, action: string, kind: 'move' | 'open' | 'new'): boolean {
  if (kind === 'new') return !world.done.has(action);
  return kind === 'open' || machineFor(on).actions[action].to !== undefined;
}

const isTooShort = (action: string, dice: number): boolean => dice >= 15 && SHORTCUTS.includes(action);

function openTo(on: On, facts: { stage: string }, actor: Actor): Move[] {
  return actionsOpenTo(machineFor(on), facts, actor, NOW)
    .filter(({ refusals }) => refusals.length === 0)
    .map(({ action }) => ({ ...on, action, actor }));
}

/**
 * The Standing Committee's meeting lies outside of this small world; its result comes in for key proposals. So do the
 * months after which sponsors are asked again.
 */
function announcementOf({ one, task }: On): Move[] {
  const isOver = !task && ['concluded', 'archived'].includes(one.stage);
  const announced = isOver && one.stage === 'concluded' && one.key && !one.evaluation;
  return [
    ...(announced ? ['evaluated'] : []),
    ...(isOver && !one.secondRatingOpened ? ['openSecondRating'] : []),
  ].map((action) => ({ one, action, actor: SYSTEM }));
}

function anything(world: World, pick: number, dice: number): Move {
  const subjects = subjectsOf(world);
  const on = subjects[pick % subjects.length];
  const actions = Object.entries(machineFor(on).actions).filter(([, rule]) => rule.from !== 'nothing');
  return {
    ...on,
    action: actions[(pick * 7 + dice) % actions.length][0],
    actor: PEOPLE[dice % PEOPLE.length],
  };
}

function letTimePass(world: World, pick: number): string | null {
  const rows = world.cases.flatMap((one) => one.clocks.map((row) => ({ one, row })));
  const over = rows[pick % Math.max(1, rows.length)];
  if (!over || over.row.paused) return null;
  runOut(world, over.one, over.row);
  return `${over.row.clock} over`;
}
