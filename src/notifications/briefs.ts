import { Injectable } from '@nestjs/common';
import { dayOf, isoOf, startOfDay } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { Jobs } from '../platform/queue/jobs';
import { Channels } from './channels/channels';
import { Ringing } from './ringing';

/** Those who wish one mail a day and could already be told this morning. */
const INSERT = `INSERT INTO "delivery" ("accountId", "channel", "kind", "state", "attempts", "createdAt", "nextAt", "briefOn")
  SELECT f."accountId", 'mail', 'brief', 'waiting', 0, CAST(? AS varchar), CAST(? AS varchar), CAST(? AS varchar)
    FROM "notificationPreference" f JOIN "account" a ON a."id" = f."accountId" AND a."active"
    WHERE f."mail" = 'brief' AND f."verifiedAt" <= ?
  ON CONFLICT ("accountId", "channel", "briefOn") DO NOTHING`;

/** One mail for each desk and working day, also where nothing happened since: what is owed comes nearer by itself. */
@Injectable()
export class Briefs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly channels: Channels,
    private readonly ringing: Ringing,
    private readonly jobs: Jobs,
  ) {}

  /** Plans those of today once their time has come, and gives their number; a missed day is not made up for. */
  async plan(): Promise<number> {
    if (!this.channels.has('mail')) return 0;
    const now = isoOf(this.clock.now());
    const { on, at } = await this.ringing.brief(startOfDay(dayOf(now)));
    if (on !== dayOf(now) || at > now) return 0;
    return this.database.transaction(async (em) => {
      const planned = await this.database.change(INSERT, [now, at, on, at], em);
      if (planned > 0) this.database.afterCommit(em, () => this.jobs.nudge('deliver'));
      return planned;
    });
  }
}
