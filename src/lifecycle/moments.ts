import { type Day, dayAt, dayNumber } from './days';

export const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Asia/Shanghai is eight hours ahead of UTC all year. */
const OFFICE_OFFSET = 8 * HOUR;

/** Milliseconds since 1970 of an ISO moment. Throws a RangeError on what is none. */
export function instantOf(moment: string): number {
  const instant = Date.parse(moment);
  if (Number.isNaN(instant)) throw new RangeError(`not a moment: ${moment}`);
  return instant;
}

/** The ISO moment in UTC, to the millisecond. */
export function momentAt(instant: number): string {
  const day = Math.floor(instant / DAY);
  const rest = instant - day * DAY;
  const part = (unit: number, of: number, width = 2): string =>
    String(Math.floor((rest % of) / unit)).padStart(width, '0');
  return `${dayAt(day)}T${part(HOUR, DAY)}:${part(60_000, HOUR)}:${part(1000, 60_000)}.${part(1, 1000, 3)}Z`;
}

/** The office's day at an instant. */
export function officeDayAt(instant: number): Day {
  return dayAt(Math.floor((instant + OFFICE_OFFSET) / DAY));
}

/** The last instant of an office's day: a day ends at 24:00 (Civil Code art. 203). */
export function endOfDay(day: Day): number {
  return (dayNumber(day) + 1) * DAY - OFFICE_OFFSET - 1;
}
