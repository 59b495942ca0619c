import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../lifecycle/people';
import { Database } from '../../platform/database/database';
import { Door } from '../door';
import { Deadline } from '../entities/deadline.entity';
import type { Effect, Recounted } from './recounting';

// Whoever works on a case holds it first, then the history, then the calendar; so does this, or both would wait in a
// circle. Nobody can begin anything new once the history is held.
const OPEN = `SELECT DISTINCT "proposalId" FROM "deadline" WHERE "state" IN ('running', 'paused')`;
const HOLDS = [
  `SELECT 1 FROM "proposal" WHERE "id" IN (${OPEN}) ORDER BY "id" FOR NO KEY UPDATE`,
  `SELECT 1 FROM "notice" WHERE "stage" IN ('composing', 'prepared', 'approved') ORDER BY "id" FOR NO KEY UPDATE`,
];

/** Moves deadlines, each by the door of the case or notice it belongs to. */
@Injectable()
export class Moves {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {}

  /** Lets nobody else work on any case with a running deadline, nor change the calendar, until the transaction ends. */
  async hold(em: EntityManager): Promise<void> {
    if (this.database.kind === 'sqlite') return;
    for (const sql of HOLDS) await this.database.rows(sql, [], em);
    await this.database.hold('historyHead', [1], em);
    // What was begun in between: to wait for it now would be the circle, so whoever changes the calendar tries again.
    for (const sql of HOLDS) await this.database.rows(`${sql} NOWAIT`, [], em);
    await this.database.hold('calendarHead', [1], em);
  }

  /** Writes what was counted, in the name of whoever changed the calendar. */
  async make(em: EntityManager, effect: Effect, revision: number, by: Actor): Promise<void> {
    for (const { row, due } of effect.quiet)
      await this.database.update(Deadline, { id: row.id }, { ...due, calendarRevision: revision }, em);
    await this.explainAnew(em, effect, revision);
    for (const [id, rows] of groupsOf(effect.moved, ({ row }) => row.proposalId))
      await this.move(em, 'proposal', id, rows, revision, by);
    const others = effect.moved.filter(({ row }) => row.proposalId === null);
    for (const [id, rows] of groupsOf(others, ({ row }) => row.subjectId))
      await this.move(em, 'publication', id, rows, revision, by);
  }

  /** What is due as before is from now on explained by the days as they are now. */
  private async explainAnew(em: EntityManager, { span }: Effect, revision: number): Promise<void> {
    if (!span) return;
    const sql = `UPDATE "deadline" SET "calendarRevision" = ?
      WHERE "state" IN ('running', 'paused') AND "startedOn" <= ? AND "dueOn" >= ?`;
    await this.database.change(sql, [revision, span.to, span.from], em);
  }

  private async move(
    em: EntityManager,
    machine: 'proposal' | 'publication',
    id: number,
    rows: Recounted[],
    revision: number,
    by: Actor,
  ): Promise<void> {
    const actor = { ...by, system: true };
    await this.door.performIn(em, { machine, action: 'recount', id, actor }, (act) => {
      act.recount(rows.map(({ row }) => row));
      act.note({ revision, moved: rows.map(shiftOf) });
    });
  }
}

const shiftOf = ({ row, due }: Recounted) => ({ clock: row.clock, from: row.dueOn, to: due.dueOn });

/** By their key, in its order; without those that have none. */
function groupsOf<T>(all: readonly T[], keyOf: (each: T) => number | null): [number, T[]][] {
  const groups = new Map<number, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].sort(([a], [b]) => a - b);
}
