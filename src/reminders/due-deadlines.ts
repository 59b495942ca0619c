import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '../lifecycle/days';
import { Database } from '../platform/database/database';
import type { Condition } from '../proposals/visibility';
import type { Due } from './outlook';

/** How far somebody has come through the deadlines, which are read in the order of their day. */
export type Place = Pick<Due, 'remindOn' | 'id'>;

export const START: Place = { remindOn: '', id: 0 };

const COLUMNS = 'd."id", d."clock", d."startedOn", d."dueOn", d."remindOn"';
const DUE = `"deadline" d WHERE d."state" = 'running' AND d."remindOn" <= ?`;

/** Reads deadlines whose day to be reminded of has come, a few at a time. */
@Injectable()
export class DueDeadlines {
  constructor(private readonly database: Database) {}

  /**
   * The next ones, held until the transaction ends. What another sweep or somebody's deed holds just now is left to them,
   * or to the next sweep.
   */
  take(em: EntityManager, asOf: Day, after: Place, size: number): Promise<Due[]> {
    const lock = this.database.kind === 'postgres' ? ' FOR NO KEY UPDATE OF d SKIP LOCKED' : '';
    return this.next(asOf, after, size, em, lock);
  }

  /** The same without holding anything. */
  next(asOf: Day, after: Place, size: number, em?: EntityManager, lock = ''): Promise<Due[]> {
    return this.database.rows<Due>(
      `SELECT ${COLUMNS} FROM ${DUE} AND (d."remindOn", d."id") > (?, ?)
        ORDER BY d."remindOn", d."id" LIMIT ${size}${lock}`,
      [asOf, after.remindOn, after.id],
      em,
    );
  }

  /** A part of those that pass `gate`, a condition over the deadline `d` and its case `p`, and their number. */
  async page(asOf: Day, gate: Condition, window: Window): Promise<{ rows: (Due & OfCase)[]; total: number }> {
    const from = `"deadline" d LEFT JOIN "proposal" p ON p."id" = d."proposalId"
      WHERE d."state" = 'running' AND d."remindOn" <= ? AND ${gate.sql}`;
    const params = [asOf, ...gate.params];
    const [{ total }] = await this.database.rows<{ total: number }>(
      `SELECT COUNT(*) AS "total" FROM ${from}`,
      params,
    );
    const rows = await this.database.rows<Due & OfCase>(
      `SELECT ${COLUMNS}, d."proposalId", COALESCE(p."jointSubject", p."subject") AS "subject"
        FROM ${from} ORDER BY d."remindOn", d."id" LIMIT ? OFFSET ?`,
      [...params, window.size, window.offset],
    );
    return { rows, total };
  }
}

interface Window {
  readonly size: number;
  readonly offset: number;
}

/** The case a deadline is of, where it is of one. */
export interface OfCase {
  readonly proposalId: number | null;
  readonly subject: string | null;
}
