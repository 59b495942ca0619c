import { type Day, addDays } from './days';
import { endOfDay, instantOf, momentAt, officeDayAt } from './moments';
import { type Calendar, isWorkingDay } from './working-days';

const MINUTE = 60_000;

/** When nothing may ring: from one time of day (`HH:MM`) to another, over midnight when that is the earlier one. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  readonly workingDaysOnly: boolean;
}

/** The moment itself when something may ring then, else the first moment after it. `from` equal to `to` is no rest. */
export function nextAllowed(moment: string, quiet: QuietHours, calendar: Calendar): string {
  const instant = instantOf(moment);
  if (allows(instant, quiet, calendar)) return moment;
  for (let day = officeDayAt(instant); ; day = addDays(day, 1)) {
    // What is quiet ends at `to`, or with a day off.
    const ends = [startOf(day), startOf(day) + minutesOf(quiet.to) * MINUTE];
    const next = ends.find((end) => end > instant && allows(end, quiet, calendar));
    if (next !== undefined) return momentAt(next);
  }
}

/** The next time of day `at` on a day on which something may ring, at `moment` or after it, with that day. */
export function nextBrief(
  moment: string,
  at: string,
  quiet: QuietHours,
  calendar: Calendar,
): { on: Day; at: string } {
  const instant = instantOf(moment);
  for (let on = officeDayAt(instant); ; on = addDays(on, 1)) {
    const then = startOf(on) + minutesOf(at) * MINUTE;
    if (then >= instant && isOpen(on, quiet, calendar))
      return { on, at: nextAllowed(momentAt(then), quiet, calendar) };
  }
}

/** Whether something may ring on that day at all. */
export function isOpen(day: Day, { workingDaysOnly }: QuietHours, calendar: Calendar): boolean {
  return !workingDaysOnly || isWorkingDay(day, calendar);
}

function allows(instant: number, quiet: QuietHours, calendar: Calendar): boolean {
  const day = officeDayAt(instant);
  const time = (instant - startOf(day)) / MINUTE;
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)];
  const rests = from <= to ? time >= from && time < to : time >= from || time < to;
  return !rests && isOpen(day, quiet, calendar);
}

const startOf = (day: Day): number => endOfDay(day) + 1 - 24 * 60 * MINUTE;

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
