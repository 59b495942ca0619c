import { type Day, addMonths, dayAt, dayNumber } from './days';
import { HOUR, endOfDay, instantOf, momentAt, officeDayAt } from './moments';
import { type Span, isPaused, pausesOf, pushedBack } from './pauses';
import { type Calendar, isLoaded, works } from './working-days';

/** How long a clock runs. `own`: until the day given when it starts, as a promise names its own. */
export type Length =
  | { readonly days: number }
  | { readonly months: number }
  | { readonly workingDays: number }
  | { readonly hours: number }
  | { readonly own: true };

/** What happened to a clock: on which day of the office and, for hours, at which moment (ISO, UTC). */
export type DeadlineEvent =
  | {
      readonly kind: 'start';
      readonly day: Day;
      readonly at?: string;
      /** The day it is due whatever the length: a promise's own, or the one a session fixed for all its replies. */
      readonly given?: Day;
      /** The moment hours never run past, such as the session's submission deadline. */
      readonly latest?: string;
    }
  | { readonly kind: 'pause' | 'resume' | 'stop'; readonly day: Day; readonly at?: string }
  | { readonly kind: 'extend'; readonly day: Day; readonly at?: string; readonly to: Day };

export interface Due {
  readonly dueOn: Day;
  /** For hours: the moment, ISO in UTC. */
  readonly dueAt?: string;
  /** Rests on a year whose arrangement of days off is not loaded, and may yet move. */
  readonly provisional: boolean;
}

type Start = Extract<DeadlineEvent, { kind: 'start' }>;
type Extension = Extract<DeadlineEvent, { kind: 'extend' }>;

/**
 * When a clock is due, from everything that happened to it, recorded in whatever order (Civil Code art. 200-204).
 * The day of the start does not count. Months end on the same day number or at the month's end. A time in days or
 * months that ends on a day off ends on the next working day; a given day stays as given. Paused days do not count:
 * the day of the pause is the first of them, the day of the resumption counts again. An extension never shortens.
 *
 * Throws an Error when there is no start, or a start without what the length needs.
 */
export function dueOf(length: Length, events: readonly DeadlineEvent[], calendar: Calendar): Due {
  const start = events.find((event) => event.kind === 'start');
  if (!start) throw new Error('a deadline without a start');
  if ('hours' in length) return dueAfterHours(length.hours, start, events);

  const pauses = pausesOf(events.map(({ kind, day }) => ({ kind, at: dayNumber(day) })));
  const first = dayNumber(start.day);
  const regular = regularEnd(length, start, pauses, calendar);
  const extended = extensionsIn(events).map(({ day, to }) =>
    givenEnd(Math.max(first, dayNumber(day)), dayNumber(to), pauses),
  );
  return { dueOn: dayAt(Math.max(regular.end, ...extended)), provisional: regular.provisional };
}

interface End {
  readonly end: number;
  readonly provisional: boolean;
}

function regularEnd(length: Length, start: Start, pauses: readonly Span[], calendar: Calendar): End {
  const first = dayNumber(start.day);
  if (start.given) {
    const given = Math.max(first, dayNumber(start.given));
    return { end: givenEnd(first, given, pauses), provisional: false };
  }
  const counts = (day: number): boolean => works(day, calendar) && !isPaused(day, pauses);
  if ('workingDays' in length) {
    const end = walk(first, length.workingDays, counts);
    return { end, provisional: !isLoaded(dayAt(first + 1), calendar, dayAt(end)) };
  }
  const last = givenEnd(first, lastDay(length, start.day), pauses);
  let end = last;
  while (!counts(end)) end += 1;
  return { end, provisional: !isLoaded(dayAt(last), calendar, dayAt(end)) };
}

function lastDay(length: Length, start: Day): number {
  if ('days' in length) return dayNumber(start) + length.days;
  if ('months' in length) return dayNumber(addMonths(start, length.months));
  throw new Error('a clock of its own day, started without one');
}

/** A day fixed on the day `from`, and later by what was paused since. */
function givenEnd(from: number, to: number, pauses: readonly Span[]): number {
  return pushedBack(from + 1, to + 1, pauses) - 1;
}

/** The `count`-th day after `from` that counts. */
function walk(from: number, count: number, counts: (day: number) => boolean): number {
  let day = from;
  for (let left = count; left > 0;) {
    day += 1;
    if (counts(day)) left -= 1;
  }
  return day;
}

/** Hours run from the moment of the start, over days off too (Civil Code art. 201). */
function dueAfterHours(hours: number, start: Start, events: readonly DeadlineEvent[]): Due {
  const from = instant(start);
  const turns = events.filter(({ kind }) => kind !== 'start' && kind !== 'extend');
  const pauses = pausesOf(turns.map((event) => ({ kind: event.kind, at: instant(event) })));
  const latest = start.latest ? Math.max(from, instantOf(start.latest)) : Infinity;
  const regular = Math.min(latest, pushedBack(from, from + hours * HOUR, pauses));
  const due = Math.max(regular, ...extensionsIn(events).map(({ to }) => endOfDay(to)));
  return { dueOn: officeDayAt(due), dueAt: momentAt(due), provisional: false };
}

function instant({ kind, at }: DeadlineEvent): number {
  if (!at) throw new Error(`a clock of hours needs the moment of its ${kind}`);
  return instantOf(at);
}

function extensionsIn(events: readonly DeadlineEvent[]): Extension[] {
  return events.filter((event) => event.kind === 'extend');
}
