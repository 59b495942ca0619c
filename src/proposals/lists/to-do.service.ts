import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { Database } from '../../platform/database/database';
import { Kept } from '../../platform/database/kept';
import { type Page, windowOf } from '../../platform/web/page.dto';
import { clockOfRow } from '../dossier/clocks';
import { Door } from '../door';
import type { ClockRow } from '../facts/case-rows';
import type { Condition } from '../visibility';
import { owedBy } from './owed';
import type { DeadlinesQuery } from './list.dto';

interface Named {
  proposalId: number | null;
  subject: string | null;
  caseNo: number | null;
  receiptNo: number | null;
}
type Row = ClockRow & Named;
type Line = ReturnType<typeof clockOfRow> & Named;

/** What I owe: open clocks of my hats, most urgent first. */
@Injectable()
export class ToDoService {
  /** Counting takes longer the more is owed: it is done once between two commits. */
  private readonly totals: Kept<number>;

  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {
    this.totals = new Kept(database);
  }

  async list(actor: Actor, query: DeadlinesQuery): Promise<Page<Line>> {
    const { page, size, offset } = windowOf(query);
    const now = this.door.now();
    const where = owedBy(actor, query.overdue ? now.day : null);
    const from = `FROM "deadline" d LEFT JOIN "proposal" p ON p."id" = d."proposalId" WHERE ${where.sql}`;
    const rows = await this.database.rows<Row>(
      `SELECT d.*, COALESCE(p."jointSubject", p."subject") AS "subject", p."caseNo", p."receiptNo"
        ${from} ORDER BY d."dueOn", d."id" LIMIT ? OFFSET ?`,
      [...where.params, size, offset],
    );
    const total = await this.totals.of(JSON.stringify([from, where.params]), () => this.count(from, where));
    const items = rows.map((row) => ({
      ...clockOfRow(row, now),
      ...{ proposalId: row.proposalId, subject: row.subject, caseNo: row.caseNo, receiptNo: row.receiptNo },
    }));
    return { items, total, page, size };
  }

  private async count(from: string, where: Condition): Promise<number> {
    const sql = `SELECT COUNT(*) AS "total" ${from}`;
    const [{ total }] = await this.database.rows<{ total: number }>(sql, [...where.params]);
    return total;
  }
}
