import { Injectable } from '@nestjs/common';
import type { Outcome } from '../../../lifecycle/facts';
import type { Actor } from '../../../lifecycle/people';
import { Database } from '../../../platform/database/database';
import { type Condition, visibleTo } from '../../../proposals/visibility';

export const WAITING = ['examine', 'confirm'] as const;
/** Waits for the clerk's recommendation, or for the director's eyes. */
export type Waiting = (typeof WAITING)[number];

export interface QueueRow {
  id: number;
  version: number;
  subject: string;
  caseNo: null;
  receiptNo: number;
  category: string | null;
  submittedAt: string;
  origin: 'session' | 'between' | null;
  sponsor: string;
  signers: number;
  dueOn: string | null;
  outcome: Outcome | null;
  reason: string | null;
}

export interface QueueQuery {
  readonly waiting: Waiting;
  readonly category?: string | null;
  readonly page: number;
}

export const QUEUE_SIZE = 50;

// The clock runs out first for whoever came first, save where a case was sent back.
const DUE = `(SELECT MIN(d."dueOn") FROM "deadline" d WHERE d."proposalId" = p."id" AND d."state" = 'running'
  AND d."clock" IN ('examine', 'confirmExamination'))`;

/** What was submitted and is not decided on, most urgent first. */
@Injectable()
export class ExaminationQueue {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: QueueQuery): Promise<{ rows: QueueRow[]; total: number }> {
    const where = whereOf(actor, query);
    const [{ total }] = await this.database.rows<{ total: number }>(
      `SELECT COUNT(*) AS "total" FROM ${FROM} WHERE ${where.sql}`,
      [...where.params],
    );
    const rows = await this.database.rows<QueueRow>(
      `SELECT p."id", p."version", p."subject", p."caseNo", p."receiptNo", p."category", p."submittedAt", p."origin",
          s."name" AS "sponsor", ${DUE} AS "dueOn", r."outcome", r."reason",
          (SELECT COUNT(*) FROM "sponsorship" o WHERE o."proposalId" = p."id" AND o."signature" = 'agreed') AS "signers"
        FROM ${FROM} LEFT JOIN "sponsorship" s ON s."proposalId" = p."id" AND s."place" = 1
        WHERE ${where.sql} ORDER BY "dueOn", p."receiptNo", p."id" LIMIT ? OFFSET ?`,
      [...where.params, QUEUE_SIZE, (query.page - 1) * QUEUE_SIZE],
    );
    return { rows, total };
  }

  /** How many wait for the clerk, and how many for the director. */
  async counts(actor: Actor): Promise<Record<Waiting, number>> {
    const gate = visibleTo(actor);
    const [counts] = await this.database.rows<Record<Waiting, number>>(
      `SELECT COUNT(CASE WHEN r."id" IS NULL THEN 1 END) AS "examine",
          COUNT(CASE WHEN r."id" IS NOT NULL THEN 1 END) AS "confirm"
        FROM ${FROM} WHERE p."stage" = 'submitted' AND ${gate.sql}`,
      [...gate.params],
    );
    return counts;
  }

  /** The one that is examined after this one; it need not be in the queue any more. Null at the end. */
  async after(actor: Actor, id: number, waiting: Waiting): Promise<number | null> {
    const where = whereOf(actor, { waiting });
    const rows = await this.database.rows<{ id: number; dueOn: string | null }>(
      `SELECT p."id", ${DUE} AS "dueOn" FROM ${FROM} WHERE ${where.sql} AND p."id" <> ?
        ORDER BY CASE WHEN p."receiptNo" > (SELECT x."receiptNo" FROM "proposal" x WHERE x."id" = ?) THEN 0 ELSE 1 END,
          "dueOn", p."receiptNo", p."id" LIMIT 1`,
      [...where.params, id, id],
    );
    return rows[0]?.id ?? null;
  }
}

const FROM = `"proposal" p LEFT JOIN "recommendation" r ON r."proposalId" = p."id" AND r."state" = 'open'`;

function whereOf(actor: Actor, { waiting, category }: Omit<QueueQuery, 'page'>): Condition {
  const gate = visibleTo(actor);
  const state = `r."id" IS ${waiting === 'confirm' ? 'NOT NULL' : 'NULL'}`;
  const chosen = category ? ' AND p."category" = ?' : '';
  return {
    sql: `p."stage" = 'submitted' AND ${state} AND ${gate.sql}${chosen}`,
    params: [...gate.params, ...(category ? [category] : [])],
  };
}
