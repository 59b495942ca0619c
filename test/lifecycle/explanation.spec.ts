import fc from 'fast-check';
import { loadCalendar } from '../../config/calendar';
import { addDays, addMonths, dayAt, dayNumber, daysBetween } from '../../src/lifecycle/days';
import { type DeadlineEvent, dueOf, type Length } from '../../src/lifecycle/deadlines';
import { explain } from '../../src/lifecycle/explanation';
import { isWorkingDay } from '../../src/lifecycle/working-days';

const calendar = loadCalendar();
const begin = (day: string, more: object = {}): DeadlineEvent => ({ kind: 'start', day, ...more });
const why = (length: Length, ...events: DeadlineEvent[]) =>
  explain(length, events, calendar).days.map(({ day, number, why, name }) =>
    [day.slice(5), number, why, name].filter((part) => part !== undefined && part !== null).join(' '),
  );

describe('A deadline explains itself', () => {
  it('names weekends, holidays and make-up days of working days', () => {
    expect(why({ workingDays: 3 }, begin('2026-02-13'))).toEqual([
      '02-13 start',
      '02-14 1 makeUp',
      '02-15 holiday 春节',
      '02-16 holiday 春节',
      '02-17 holiday 春节',
      '02-18 holiday 春节',
      '02-19 holiday 春节',
      '02-20 holiday 春节',
      '02-21 holiday 春节',
      '02-22 holiday 春节',
      '02-23 holiday 春节',
      '02-24 2 counted',
      '02-25 3 counted',
    ]);
  });

  it('says that a time in days rolls over a day off', () => {
    expect(why({ days: 2 }, begin('2026-04-02'))).toEqual([
      '04-02 start',
      '04-03 1 counted',
      '04-04 2 counted',
      '04-05 holiday 清明节',
      '04-06 holiday 清明节',
      '04-07 rolled',
    ]);
  });

  it('does not count paused days', () => {
    const turns: DeadlineEvent[] = [
      { kind: 'pause', day: '2026-03-04' },
      { kind: 'resume', day: '2026-03-06' },
    ];
    expect(why({ workingDays: 2 }, begin('2026-03-02'), ...turns)).toEqual([
      '03-02 start',
      '03-03 1 counted',
      '03-04 paused',
      '03-05 paused',
      '03-06 2 counted',
    ]);
    expect(explain({ workingDays: 2 }, [begin('2026-03-02'), ...turns], calendar).pauses).toEqual([
      { from: '2026-03-04', to: '2026-03-05' },
    ]);
  });

  it('shows a fixed day without counting up to it', () => {
    expect(why({ own: true }, begin('2026-03-02', { given: '2026-05-01' }))).toEqual([
      '03-02 start',
      '05-01 given',
    ]);
  });

  it('says which of several extensions decides', () => {
    const events: DeadlineEvent[] = [
      begin('2026-03-02'),
      { kind: 'extend', day: '2026-03-05', to: '2026-04-10' },
      { kind: 'extend', day: '2026-04-01', to: '2026-05-20' },
    ];
    expect(explain({ workingDays: 5 }, events, calendar).extensions).toEqual([
      { on: '2026-03-05', to: '2026-04-10', decides: false },
      { on: '2026-04-01', to: '2026-05-20', decides: true },
    ]);
  });

  it('marks the days that rest on a year nobody has announced', () => {
    const { days, due } = explain({ workingDays: 3 }, [begin('2026-12-30')], calendar);
    expect(days.map(({ day, provisional }) => [day, provisional])).toEqual([
      ['2026-12-30', false],
      ['2026-12-31', false],
      ['2027-01-01', true],
      ['2027-01-02', true],
      ['2027-01-03', true],
      ['2027-01-04', true],
      ['2027-01-05', true],
    ]);
    expect(due.provisional).toBe(true);
  });

  it('has no days to show for a time in hours', () => {
    const events = [begin('2026-03-02', { at: '2026-03-02T01:00:00.000Z' })];
    const { days, due } = explain({ hours: 24 }, events, calendar);
    expect([days, due.dueAt]).toEqual([[], '2026-03-03T01:00:00.000Z']);
  });
});

describe('whatever happens to a deadline, its explanation', () => {
  const day = fc.integer({ min: dayNumber('2024-12-01'), max: dayNumber('2026-11-30') }).map(dayAt);
  const length: fc.Arbitrary<Exclude<Length, { hours: number } | { own: true }>> = fc.oneof(
    fc.record({ days: fc.integer({ min: 1, max: 120 }) }),
    fc.record({ months: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ workingDays: fc.integer({ min: 1, max: 60 }) }),
  );
  const pause = fc.record({ after: fc.integer({ min: -10, max: 150 }), days: fc.nat(40) });
  const extension = fc.record({ after: fc.nat(120), until: fc.nat(300) });
  const events = fc
    .record({
      from: day,
      given: fc.option(fc.nat(200)),
      pauses: fc.array(pause, { maxLength: 4 }),
      extensions: fc.array(extension, { maxLength: 2 }),
    })
    .map(({ from, given, pauses, extensions }): DeadlineEvent[] => [
      begin(from, given === null ? {} : { given: addDays(from, given) }),
      ...pauses.flatMap(({ after, days }): DeadlineEvent[] => [
        { kind: 'pause', day: addDays(from, after) },
        { kind: 'resume', day: addDays(from, after + days) },
      ]),
      ...extensions.map(({ after, until }): DeadlineEvent => ({
        kind: 'extend',
        day: addDays(from, after),
        to: addDays(from, until),
      })),
    ]);

  it('ends on the day that was computed, and says which extension moved it', () => {
    fc.assert(
      fc.property(length, events, (time, happened) => {
        const { days, due, extensions } = explain(time, happened, calendar);
        const regular = dueOf(
          time,
          happened.filter(({ kind }) => kind !== 'extend'),
          calendar,
        ).dueOn;
        expect(days[days.length - 1].day).toBe(regular);
        expect(due).toEqual(dueOf(time, happened, calendar));
        expect(extensions.some(({ decides }) => decides)).toBe(due.dueOn > regular);
      }),
      { numRuns: 500 },
    );
  });

  it('counts as many days as the time is long, each only when it counts', () => {
    fc.assert(
      fc.property(length, events, (time, happened) => {
        const { days, pauses } = explain(time, happened, calendar);
        const [start] = happened as [Extract<DeadlineEvent, { kind: 'start' }>];
        if (start.given) return;
        const counted = days.filter(({ number }) => number !== null);
        const paused = (on: string) =>
          pauses.some(({ from, to }) => from <= on && on <= to) && !counted.some((each) => each.day === on);
        expect(counted.map(({ number }) => number)).toEqual(counted.map((_, at) => at + 1));
        expect(counted.length).toBe(amountOf(time, start.day));
        if ('workingDays' in time)
          expect(counted.every((each) => isWorkingDay(each.day, calendar))).toBe(true);
        expect(days.filter((each) => each.why === 'paused').every((each) => paused(each.day))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  const amountOf = (time: Length, from: string): number => {
    if ('workingDays' in time) return time.workingDays;
    if ('days' in time) return time.days;
    return daysBetween(from, addMonths(from, (time as { months: number }).months));
  };

  it('walks from day to day without a gap', () => {
    fc.assert(
      fc.property(length, events, (time, happened) => {
        if ((happened[0] as { given?: string }).given) return;
        const { days } = explain(time, happened, calendar);
        days.forEach(({ day: each }, at) => expect(each).toBe(addDays(days[0].day, at)));
      }),
    );
  });
});
