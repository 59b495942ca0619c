import { Injectable } from '@nestjs/common';
import { type Lack, REPLIED_STAGES } from '../../lifecycle/facts';
import type { Actor } from '../../lifecycle/people';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/web/errors';
import { type PageQuery, windowOf } from '../../platform/web/page.dto';
import { lacksOfCases } from '../../proposals/facts/publication-lacks';
import { seesNotices, visibleTo } from '../../proposals/visibility';

export interface Candidate {
  readonly id: number;
  readonly caseNo: number | null;
  readonly receiptNo: number | null;
  readonly subject: string;
  readonly isKey: unknown;
  /** The newest notice it is or was in, if any. */
  readonly noticeId: number | null;
  readonly lacks: readonly Lack[];
}

/** Which of the replied cases: a summary is written, none yet, or it is in a notice already. */
export const CANDIDATE_STATES = ['written', 'unwritten', 'inNotice'] as const;
export type CandidateState = (typeof CANDIDATE_STATES)[number];

const IN_NOTICE = `EXISTS (SELECT 1 FROM "noticeItem" i JOIN "notice" n ON n."id" = i."noticeId"
  WHERE i."proposalId" = p."id" AND n."stage" IN ('composing', 'prepared', 'approved', 'issued'))`;
const CONDITIONS: Record<CandidateState, string> = {
  written: `d."id" IS NOT NULL AND NOT ${IN_NOTICE}`,
  unwritten: `d."id" IS NULL AND NOT ${IN_NOTICE}`,
  inNotice: IN_NOTICE,
};

/** Replied cases and what stands between each and its publication. */
@Injectable()
export class Candidates {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, state: CandidateState, query: PageQuery) {
    if (!seesNotices(actor)) throw new NotFound();
    const { page, size, offset } = windowOf(query);
    const { from, params } = this.scope(actor, CONDITIONS[state]);
    const rows = await this.database.rows<Omit<Candidate, 'lacks'>>(
      `SELECT p."id", p."caseNo", p."receiptNo", COALESCE(p."jointSubject", p."subject") AS "subject", p."isKey",
        (SELECT MAX(i."noticeId") FROM "noticeItem" i WHERE i."proposalId" = p."id") AS "noticeId"
        ${from} ORDER BY p."isKey" DESC, p."repliedAt" DESC, p."id" LIMIT ? OFFSET ?`,
      [...params, size, offset],
    );
    const [{ total }] = await this.database.rows<{ total: number }>(
      `SELECT COUNT(*) AS "total" ${from}`,
      params,
    );
    return { items: await this.withLacks(rows), total, page, size };
  }

  /** Every case that lacks nothing and is in no notice: what an editor may add at once. */
  async ready(actor: Actor): Promise<Candidate[]> {
    const { items } = await this.list(actor, 'written', { size: 100 });
    return items.filter(({ lacks }) => lacks.length === 0);
  }

  async lacksOf(id: number): Promise<readonly Lack[]> {
    return (await lacksOfCases(this.database, this.database.reader, [id])).get(id) ?? [];
  }

  private async withLacks(rows: readonly Omit<Candidate, 'lacks'>[]): Promise<Candidate[]> {
    const ids = rows.map(({ id }) => id);
    const lacks = await lacksOfCases(this.database, this.database.reader, ids);
    return rows.map((row) => ({ ...row, lacks: lacks.get(row.id) ?? [] }));
  }

  private scope(actor: Actor, condition: string) {
    const gate = visibleTo(actor);
    const stages = REPLIED_STAGES.map(() => '?').join(', ');
    const from = `FROM "proposal" p LEFT JOIN "dossier" d ON d."proposalId" = p."id"
      WHERE p."stage" IN (${stages}) AND ${condition} AND ${gate.sql}`;
    return { from, params: [...REPLIED_STAGES, ...gate.params] };
  }
}
