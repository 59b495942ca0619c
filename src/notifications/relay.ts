import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayOf, isoOf, momentAfter } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { OutboxRow } from '../platform/history/outbox.entity';
import { Deliveries } from './deliveries';
import { recipientsOf, type Told } from './recipients';

type Row = Omit<Told, 'tells'> & { outboxId: number; attempts: number; tells: string };

const INSERT = `INSERT INTO "notification" ("historyId", "accountId", "at") VALUES (?, ?, ?)
  ON CONFLICT ("historyId", "accountId") DO NOTHING RETURNING "id"`;

// Carried in one transaction: a commit waits for the disk, and whoever wants to write waits for the transaction.
const BATCH = 100;

const MINUTE = 60_000;
const LONGEST_WAIT = 60 * MINUTE;
const PUT_OFF =
  'UPDATE "outbox" SET "attempts" = "attempts" + 1, "nextAt" = ? WHERE "id" = ? AND "doneAt" IS NULL';

/** Carries what the outbox holds into inboxes: once for each entry and account, also after a crash, also twice at once. */
@Injectable()
export class Relay {
  private readonly logger = new Logger('Relay');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly deliveries: Deliveries,
  ) {}

  /** Empties the outbox and gives how many entries were carried. */
  async drain(): Promise<number> {
    let carried = 0;
    for (;;) {
      const rows = await this.waiting();
      if (rows.length > 0) carried += await this.carryTogether(rows);
      if (rows.length < BATCH) return carried;
    }
  }

  private waiting(): Promise<Row[]> {
    const now = isoOf(this.clock.now());
    // Put off for longer than can be: by a clock that was ahead.
    return this.database.rows<Row>(
      `SELECT o."id" AS "outboxId", o."attempts", h."id", h."accountId", h."kind", h."subjectId", h."proposalId", h."tells"
        FROM "outbox" o JOIN "history" h ON h."id" = o."historyId"
        WHERE o."doneAt" IS NULL AND (o."nextAt" IS NULL OR o."nextAt" <= ? OR o."nextAt" > ?) ORDER BY o."id" LIMIT ${BATCH}`,
      [now, momentAfter(now, 2 * LONGEST_WAIT)],
    );
  }

  /** All in one commit; when one of them fails each for itself, so that it holds up no other. */
  private async carryTogether(rows: Row[]): Promise<number> {
    try {
      await this.database.transaction((em) => this.carryAll(em, rows));
      return rows.length;
    } catch {
      let carried = 0;
      for (const row of rows) if (await this.carryAlone(row)) carried += 1;
      return carried;
    }
  }

  private async carryAlone(row: Row): Promise<boolean> {
    try {
      await this.database.transaction((em) => this.carry(em, row));
      return true;
    } catch (error) {
      this.logger.error(error);
      const wait = Math.min(MINUTE * 2 ** row.attempts, LONGEST_WAIT);
      const nextAt = momentAfter(isoOf(this.clock.now()), wait);
      await this.database.transaction((em) => this.database.change(PUT_OFF, [nextAt, row.outboxId], em));
      return false;
    }
  }

  private async carryAll(em: EntityManager, rows: Row[]): Promise<void> {
    for (const row of rows) await this.carry(em, row);
  }

  private async carry(em: EntityManager, row: Row): Promise<void> {
    const at = isoOf(this.clock.now());
    const told = { ...row, tells: JSON.parse(row.tells) as Told['tells'] };
    const ids: number[] = [];
    for (const accountId of await recipientsOf(this.database, em, told, dayOf(at))) {
      const added = await this.database.rows<{ id: number }>(INSERT, [row.id, accountId, at], em);
      ids.push(...added.map(({ id }) => id));
    }
    await this.deliveries.plan(em, ids);
    await em.update(OutboxRow, row.outboxId, { doneAt: at });
  }
}
