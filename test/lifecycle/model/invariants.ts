import { clockOf } from '../../../src/lifecycle/clocks';
import { ASSIGNMENT_STAGES, PROPOSAL_STAGES } from '../../../src/lifecycle/facts';
import { FINAL_ASSIGNMENT_STAGES, FINAL_PROPOSAL_STAGES } from '../../../src/lifecycle/finals';
import { type Case, followersOf, type Row, type Task, type World } from './world';

/** Clocks that may outlive the stage of an assignment: about what was promised, and a signature asked of a co-handler. */
const AFTER_THE_END: Record<string, readonly string[]> = {
  issued: ['promise', 'decideCarryOver', 'followUp'],
  opinionGiven: ['countersign'],
};

const isOver = ({ stage }: Case): boolean => FINAL_PROPOSAL_STAGES.includes(stage);
/** What lies in the archive is asked about once more, and of nothing else. */
const afterAll = ({ stage, clocks }: Case): Row[] =>
  clocks.filter(({ clock }) => stage !== 'archived' || clock !== 'secondFeedback');
const isDone = ({ stage }: Task): boolean => FINAL_ASSIGNMENT_STAGES.includes(stage);
const isDebt = (row: Row): boolean => (clockOf(row.clock).debt ?? true) && !row.paused;

/** What must never be, whatever anybody did; empty when all is well. */
export function faultsIn(world: World): string[] {
  return world.cases.flatMap((one) =>
    [...OF_A_CASE.map((check) => check(one, world)), ...one.tasks.map((task) => ofATask(task, one))]
      .filter((fault) => fault !== null)
      .map((fault) => `case ${one.id}: ${fault}`),
  );
}

type Check = (one: Case, world: World) => string | null;
const unless = (holds: boolean, fault: string): string | null => (holds ? null : fault);

const OF_A_CASE: readonly Check[] = [
  (one) => unless(PROPOSAL_STAGES.includes(one.stage), `${one.stage} is no stage`),

  (one, world) =>
    unless(
      followersOf(world, one).length === 0 || !['merged', 'withdrawn', 'notFiled'].includes(one.stage),
      `others follow it, yet it is ${one.stage}`,
    ),

  (one) =>
    unless(
      one.stage !== 'replied' ||
        (leadsOf(one).length > 0 && leadsOf(one).every(({ stage }) => stage === 'issued')),
      'replied, but some lead has not issued its reply',
    ),

  (one) =>
    unless(
      one.stage !== 'concluded' || !one.forms.some((form) => form.dissatisfied) || one.rehandlingDeclined,
      'concluded, but nobody decided on a 不满意',
    ),

  (one) => unless(isOver(one) || one.clocks.some(isDebt), `nobody owes the next step in ${one.stage}`),

  (one) =>
    unless(
      ['handling', ...FINAL_PROPOSAL_STAGES].includes(one.stage) || one.clocks.some(isOfTheCase),
      `${one.stage} lives on the clocks of units`,
    ),

  (one) =>
    unless(!isOver(one) || afterAll(one).length === 0, `${one.stage} with clocks: ${clocksOf(one.clocks)}`),

  (one) =>
    unless(
      one.stage === 'handling' || leadsOf(one).every(isDone),
      `${one.stage}, but a lead of the round is still at work`,
    ),

  (one) =>
    unless(
      ['handling', 'replied'].includes(one.stage) || one.tasks.every(isDone),
      `${one.stage}, but a unit is still at work`,
    ),

  (one) =>
    unless(new Set(one.clocks.map(keyOf)).size === one.clocks.length, `twice: ${clocksOf(one.clocks)}`),
];

function ofATask(task: Task, one: Case): string | null {
  const own = one.clocks.filter((row) => row.of === task.id || owesSignature(row, task));
  if (!ASSIGNMENT_STAGES.includes(task.stage)) return `${task.stage} is no stage`;
  if (!isDone(task)) {
    return unless(
      own.some((row) => row.of === task.id && isDebt(row)),
      `no debt in ${task.stage} as ${task.role}`,
    );
  }
  const left = own.filter(({ clock }) => !AFTER_THE_END[task.stage]?.includes(clock));
  return unless(left.length === 0, `${task.stage} with clocks: ${clocksOf(left)}`);
}

const owesSignature = (row: Row, task: Task): boolean =>
  row.clock === 'countersign' && row.subjectId === task.id;

/** What units promised in an earlier round does not keep a case alive. */
const isOfTheCase = (row: Row): boolean => row.of === null && isDebt(row);

const leadsOf = (one: Case): Task[] =>
  one.tasks.filter((task) => task.role === 'lead' && task.round === one.round && task.stage !== 'released');

const keyOf = ({ clock, subjectId, of }: Row): string => `${clock} ${subjectId} ${of}`;
const clocksOf = (rows: readonly Row[]): string => rows.map(keyOf).join(', ');
