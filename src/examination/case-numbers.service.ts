import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SessionsService } from '../people/terms/sessions.service';
import { Database } from '../platform/database/database';
import { windowOf } from '../platform/web/page.dto';
import { citationOf } from '../proposals/citation';
import { Rules } from '../proposals/rules';
import type { CaseNumberDto, CaseNumbersDto, CaseNumbersQuery } from './case-numbers.dto';

interface Row {
  caseNo: number;
  proposalId: number | null;
  subject: string | null;
  stage: string | null;
  withdrawalReason: string | null;
  principalNo: number | null;
  principalSession: number;
  principalTerm: number;
}

interface Totals {
  withdrawn: number;
  merged: number;
  used: number;
}

// Counted up from one, so that a number that was given and belongs to nothing would show.
const NUMBERS = `WITH RECURSIVE "given" ("caseNo") AS (
    SELECT 1 WHERE 1 <= ? UNION ALL SELECT "caseNo" + 1 FROM "given" WHERE "caseNo" < ?)
  SELECT g."caseNo", p."id" AS "proposalId", p."subject", p."stage", p."withdrawalReason",
    pp."caseNo" AS "principalNo", ps."number" AS "principalSession", pt."number" AS "principalTerm"
  FROM "given" g LEFT JOIN "proposal" p ON p."sessionId" = ? AND p."caseNo" = g."caseNo"
  LEFT JOIN "proposal" pp ON pp."id" = p."principalId"
  LEFT JOIN "plenarySession" ps ON ps."id" = pp."sessionId" LEFT JOIN "term" pt ON pt."id" = ps."termId"`;

const MISSING = `WHERE p."id" IS NULL OR p."stage" IN ('withdrawn', 'merged')`;

const TOTALS = `SELECT COUNT(CASE WHEN "stage" = 'withdrawn' THEN 1 END) AS "withdrawn",
    COUNT(CASE WHEN "stage" = 'merged' THEN 1 END) AS "merged", COUNT(*) AS "used"
  FROM "proposal" WHERE "sessionId" = ? AND "caseNo" IS NOT NULL`;

/** Case numbers (案号): in order, without gaps, starting anew with each session. */
@Injectable()
export class CaseNumbers {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly rules: Rules,
  ) {}

  /**
   * The next number of the proposal's session. Others wait for this transaction to end, so that a number is never
   * given twice, and one that was not used in the end is given again.
   */
  async next(em: EntityManager, proposalId: number): Promise<number> {
    const ofProposal = '(SELECT "sessionId" FROM "proposal" WHERE "id" = ?)';
    const count = `UPDATE "plenarySession" SET "caseNoLast" = "caseNoLast" + 1 WHERE "id" = ${ofProposal}`;
    await this.database.change(count, [proposalId], em);
    const read = `SELECT "caseNoLast" FROM "plenarySession" WHERE "id" = ${ofProposal}`;
    const [session] = await this.database.rows<{ caseNoLast: number }>(read, [proposalId], em);
    return session.caseNoLast;
  }

  /** Every number given in a session, or those only that are no active case any more, with the reason. */
  async list({ sessionId, missing, ...query }: CaseNumbersQuery): Promise<CaseNumbersDto> {
    const { caseNoLast } = await this.sessions.get(sessionId);
    const [{ withdrawn, merged, used }] = await this.database.rows<Totals>(TOTALS, [sessionId]);
    const gaps = caseNoLast - used;
    const total = missing ? withdrawn + merged + gaps : caseNoLast;
    const { page, size, offset } = windowOf(query);
    const rows = await this.database.rows<Row>(
      `${NUMBERS} ${missing ? MISSING : ''} ORDER BY g."caseNo" LIMIT ? OFFSET ?`,
      [caseNoLast, caseNoLast, sessionId, size, offset],
    );
    return { items: rows.map((row) => this.shown(row)), total, page, size, withdrawn, merged, gaps };
  }

  private shown(row: Row): CaseNumberDto {
    const { caseNo, proposalId, subject } = row;
    if (proposalId === null)
      return { caseNo, proposalId, subject, standing: 'gap', reason: '缺号：没有对应的提案' };
    if (row.stage === 'withdrawn')
      return {
        caseNo,
        proposalId,
        subject,
        standing: 'withdrawn',
        reason: `撤案：${row.withdrawalReason ?? ''}`,
      };
    if (row.stage === 'merged')
      return { caseNo, proposalId, subject, standing: 'merged', reason: `并入${this.principalOf(row)}` };
    return { caseNo, proposalId, subject, standing: 'active', reason: null };
  }

  private principalOf({ principalTerm, principalSession, principalNo }: Row): string {
    const committeeName = this.rules.handling.committee.name;
    return citationOf({
      committeeName,
      term: principalTerm,
      session: principalSession,
      caseNo: principalNo ?? 0,
    });
  }
}
