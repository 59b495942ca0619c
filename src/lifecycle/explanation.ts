import { addMonths, type Day, dayAt, dayNumber } from './days';
import { type DeadlineEvent, type Due, dueOf, type Length } from './deadlines';
import { isPaused, pausesOf, type Span } from './pauses';
import { type Calendar, isLoaded, isWeekend, works } from './working-days';

/** Why a day counts towards a time, or does not. */
export type Why =
  | 'start' // the day of the event is not counted (Civil Code art. 201)
  | 'counted'
  | 'makeUp' // a weekend that is worked
  | 'weekend'
  | 'holiday'
  | 'paused'
  | 'rolled' // the last day fell on a day off, the time ends on the next working day (art. 203)
  | 'given'; // a day fixed from the beginning, such as a promise's own

export interface ExplainedDay {
  readonly day: Day;
  /** The how manyth it is, when it counts. */
  readonly number: number | null;
  readonly why: Why;
  /** The holiday's name. */
  readonly name?: string;
  /** Rests on a year whose arrangement is not loaded. */
  readonly provisional: boolean;
}

export interface Explanation {
  readonly due: Due;
  /** Each day from the start to the end without extensions; none for a time in hours. */
  readonly days: readonly ExplainedDay[];
  /** Paused days, both ends included. */
  readonly pauses: readonly { readonly from: Day; readonly to: Day }[];
  /** In the order asked for; one of them `decides` when the time ends with it. */
  readonly extensions: readonly { readonly on: Day; readonly to: Day; readonly decides: boolean }[];
}

type Start = Extract<DeadlineEvent, { kind: 'start' }>;
type Mark = Omit<ExplainedDay, 'day' | 'number' | 'provisional'> & { readonly counts: boolean };

/** Says day by day how `dueOf` comes to its result: a property test holds the two together. Throws as `dueOf` does. */
export function explain(length: Length, events: readonly DeadlineEvent[], calendar: Calendar): Explanation {
  const due = dueOf(length, events, calendar);
  const start = events.find((event) => event.kind === 'start') as Start;
  const pauses = pausesOf(events.map(({ kind, day }) => ({ kind, at: dayNumber(day) })));
  const others = events.filter(({ kind }) => kind !== 'extend');
  const regular = dueOf(length, others, calendar).dueOn;
  const endsWith = (extension: DeadlineEvent) =>
    dueOf(length, [...others, extension], calendar).dueOn === due.dueOn;
  const extensions = events.flatMap((event) =>
    event.kind === 'extend'
      ? [{ on: event.day, to: event.to, decides: due.dueOn > regular && endsWith(event) }]
      : [],
  );
  const days = start.given
    ? daysTo(dayNumber(regular), dayNumber(start.day), pauses, calendar)
    : daysOf(length, start, pauses, calendar);
  return { due, days: 'hours' in length ? [] : days, pauses: pauses.map(pausedDays), extensions };
}

const pausedDays = ({ from, to }: Span) => ({ from: dayAt(from), to: dayAt(Math.max(from, to - 1)) });

function daysOf(length: Length, start: Start, pauses: readonly Span[], calendar: Calendar): ExplainedDay[] {
  const first = dayNumber(start.day);
  const marked: ExplainedDay[] = [dayWith(first, { why: 'start', counts: false }, null, calendar)];
  let left = amountOf(length, start);
  const inWorkingDays = 'workingDays' in length;
  let day = first;
  for (let number = 0; left > 0;) {
    day += 1;
    const mark = markOf(day, inWorkingDays, pauses, calendar);
    if (mark.counts) left -= 1;
    marked.push(dayWith(day, mark, mark.counts ? (number += 1) : null, calendar));
  }
  return inWorkingDays ? marked : [...marked, ...rolledFrom(day, pauses, calendar)];
}

/** Days to be counted after the start. */
function amountOf(length: Length, { day }: Start): number {
  if ('workingDays' in length) return length.workingDays;
  if ('days' in length) return length.days;
  if ('months' in length) return dayNumber(addMonths(day, length.months)) - dayNumber(day);
  return 0;
}

function markOf(day: number, inWorkingDays: boolean, pauses: readonly Span[], calendar: Calendar): Mark {
  if (isPaused(day, pauses)) return { why: 'paused', counts: false };
  if (!inWorkingDays) return { why: 'counted', counts: true };
  return works(day, calendar)
    ? { why: isWeekend(day) ? 'makeUp' : 'counted', counts: true }
    : { ...dayOff(day, calendar), counts: false };
}

function dayOff(day: number, calendar: Calendar): Pick<Mark, 'why' | 'name'> {
  const name = calendar.off.get(day);
  if (name !== undefined) return { why: 'holiday', name };
  return isWeekend(day) ? { why: 'weekend' } : { why: 'holiday', name: '法定节假日' };
}

/** From the last day, when that is off or paused, to the day the time ends on. */
function rolledFrom(last: number, pauses: readonly Span[], calendar: Calendar): ExplainedDay[] {
  const ends = (day: number) => works(day, calendar) && !isPaused(day, pauses);
  const rolled: ExplainedDay[] = [];
  for (let day = last; !ends(day); day += 1) {
    const next = day + 1;
    const off: Mark = isPaused(next, pauses)
      ? { why: 'paused', counts: false }
      : { ...dayOff(next, calendar), counts: false };
    rolled.push(dayWith(next, ends(next) ? { why: 'rolled', counts: false } : off, null, calendar));
  }
  return rolled;
}

/** Of a day that was fixed only the end says something, and what was paused on the way to it. */
function daysTo(end: number, first: number, pauses: readonly Span[], calendar: Calendar): ExplainedDay[] {
  const given = dayWith(end, { why: 'given', counts: false }, null, calendar);
  if (end === first) return [given];
  const between = Array.from({ length: end - first - 1 }, (_, at) => first + 1 + at);
  const paused = between.filter((day) => isPaused(day, pauses));
  return [
    dayWith(first, { why: 'start', counts: false }, null, calendar),
    ...paused.map((day) => dayWith(day, { why: 'paused', counts: false }, null, calendar)),
    given,
  ];
}

function dayWith(
  number: number,
  { why, name }: Pick<Mark, 'why' | 'name'> & { counts: boolean },
  counted: number | null,
  calendar: Calendar,
): ExplainedDay {
  const day = dayAt(number);
  const provisional = why !== 'start' && !isLoaded(day, calendar);
  return { day, number: counted, why, ...(name ? { name } : {}), provisional };
}
