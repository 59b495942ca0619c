import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { dayOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { Rules } from '../rules';
import { Deadline } from '../entities/deadline.entity';
import { Calendars } from './calendars';
import { Marks } from './marks';
import { Recounting } from './recounting';
import { RunningDeadlines } from './running-deadlines';

const MARK = 'ladder';

/** Each deadline knows the day of its next reminder; when the ladder is another one, these days are other days. */
@Injectable()
export class Ladder {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: Rules,
    private readonly calendars: Calendars,
    private readonly recounting: Recounting,
    private readonly running: RunningDeadlines,
    private readonly marks: Marks,
  ) {}

  /** Finds every next reminder anew, once after the ladder of the settings has changed. */
  async follow(): Promise<void> {
    const fingerprint = this.fingerprint();
    if (await this.marks.stands(MARK, fingerprint)) return;
    // The mark comes last: what a crash leaves half done is done again.
    for await (const part of this.running.parts(this.database.reader))
      await this.renew(part.map(({ row }) => row.id));
    await this.database.transaction((em) => this.marks.set(em, MARK, fingerprint));
  }

  private async renew(ids: readonly number[]): Promise<void> {
    const today = dayOf(this.clock.now());
    await this.database.transaction(async (em) => {
      const calendar = await this.calendars.current(em);
      // As they are now: since they were listed somebody may have been at work on them.
      for (const open of await this.running.these(em, ids)) {
        const { remindOn } = this.recounting.count(open, calendar, today);
        if (remindOn !== open.row.remindOn)
          await this.database.update(Deadline, { id: open.row.id }, { remindOn }, em);
      }
    });
  }

  /** Of what decides on days, not of who is told. */
  private fingerprint(): string {
    const rungs = this.rules.handling.reminders.map(({ level, when, everyDays }) => [
      level,
      when,
      everyDays ?? 0,
    ]);
    return createHash('sha256').update(JSON.stringify(rungs)).digest('hex');
  }
}
