import { addDays, type Day, daysBetween } from '../lifecycle/days';

/** The arrangement of the next year is usually published by then. */
const WARN_FROM = '11-01';

/** The next year, from 1 November on while its days off are not loaded; null otherwise. */
export function missingYear(today: Day, loaded: ReadonlySet<number>): number | null {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= WARN_FROM && !loaded.has(year + 1) ? year + 1 : null;
}

export const warningOf = (year: number): string =>
  `${year} 年的放假安排尚未载入，到期日落在 ${year} 年的期限均为暂定。国务院办公厅通知公布后，请在“放假安排”中导入并确认。`;

/** The week a day lies in, as ISO 8601 counts them: 2026-W53 begins on Monday, 28 December. */
export function weekOf(day: Day): string {
  const thursday = addDays(day, 3 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** 0 for Monday. 2024-01-01 was one. */
const weekdayOf = (day: Day): number => ((daysBetween('2024-01-01', day) % 7) + 7) % 7;
