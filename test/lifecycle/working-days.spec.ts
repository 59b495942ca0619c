import fc from 'fast-check';
import { loadCalendar } from '../../config/calendar';
import { addDays, addMonths, dayAt, dayNumber, daysBetween, isDay } from '../../src/lifecycle/days';
import {
  addWorkingDays,
  isLoaded,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from '../../src/lifecycle/working-days';

const calendar = loadCalendar();
const anyDay = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2060-12-31') }).map(dayAt);
const loadedDay = fc.integer({ min: dayNumber('2025-01-01'), max: dayNumber('2026-12-31') }).map(dayAt);

const workedOf = (year: number): number => workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, calendar);

describe('days', () => {
  it.each([
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '0000-01-01',
    '',
    '2026-01-01 ',
  ])('are days that exist: %p is none', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => dayNumber(text)).toThrow(RangeError);
  });

  it('agree with the calendar of the platform, leap years included', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
        const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
        expect(dayAt(number)).toBe(day);
        expect(dayNumber(day)).toBe(number);
      }),
    );
  });

  it('are as far apart as was added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2025-12-31', 12, '2026-12-31'],
  ])('months after %s, %i of them, end on the same number or at the end of the month', (day, months, end) => {
    expect(addMonths(day, months)).toBe(end);
  });
});

describe('working days of the years that are loaded', () => {
  it.each([
    '2022-01-29',
    '2022-01-30',
    '2022-04-02',
    '2022-04-24',
    '2022-05-07',
    '2022-10-08',
    '2022-10-09',
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ])('include the make-up day %s', (day) => expect(isWorkingDay(day, calendar)).toBe(true));

  it.each([
    '2022-01-03',
    '2022-01-31',
    '2022-02-04',
    '2022-04-04',
    '2022-05-04',
    '2022-06-03',
    '2022-09-12',
    '2022-10-07',
    '2025-01-01',
    '2025-01-28',
    '2025-02-04',
    '2025-04-04',
    '2025-05-05',
    '2025-06-02',
    '2025-10-06',
    '2025-10-08',
    '2026-01-02',
    '2026-02-16',
    '2026-02-23',
    '2026-04-06',
    '2026-05-05',
    '2026-06-19',
    '2026-09-25',
    '2026-10-07',
  ])('leave out the weekday %s, which is off', (day) => expect(isWorkingDay(day, calendar)).toBe(false));

  it('leave out ordinary weekends and include ordinary weekdays', () => {
    expect(isWorkingDay('2026-11-21', calendar)).toBe(false);
    expect(isWorkingDay('2026-11-22', calendar)).toBe(false);
    expect(isWorkingDay('2026-11-23', calendar)).toBe(true);
  });

  it('are as many as weekdays, holidays and make-up days leave', () => {
    expect([2022, 2025, 2026].map(workedOf)).toEqual([249, 248, 248]);
  });

  it('are counted from the day after, over Spring Festival and its make-up weekend', () => {
    // Fri 28 January; Sat 29 and Sun 30 are worked, 31 January to 6 February are off.
    expect(addWorkingDays('2022-01-28', 2, calendar)).toBe('2022-01-30');
    expect(addWorkingDays('2022-01-28', 3, calendar)).toBe('2022-02-07');
    expect(addWorkingDays('2022-02-07', -3, calendar)).toBe('2022-01-28');
    expect(addWorkingDays('2026-10-08', 3, calendar)).toBe('2026-10-12');
    expect(nextWorkingDay('2022-01-31', calendar)).toBe('2022-02-07');
    expect(nextWorkingDay('2022-01-29', calendar)).toBe('2022-01-29');
    expect(workingDaysBetween('2022-01-28', '2022-02-07', calendar)).toBe(3);
  });

  it('are undone by counting back and measured by counting between', () => {
    fc.assert(
      fc.property(loadedDay, fc.integer({ min: -120, max: 120 }), (day, days) => {
        const start = nextWorkingDay(day, calendar);
        const end = addWorkingDays(start, days, calendar);
        expect(addWorkingDays(end, -days, calendar)).toBe(start);
        expect(workingDaysBetween(start, end, calendar) - days).toBe(0);
      }),
    );
  });
});

describe('years that are not loaded', () => {
  it('are known as such, also when they lie between', () => {
    expect(isLoaded('2026-12-31', calendar)).toBe(true);
    expect(isLoaded('2027-01-01', calendar)).toBe(false);
    expect(isLoaded('2025-06-01', calendar, '2026-06-01')).toBe(true);
    expect(isLoaded('2022-06-01', calendar, '2026-06-01')).toBe(false);
  });

  it('have the holidays the law fixes by date, and no New Year on which one works', () => {
    const off = [
      '2027-01-01',
      '2027-10-01',
      '2029-05-01',
      '2029-05-02',
      '2029-10-02',
      '2029-10-03',
      '2024-05-01',
    ];
    expect(off.filter((day) => isWorkingDay(day, calendar))).toEqual([]);
    expect(isWorkingDay('2024-05-02', calendar)).toBe(true);
    expect(isWorkingDay('2027-10-04', calendar)).toBe(true);
  });
});
