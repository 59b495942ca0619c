import { assignment } from '../../../src/lifecycle/assignment';
import { type ClockName, clockOf } from '../../../src/lifecycle/clocks';
import { decide } from '../../../src/lifecycle/decide';
import { type Actor, SYSTEM } from '../../../src/lifecycle/people';
import { proposal } from '../../../src/lifecycle/proposal';
import { machineOf } from '../../../src/lifecycle/rulebook';
import type { Intent } from '../../../src/lifecycle/rule';
import { type AnyRule, stopped } from '../tables';
import { type Act, assignmentDeeds, proposalDeeds } from './deeds';
import {
  assignmentFacts,
  type Case,
  draftOf,
  NOW,
  PEOPLE,
  proposalFacts,
  type Row,
  type Task,
  type World,
} from './world';

/** What an action is done to: a case, or one of its assignments. */
export interface On {
  readonly one: Case;
  readonly task?: Task;
}

export interface Move extends On {
  readonly action: string;
  readonly actor: Actor;
  readonly intent?: Intent;
  readonly dice?: number;
}

/** Two drafts, begun by the tables like everything else. */
export function newWorld(): World {
  const world: World = { cases: [], done: new Set(), lastId: 100 };
  for (const id of [1, 2]) {
    const one = draftOf(id);
    const { rule } = decide(machineOf('proposal'), 'draft', null, PEOPLE[id - 1], NOW);
    if (!rule) throw new Error('nobody may begin');
    world.cases.push(one);
    settle(world, { one, action: 'draft', actor: PEOPLE[id - 1] }, rule);
  }
  return world;
}

export const machineFor = ({ task }: On) => machineOf(task ? 'assignment' : 'proposal');

export const factsOf = (world: World, { one, task }: On): { stage: string } =>
  task ? assignmentFacts(world, one, task) : proposalFacts(world, one);

/** Does what the tables allow and gives no reasons, or nothing at all and the reasons why not. */
export function play(world: World, move: Move): readonly string[] {
  const { action, actor, intent } = move;
  const { rule, refusals } = decide(machineFor(move), action, factsOf(world, move), actor, NOW, intent);
  if (refusals) return refusals;
  const refused = onPrincipal(world, move);
  if (refused.length > 0) return refused;
  settle(world, move, rule);
  follow(world, move, rule);
  return [];
}

/** A merge, and its end, is two deeds or none: the follower's and the principal's. */
function onPrincipal(world: World, { one, action }: Move): readonly string[] {
  const followed = { merge: 'joined', unmerge: 'parted' }[action];
  const principal = world.cases.find(({ id }) => id === one.merge?.principalId);
  return followed && principal ? play(world, { one: principal, action: followed, actor: SYSTEM }) : [];
}

/** The door's own business, by the row: facts, stage, clocks stopped, resting, resumed and started. */
function settle(world: World, move: Move, rule: AnyRule): void {
  const { one, task, action, actor, intent = {}, dice = 1 } = move;
  const [wanted, settled] = [[] as Row[], new Map<ClockName, number[]>()];
  const begun: Task[] = [];
  world.done.add(action);
  const act: Act = {
    ...{ world, one, actor, intent, dice },
    start: (clock, subjectId) => wanted.push(rowOf(clock, subjectId, task)),
    settle: (clock, ...subjectIds) => settled.set(clock, subjectIds),
    begin: (unitId, role) => begun.push(newTask(world, one, unitId, role)),
  };
  if (task) assignmentDeeds[action as keyof typeof assignmentDeeds]?.(act, task);
  else proposalDeeds[action as keyof typeof proposalDeeds]?.(act);
  Object.assign(task ?? one, { stage: rule.to ?? (task ?? one).stage });
  stop(one, rule, task, settled);
  turn(one, rule, task);
  start(one, rule, task, wanted);
  for (const next of begun) begin(world, one, next);
}

function stop(one: Case, rule: AnyRule, task: Task | undefined, settled: Map<ClockName, number[]>): void {
  const ends = (row: Row) =>
    belongs(row, task) &&
    (rule.stops === 'all' || stopped(rule).includes(row.clock)) &&
    (settled.get(row.clock)?.includes(row.subjectId) ?? true);
  one.clocks = one.clocks.filter((row) => !ends(row));
}

/** A case's are all of them; an assignment's are its own and what its unit owes to another's draft. */
const belongs = (row: Row, task?: Task): boolean =>
  !task || row.of === task.id || (row.clock === 'countersign' && row.subjectId === task.id);

function turn(one: Case, rule: AnyRule, task?: Task): void {
  for (const row of one.clocks.filter((each) => belongs(each, task))) {
    if (rule.pauses?.includes(row.clock)) row.paused = true;
    if (rule.resumes?.includes(row.clock)) row.paused = false;
  }
}

function start(one: Case, rule: AnyRule, task: Task | undefined, wanted: Row[]): void {
  const allowed = [...(rule.starts ?? []), ...(rule.mayStart ?? [])];
  for (const { clock } of wanted)
    if (!allowed.includes(clock)) throw new Error(`no row starts ${clock} here`);
  const usual = (rule.starts ?? []).filter((clock) => clockOf(clock).per !== 'each');
  one.clocks.push(...wanted, ...usual.map((clock) => rowOf(clock, (task ?? one).id, task)));
  const left = one.clocks.filter((row) => belongs(row, task)).map(({ clock }) => clock);
  if (rule.leavesOneOf && !rule.leavesOneOf.some((clock) => left.includes(clock))) {
    throw new Error(`none of ${rule.leavesOneOf.join(', ')} is left running`);
  }
}

const rowOf = (clock: ClockName, subjectId: number, task?: Task): Row => ({
  ...{ clock, subjectId, of: task?.id ?? null, overdue: false, paused: false },
});

function newTask(world: World, one: Case, unitId: number, role: string): Task {
  return {
    ...{ id: (world.lastId += 1), unitId, role: role as Task['role'], stage: 'pending', round: one.round },
    ...{
      openRequest: null,
      contacted: false,
      drafted: false,
      audited: false,
      promises: 0,
      promise: null,
      signatures: new Map(),
    },
  };
}

function begin(world: World, one: Case, task: Task): void {
  one.tasks.push(task);
  settle(world, { one, task, action: 'begin', actor: SYSTEM }, assignment.actions.begin);
}

/** What the tables say comes next, where they allow it. */
function follow(world: World, { one, task, action: done, dice = 1 }: Move, rule: AnyRule): void {
  // Whoever asked for the letter learns of it; where nobody has, the table refuses.
  if (rule === proposal.actions.urge) play(world, { one, action: 'urgingGranted', actor: SYSTEM });
  if (done === 'rateAgain' && dice % 2 === 0)
    play(world, { one, action: 'dissatisfiedAgain', actor: SYSTEM });
  for (const action of rule.then ?? []) {
    const subjects: On[] = task ? [{ one }] : one.tasks.map((each) => ({ one, task: each }));
    for (const subject of subjects) play(world, { ...subject, action, actor: SYSTEM });
  }
}

/** Lets the time of one clock run out, and the system do what it then does. */
export function runOut(world: World, one: Case, row: Row): void {
  if (row.paused) return;
  for (const each of one.clocks) if (each.clock === row.clock && each.of === row.of) each.overdue = true;
  const { lapses } = clockOf(row.clock);
  if (!lapses) return;
  const task = one.tasks.find(({ id }) => lapses.machine === 'assignment' && id === row.of);
  const refusals = play(world, { one, task, action: lapses.action, actor: SYSTEM });
  if (refusals.length > 0) throw new Error(`${lapses.action} is refused: ${refusals.join()}`);
}
