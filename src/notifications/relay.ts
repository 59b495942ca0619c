import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayOf, isoOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { OutboxRow } from '../platform/history/outbox.entity';
import { Deliveries } from './deliveries';
import { recipientsOf, type Told } from './recipients';

type Row = Omit<Told, 'tells'> & { outboxId: number; tells: string };

const INSERT = `INSERT INTO "notification" ("historyId", "accountId", "at") VALUES (?, ?, ?)
  ON CONFLICT ("historyId", "accountId") DO NOTHING RETURNING "id"`;

// Carried in one transaction: a commit waits for the disk, and whoever wants to write waits for the transaction.
const BATCH = 100;

/** Carries what the outbox holds into inboxes: once for each entry and account, also after a crash, also twice at once. */
@Injectable()
export class Relay {
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
      if (rows.length > 0) await this.database.transaction((em) => this.carryAll(em, rows));
      carried += rows.length;
      if (rows.length < BATCH) return carried;
    }
  }

  private waiting(): Promise<Row[]> {
    return this.database.rows<Row>(
      `SELECT o."id" AS "outboxId", h."id", h."accountId", h."kind", h."subjectId", h."proposalId", h."tells"
        FROM "outbox" o JOIN "history" h ON h."id" = o."historyId"
        WHERE o."doneAt" IS NULL ORDER BY o."id" LIMIT ${BATCH}`,
    );
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
