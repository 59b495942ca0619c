import { Injectable } from '@nestjs/common';
import type { Length } from '../lifecycle/deadlines';
import { explain } from '../lifecycle/explanation';
import type { Actor, Hat, Side } from '../lifecycle/people';
import { lengthWords } from '../lifecycle/words/durations';
import { clockWords, hats } from '../lifecycle/words/terms';
import { actionWord } from '../lifecycle/words/words';
import { Database } from '../platform/database/database';
import { Calendars } from '../proposals/calendar/calendars';
import { eventsOf } from '../proposals/deadlines/counting';
import { hiddenFrom } from '../proposals/dossier/timeline';
import { Gate } from '../proposals/gate';
import { Rules } from '../proposals/rules';
import { sidesOf } from '../proposals/visibility';
import { daysInWords } from './day-words';
import { deadlineFor, type DeadlineRow, eventsFor, type EventRow } from './deadline-rows';
import { sentenceOf } from './sentence';

/** What happened to a clock when the reader may not know through which deed. */
const PLAIN: Record<string, string> = {
  start: '开始计算',
  pause: '期间中止',
  resume: '恢复计算',
  extend: '延期',
  stop: '计算终止',
  recount: '按调整后的放假安排重新计算',
};

/** Why a date is the date it is, day by day. */
@Injectable()
export class Explanations {
  constructor(
    private readonly database: Database,
    private readonly calendars: Calendars,
    private readonly rules: Rules,
    private readonly gate: Gate,
  ) {}

  /** Throws NotFound for a deadline the actor may not know of. */
  async of(actor: Actor, id: number) {
    const row = await deadlineFor(this.database, actor, id);
    const events = await eventsFor(this.database, id);
    const length = JSON.parse(row.length) as Length;
    // By the calendar it was counted with: what has been closed keeps the days it was closed by.
    const calendar = await this.calendars.at(row.calendarRevision);
    const explained = explain(length, eventsOf(events), calendar);
    const told = await this.toldTo(actor, row, events);
    return {
      ...headOf(row),
      rule: this.ruleOf(row, length),
      start: told[0],
      days: daysInWords(explained.days),
      pauses: explained.pauses,
      extensions: explained.extensions,
      events: told,
      ...explained.due,
      text: sentenceOf(length, told[0], explained),
    };
  }

  private ruleOf({ clock }: DeadlineRow, length: Length) {
    const { clocks, basis } = this.rules.handling;
    return { length: lengthWords(length), basis: clocks[clock].basis, counting: basis.counting };
  }

  /** A deed that the reader may not read of in the history is not named here either. */
  private async toldTo(actor: Actor, row: DeadlineRow, events: readonly EventRow[]) {
    const sides: readonly Side[] | 'all' =
      row.proposalId === null ? sidesOf(actor) : await this.gate.sidesOn(actor, row.proposalId);
    const hidden = new Set(hiddenFrom(sides));
    return events.map(({ kind, onDay, at, until, latest, machine, action, accountId }) => {
      const open = !hidden.has(`${machine}.${action}`) || (accountId ?? 0) === actor.accountId;
      const word = machine && action && open ? actionWord(machine, action) : PLAIN[kind];
      return { kind, on: onDay, at, until, latest, word };
    });
  }
}

function headOf(row: DeadlineRow) {
  const { id, clock, proposalId, subject, state, stoppedOn, calendarRevision, startedOn } = row;
  return {
    ...{ id, clock, word: clockWords[clock], proposalId, subject, state, startedOn, stoppedOn },
    ower: hats[row.owerHat as Hat],
    calendarRevision,
  };
}
