import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK_NAMES, type ClockName, clockOf } from '../../lifecycle/clocks';
import type { Length } from '../../lifecycle/deadlines';
import type { Hat } from '../../lifecycle/people';
import type { Moment } from '../../lifecycle/rule';
import { Database } from '../../platform/database/database';
import { Deadline } from '../entities/deadline.entity';
import { DeadlineEvent } from '../entities/deadline-event.entity';
import { isOver } from '../facts/proposal-facts';
import { Counting, type Recorded } from './counting';

/** A clock about to start: for whom, on what, and from which day if not today. */
export interface Start {
  readonly clock: ClockName;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly proposalId: number | null;
  readonly owerHat: Hat;
  readonly owerScope: number | null;
  readonly length: Length;
  /** The day it counts from; today when left out. */
  readonly from?: string;
  /** The day it is due whatever the length. */
  readonly given?: string | null;
  readonly latest?: string | null;
}

const STOP = 'UPDATE "deadline" SET "state" = ?, "stoppedOn" = ?, "late" = ? WHERE "id" = ?';

/** The deadlines as rows. Every change is an event, and the due date is computed anew from all of them. */
@Injectable()
export class DeadlineBook {
  constructor(
    private readonly database: Database,
    private readonly counting: Counting,
  ) {}

  async start(em: EntityManager, start: Start, now: Moment, historyId: number): Promise<void> {
    const { from, given = null, latest = null, ...kept } = start;
    const begun = { kind: 'start', onDay: from ?? now.day, at: now.at, until: given, latest, historyId };
    const due = await this.counting.of(em, start.clock, start.length, [begun], now.day);
    const fresh = { startedOn: begun.onDay, state: 'running', stoppedOn: null, late: false } as const;
    const [deadlineId] = await this.database.insert(Deadline, [{ ...kept, ...due, ...fresh }], em);
    await this.database.insert(DeadlineEvent, [{ ...begun, deadlineId }], em);
  }

  /** Ends clocks: met when the one who owed the step has done it, else cancelled; late either way when over its day. */
  async stop(
    em: EntityManager,
    rows: Deadline[],
    isMet: (row: Deadline) => boolean,
    now: Moment,
    historyId: number,
  ) {
    for (const row of rows) {
      const state = isMet(row) ? 'met' : 'cancelled';
      const late = row.state === 'running' && clockOf(row.clock).debt !== false && isOver(row, now);
      await this.database.change(STOP, [state, now.day, late, row.id], em);
    }
    await this.record(em, rows, {
      kind: 'stop',
      onDay: now.day,
      at: now.at,
      until: null,
      latest: null,
      historyId,
    });
  }

  /** Lets clocks rest: the time is not charged. */
  async pause(em: EntityManager, rows: Deadline[], now: Moment, historyId: number): Promise<void> {
    await this.turn(
      em,
      rows,
      { kind: 'pause', onDay: now.day, at: now.at, until: null, latest: null, historyId },
      'paused',
    );
  }

  async resume(em: EntityManager, rows: Deadline[], now: Moment, historyId: number): Promise<void> {
    await this.turn(
      em,
      rows,
      { kind: 'resume', onDay: now.day, at: now.at, until: null, latest: null, historyId },
      'running',
    );
  }

  /** Moves the end to the day `until`; never earlier than it was. */
  async extend(
    em: EntityManager,
    rows: Deadline[],
    until: string,
    now: Moment,
    historyId: number,
  ): Promise<void> {
    await this.turn(
      em,
      rows,
      { kind: 'extend', onDay: now.day, at: now.at, until, latest: null, historyId },
      null,
    );
  }

  /** Counts anew after the calendar has changed. */
  async recount(em: EntityManager, rows: Deadline[], now: Moment, historyId: number): Promise<void> {
    await this.turn(
      em,
      rows,
      { kind: 'recount', onDay: now.day, at: now.at, until: null, latest: null, historyId },
      null,
    );
  }

  private async turn(em: EntityManager, rows: Deadline[], event: Recorded, state: Deadline['state'] | null) {
    await this.record(em, rows, event);
    for (const row of rows) {
      const events = await em.find(DeadlineEvent, { where: { deadlineId: row.id }, order: { id: 'ASC' } });
      const due = await this.counting.of(em, row.clock, row.length, events, event.onDay);
      await this.database.update(Deadline, { id: row.id }, { ...due, state: state ?? row.state }, em);
    }
  }

  private async record(em: EntityManager, rows: Deadline[], event: Recorded): Promise<void> {
    const values = rows.map((row) => ({ ...event, deadlineId: row.id }));
    await this.database.insert(DeadlineEvent, values, em);
  }

  /** Clocks that run or rest, of a case or of one subject. */
  async running(
    em: EntityManager,
    of: { proposalId: number } | { subjectKind: string; subjectId: number },
    clocks: readonly ClockName[] = CLOCK_NAMES,
  ): Promise<Deadline[]> {
    const columns = Object.keys(of).map((column) => `"${column}" = ?`);
    const sql = `SELECT * FROM "deadline" WHERE ${columns.join(' AND ')} AND "state" IN ('running', 'paused')
      AND "clock" IN (${clocks.map(() => '?').join(', ')}) ORDER BY "id"`;
    const rows = await this.database.rows<Stored>(sql, [...Object.values(of), ...clocks], em);
    return rows.map((row) => ({ ...row, length: lengthOf(row) }));
  }
}

/** JSON is text on SQLite. */
type Stored = Omit<Deadline, 'length'> & { readonly length: Length | string };

const lengthOf = ({ length }: Stored): Length =>
  typeof length === 'string' ? (JSON.parse(length) as Length) : length;
