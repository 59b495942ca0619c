import { Injectable } from '@nestjs/common';
import type { ProposalStage } from '../../../lifecycle/facts';
import type { Actor } from '../../../lifecycle/people';
import { Database } from '../../../platform/database/database';
import { visibleTo } from '../../../proposals/visibility';

export interface MergingRow {
  id: number;
  state: 'proposed' | 'done';
  followerId: number;
  followerVersion: number;
  followerNo: number;
  followerSubject: string;
  principalId: number;
  principalNo: number;
  principalSubject: string;
  principalStage: ProposalStage;
  jointSubject: string | null;
  proposedAt: string;
  doneAt: string | null;
}

export interface ConsentRow {
  mergingId: number;
  name: string;
  answer: 'agreed' | 'objected' | null;
  note: string | null;
  dueOn: string | null;
}

/** How many mergings are shown; older ones are found in the history of their cases. */
const MOST = 100;

const MERGINGS = `SELECT m."id", m."state", m."followerId", p."version" AS "followerVersion", p."caseNo" AS "followerNo",
    p."subject" AS "followerSubject", m."principalId", pp."caseNo" AS "principalNo", pp."subject" AS "principalSubject",
    pp."stage" AS "principalStage",
    m."jointSubject", m."proposedAt", m."doneAt"
  FROM "merging" m JOIN "proposal" p ON p."id" = m."followerId" JOIN "proposal" pp ON pp."id" = m."principalId"
  WHERE m."state" IN ('proposed', 'done')`;

const CONSENTS = `SELECT a."mergingId", s."name", a."answer", a."note",
    (SELECT MIN(d."dueOn") FROM "deadline" d WHERE d."clock" = 'mergeConsent' AND d."subjectKind" = 'mergeAnswer'
      AND d."subjectId" = a."id" AND d."state" = 'running') AS "dueOn"
  FROM "mergeAnswer" a JOIN "sponsor" s ON s."id" = a."sponsorId"`;

/** Mergings that are asked about and those that last, the newest first. */
@Injectable()
export class Mergings {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<(MergingRow & { consents: ConsentRow[] })[]> {
    const gate = visibleTo(actor);
    const rows = await this.database.rows<MergingRow>(
      `${MERGINGS} AND ${gate.sql} ORDER BY m."id" DESC LIMIT ${MOST}`,
      [...gate.params],
    );
    if (rows.length === 0) return [];
    const marks = rows.map(() => '?').join(', ');
    const consents = await this.database.rows<ConsentRow>(
      `${CONSENTS} WHERE a."mergingId" IN (${marks}) ORDER BY a."id"`,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      ...row,
      consents: consents.filter(({ mergingId }) => mergingId === row.id),
    }));
  }

  /** The cases with these numbers in a session, for whoever has the numbers at hand. */
  async idsOf(actor: Actor, sessionId: number, numbers: readonly number[]): Promise<number[]> {
    if (numbers.length === 0) return [];
    const gate = visibleTo(actor);
    const rows = await this.database.rows<{ id: number }>(
      `SELECT p."id" FROM "proposal" p WHERE p."sessionId" = ? AND p."caseNo" IN (${numbers.map(() => '?').join(', ')})
        AND ${gate.sql} ORDER BY p."caseNo"`,
      [sessionId, ...numbers, ...gate.params],
    );
    return rows.map(({ id }) => id);
  }
}
