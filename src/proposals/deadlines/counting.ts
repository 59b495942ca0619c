import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ClockName, clockOf } from '../../lifecycle/clocks';
import { addDays, type Day } from '../../lifecycle/days';
import { type DeadlineEvent as Event, dueOf, type Length } from '../../lifecycle/deadlines';
import { nextReminderOn } from '../../lifecycle/reminders';
import { Calendars, type Dated } from '../calendar/calendars';
import type { Deadline } from '../entities/deadline.entity';
import type { DeadlineEvent } from '../entities/deadline-event.entity';
import { Rules } from '../rules';

export type Recorded = Pick<DeadlineEvent, 'kind' | 'onDay' | 'at' | 'until' | 'latest'> & {
  historyId?: number | null;
};

/** What follows from the events of a deadline, the calendar and the ladder of reminders. */
export type Counted = Pick<Deadline, 'dueOn' | 'dueAt' | 'provisional' | 'calendarRevision' | 'remindOn'>;

/** Counts days, and finds the day of the next reminder. */
@Injectable()
export class Counting {
  constructor(
    private readonly rules: Rules,
    private readonly calendars: Calendars,
  ) {}

  /** `today` is over for reminders: whoever is concerned has just been told of the event. */
  async of(
    em: EntityManager,
    clock: ClockName,
    length: Length,
    events: readonly Recorded[],
    today: Day,
  ): Promise<Counted> {
    return this.by(await this.calendars.current(em), clock, length, events, addDays(today, 1));
  }

  /** The same by a calendar at hand; the next reminder is looked for from the day `from` on. */
  by(
    { revision, calendar }: Dated,
    clock: ClockName,
    length: Length,
    events: readonly Recorded[],
    from: Day,
  ): Counted {
    const { dueOn, dueAt = null, provisional } = dueOf(length, eventsOf(events), calendar);
    const startedOn = events.find(({ kind }) => kind === 'start')?.onDay ?? from;
    const isDebt = clockOf(clock).debt !== false;
    const ladder = isDebt ? this.rules.handling.reminders : [];
    const remindOn = nextReminderOn(ladder, { startedOn, dueOn }, from, calendar);
    return { dueOn, dueAt, provisional, calendarRevision: revision, remindOn };
  }
}

/** Rows as the pure functions read them. A recount changes nothing by itself: it says that the calendar did. */
export function eventsOf(rows: readonly Recorded[]): Event[] {
  return rows.filter(({ kind }) => kind !== 'recount').map(eventOf);
}

function eventOf({ kind, onDay, at, until, latest }: Recorded): Event {
  if (kind === 'start') {
    return { kind, day: onDay, at, ...(until ? { given: until } : {}), ...(latest ? { latest } : {}) };
  }
  if (kind === 'extend') return { kind, day: onDay, at, to: until ?? onDay };
  return { kind: kind as 'pause' | 'resume' | 'stop', day: onDay, at };
}
