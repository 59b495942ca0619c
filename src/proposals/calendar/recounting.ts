import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { differenceOf, stretchesOf } from '../../lifecycle/calendar-changes';
import { addDays, type Day } from '../../lifecycle/days';
import { type Calendar, nextWorkingDay } from '../../lifecycle/working-days';
import { Database } from '../../platform/database/database';
import { type Counted, Counting } from '../deadlines/counting';
import type { Deadline } from '../entities/deadline.entity';
import { Rules } from '../rules';
import type { Dated } from './calendars';
import { type Open, RunningDeadlines, type Span } from './running-deadlines';

/** A deadline as it stands and as it will. */
export interface Recounted {
  readonly row: Deadline;
  readonly due: Counted;
}

/** What follows for the deadlines when one calendar takes the place of another. */
export interface Effect {
  /** Days that are worked in one and off in the other. */
  readonly days: readonly Day[];
  readonly span: Span | null;
  /** Due on another day. */
  readonly moved: readonly Recounted[];
  /** Due on the same day, which is certain now. */
  readonly definite: number;
  /** Due on the same day, but something else is to be written. */
  readonly quiet: readonly Recounted[];
  /** Deadlines that are over and were counted by days that change: they stay as they are. */
  readonly closed: number;
}

/** Counts every deadline that runs or rests by another calendar, and writes nothing. */
@Injectable()
export class Recounting {
  constructor(
    private readonly database: Database,
    private readonly counting: Counting,
    private readonly running: RunningDeadlines,
    private readonly rules: Rules,
  ) {}

  async effect(em: EntityManager, before: Calendar, after: Dated, today: Day): Promise<Effect> {
    const { days, span } = differenceOf(before, after.calendar);
    const moved: Recounted[] = [];
    const quiet: Recounted[] = [];
    if (span) {
      for await (const part of this.running.parts(em, this.withReminders(span))) {
        for (const open of part) {
          const due = this.count(open, after, today);
          if (due.dueOn !== open.row.dueOn || due.dueAt !== open.row.dueAt)
            moved.push({ row: open.row, due });
          else if (differs(open.row, due)) quiet.push({ row: open.row, due });
        }
      }
    }
    const definite = quiet.filter(({ row, due }) => row.provisional && !due.provisional).length;
    return { days, span, moved, definite, quiet, closed: await this.closed(em, days, before) };
  }

  /** A reminder that is already due stays due: whoever sends it decides what is to be said. */
  count({ row, events }: Open, calendar: Dated, today: Day): Counted {
    const due = this.counting.by(calendar, row.clock, row.length, events, today);
    return row.remindOn !== null && row.remindOn <= today ? { ...due, remindOn: row.remindOn } : due;
  }

  /** The ladder reaches beyond the day something is due, and its working days over days off. */
  private withReminders({ from, to }: Span): Span {
    const steps = this.rules.handling.reminders.map(({ when }) =>
      'days' in when ? when.days : 2 * when.workingDays,
    );
    return { from: addDays(from, -31 - Math.max(0, ...steps)), to };
  }

  /** Working days count each day between; days and months only look at the end, and move on from days off. */
  private async closed(em: EntityManager, days: readonly Day[], before: Calendar): Promise<number> {
    if (days.length === 0) return 0;
    const stretches = stretchesOf(days).map(({ from, to }) => [to, from, from, nextWorkingDay(to, before)]);
    const used = `("length" LIKE '%workingDays%' AND "startedOn" < ? AND "dueOn" >= ?)
      OR (("length" LIKE '%"days"%' OR "length" LIKE '%months%') AND "dueOn" BETWEEN ? AND ?)`;
    const [{ closed }] = await this.database.rows<{ closed: number }>(
      `SELECT COUNT(*) AS "closed" FROM "deadline" WHERE "state" IN ('met', 'cancelled')
        AND (${stretches.map(() => used).join(' OR ')})`,
      stretches.flat(),
      em,
    );
    return closed;
  }
}

const differs = (row: Deadline, due: Counted): boolean =>
  row.provisional !== due.provisional || row.remindOn !== due.remindOn;
