import { type Day, dayAt, dayNumber } from './days';
import { type Calendar, type CalendarYear, works } from './working-days';

/** What one day is: off, with the reason people know it by, or worked (a make-up day, or a holiday called off). */
export interface CalendarEntry {
  readonly day: Day;
  readonly kind: 'off' | 'worked';
  readonly name: string;
}

/** A year's whole arrangement, which replaces what was known of that year, or single days when `year` is null. */
export interface CalendarChange {
  readonly year: number | null;
  readonly entries: readonly CalendarEntry[];
}

export const MAKE_UP = '调休上班';

/** Every day that is arranged after these changes, in the order in which they were made; sorted by day. */
export function entriesAfter(changes: readonly CalendarChange[]): CalendarEntry[] {
  const entries = new Map<Day, CalendarEntry>();
  for (const { year, entries: changed } of changes) {
    if (year !== null)
      for (const day of [...entries.keys()]) if (day.startsWith(`${year}-`)) entries.delete(day);
    for (const entry of changed) entries.set(entry.day, entry);
  }
  return [...entries.values()].sort(byDay);
}

/** The calendar after these changes. */
export function calendarAfter(changes: readonly CalendarChange[]): Calendar {
  const days = entriesAfter(changes);
  return {
    years: new Set(changes.flatMap(({ year }) => (year === null ? [] : [year]))),
    off: new Map(days.filter(({ kind }) => kind === 'off').map(({ day, name }) => [dayNumber(day), name])),
    worked: new Set(days.filter(({ kind }) => kind === 'worked').map(({ day }) => dayNumber(day))),
  };
}

/** A published year as a change. */
export function changeOfYear({ year, off, worked }: CalendarYear): CalendarChange {
  const entries: CalendarEntry[] = worked.map((day) => ({ day, kind: 'worked', name: MAKE_UP }));
  for (const { from, to, name } of off) {
    for (let number = dayNumber(from); number <= dayNumber(to); number += 1)
      entries.push({ day: dayAt(number), kind: 'off', name });
  }
  return { year, entries: entries.sort(byDay) };
}

const byDay = (a: CalendarEntry, b: CalendarEntry) => (a.day < b.day ? -1 : 1);

/** What sets two calendars apart. */
export interface Difference {
  /** Days that are worked in one and off in the other, in order. */
  readonly days: readonly Day[];
  /** First and last day of which anything is known better: also a year that is loaded without moving a day. */
  readonly span: { readonly from: Day; readonly to: Day } | null;
}

export function differenceOf(before: Calendar, after: Calendar): Difference {
  const loaded = [...after.years].filter((year) => !before.years.has(year));
  const days = yearsOf(before, after).flatMap((year) =>
    daysOf(year).filter((number) => works(number, before) !== works(number, after)),
  );
  const marks = [...days, ...loaded.flatMap((year) => [daysOf(year)[0], daysOf(year).at(-1) as number])];
  if (marks.length === 0) return { days: [], span: null };
  const from = marks.reduce((a, b) => Math.min(a, b));
  const to = marks.reduce((a, b) => Math.max(a, b));
  return { days: days.map(dayAt), span: { from: dayAt(from), to: dayAt(to) } };
}

/** Every year in which either calendar has something to say, in order. */
function yearsOf(...calendars: Calendar[]): number[] {
  const years = calendars.flatMap(({ years: loaded, off, worked }) => [
    ...loaded,
    ...[...off.keys(), ...worked].map((number) => Number(dayAt(number).slice(0, 4))),
  ]);
  return [...new Set(years)].sort((a, b) => a - b);
}

function daysOf(year: number): number[] {
  const first = dayNumber(`${year}-01-01`);
  return Array.from({ length: dayNumber(`${year}-12-31`) - first + 1 }, (_, at) => first + at);
}

/** Days as stretches that touch, for queries that would otherwise name each day. */
export function stretchesOf(days: readonly Day[]): { from: Day; to: Day }[] {
  const stretches: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last && dayNumber(day) === dayNumber(last.to) + 1) last.to = day;
    else stretches.push({ from: day, to: day });
  }
  return stretches;
}
