import type { Database } from '../platform/database/database';
import { MEMBER } from '../people/sponsors/sponsor-kind.entity';
import { familySponsors } from '../proposals/family';
import type { UnitRequest } from '../proposals/entities/unit-request.entity';
import type { PaperSponsor } from './paper-case';

interface SponsorRow extends Omit<PaperSponsor, 'person'> {
  readonly proposalId: number;
  readonly kindCode: string;
  readonly jointOrder: string | null;
}

// Names as the case keeps them; what kind of sponsor it is decides how a letter begins.
const SPONSORS = `SELECT s."proposalId", s."sponsorId", s."name", s."contactName", s."contactPhone", b."kindCode", p."jointOrder"
  FROM "sponsorship" s JOIN "sponsor" b ON b."id" = s."sponsorId" JOIN "proposal" p ON p."id" = s."proposalId"
  WHERE s."signature" = 'agreed' AND (p."id" = ? OR (p."principalId" = ? AND p."stage" = 'merged'))
  ORDER BY p."filedAt", p."caseNo", p."id", s."place"`;

/** Who has signed the case or one merged into it, each once, in the order agreed on. */
export async function paperSponsors(db: Database, id: number): Promise<PaperSponsor[]> {
  const rows = await db.rows<SponsorRow>(SPONSORS, [id, id]);
  const sponsors = rows.map((row) => ({ ...row, person: row.kindCode === MEMBER }));
  const own = sponsors.filter(({ proposalId }) => proposalId === id);
  return familySponsors({
    jointOrder: own[0]?.jointOrder ? (JSON.parse(own[0].jointOrder) as number[]) : null,
    principal: own,
    followers: [sponsors.filter(({ proposalId }) => proposalId !== id)],
  });
}

export interface CitedOpinion {
  readonly unitName: string;
  readonly docNo: string;
}

const NEVER = '9999-12-31T00:00:00.000Z';
const CITED = `SELECT u."name" AS "unitName", o."docNo" FROM "coOpinion" o
  JOIN "assignment" a ON a."id" = o."assignmentId" JOIN "handlingUnit" u ON u."id" = a."unitId"
  WHERE a."proposalId" = ? AND a."round" = ? AND a."stage" = 'opinionGiven'
    AND o."givenAt" <= ? ORDER BY a."id"`;

/** The opinions a reply rests on: those there were when it was issued. */
export const citedBy = (db: Database, proposalId: number, round: number, issuedAt: string | null) =>
  db.rows<CitedOpinion>(CITED, [proposalId, round, issuedAt ?? NEVER]);

export interface OpinionRow {
  readonly signer: string;
  readonly givenAt: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
}

const OPINION = `SELECT o."signer", o."givenAt", u."contactName", u."contactPhone" FROM "coOpinion" o
  JOIN "assignment" a ON a."id" = o."assignmentId" JOIN "handlingUnit" u ON u."id" = a."unitId"
  WHERE o."assignmentId" = ?`;

export const opinionRow = async (db: Database, assignmentId: number): Promise<OpinionRow> =>
  (await db.rows<OpinionRow>(OPINION, [assignmentId]))[0];

export type RequestRow = Pick<
  UnitRequest,
  'id' | 'reason' | 'until' | 'askedAt' | 'decision' | 'decisionNote' | 'decidedAt'
> & {
  readonly suggestedUnit: string | null;
  /** The day that was granted: the office may have chosen another than was asked for. */
  readonly grantedUntil: string | null;
};

const REQUESTS = `SELECT q."id", q."reason", q."until", q."askedAt", q."decision", q."decisionNote", q."decidedAt",
    u."name" AS "suggestedUnit",
    (SELECT MAX(e."until") FROM "deadlineEvent" e JOIN "deadline" d ON d."id" = e."deadlineId"
      WHERE d."subjectKind" = 'assignment' AND d."subjectId" = q."assignmentId" AND e."kind" = 'extend'
        AND e."at" = q."decidedAt") AS "grantedUntil"
  FROM "unitRequest" q LEFT JOIN "handlingUnit" u ON u."id" = q."suggestedUnitId"
  WHERE q."assignmentId" = ? AND q."kind" = ? ORDER BY q."id" DESC`;

/** What a unit has asked for, the newest first. */
export const requestRows = (db: Database, assignmentId: number, kind: 'return' | 'extension') =>
  db.rows<RequestRow>(REQUESTS, [assignmentId, kind]);

export interface UrgingRow {
  readonly body: string;
  readonly issuedAt: string;
}

export interface UrgedUnit {
  readonly unitName: string;
}

const URGING = `SELECT "body", "issuedAt" FROM "urging" WHERE "proposalId" = ? AND "number" = ?`;
const URGED = `SELECT u."name" AS "unitName" FROM "assignment" a JOIN "handlingUnit" u ON u."id" = a."unitId"
  WHERE a."proposalId" = ? AND a."assignedAt" <= ? AND (a."finishedAt" IS NULL OR a."finishedAt" >= ?)
    AND (a."stage" <> 'released' OR a."finishedAt" IS NOT NULL) ORDER BY a."id"`;

/** The letter, and who was at work when it was written. */
export async function urgingRow(db: Database, proposalId: number, number: number) {
  const [letter] = await db.rows<UrgingRow>(URGING, [proposalId, number]);
  const { issuedAt } = letter;
  const units = await db.rows<UrgedUnit>(URGED, [proposalId, issuedAt, issuedAt]);
  return { ...letter, units };
}

export type Urging = Awaited<ReturnType<typeof urgingRow>>;

/** The number of the case that another one follows. */
export async function principalNo(db: Database, id: number | null): Promise<number | null> {
  if (id === null) return null;
  const sql = 'SELECT "caseNo" FROM "proposal" WHERE "id" = ?';
  return (await db.rows<{ caseNo: number | null }>(sql, [id]))[0]?.caseNo ?? null;
}
