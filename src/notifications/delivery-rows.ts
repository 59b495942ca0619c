import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isoOf, momentAfter } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { type ChannelName, Delivery } from './delivery.entity';
import type { Due } from './letters/letters';
import { Ringing } from './ringing';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long after the first, second … failure it is tried again; after the last one it has failed. */
export const WAITS = [1 * MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR];
const ATTEMPTS = WAITS.length + 1;
/** Longer than a batch can take: whoever holds a row after that is no more. */
export const LEASE = 2 * MINUTE;

export type Outcome = Pick<Delivery, 'state'> & Partial<Pick<Delivery, 'lastError' | 'receipt'>>;

const DUE = `"channel" = ? AND "state" = 'waiting' AND "nextAt" <= ?`;
// A lease far ahead was taken while the clock was ahead.
const LOST = `"channel" = ? AND "state" = 'sending' AND ("leaseUntil" <= ? OR "leaseUntil" > ?)`;
// The same for what is to go out later than anything planned today could be. A brief is right on its own day.
const AHEAD = `"channel" = ? AND "state" = 'waiting' AND "nextAt" > ? AND "kind" <> 'brief'`;

/** The rows of deliveries as senders share them: each is taken by one, and given back with what became of it. */
@Injectable()
export class DeliveryRows {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ringing: Ringing,
  ) {}

  /** Takes what is due, oldest first, for as long as a lease. While it is quiet only codes go out: somebody waits for them. */
  take(channel: ChannelName, { size, quiet }: { size: number; quiet: boolean }): Promise<Due[]> {
    const now = isoOf(this.clock.now());
    const skip = this.database.kind === 'postgres' ? ' FOR UPDATE SKIP LOCKED' : '';
    const codes = quiet ? ` AND "kind" = 'code'` : '';
    const sql = `SELECT "id", "accountId", "channel", "kind", "notificationId", "briefOn", "attempts" + 1 AS "attempts"
      FROM "delivery" WHERE ${DUE}${codes} ORDER BY "nextAt", "id" LIMIT ${size}${skip}`;
    return this.database.transaction(async (em) => {
      const due = await this.database.rows<Due>(sql, [channel, now], em);
      if (due.length === 0) return due;
      const take = `UPDATE "delivery" SET "state" = 'sending', "leaseUntil" = ?, "attempts" = "attempts" + 1
        WHERE "id" IN (${due.map(() => '?').join(', ')})`;
      await this.database.change(take, [momentAfter(now, LEASE), ...due.map(({ id }) => id)], em);
      return due;
    });
  }

  /** Makes due again what a crash or a clock that was ahead has left behind. */
  async heal(channel: ChannelName): Promise<void> {
    const now = isoOf(this.clock.now());
    await this.takeBack(channel, now);
    await this.pullBack(channel, now);
  }

  // From senders that have died; what was left too often may be what they died of.
  private async takeBack(channel: ChannelName, now: string): Promise<void> {
    const params = [channel, now, momentAfter(now, HOUR)];
    const lost = await this.database.rows(`SELECT 1 FROM "delivery" WHERE ${LOST} LIMIT 1`, params);
    if (lost.length === 0) return;
    const sql = `UPDATE "delivery" SET "leaseUntil" = NULL, "lastError" = 'interrupted',
      "state" = CASE WHEN "attempts" >= ${ATTEMPTS} THEN 'failed' ELSE 'waiting' END WHERE ${LOST}`;
    await this.database.transaction((em) => this.database.change(sql, params, em));
  }

  // After a clock that was ahead has been put right; clocks of several machines may differ by less than an hour.
  private async pullBack(channel: ChannelName, now: string): Promise<void> {
    const latest = await this.ringing.from(momentAfter(now, WAITS[WAITS.length - 1] + HOUR));
    const ahead = await this.database.rows(`SELECT 1 FROM "delivery" WHERE ${AHEAD} LIMIT 1`, [
      channel,
      latest,
    ]);
    if (ahead.length === 0) return;
    const sql = `UPDATE "delivery" SET "nextAt" = ? WHERE ${AHEAD}`;
    await this.database.transaction((em) => this.database.change(sql, [now, channel, latest], em));
  }

  /** Writes down what became of each, in one commit. */
  async record(due: readonly Due[], outcomes: readonly Outcome[]): Promise<number> {
    const now = isoOf(this.clock.now());
    const rows = await Promise.all(outcomes.map((outcome, at) => this.settled(due[at], outcome, now)));
    return this.database.transaction(async (em) => {
      let count = 0;
      for (const [at, row] of rows.entries()) count += await this.settle(em, due[at], row);
      return count;
    });
  }

  // Unless the lease was lost meanwhile: then another sender answers for it. An attempt is a turn at the row.
  private settle(em: EntityManager, { id, attempts }: Due, row: Partial<Delivery>): Promise<number> {
    return this.database.update(Delivery, { id, attempts, state: 'sending' }, row, em);
  }

  private async settled(due: Due, outcome: Outcome, now: string): Promise<Partial<Delivery>> {
    const { state, lastError = null, receipt = null } = outcome;
    const common = { lastError, receipt, leaseUntil: null };
    if (state !== 'waiting') return { ...common, state, sentAt: state === 'sent' ? now : null };
    if (due.attempts >= ATTEMPTS) return { ...common, state: 'failed' };
    const next = momentAfter(now, WAITS[due.attempts - 1]);
    return { ...common, state, nextAt: due.kind === 'code' ? next : await this.ringing.from(next) };
  }
}
