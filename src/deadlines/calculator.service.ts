import { Injectable } from '@nestjs/common';
import { addDays, dayAt, dayNumber, daysBetween } from '../lifecycle/days';
import { dueOf, type Length } from '../lifecycle/deadlines';
import { explain } from '../lifecycle/explanation';
import { type Calendar, workingDaysBetween } from '../lifecycle/working-days';
import { Invalid } from '../platform/web/errors';
import { Calendars } from '../proposals/calendar/calendars';
import type { BackwardQuery, BetweenQuery, ForwardQuery } from './calculator.dto';
import { daysInWords } from './day-words';

// Whoever asks for more has mistyped a year; walking there would hold up everybody else.
const FARTHEST_DAYS = 3660;
const EARLIEST = '1950-01-01';
const LATEST = '2190-12-31';

/** Counts days as the clocks do, for whoever plans or checks by hand. */
@Injectable()
export class Calculator {
  constructor(private readonly calendars: Calendars) {}

  /** When a time that starts on `from` ends, and each day on the way. */
  async forward({ from, unit, amount }: ForwardQuery) {
    refuseFar('from', from);
    const { calendar } = await this.calendars.current();
    const { due, days } = explain(lengthOf(unit, amount), [{ kind: 'start', day: from }], calendar);
    return { from, unit, amount, ...due, days: daysInWords(days) };
  }

  /** The last day on which a time can start so that it ends on `until` at the latest. */
  async backward({ until, unit, amount }: BackwardQuery) {
    refuseFar('until', until);
    const { calendar } = await this.calendars.current();
    const length = lengthOf(unit, amount);
    const from = lastStart(length, until, calendar);
    return { until, unit, amount, from, ...dueFrom(length, from, calendar) };
  }

  async between({ from, until }: BetweenQuery) {
    refuseFar('from', from);
    refuseFar('until', until);
    if (Math.abs(daysBetween(from, until)) > FARTHEST_DAYS)
      throw new Invalid([{ field: 'until', code: 'tooFar', message: '两个日期最多相隔十年，请改近一些。' }]);
    const { calendar } = await this.calendars.current();
    const workingDays = workingDaysBetween(from, until, calendar);
    return { from, until, days: daysBetween(from, until), workingDays };
  }
}

const lengthOf = (unit: 'workingDays' | 'days' | 'months', amount: number): Length =>
  ({ [unit]: amount }) as unknown as Length;

const dueFrom = (length: Length, from: string, calendar: Calendar) =>
  dueOf(length, [{ kind: 'start', day: from }], calendar);

/** A later start never ends earlier, so the search may halve the days that are left. */
function lastStart(length: Length, until: string, calendar: Calendar): string {
  let [fits, tooLate] = [dayNumber(addDays(until, -daysAtMost(length))), dayNumber(until) + 1];
  while (tooLate - fits > 1) {
    const middle = Math.floor((fits + tooLate) / 2);
    if (dueFrom(length, dayAt(middle), calendar).dueOn <= until) fits = middle;
    else tooLate = middle;
  }
  return dayAt(fits);
}

/** More days than the time can take, holidays included. */
function daysAtMost(length: Length): number {
  if ('months' in length) return length.months * 31 + 40;
  if ('workingDays' in length) return length.workingDays * 2 + 40;
  return ('days' in length ? length.days : 0) + 40;
}

function refuseFar(field: string, day: string): void {
  if (day >= EARLIEST && day <= LATEST) return;
  const message = `日期应当在 ${EARLIEST} 至 ${LATEST} 之间，请检查年份。`;
  throw new Invalid([{ field, code: 'tooFar', message }]);
}
