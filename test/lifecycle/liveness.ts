import { type ClockName, clockOf } from '../../src/lifecycle/clocks';
import type { AnyMachine } from '../../src/lifecycle/rulebook';
import { type AnyRule, hatsOf, isFinal, leaves, rowsOf, sourcesOf, stopped } from './tables';

/**
 * Who owes the next step, read from the tables alone. A walk over every path of a table carries along the clocks that
 * run for certain: what a row starts; not what it may start, save where it says that one of several runs afterwards
 * (`leavesOneOf`, and then each in turn); not what it stops, for whomever. Needs are not asked, so the walk takes
 * more paths than life does: what it finds alive is alive.
 */
export interface Situation {
  readonly stage: string;
  readonly running: readonly ClockName[];
  readonly paused: readonly ClockName[];
  /** The rows that led here. */
  readonly path: readonly string[];
}

/** Every situation some path leads to, each once. */
export function situationsOf(machine: AnyMachine): Situation[] {
  const begun = rowsOf(machine).filter(([, rule]) => rule.from === 'nothing');
  const found = begun.flatMap(([action, rule]) => after(BEFORE, action, rule));
  const seen = new Set(found.map(keyOf));
  for (const situation of found) {
    for (const next of nextOf(machine, situation)) {
      if (seen.has(keyOf(next))) continue;
      seen.add(keyOf(next));
      found.push(next);
    }
  }
  return found;
}

const BEFORE: Situation = { stage: '', running: [], paused: [], path: [] };

const keyOf = ({ stage, running, paused }: Situation): string =>
  `${stage} ${[...running].sort().join()} ${[...paused].sort().join()}`;

function nextOf(machine: AnyMachine, situation: Situation): Situation[] {
  return rowsOf(machine)
    .filter(([, rule]) => sourcesOf(rule).includes(situation.stage))
    .flatMap(([action, rule]) => after(situation, action, rule));
}

function after(before: Situation, action: string, rule: AnyRule): Situation[] {
  const stops = (clock: ClockName) => rule.stops === 'all' || stopped(rule).includes(clock);
  const left = before.running.filter((clock) => !stops(clock) && !rule.pauses?.includes(clock));
  const rested = [...before.paused, ...before.running.filter((clock) => rule.pauses?.includes(clock))];
  const resumed = rested.filter((clock) => rule.resumes?.includes(clock));
  const running = [...new Set([...left, ...resumed, ...(rule.starts ?? [])])];
  const paused = rested.filter((clock) => !stops(clock) && !resumed.includes(clock));
  const base = { stage: rule.to ?? before.stage, paused, path: [...before.path, action] };
  if (!rule.leavesOneOf || rule.leavesOneOf.some((clock) => running.includes(clock)))
    return [{ ...base, running }];
  return rule.leavesOneOf
    .filter((clock) => rule.mayStart?.includes(clock) || stopsForOthersToo(before, clock))
    .map((clock) => ({ ...base, running: [...running, clock] }));
}

/** A clock with a row per sponsor or co-handler runs on for those whom the deed did not concern. */
const stopsForOthersToo = (before: Situation, clock: ClockName): boolean =>
  clockOf(clock).per === 'each' && before.running.includes(clock);

/**
 * True when some debt that runs is owed by somebody who can do something about it here: leave the stage, or end the
 * clock by a step that is theirs.
 */
export function isOwed(machine: AnyMachine, { stage, running }: Situation): boolean {
  return running.some((clock) => {
    const { owes, debt = true } = clockOf(clock);
    const ends = (rule: AnyRule) => leaves(rule, stage) || stopped(rule).includes(clock);
    return (
      debt &&
      rowsOf(machine).some(
        ([, rule]) => sourcesOf(rule).includes(stage) && hatsOf(rule).includes(owes) && ends(rule),
      )
    );
  });
}

/** The paths that end where nobody owes the next step. */
export function waitsForNobody(machine: AnyMachine, except: readonly string[] = []): string[] {
  return situationsOf(machine)
    .filter((situation) => !isFinal(machine, situation.stage) && !except.includes(situation.stage))
    .filter((situation) => !isOwed(machine, situation))
    .map(({ stage, path }) => `${path.join(' → ')}: nobody owes the next step in ${stage}`);
}

/** Clocks that no row starts for certain, or no row stops by name. */
export function looseClocks(all: readonly AnyMachine[], clocks: readonly ClockName[]): string[] {
  const rules = all.flatMap((machine) => rowsOf(machine).map(([, rule]) => rule));
  return clocks.flatMap((clock) => {
    const started = rules.some((rule) => rule.starts?.includes(clock) || oneOfThoseLeft(rule, clock));
    const ended = rules.some((rule) => stopped(rule).includes(clock));
    return [
      ...(started ? [] : [`${clock} is never started`]),
      ...(ended ? [] : [`${clock} is never stopped`]),
    ];
  });
}

const oneOfThoseLeft = (rule: AnyRule, clock: ClockName): boolean =>
  Boolean(rule.leavesOneOf?.includes(clock) && rule.mayStart?.includes(clock));
