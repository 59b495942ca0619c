import { type Day, addDays, daysBetween } from './days';
import { addWorkingDays, type Calendar } from './working-days';

/** A rung of the ladder: how far before (negative) or after the due day it speaks, and how often again. */
export interface Rung {
  readonly level: 'blue' | 'yellow' | 'red';
  readonly when: { readonly days: number } | { readonly workingDays: number };
  readonly everyDays?: number;
}

/** What of a deadline the ladder looks at. */
export interface Reminded {
  readonly startedOn: Day;
  readonly dueOn: Day;
}

/** A rung, or a repetition of it, on its day. */
export interface Reminder {
  /** Position of the rung in the ladder. */
  readonly rung: number;
  /** 0 the first time. */
  readonly repeat: number;
  readonly on: Day;
}

/** What the record knows a reminder by: level, distance, and which repetition it is, as in `blue-15d` or `red+1w#2`. */
export function kindOf({ level, when }: Rung, repeat: number): string {
  const [distance, unit] = 'days' in when ? [when.days, 'd'] : [when.workingDays, 'w'];
  const again = repeat > 0 ? `#${repeat}` : '';
  return `${level}${distance < 0 ? '' : '+'}${distance}${unit}${again}`;
}

/** The day a rung speaks for the first time. */
export function rungDay({ when }: Rung, dueOn: Day, calendar: Calendar): Day {
  return 'days' in when ? addDays(dueOn, when.days) : addWorkingDays(dueOn, when.workingDays, calendar);
}

/**
 * The one reminder that holds on `day`: of everything the ladder has reached by then the latest, so that missed days
 * bring one reminder, the most urgent, and no burst. Null when none is reached. What lies at or before the start of the
 * clock is not reached at all: whoever has just been given a task need not be told that it comes.
 */
export function reminderBy(
  ladder: readonly Rung[],
  deadline: Reminded,
  day: Day,
  calendar: Calendar,
): Reminder | null {
  const reached = days(ladder, deadline, calendar).filter(({ on }) => on <= day);
  return reached.length === 0 ? null : latest(reached, ladder, day);
}

/** The first day from `from` on at which the ladder speaks; null when it has said everything. */
export function nextReminderOn(
  ladder: readonly Rung[],
  deadline: Reminded,
  from: Day,
  calendar: Calendar,
): Day | null {
  const firsts = days(ladder, deadline, calendar);
  const coming = firsts.map(({ on }) => on).filter((on) => on >= from);
  const past = firsts.filter(({ on }) => on < from);
  if (past.length > 0) {
    const { rung, on, repeat } = latest(past, ladder, from);
    const { everyDays } = ladder[rung];
    // The rung in force repeats until a later one takes over.
    if (everyDays) coming.push(on >= from ? on : addDays(past[past.length - 1].on, (repeat + 1) * everyDays));
  }
  return coming.length === 0 ? null : coming.reduce((a, b) => (a < b ? a : b));
}

interface First {
  readonly rung: number;
  readonly on: Day;
}

/** The rungs with their days, in the order of time. */
function days(ladder: readonly Rung[], { startedOn, dueOn }: Reminded, calendar: Calendar): First[] {
  return ladder
    .map((rung, index) => ({ rung: index, on: rungDay(rung, dueOn, calendar) }))
    .filter(({ on }) => on > startedOn)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.rung - b.rung));
}

/** The last of these, or its last repetition up to `day`. */
function latest(firsts: readonly First[], ladder: readonly Rung[], day: Day): Reminder {
  const { rung, on } = firsts[firsts.length - 1];
  const { everyDays } = ladder[rung];
  const repeat = everyDays ? Math.floor(daysBetween(on, day) / everyDays) : 0;
  return { rung, repeat, on: everyDays ? addDays(on, repeat * everyDays) : on };
}
