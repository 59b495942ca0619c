import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '../lifecycle/days';
import { Deliveries } from '../notifications/deliveries';
import { dayOf, isoOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { Invalid } from '../platform/web/errors';
import { type Dated, Calendars } from '../proposals/calendar/calendars';
import { Rules } from '../proposals/rules';
import { DueDeadlines, type Place, START } from './due-deadlines';
import { type Due, Outlook, type Said } from './outlook';
import { type Given, ReminderRows } from './reminder-rows';

/** What a sweep did: deadlines looked at, reminders given, people told. */
export interface Swept {
  readonly deadlines: number;
  readonly reminders: number;
  readonly notifications: number;
}

// One commit for so many, and no more of them in memory, however many deadlines there are.
const BATCH = 500;

/**
 * Gives the reminders that are due: of each deadline at most one, the most urgent, however many days nobody swept. What
 * a crash leaves undone the next sweep finds, because a deadline's next day moves on in the transaction that reminds.
 */
@Injectable()
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly rules: Rules,
    private readonly due: DueDeadlines,
    private readonly rows: ReminderRows,
    private readonly deliveries: Deliveries,
  ) {}

  /** Throws Invalid for a day that has not come: nobody is told today what is so tomorrow. */
  async sweep(asOf: Day = this.today()): Promise<Swept> {
    if (asOf > this.today()) throw notYet();
    const swept = { deadlines: 0, reminders: 0, notifications: 0 };
    let last: { dated: Dated; outlook: Outlook } | undefined;
    for (let place: Place | undefined = START; place;) {
      const after: Place = place;
      const batch: Batch = await this.database.transaction(async (em) => {
        const dated = await this.calendars.current(em);
        if (last?.dated.revision !== dated.revision)
          last = { dated, outlook: new Outlook(this.rules.handling.reminders, dated.calendar, asOf) };
        return this.remind(em, last.outlook, asOf, after);
      });
      swept.deadlines += batch.deadlines;
      swept.reminders += batch.reminders;
      swept.notifications += batch.notifications;
      place = batch.last;
    }
    return swept;
  }

  private today(): Day {
    return dayOf(this.clock.now());
  }

  private async remind(em: EntityManager, outlook: Outlook, asOf: Day, after: Place): Promise<Batch> {
    const due = await this.due.take(em, asOf, after, BATCH);
    const said = due.map((deadline) => ({ deadline, ...outlook.of(deadline) }));
    const given = said.filter(isGiven);
    const at = isoOf(this.clock.now());
    const reminders = await this.rows.add(em, given, at);
    const notifications = await this.rows.tell(em, reminders, asOf, at);
    await this.deliveries.plan(em, notifications);
    await this.rows.moveOn(em, said);
    const last = due.length < BATCH ? undefined : due[due.length - 1];
    return {
      deadlines: due.length,
      reminders: reminders.length,
      notifications: notifications.length,
      last,
    };
  }
}

type Batch = Swept & { readonly last: Place | undefined };

const isGiven = (said: { deadline: Due } & Said): said is { deadline: Due } & Said & Given =>
  said.now !== null;

const notYet = () =>
  new Invalid([
    { field: 'asOf', code: 'inFuture', message: '「日期」还没有到，请改用今天或更早的日期，或者只作预演。' },
  ]);
