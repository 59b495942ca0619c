import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Length } from '../../lifecycle/deadlines';
import type { Day } from '../../lifecycle/days';
import { Database } from '../../platform/database/database';
import type { Deadline } from '../entities/deadline.entity';
import type { Recorded } from '../deadlines/counting';

/** A deadline that runs or rests, with everything that happened to it. */
export interface Open {
  readonly row: Deadline;
  readonly events: readonly Recorded[];
}

/** Days that somebody asks about. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

// Far below the number of values either database takes, and little enough to hold however many there are in all.
const BATCH = 500;

/** Walks over the deadlines that are not over, a part of them in memory at a time. */
@Injectable()
export class RunningDeadlines {
  constructor(private readonly database: Database) {}

  /** Those that run over some day of the span, or all; each part of them in the order of their ids. */
  async *parts(em: EntityManager, span?: Span): AsyncGenerator<Open[]> {
    for (let after = 0; ;) {
      const rows = await this.rows(em, after, span);
      if (rows.length > 0) yield this.withEvents(em, rows);
      if (rows.length < BATCH) return;
      after = rows[rows.length - 1].id;
    }
  }

  /** Those of them that are not over. */
  async these(em: EntityManager, ids: readonly number[]): Promise<Open[]> {
    const rows = await this.select(em, `"id" IN (${ids.map(() => '?').join(', ')})`, ids);
    return rows.length > 0 ? this.withEvents(em, rows) : [];
  }

  private rows(em: EntityManager, after: number, span?: Span): Promise<Deadline[]> {
    if (!span) return this.select(em, '"id" > ?', [after]);
    return this.select(em, '"id" > ? AND "startedOn" <= ? AND "dueOn" >= ?', [after, span.to, span.from]);
  }

  private async select(em: EntityManager, where: string, params: readonly unknown[]): Promise<Deadline[]> {
    const rows = await this.database.rows<Stored>(
      `SELECT * FROM "deadline" WHERE "state" IN ('running', 'paused') AND ${where} ORDER BY "id" LIMIT ${BATCH}`,
      [...params],
      em,
    );
    return rows.map((row) => ({ ...row, length: JSON.parse(row.length) as Length, ...flagsOf(row) }));
  }

  private async withEvents(em: EntityManager, rows: Deadline[]): Promise<Open[]> {
    const events = await this.database.rows<Recorded & { deadlineId: number }>(
      `SELECT "deadlineId", "kind", "onDay", "at", "until", "latest" FROM "deadlineEvent"
        WHERE "deadlineId" IN (${rows.map(() => '?').join(', ')}) ORDER BY "id"`,
      rows.map(({ id }) => id),
      em,
    );
    const byDeadline = new Map<number, Recorded[]>(rows.map(({ id }) => [id, []]));
    for (const event of events) byDeadline.get(event.deadlineId)?.push(event);
    return rows.map((row) => ({ row, events: byDeadline.get(row.id) ?? [] }));
  }
}

type Stored = Omit<Deadline, 'length'> & { readonly length: string };

/** SQLite gives flags as numbers. */
const flagsOf = ({ provisional, late }: Stored) => ({
  provisional: Boolean(provisional),
  late: Boolean(late),
});
