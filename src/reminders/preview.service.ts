import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '../lifecycle/days';
import { type Actor, wears } from '../lifecycle/people';
import { levelWords } from '../lifecycle/words/reminders';
import { clockWords } from '../lifecycle/words/terms';
import { dayOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Invalid } from '../platform/web/errors';
import { windowOf } from '../platform/web/page.dto';
import { Calendars } from '../proposals/calendar/calendars';
import { remindedBy } from '../proposals/remembered';
import { Rules } from '../proposals/rules';
import { clocksVisibleTo, type Condition } from '../proposals/visibility';
import { DueDeadlines, type OfCase, type Place, START } from './due-deadlines';
import { type Due, Outlook, type Said } from './outlook';
import { ReminderRows } from './reminder-rows';
import type { PreviewQuery } from './reminders.dto';

const BATCH = 500;
/** Further ahead hardly anything is as it is now. */
const FURTHEST = 366;

/** Who would be told what by the sweep of a day, if nothing were done and nothing swept before: nothing is written. */
@Injectable()
export class ReminderPreview {
  constructor(
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly rules: Rules,
    private readonly due: DueDeadlines,
    private readonly rows: ReminderRows,
  ) {}

  /** A part of it, as far as the actor may know of the cases; whoever keeps the system learns of none of them. */
  async page(actor: Actor, query: PreviewQuery) {
    const day = this.dayFrom(query.day);
    const { page, size, offset } = windowOf(query);
    const { gate, showsCases } = gateFor(actor);
    const { rows, total } = await this.due.page(day, gate, { size, offset });
    const said = await this.saidOf(rows, day);
    const items = said.map((one) => inWords(one, showsCases));
    return { day, items, total, page, size };
  }

  /** All of it, a few at a time. */
  async *all(day: Day): AsyncGenerator<Foreseen<Due>[]> {
    for (let place: Place | undefined = START; place;) {
      const due: Due[] = await this.due.next(day, place, BATCH);
      yield this.saidOf(due, day);
      place = due.length < BATCH ? undefined : due[due.length - 1];
    }
  }

  /** @throws Invalid for a day that is over or too far ahead. */
  dayFrom(wanted?: Day | null): Day {
    const today = dayOf(this.clock.now());
    const day = wanted ?? addDays(today, 1);
    if (day >= today && day <= addDays(today, FURTHEST)) return day;
    const message = `「日期」应为今天起 ${FURTHEST} 天以内的一天，请重新填写。`;
    throw new Invalid([{ field: 'day', code: 'outOfRange', message }]);
  }

  private async saidOf<D extends Due>(due: readonly D[], day: Day): Promise<Foreseen<D>[]> {
    const { calendar } = await this.calendars.current();
    const outlook = new Outlook(this.rules.handling.reminders, calendar, day);
    const said = due.flatMap((deadline) => {
      const { now } = outlook.of(deadline);
      return now ? [{ deadline, now }] : [];
    });
    const fresh = await this.rows.notYetGiven(said);
    const told = await this.rows.wouldTell(fresh, day);
    return fresh.map((one) => ({ ...one, told: told.get(one.deadline.id) ?? [] }));
  }
}

export interface Foreseen<D extends Due = Due> {
  readonly deadline: D;
  readonly now: NonNullable<Said['now']>;
  readonly told: readonly { readonly accountId: number; readonly name: string }[];
}

function gateFor(actor: Actor): { gate: Condition; showsCases: boolean } {
  const showsCases = (['committee', 'director', 'auditor'] as const).some((hat) => wears(actor, hat));
  return { gate: showsCases ? remindedBy(actor) : clocksVisibleTo(actor, 'd'), showsCases };
}

function inWords({ deadline, now, told }: Foreseen<Due & OfCase>, showsCases: boolean) {
  const { id, clock, dueOn, proposalId, subject } = deadline;
  return {
    ...{ deadlineId: id, clock, clockWord: clockWords[clock], dueOn },
    ...{ level: now.level, levelWord: levelWords[now.level], kind: now.kind, onDay: now.on },
    ...(showsCases ? { proposalId, subject } : { proposalId: null, subject: null }),
    told,
  };
}
