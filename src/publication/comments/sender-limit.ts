import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Environment } from '../../../config/environment';
import { isoOf, millisecondsBetween, momentAfter } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { networkOf } from '../../platform/web/client-address';
import { TryLater } from '../../platform/web/errors';
import { Rules } from '../../proposals/rules';
import { CommentSender } from './comment-sender.entity';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

// Counted by the statement itself: many at once would otherwise all find the count below the limit. `s` is the row that
// is there already; a full one that is not a day old is left alone, and nothing comes back.
const TAKE = `
  INSERT INTO "commentSender" AS s ("key", "count", "since") VALUES (?, 1, ?)
  ON CONFLICT ("key") DO UPDATE SET
    "count" = CASE WHEN s."since" <= ? THEN 1 ELSE s."count" + 1 END,
    "since" = CASE WHEN s."since" <= ? THEN excluded."since" ELSE s."since" END
  WHERE s."since" <= ? OR s."count" < ?
  RETURNING "count"`;

/** Lets each network send so many comments a day, without knowing the day after who sent any. */
@Injectable()
export class SenderLimit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly rules: Rules,
  ) {}

  /** Counts one more, in the transaction that keeps the comment. Throws TryLater when there have been enough. */
  async take(em: EntityManager, address: string): Promise<void> {
    const most = this.rules.handling.comments.perAddressPerDay;
    const [key, now] = [this.keyOf(address), isoOf(this.clock.now())];
    const old = momentAfter(now, -DAY);
    const taken = await this.database.rows(TAKE, [key, now, old, old, old, most], em);
    if (taken.length === 0) throw await this.wait(em, key, now);
  }

  /** Forgets everybody whose day is over. */
  forget(): Promise<number> {
    const old = momentAfter(isoOf(this.clock.now()), -DAY);
    return this.database.transaction((em) =>
      this.database.change('DELETE FROM "commentSender" WHERE "since" <= ?', [old], em),
    );
  }

  private async wait(em: EntityManager, key: string, now: string): Promise<TryLater> {
    const { since } = await em.findOneByOrFail(CommentSender, { key });
    const left = millisecondsBetween(now, momentAfter(since, DAY));
    const words = `今天从您的网络提交的留言已经较多，请约 ${Math.ceil(left / HOUR)} 小时后再提交。`;
    return new TryLater(words, Math.max(1, Math.ceil(left / 1000)));
  }

  private keyOf(address: string): string {
    const secret = this.environment.sessionSecret;
    return createHmac('sha256', secret)
      .update(`comment-sender:${networkOf(address)}`)
      .digest('hex');
  }
}
