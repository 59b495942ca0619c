import { type Day, dayAt, dayNumber } from './days';
import type { Calendar, CalendarYear } from './working-days';

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

/** The calendar after these changes, in the order in which they were made. */
export function calendarAfter(changes: readonly CalendarChange[]): Calendar {
  const entries = new Map<Day, CalendarEntry>();
  const years = new Set<number>();
  for (const { year, entries: changed } of changes) {
    if (year !== null) {
      years.add(year);
      for (const day of [...entries.keys()]) if (day.startsWith(`${year}-`)) entries.delete(day);
    }
    for (const entry of changed) entries.set(entry.day, entry);
  }
  const days = [...entries.values()];
  return {
    years,
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
  return { year, entries: entries.sort((a, b) => (a.day < b.day ? -1 : 1)) };
}
