import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isoOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { Jobs } from '../platform/queue/jobs';
import { Channels } from './channels/channels';
import type { ChannelName } from './delivery.entity';
import { Ringing } from './ringing';
import { Sender } from './sender';

// Far below the 32,766 values SQLite takes.
const BATCH = 1000;

const COLUMNS = `"accountId", "channel", "kind", "state", "attempts", "createdAt", "nextAt"`;
const FRESH = `'waiting', 0`;

/** Who of these is to be told one by one, and by what wish. */
const WISH: Record<ChannelName, string> = {
  mail: `f."mail" = 'each' AND f."verifiedAt" IS NOT NULL`,
  webhook: `f."platform"`,
};

/** What goes out beside the inbox: mails and messages to other platforms, as rows that are worked off. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly channels: Channels,
    private readonly ringing: Ringing,
    private readonly sender: Sender,
    private readonly jobs: Jobs,
  ) {}

  /** Adds what these notifications are to be sent as, according to what each recipient wishes now. */
  async plan(em: EntityManager, notificationIds: readonly number[]): Promise<void> {
    if (this.channels.all.length === 0 || notificationIds.length === 0) return;
    const now = isoOf(this.clock.now());
    const nextAt = await this.ringing.from(now);
    let planned = 0;
    for (let at = 0; at < notificationIds.length; at += BATCH) {
      const ids = notificationIds.slice(at, at + BATCH);
      for (const { name } of this.channels.all) planned += await this.planEach(em, name, ids, [now, nextAt]);
      if (this.channels.has('mail')) await this.planBriefs(em, ids, now);
    }
    if (planned > 0) this.database.afterCommit(em, () => this.jobs.nudge('deliver'));
  }

  /** Sends what is due on every channel and gives how many rows were settled, one way or another. */
  async send(): Promise<number> {
    const settled = await Promise.all(this.channels.all.map((channel) => this.sender.drain(channel)));
    return settled.reduce((sum, each) => sum + each, 0);
  }

  private planEach(em: EntityManager, channel: ChannelName, ids: readonly number[], times: string[]) {
    return this.database.change(
      `INSERT INTO "delivery" (${COLUMNS}, "notificationId")
        SELECT n."accountId", '${channel}', 'notification', ${FRESH}, ?, ?, n."id" ${wishing(ids)} AND ${WISH[channel]}
        ON CONFLICT ("notificationId", "channel") DO NOTHING`,
      [...times, ...ids],
      em,
    );
  }

  /** One for each account and day, however much has happened. */
  private async planBriefs(em: EntityManager, ids: readonly number[], now: string): Promise<void> {
    const { on, at } = await this.ringing.brief(now);
    await this.database.change(
      `INSERT INTO "delivery" (${COLUMNS}, "briefOn")
        SELECT DISTINCT n."accountId", 'mail', 'brief', ${FRESH}, CAST(? AS varchar), CAST(? AS varchar), CAST(? AS varchar)
          ${wishing(ids)} AND f."mail" = 'brief' AND f."verifiedAt" IS NOT NULL
        ON CONFLICT ("accountId", "channel", "briefOn") DO NOTHING`,
      [now, at, on, ...ids],
      em,
    );
  }
}

const wishing = (ids: readonly number[]) =>
  `FROM "notification" n JOIN "notificationPreference" f ON f."accountId" = n."accountId"
    WHERE n."id" IN (${ids.map(() => '?').join(', ')})`;
