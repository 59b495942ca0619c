import fc from 'fast-check';
import { loadCalendarYears } from '../../config/calendar';
import { instantOf, momentAt, officeDayAt } from '../../src/lifecycle/moments';
import { nextAllowed, nextBrief, type QuietHours } from '../../src/lifecycle/quiet-hours';
import { calendarOf, isWorkingDay } from '../../src/lifecycle/working-days';

const MINUTE = 60_000;
const CALENDAR = calendarOf(loadCalendarYears());
const OFFICE: QuietHours = { from: '18:00', to: '08:30', workingDaysOnly: true };

const two = (number: number) => String(number).padStart(2, '0');
const times = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`);
const quiets = fc.record({ from: times, to: times, workingDaysOnly: fc.boolean() });
const moments = fc
  .integer({ min: instantOf('2025-06-01T00:00:00.000Z'), max: instantOf('2027-02-01T00:00:00.000Z') })
  .map(momentAt);

/** The plain meaning, read off the local time as text. */
function rings(moment: string, { from, to, workingDaysOnly }: QuietHours): boolean {
  const local = momentAt(instantOf(moment) + 8 * 60 * MINUTE);
  const time = local.slice(11, 16);
  const quiet = from <= to ? time >= from && time < to : time >= from || time < to;
  return !quiet && (!workingDaysOnly || isWorkingDay(local.slice(0, 10), CALENDAR));
}

describe('Quiet hours', () => {
  const next = (moment: string, quiet = OFFICE) => nextAllowed(moment, quiet, CALENDAR);

  it.each([
    ['2026-03-02T01:00:00.000Z', '2026-03-02T01:00:00.000Z', 'Monday at nine'],
    ['2026-03-02T09:59:59.999Z', '2026-03-02T09:59:59.999Z', 'just before six'],
    ['2026-03-02T10:00:00.000Z', '2026-03-03T00:30:00.000Z', 'at six'],
    ['2026-03-02T17:00:00.000Z', '2026-03-03T00:30:00.000Z', 'one at night'],
    ['2026-03-06T10:00:00.000Z', '2026-03-09T00:30:00.000Z', 'Friday evening'],
    ['2026-02-13T10:00:00.000Z', '2026-02-14T00:30:00.000Z', 'before a Saturday that is worked'],
    ['2026-02-14T10:00:00.000Z', '2026-02-24T00:30:00.000Z', 'before the Spring Festival'],
  ])('%s waits until %s: %s', (moment, expected) => expect(next(moment)).toBe(expected));

  it('may lie within a day, or not be at all', () => {
    const noon = { from: '12:00', to: '14:00', workingDaysOnly: false };
    expect(next('2026-03-07T04:30:00.000Z', noon)).toBe('2026-03-07T06:00:00.000Z');
    const never = { from: '12:00', to: '12:00', workingDaysOnly: false };
    expect(next('2026-03-07T04:00:00.000Z', never)).toBe('2026-03-07T04:00:00.000Z');
  });

  it('end at a moment that rings, the first there is', () => {
    fc.assert(
      fc.property(moments, quiets, (moment, quiet) => {
        const found = next(moment, quiet);
        expect(rings(found, quiet)).toBe(true);
        expect(found >= moment).toBe(true);
        expect(next(found, quiet)).toBe(found);
        if (found === moment) return;
        expect(rings(moment, quiet)).toBe(false);
        for (let at = instantOf(found) - 1; at >= instantOf(moment); at -= 37 * MINUTE)
          expect(rings(momentAt(at), quiet)).toBe(false);
      }),
    );
  });

  it('never let a later thing ring earlier', () => {
    fc.assert(
      fc.property(moments, moments, quiets, (one, other, quiet) => {
        const [earlier, later] = [one, other].sort();
        expect(next(earlier, quiet) <= next(later, quiet)).toBe(true);
      }),
    );
  });
});

describe('The next brief', () => {
  const next = (moment: string, at = '08:30') => nextBrief(moment, at, OFFICE, CALENDAR);

  it('is this morning, or the next that is worked', () => {
    const monday = { on: '2026-03-02', at: '2026-03-02T00:30:00.000Z' };
    expect(next('2026-03-02T00:30:00.000Z')).toEqual(monday);
    expect(next('2026-03-02T00:30:00.001Z')).toEqual({ on: '2026-03-03', at: '2026-03-03T00:30:00.000Z' });
    expect(next('2026-02-27T18:00:00.000Z')).toEqual({ on: '2026-02-28', at: '2026-02-28T00:30:00.000Z' });
    expect(next('2026-02-28T01:00:00.000Z')).toEqual(monday);
  });

  it('does not ring before it may', () => {
    expect(next('2026-03-01T20:00:00.000Z', '06:00').at).toBe('2026-03-02T00:30:00.000Z');
  });

  it('is on a day that is worked, of the moment it names or later', () => {
    fc.assert(
      fc.property(moments, times, (moment, at) => {
        const brief = next(moment, at);
        expect(isWorkingDay(brief.on, CALENDAR)).toBe(true);
        expect(brief.at >= moment).toBe(true);
        expect(brief.on >= officeDayAt(instantOf(moment))).toBe(true);
        expect(rings(brief.at, OFFICE)).toBe(true);
      }),
    );
  });
});
