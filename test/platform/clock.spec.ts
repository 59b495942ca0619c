import {
  dayOf,
  isDay,
  isoOf,
  millisecondsBetween,
  momentAfter,
  momentFrom,
  startOfDay,
  timeOf,
} from '../../src/platform/clock/calendar';
import { ManualClock, SystemClock } from '../../src/platform/clock/clock';

describe('The clock', () => {
  it('stands still until it is moved', () => {
    const clock = new ManualClock('2022-03-01T08:00:00+08:00');
    expect(isoOf(clock.now())).toBe('2022-03-01T00:00:00.000Z');
    clock.advance(1500);
    expect(isoOf(clock.now())).toBe('2022-03-01T00:00:01.500Z');
    clock.now().setFullYear(1999);
    expect(isoOf(clock.now())).toBe('2022-03-01T00:00:01.500Z');
    clock.set('2026-01-01T00:00:00Z');
    expect(isoOf(clock.now())).toBe('2026-01-01T00:00:00.000Z');
  });

  it('of the system goes on', () => {
    expect(Math.abs(new SystemClock().now().getTime() - Date.now())).toBeLessThan(1000);
  });
});

describe('The calendar', () => {
  it('counts days in the zone of the office, whatever the zone of the server', () => {
    expect(dayOf('2022-03-01T15:59:59.999Z')).toBe('2022-03-01');
    expect(dayOf('2022-03-01T16:00:00.000Z')).toBe('2022-03-02');
    expect(dayOf(new Date('2022-12-31T16:00:00.000Z'))).toBe('2023-01-01');
    expect(startOfDay('2022-03-02')).toBe('2022-03-01T16:00:00.000Z');
  });

  it('agrees with the zone database', () => {
    const timeZone = 'Asia/Shanghai';
    const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone });
    const hours = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' });
    for (let at = Date.UTC(1992, 0, 1); at < Date.UTC(2040, 0, 1); at += 41 * 3_600_000) {
      expect(dayOf(new Date(at))).toBe(shanghai.format(at));
      expect(dayOf(new Date(at).toISOString())).toBe(shanghai.format(at));
      expect(timeOf(new Date(at).toISOString())).toBe(hours.format(at));
    }
  });

  it.each(['2024-02-29', '2022-12-31', '1949-10-01'])('knows the day %s', (day) =>
    expect(isDay(day)).toBe(true),
  );

  it.each(['2023-02-29', '2022-13-01', '2022-00-10', '2022-1-1', '', '2022-03-01T00:00:00Z', null, 20220301])(
    'knows that %s is no day',
    (day) => expect(isDay(day)).toBe(false),
  );

  it('reads moments that name their zone', () => {
    expect(momentFrom('2022-03-01T08:00:00+08:00')).toBe('2022-03-01T00:00:00.000Z');
    expect(momentFrom('2022-03-01T08:00Z')).toBe('2022-03-01T08:00:00.000Z');
    expect(momentFrom('2022-03-01T08:00:00.123Z')).toBe('2022-03-01T08:00:00.123Z');
  });

  it.each([
    '2022-03-01T08:00:00',
    '2022-02-30T08:00:00Z',
    '2022-03-01T25:00:00Z',
    '2022-03-01',
    'now',
    1,
    null,
  ])('does not read %s as a moment', (text) => expect(momentFrom(text)).toBeNull());

  it('adds and subtracts moments', () => {
    expect(momentAfter('2022-03-01T00:00:00.000Z', 90_000)).toBe('2022-03-01T00:01:30.000Z');
    expect(millisecondsBetween('2022-03-01T00:00:00.000Z', '2022-03-01T00:01:30.000Z')).toBe(90_000);
  });
});
