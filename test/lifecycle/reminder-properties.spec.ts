import fc from 'fast-check';
import { loadCalendar } from '../../config/calendar';
import { loadHandlingRules } from '../../config/handling-rules';
import { addDays, type Day } from '../../src/lifecycle/days';
import {
  kindOf,
  nextReminderOn,
  reminderBy,
  rungDay,
  type Reminded,
  type Rung,
} from '../../src/lifecycle/reminders';

const calendar = loadCalendar();
const usual = loadHandlingRules().reminders;

const day = fc.integer({ min: 0, max: 500 }).map((number) => addDays('2025-10-01', number));
const deadline: fc.Arbitrary<Reminded> = fc
  .tuple(day, fc.integer({ min: 0, max: 120 }))
  .map(([startedOn, length]) => ({ startedOn, dueOn: addDays(startedOn, length) }));

const distance = fc.oneof(
  fc.record({ days: fc.integer({ min: -30, max: 30 }) }),
  fc.record({ workingDays: fc.integer({ min: -15, max: 20 }) }),
);
const rung: fc.Arbitrary<Rung> = fc.record(
  {
    level: fc.constantFrom('blue' as const, 'yellow' as const, 'red' as const),
    when: distance,
    everyDays: fc.integer({ min: 1, max: 10 }),
  },
  { requiredKeys: ['level', 'when'] },
);
const ladder = fc.oneof(fc.constant(usual), fc.array(rung, { minLength: 1, maxLength: 6 }));

/** What a clerk with a calendar would find: each day belongs to the rung begun last, and each so many days it speaks. */
function walk(rungs: readonly Rung[], reminded: Reminded, until: Day): Map<Day, string> {
  const said = new Map<Day, string>();
  const days = rungs.map((each) => rungDay(each, reminded.dueOn, calendar));
  let inForce = -1;
  let since = 0;
  for (let on = addDays(reminded.dueOn, -60); on <= until; on = addDays(on, 1)) {
    const begun = days.lastIndexOf(on);
    since += 1;
    if (begun >= 0 && on > reminded.startedOn) [inForce, since] = [begun, 0];
    const every = rungs[inForce]?.everyDays;
    if (inForce < 0 || (since > 0 && (!every || since % every > 0))) continue;
    said.set(on, `${inForce} ${every ? since / every : 0}`);
  }
  return said;
}

/** What the ladder says on a day, in the words of the walk. */
const saidBy = (rungs: readonly Rung[], reminded: Reminded, on: Day): string | null => {
  const reminder = reminderBy(rungs, reminded, on, calendar);
  return reminder && `${reminder.rung} ${reminder.repeat}`;
};

const END = 200;

describe('The ladder of reminders', () => {
  it('says each day what a walk from day to day finds', () => {
    fc.assert(
      fc.property(ladder, deadline, (rungs, reminded) => {
        const until = addDays(reminded.dueOn, END);
        const walked = walk(rungs, reminded, until);
        let last: string | null = null;
        for (let on = reminded.startedOn; on <= until; on = addDays(on, 1)) {
          last = walked.get(on) ?? last;
          expect([on, saidBy(rungs, reminded, on)]).toEqual([on, last]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives each rung and repetition at most once and in order, swept day by day or with gaps', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(ladder, deadline, gaps, (rungs, reminded, steps) => {
        const given: string[] = [];
        let remindOn = nextReminderOn(rungs, reminded, addDays(reminded.startedOn, 1), calendar);
        let on = reminded.startedOn;
        for (const step of steps) {
          on = addDays(on, step);
          if (remindOn === null || remindOn > on) {
            // Nothing new is said on a day without a sweep's work.
            expect(saidBy(rungs, reminded, on)).toBe(given.at(-1) ?? null);
            continue;
          }
          const said = saidBy(rungs, reminded, on);
          expect(said).not.toBeNull();
          given.push(said as string);
          remindOn = nextReminderOn(rungs, reminded, addDays(on, 1), calendar);
        }
        expect(new Set(given).size).toBe(given.length);
        const inOrder = [...walk(rungs, reminded, on).values()];
        const places = given.map((said) => inOrder.indexOf(said));
        expect([...places].sort((a, b) => a - b)).toEqual(places);
        expect(places).not.toContain(-1);
      }),
      { numRuns: 200 },
    );
  });

  it('knows the first day on which it says something else', () => {
    fc.assert(
      fc.property(ladder, deadline, fc.integer({ min: 1, max: 150 }), (rungs, reminded, ahead) => {
        const from = addDays(reminded.startedOn, ahead);
        const next = nextReminderOn(rungs, reminded, from, calendar);
        const before = saidBy(rungs, reminded, addDays(from, -1));
        const until = next ?? addDays(from, END);
        for (let on = from; on < until; on = addDays(on, 1)) expect(saidBy(rungs, reminded, on)).toBe(before);
        if (next) expect(saidBy(rungs, reminded, next)).not.toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it('says nothing at or before the start', () => {
    fc.assert(
      fc.property(ladder, deadline, fc.integer({ min: 0, max: 60 }), (rungs, reminded, before) => {
        expect(reminderBy(rungs, reminded, addDays(reminded.startedOn, -before), calendar)).toBeNull();
      }),
    );
  });

  it('names every rung and repetition of a ladder differently', () => {
    const names = usual.flatMap((each) => [0, 1, 12].map((repeat) => kindOf(each, repeat)));
    expect(new Set(names).size).toBe(names.length);
    expect(names.slice(0, 3)).toEqual(['blue-15d', 'blue-15d#1', 'blue-15d#12']);
    expect(names.every((name) => name.length <= 20)).toBe(true);
  });
});
