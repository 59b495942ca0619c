import { CLOCK_NAMES, type ClockName, clockOf } from '../../src/lifecycle/clocks';
import { HATS } from '../../src/lifecycle/people';
import { type AnyMachine, machineOf } from '../../src/lifecycle/rulebook';
import { looseClocks, situationsOf, waitsForNobody } from './liveness';
import { type AnyRule, hatsOf, machines, named, rowsOf, sourcesOf, stopped } from './tables';

/** Started only when the deed calls for it: a visit is due from a lead. */
const ONLY_SOMETIMES: readonly ClockName[] = ['firstContact'];

/**
 * Stages in which the one who moves on owes it otherwise. `handling`: the units, by the clocks of their assignments
 * (below). `opened`: the tellers, who stand beside the box; the meeting as a whole stays owed by `holdEvaluation`.
 */
const OWED_OTHERWISE: Record<string, readonly string[]> = { proposal: ['handling'], evaluation: ['opened'] };

/** Prepared by the handler, who is asked for it all along, and signed by the leader. */
const ENDED_BY_ANOTHER: readonly ClockName[] = ['reply', 'replyRound2'];

const faultsOf = (all: readonly AnyMachine[]): string[] => [
  ...all.flatMap((machine) => waitsForNobody(machine, OWED_OTHERWISE[machine.name])),
  ...looseClocks(
    all,
    CLOCK_NAMES.filter((clock) => !ONLY_SOMETIMES.includes(clock)),
  ),
];

it('somebody owes the next step on every path, in every stage that is no end', () => {
  expect(faultsOf(machines)).toEqual([]);
});

it('a meeting that is under way stays owed by whoever called it', () => {
  const opened = situationsOf(machineOf('evaluation')).filter(({ stage }) => stage === 'opened');
  expect(opened.length).toBeGreaterThan(0);
  for (const { running } of opened) expect(running).toContain('holdEvaluation');
});

describe('a case in the hands of units', () => {
  const assignment = machineOf('assignment');

  it('runs no clock of its own: each assignment that is no end has a debt', () => {
    const open = situationsOf(assignment).filter(({ stage }) => !assignment.finals.includes(stage));
    expect(new Set(open.map(({ stage }) => stage)).size).toBe(
      assignment.stages.length - assignment.finals.length,
    );
    for (const { path, running } of open) {
      const debts = running.filter((clock) => clockOf(clock).debt ?? true);
      expect([path, debts.length > 0]).toEqual([path, true]);
    }
  });

  it('moves on whenever an assignment comes to its end, by issue or by release', () => {
    const ending = rowsOf(assignment).filter(([, rule]) => rule.to === 'issued' || rule.to === 'released');
    const then = Object.fromEntries(ending.map(([action, rule]) => [action, rule.then]));
    expect(then).toEqual({
      issueReply: ['completeReplies'],
      grantReturn: ['reroute', 'completeReplies'],
      recall: ['reroute', 'completeReplies'],
      // Follows only when the case has moved on already.
      letGo: undefined,
    });
  });
});

describe('clocks', () => {
  const rows = machines.flatMap((machine) => rowsOf(machine).map(([, rule]) => rule));

  it.each(CLOCK_NAMES)('%s is owed by a hat that can do the step which ends it', (name) => {
    const { owes, debt = true } = clockOf(name);
    expect(HATS).toContain(owes);
    const ending = rows
      .filter((rule) => rule.stops === 'all' || stopped(rule).includes(name))
      .flatMap(hatsOf);
    if (debt) expect(ending.includes(owes)).toBe(!ENDED_BY_ANOTHER.includes(name));
  });

  it.each(CLOCK_NAMES)('%s belongs to what the rows that start it are about', (name) => {
    const { per } = clockOf(name);
    for (const machine of machines) {
      const starts = rowsOf(machine).some(([, rule]) =>
        [...(rule.starts ?? []), ...(rule.mayStart ?? [])].includes(name),
      );
      if (starts && per !== 'each') expect(per).toBe(machine.name);
    }
  });

  it('that a row leaves running could be running', () => {
    for (const machine of machines) {
      for (const [action, rule] of rowsOf(machine)) {
        const possible = [
          ...(rule.starts ?? []),
          ...(rule.mayStart ?? []),
          ...stopped(rule),
          ...mayRun(machine, rule),
        ];
        const strangers = (rule.leavesOneOf ?? []).filter((clock) => !possible.includes(clock));
        expect([action, strangers]).toEqual([action, []]);
      }
    }
  });

  it('that rest are resumed, and only those', () => {
    for (const machine of machines) {
      const all = rowsOf(machine).map(([, rule]) => rule);
      const resting = new Set(all.flatMap((rule) => [...(rule.pauses ?? [])]));
      expect(new Set(all.flatMap((rule) => [...(rule.resumes ?? [])]))).toEqual(resting);
    }
  });
});

/** Clocks that some path has running where the row may be used. */
function mayRun(machine: AnyMachine, rule: AnyRule): ClockName[] {
  return situationsOf(machine)
    .filter(({ stage }) => sourcesOf(rule).includes(stage))
    .flatMap(({ running }) => [...running]);
}

describe('the proof fails when somebody removes', () => {
  const kinds = ['starts', 'resumes', 'leavesOneOf'] as const;
  const removals = machines.flatMap((machine) =>
    rowsOf(machine).flatMap(([action, rule]) =>
      kinds.flatMap((kind) =>
        (kind === 'starts' ? (rule.starts ?? []).map((clock) => [clock]) : rule[kind] ? [rule[kind]] : [])
          .filter((gone) => gone.length > 0)
          .map((gone) => ({
            machine,
            action,
            kind,
            gone,
            title: `${gone.join(', ')} from ${named(machine, action)}`,
          })),
      ),
    ),
  );

  it.each(removals)('$kind: $title', ({ machine, action, kind, gone }) => {
    const rule = machine.actions[action];
    const kept = rule[kind]?.filter((clock) => !gone.includes(clock));
    const actions = { ...machine.actions, [action]: { ...rule, [kind]: kept?.length ? kept : undefined } };
    const others = machines.filter(({ name }) => name !== machine.name);
    expect(faultsOf([...others, { ...machine, actions }])).not.toEqual([]);
  });
});
