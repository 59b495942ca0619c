import fc from 'fast-check';
import {
  calendarAfter,
  type CalendarChange,
  differenceOf,
  entriesAfter,
  stretchesOf,
} from '../../src/lifecycle/calendar-changes';
import { addDays, type Day, dayNumber } from '../../src/lifecycle/days';
import { isLoaded, isWorkingDay } from '../../src/lifecycle/working-days';

const YEARS = [2025, 2026, 2027];
const FIRST = '2025-01-01';
const LENGTH = 3 * 365;

const dayIn = (year?: number): fc.Arbitrary<Day> =>
  fc
    .integer({ min: 0, max: LENGTH - 1 })
    .map((number) => addDays(FIRST, number))
    .map((day) => (year === undefined ? day : `${year}${day.slice(4)}`));
const entryOf = (day: fc.Arbitrary<Day>) =>
  fc.record({
    day,
    kind: fc.constantFrom('off' as const, 'worked' as const),
    name: fc.constantFrom('元旦', '春节'),
  });
const single = entryOf(dayIn()).map((entry): CalendarChange => ({ year: null, entries: [entry] }));
const whole = fc
  .constantFrom(...YEARS)
  .chain((year) =>
    fc
      .uniqueArray(entryOf(dayIn(year)), { selector: ({ day }) => day, maxLength: 20 })
      .map((entries): CalendarChange => ({ year, entries })),
  );
const changes = fc.array(fc.oneof(single, whole), { maxLength: 12 });
const inYear = (all: CalendarChange[], year: number) =>
  entriesAfter(all).filter(({ day }) => day.startsWith(`${year}-`));

describe('The calendar after changes', () => {
  it('has of a year that is loaded what was loaded, and nothing from before', () => {
    fc.assert(
      fc.property(changes, whole, (before, change) => {
        const sorted = [...change.entries].sort((a, b) => (a.day < b.day ? -1 : 1));
        expect(inYear([...before, change], change.year as number)).toEqual(sorted);
        for (const year of YEARS.filter((each) => each !== change.year))
          expect(inYear([...before, change], year)).toEqual(inYear(before, year));
        expect(isLoaded(`${change.year}-06-01`, calendarAfter([...before, change]))).toBe(true);
      }),
    );
  });

  it('has of each single day what was said last', () => {
    fc.assert(
      fc.property(changes, fc.array(single, { minLength: 1, maxLength: 8 }), (before, singles) => {
        const calendar = calendarAfter([...before, ...singles]);
        for (const { day, kind } of new Map(
          singles.map(({ entries: [entry] }) => [entry.day, entry]),
        ).values())
          expect(isWorkingDay(day, calendar)).toBe(kind === 'worked');
        expect(calendar.years).toEqual(calendarAfter(before).years);
      }),
    );
  });

  it('differs by exactly the days that are worked in one and off in the other', () => {
    const all = Array.from({ length: LENGTH }, (_, index) => addDays(FIRST, index));
    fc.assert(
      fc.property(changes, changes, (before, more) => {
        const [old, now] = [calendarAfter(before), calendarAfter([...before, ...more])];
        const { days, span } = differenceOf(old, now);
        expect(days).toEqual(all.filter((day) => isWorkingDay(day, old) !== isWorkingDay(day, now)));
        for (const day of all.filter((each) => isLoaded(each, old) !== isLoaded(each, now)))
          expect(span && span.from <= day && day <= span.to).toBe(true);
        const stretched = stretchesOf(days).reduce(
          (sum, { from, to }) => sum + dayNumber(to) - dayNumber(from) + 1,
          0,
        );
        expect(stretched).toBe(days.length);
      }),
    );
  });
});
