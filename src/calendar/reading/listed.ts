import type { Arrangement } from '../../lifecycle/calendar-faults';
import { type Day, isDay } from '../../lifecycle/days';

/** What a line of a published list says. */
export interface Listed extends Arrangement {
  /** As an editor numbers it. */
  readonly line: number;
}

/** A line that cannot be taken over: what is wrong, and what to do. */
export interface LineFault {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** What was understood of a list, and what was not. */
export interface Reading {
  readonly listed: readonly Listed[];
  readonly faults: readonly LineFault[];
  /** Lines that say nothing about days, or about other years. */
  readonly unread: readonly number[];
}

export function lineFault(line: number, code: string, text: string): LineFault {
  return { line, code, message: `第 ${line} 行：${text}` };
}

/** The day of these numbers, as text of a day even when there is no such day. */
export const dayOfParts = (year: number, month: number, day: number): Day =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const noSuchDay = (line: number, day: string): LineFault =>
  lineFault(line, 'noSuchDay', `${day} 不是存在的日期，请核对。`);

/** The faults of days that are none. */
export const dayFaults = (line: number, days: readonly string[]): LineFault[] =>
  days.filter((day) => !isDay(day)).map((day) => noSuchDay(line, day));
