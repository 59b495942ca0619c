import { loadCalendar } from '../../config/calendar';
import { type DeadlineEvent, type Length, dueOf } from '../../src/lifecycle/deadlines';

const calendar = loadCalendar();

const start = (day: string): DeadlineEvent => ({ kind: 'start', day });
const rest = (from: string, to: string): DeadlineEvent[] => [
  { kind: 'pause', day: from },
  { kind: 'resume', day: to },
];
const extend = (day: string, to: string): DeadlineEvent => ({ kind: 'extend', day, to });
const dueOn = (length: Length, ...events: DeadlineEvent[]): string => dueOf(length, events, calendar).dueOn;

describe('a due date by the Civil Code', () => {
  it.each([
    ['the day of the event is not counted', { days: 7 }, '2026-11-02', '2026-11-09'],
    ['days that end on a Saturday end on Monday', { days: 5 }, '2026-11-02', '2026-11-09'],
    ['days that end on a worked Saturday end there', { days: 7 }, '2026-10-03', '2026-10-10'],
    ['days that end in a holiday end after it', { days: 10 }, '2022-01-24', '2022-02-07'],
    ['days that end on a worked Sunday end there too', { days: 6 }, '2022-01-24', '2022-01-30'],
    ['a month ends on the same day number', { months: 1 }, '2026-03-03', '2026-04-03'],
    ['a month ends at the end of the month', { months: 1 }, '2026-03-31', '2026-04-30'],
    ['a month that ends in Qingming ends after it', { months: 1 }, '2026-03-04', '2026-04-07'],
    ['three months that end in Spring Festival end after it', { months: 3 }, '2025-11-20', '2026-02-24'],
    ['months that end on 1 October end on the 8th', { months: 3 }, '2026-07-01', '2026-10-08'],
    ['working days leave out a holiday', { workingDays: 3 }, '2026-09-30', '2026-10-10'],
    ['working days include make-up days', { workingDays: 15 }, '2022-01-24', '2022-02-17'],
    ['working days may end on a make-up Sunday', { workingDays: 6 }, '2022-01-24', '2022-01-30'],
    ['working days may start on a day off', { workingDays: 1 }, '2026-10-03', '2026-10-08'],
  ] as [string, Length, string, string][])('%s', (_, length, from, due) => {
    expect(dueOf(length, [start(from)], calendar)).toEqual({ dueOn: due, provisional: false });
  });

  it('stays as given where a day was given, also on a day off, but never before the start', () => {
    expect(dueOn({ own: true }, { kind: 'start', day: '2026-03-02', given: '2026-10-04' })).toBe(
      '2026-10-04',
    );
    expect(dueOn({ months: 3 }, { kind: 'start', day: '2026-03-02', given: '2026-06-30' })).toBe(
      '2026-06-30',
    );
    expect(dueOn({ own: true }, { kind: 'start', day: '2026-03-02', given: '2026-03-01' })).toBe(
      '2026-03-02',
    );
  });

  it('cannot be had without a start, or without the day or moment the length needs', () => {
    expect(() => dueOn({ days: 1 })).toThrow('without a start');
    expect(() => dueOn({ own: true }, start('2026-03-02'))).toThrow('of its own day');
    expect(() => dueOn({ hours: 3 }, start('2026-03-02'))).toThrow('moment of its start');
    expect(() => dueOn({ days: 1 }, start('2026-02-30'))).toThrow('not a day');
  });

  it('is provisional when it rests on a year that is not loaded', () => {
    const provisional = (length: Length, day: string): boolean =>
      dueOf(length, [start(day)], calendar).provisional;
    expect(provisional({ workingDays: 1 }, '2026-12-30')).toBe(false);
    expect(provisional({ workingDays: 2 }, '2026-12-30')).toBe(true);
    expect(provisional({ days: 1 }, '2026-12-30')).toBe(false);
    expect(provisional({ months: 1 }, '2026-12-30')).toBe(true);
    // The length in between does not matter for months, only the day they end on.
    expect(provisional({ months: 6 }, '2024-10-15')).toBe(false);
    expect(provisional({ workingDays: 100 }, '2024-10-15')).toBe(true);
    expect(
      dueOf({ own: true }, [{ kind: 'start', day: '2026-12-30', given: '2027-05-01' }], calendar),
    ).toEqual({
      dueOn: '2027-05-01',
      provisional: false,
    });
  });
});

describe('a pause', () => {
  it('moves days by calendar days and working days by working days', () => {
    // Monday 2 to Friday 6 November do not count, nor does the weekend before the resumption on Monday 9.
    expect(dueOn({ days: 30 }, start('2026-10-12'), ...rest('2026-11-02', '2026-11-09'))).toBe('2026-11-18');
    expect(dueOn({ workingDays: 20 }, start('2026-10-12'), ...rest('2026-11-02', '2026-11-09'))).toBe(
      '2026-11-16',
    );
    expect(dueOn({ months: 3 }, start('2026-03-02'), ...rest('2026-04-01', '2026-04-08'))).toBe('2026-06-09');
  });

  it('counts once where two overlap', () => {
    const both = [...rest('2026-03-10', '2026-03-20'), ...rest('2026-03-15', '2026-03-25')];
    expect(dueOn({ days: 60 }, start('2026-03-02'), ...both)).toBe(
      dueOn({ days: 60 }, start('2026-03-02'), ...rest('2026-03-10', '2026-03-25')),
    );
  });

  it('changes nothing once the time has run out', () => {
    expect(dueOn({ days: 7 }, start('2026-11-02'), ...rest('2026-11-10', '2026-11-20'))).toBe('2026-11-09');
    expect(dueOn({ days: 7 }, start('2026-11-02'), ...rest('2026-11-09', '2026-11-12'))).toBe('2026-11-12');
  });

  it('that nobody has ended counts up to the last that is known of it', () => {
    expect(dueOn({ days: 7 }, start('2026-11-02'), { kind: 'pause', day: '2026-11-05' })).toBe('2026-11-09');
    const stopped: DeadlineEvent = { kind: 'stop', day: '2026-11-12' };
    expect(dueOn({ days: 7 }, start('2026-11-02'), { kind: 'pause', day: '2026-11-05' }, stopped)).toBe(
      '2026-11-16',
    );
    const again: DeadlineEvent = { kind: 'pause', day: '2026-11-12' };
    expect(dueOn({ days: 7 }, start('2026-11-02'), ...rest('2026-11-05', '2026-11-12'), again)).toBe(
      '2026-11-16',
    );
  });

  it('moves a day that was given as well, for time in a return is not charged', () => {
    const given: DeadlineEvent = { kind: 'start', day: '2026-03-02', given: '2026-06-30' };
    expect(dueOn({ months: 3 }, given, ...rest('2026-03-10', '2026-03-15'))).toBe('2026-07-05');
  });
});

describe('an extension', () => {
  it('goes to its day, even a day off, and never shortens', () => {
    expect(dueOn({ months: 3 }, start('2026-03-02'), extend('2026-05-20', '2026-08-01'))).toBe('2026-08-01');
    expect(dueOn({ months: 3 }, start('2026-03-02'), extend('2026-05-20', '2026-05-25'))).toBe('2026-06-02');
  });

  it('is moved by a pause after it, not by one before', () => {
    const extended = [start('2026-03-02'), extend('2026-05-20', '2026-07-31')];
    expect(dueOn({ months: 3 }, ...extended, ...rest('2026-04-10', '2026-04-15'))).toBe('2026-07-31');
    expect(dueOn({ months: 3 }, ...extended, ...rest('2026-06-10', '2026-06-15'))).toBe('2026-08-05');
  });
});

describe('hours', () => {
  const invited: DeadlineEvent = { kind: 'start', day: '2026-01-20', at: '2026-01-20T01:30:00.000Z' };
  const due = (...events: DeadlineEvent[]) => dueOf({ hours: 24 }, events, calendar);

  it('run from the moment, over the night and over days off', () => {
    expect(due(invited)).toEqual({
      dueOn: '2026-01-21',
      dueAt: '2026-01-21T01:30:00.000Z',
      provisional: false,
    });
    const late: DeadlineEvent = { kind: 'start', day: '2026-12-31', at: '2026-12-31T15:59:59.250Z' };
    expect(due(late)).toEqual({ dueOn: '2027-01-01', dueAt: '2027-01-01T15:59:59.250Z', provisional: false });
  });

  it('belong to the day it is in Shanghai', () => {
    const evening: DeadlineEvent = { kind: 'start', day: '2026-01-20', at: '2026-01-20T15:00:00.000Z' };
    expect(dueOf({ hours: 3 }, [evening], calendar)).toMatchObject({ dueOn: '2026-01-21' });
  });

  it('never run past the latest moment, nor end before they began', () => {
    expect(due({ ...invited, latest: '2026-01-20T04:00:00.000Z' } as DeadlineEvent).dueAt).toBe(
      '2026-01-20T04:00:00.000Z',
    );
    expect(due({ ...invited, latest: '2026-01-19T04:00:00.000Z' } as DeadlineEvent).dueAt).toBe(
      '2026-01-20T01:30:00.000Z',
    );
  });

  it('rest to the millisecond and are extended to the end of a day', () => {
    const pause: DeadlineEvent = { kind: 'pause', day: '2026-01-20', at: '2026-01-20T02:00:00.000Z' };
    const resume: DeadlineEvent = { kind: 'resume', day: '2026-01-20', at: '2026-01-20T02:30:00.001Z' };
    expect(due(resume, pause, invited).dueAt).toBe('2026-01-21T02:00:00.001Z');
    expect(due(invited, extend('2026-01-20', '2026-01-22'))).toMatchObject({
      dueOn: '2026-01-22',
      dueAt: '2026-01-22T15:59:59.999Z',
    });
  });
});
