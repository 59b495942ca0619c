import fc from 'fast-check';
import { loadCalendar } from '../../config/calendar';
import { addDays, dayAt, dayNumber, daysBetween } from '../../src/lifecycle/days';
import { type DeadlineEvent, type Length, dueOf } from '../../src/lifecycle/deadlines';
import { isWorkingDay } from '../../src/lifecycle/working-days';

const calendar = loadCalendar();

const start = (day: string): DeadlineEvent => ({ kind: 'start', day });
const rest = (from: string, to: string): DeadlineEvent[] => [
  { kind: 'pause', day: from },
  { kind: 'resume', day: to },
];
const extend = (day: string, to: string): DeadlineEvent => ({ kind: 'extend', day, to });
const dueOn = (length: Length, ...events: DeadlineEvent[]): string => dueOf(length, events, calendar).dueOn;

describe('whatever happens to a clock', () => {
  const day = fc.integer({ min: dayNumber('2024-12-01'), max: dayNumber('2026-11-30') }).map(dayAt);
  const length: fc.Arbitrary<Length> = fc.oneof(
    fc.record({ days: fc.integer({ min: 1, max: 120 }) }),
    fc.record({ months: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ workingDays: fc.integer({ min: 1, max: 60 }) }),
  );
  /** Near the start of the clock, so that most of them fall into its time. */
  const pause = fc.record({ after: fc.integer({ min: -10, max: 150 }), days: fc.nat(40) });
  const pauses = fc.array(pause, { maxLength: 5 });
  const extension = fc.record({ after: fc.nat(120), until: fc.nat(300) });

  type Pause = { after: number; days: number };
  const spanOf = (from: string, { after, days }: Pause) => ({
    from: addDays(from, after),
    to: addDays(from, after + days),
  });
  const turns = (from: string, spans: Pause[]): DeadlineEvent[] =>
    spans.map((each) => spanOf(from, each)).flatMap((span) => rest(span.from, span.to));
  const extended = (from: string, { after, until }: { after: number; until: number }): DeadlineEvent =>
    extend(addDays(from, after), addDays(from, until));

  it('the order in which it is recorded changes nothing', () => {
    const shuffled = fc
      .tuple(day, pauses, fc.array(extension, { maxLength: 3 }))
      .map(([from, spans, more]) => [
        start(from),
        ...turns(from, spans),
        ...more.map((each) => extended(from, each)),
      ])
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      );
    fc.assert(
      fc.property(length, shuffled, (of, [events, mixed]) => {
        expect(dueOf(of, mixed, calendar)).toEqual(dueOf(of, events, calendar));
      }),
    );
  });

  it('it is never due before its start', () => {
    fc.assert(
      fc.property(length, day, pauses, fc.array(extension), (of, from, spans, more) => {
        const events = [...turns(from, spans), ...more.map((each) => extended(from, each))];
        expect(dueOn(of, start(from), ...events) >= from).toBe(true);
      }),
    );
  });

  it('one more or a longer extension never makes it due earlier', () => {
    fc.assert(
      fc.property(length, day, pauses, extension, fc.nat(90), (of, from, spans, more, days) => {
        const events = [start(from), ...turns(from, spans)];
        const once = dueOn(of, ...events, extended(from, more));
        expect(once >= dueOn(of, ...events)).toBe(true);
        expect(dueOn(of, ...events, extended(from, { ...more, until: more.until + days })) >= once).toBe(
          true,
        );
      }),
    );
  });

  it('a pause never makes it due earlier', () => {
    fc.assert(
      fc.property(length, day, pauses, pause, (of, from, spans, more) => {
        const without = dueOn(of, start(from), ...turns(from, spans));
        expect(dueOn(of, start(from), ...turns(from, [...spans, more])) >= without).toBe(true);
      }),
    );
  });

  it('it is due where somebody ends who ticks off one day after another', () => {
    fc.assert(
      fc.property(length, day, pauses, (of, from, spans) => {
        const ticked = tickedOff(
          of,
          from,
          spans.map((each) => spanOf(from, each)),
        );
        expect(dueOn(of, start(from), ...turns(from, spans))).toBe(ticked);
      }),
    );
  });

  /** The slow way, on text alone: each day is asked whether it counts, then whether the time may end on it. */
  function tickedOff(of: Length, from: string, spans: { from: string; to: string }[]): string {
    const paused = (on: string): boolean => spans.some((span) => span.from <= on && on < span.to);
    const counts = (on: string): boolean =>
      !paused(on) && (!('workingDays' in of) || isWorkingDay(on, calendar));
    let left = 'months' in of ? daysBetween(from, monthsLater(from, of.months)) : Object.values(of)[0];
    let on = from;
    while (left > 0) {
      on = addDays(on, 1);
      if (counts(on)) left -= 1;
    }
    while (paused(on) || !isWorkingDay(on, calendar)) on = addDays(on, 1);
    return on;
  }

  function monthsLater(from: string, months: number): string {
    let on = from;
    const passed = (other: string): number =>
      Number(other.slice(0, 4)) * 12 +
      Number(other.slice(5, 7)) -
      Number(from.slice(0, 4)) * 12 -
      Number(from.slice(5, 7));
    while (passed(on) < months) on = addDays(on, 1);
    while (on.slice(8) < from.slice(8) && passed(addDays(on, 1)) === months) on = addDays(on, 1);
    return on;
  }
});
