import type { EntityManager } from 'typeorm';
import type { ReplyClass, RunningClock } from '../../lifecycle/facts';
import type { Database } from '../../platform/database/database';
import type { Assignment } from '../entities/assignment.entity';
import type { FeedbackForm } from '../entities/feedback-form.entity';
import type { Proposal } from '../entities/proposal.entity';
import type { Recommendation } from '../entities/recommendation.entity';
import type { Sponsorship } from '../entities/sponsorship.entity';
import type { Condition } from '../visibility';

/** The single row of a case: the proposal, its newest text, its session, and what is open about it. */
export type CoreRow = Proposal & {
  situation: string;
  analysis: string;
  recommendations: string;
  textKind: string;
  submissionDeadline: string;
  sessionNumber: number;
  termNumber: number;
  needsConvener: unknown;
  betweenSessions: unknown;
  outcome: Recommendation['outcome'] | null;
  recommendedBy: number | null;
  recommendationReason: string | null;
  mergingId: number | null;
  mergingState: 'proposed' | 'done' | null;
  mergePrincipal: number | null;
  principalStage: Proposal['stage'] | null;
  principalRound: number | null;
  officeName: string | null;
  openPromises: number;
  secondRatings: number;
  openNotices: number;
  agendas: number;
  summarisedAt: string | null;
  /** Ids of sponsors, with commas. */
  consentedInPerson: string | null;
  urgingAskedAt: string | null;
};

export type FollowerRow = Pick<Proposal, 'id' | 'subject' | 'caseNo' | 'leadSponsorId'>;
type FamilyRow = Sponsorship & Omit<FollowerRow, 'id'>;
export type AnswerRow = {
  id: number;
  sponsorId: number;
  answer: 'agreed' | 'objected' | null;
  note: string | null;
};

/** An assignment with the unit's name, its reply when it is a lead, its opinion when it is a co-handler. */
export type AssignmentRow = Assignment & {
  unitName: string;
  replyId: number | null;
  body: string | null;
  class: ReplyClass | null;
  firstClass: ReplyClass | null;
  promises: string | null;
  contactPerson: string | null;
  contactPhone: string | null;
  publicity: string | null;
  publicityReason: string | null;
  docNo: string | null;
  signer: string | null;
  auditedAt: string | null;
  issuedAt: string | null;
  opinion: string | null;
  opinionDocNo: string | null;
  /** What the lead at work got of a co-handler; a released lead's papers do not count. */
  countersign: 'asked' | 'signed' | 'missing' | null;
};

export type ClockRow = {
  id: number;
  clock: RunningClock['clock'];
  subjectKind: string;
  subjectId: number;
  owerHat: string;
  owerScope: number | null;
  startedOn: string;
  dueOn: string;
  dueAt: string | null;
  provisional: unknown;
  state: 'running' | 'paused';
};

/** Everything of a case that rules and readers both need: one query per kind of row, never a join of many with many. */
export interface CaseRows {
  readonly core: CoreRow;
  readonly sponsors: readonly Sponsorship[];
  readonly followers: readonly FollowerRow[];
  /** Who has signed those that follow it. */
  readonly followersSigners: readonly Pick<Sponsorship, 'sponsorId'>[];
  readonly answers: readonly AnswerRow[];
  readonly assignments: readonly AssignmentRow[];
  readonly forms: readonly FeedbackForm[];
  readonly clocks: readonly ClockRow[];
}

const CORE = `SELECT p.*, t."situation", t."analysis", t."recommendations", t."kind" AS "textKind",
    s."submissionDeadline", s."number" AS "sessionNumber", c."number" AS "termNumber",
    k."needsConvener", k."betweenSessions", f."name" AS "officeName",
    r."outcome", r."byAccountId" AS "recommendedBy", r."reason" AS "recommendationReason",
    m."id" AS "mergingId", m."state" AS "mergingState", m."principalId" AS "mergePrincipal",
    pr."stage" AS "principalStage", pr."round" AS "principalRound",
    (SELECT COUNT(*) FROM "promise" o WHERE o."proposalId" = p."id" AND o."keptAt" IS NULL) AS "openPromises",
    (SELECT COUNT(*) FROM "secondRating" x WHERE x."proposalId" = p."id" AND x."round" = p."round") AS "secondRatings",
    (SELECT COUNT(*) FROM "noticeItem" i JOIN "notice" n ON n."id" = i."noticeId"
      WHERE i."proposalId" = p."id" AND n."stage" IN ('composing', 'prepared', 'approved')) AS "openNotices",
    (SELECT COUNT(*) FROM "evaluationItem" i JOIN "evaluation" e ON e."id" = i."evaluationId"
      WHERE i."proposalId" = p."id" AND e."stage" IN ('planned', 'opened', 'closed')) AS "agendas",
    d."summarisedAt",
    (SELECT STRING_AGG(CAST(pc."partyId" AS text), ',') FROM "publicationConsent" pc
      WHERE pc."proposalId" = p."id" AND pc."party" = 'sponsor' AND NOT pc."onBehalf"
        AND pc."at" >= p."repliedAt") AS "consentedInPerson",
    (SELECT MAX(ur."askedAt") FROM "urgingRequest" ur WHERE ur."proposalId" = p."id") AS "urgingAskedAt"
  FROM "proposal" p
  JOIN "plenarySession" s ON s."id" = p."sessionId"
  JOIN "term" c ON c."id" = s."termId"
  JOIN "sponsor" b ON b."id" = p."leadSponsorId"
  JOIN "sponsorKind" k ON k."code" = b."kindCode"
  JOIN "proposalText" t ON t."proposalId" = p."id" AND t."version" = p."textVersion"
  LEFT JOIN "assigningOffice" f ON f."id" = p."officeId"
  LEFT JOIN "dossier" d ON d."proposalId" = p."id"
  LEFT JOIN "recommendation" r ON r."proposalId" = p."id" AND r."state" = 'open'
  LEFT JOIN "merging" m ON m."followerId" = p."id" AND m."state" IN ('proposed', 'done')
  LEFT JOIN "proposal" pr ON pr."id" = m."principalId"
  WHERE p."id" = ?`;

// The sponsors of the whole family at once; which cases follow is told along with them.
const FAMILY = `SELECT s.*, p."subject", p."caseNo", p."leadSponsorId" FROM "sponsorship" s
  JOIN "proposal" p ON p."id" = s."proposalId"
  WHERE p."id" = ? OR (p."principalId" = ? AND p."stage" = 'merged') ORDER BY p."id", s."place"`;

const ANSWERS =
  'SELECT "id", "sponsorId", "answer", "note" FROM "mergeAnswer" WHERE "mergingId" = ? ORDER BY "id"';

// The reply's and the opinion's columns are named: both tables have an id and a case of their own.
const ASSIGNMENTS = `SELECT r."id" AS "replyId", r."body", r."class", r."firstClass", r."promises", r."contactPerson",
    r."contactPhone", r."publicity", r."publicityReason", r."docNo", r."signer", r."auditedAt", r."issuedAt",
    o."body" AS "opinion", o."docNo" AS "opinionDocNo", cs."state" AS "countersign", u."name" AS "unitName", a.*
  FROM "assignment" a JOIN "handlingUnit" u ON u."id" = a."unitId"
  LEFT JOIN "reply" r ON r."assignmentId" = a."id"
  LEFT JOIN "coOpinion" o ON o."assignmentId" = a."id"
  LEFT JOIN "countersignature" cs ON cs."coAssignmentId" = a."id" AND EXISTS
    (SELECT 1 FROM "assignment" l WHERE l."id" = cs."assignmentId" AND l."stage" <> 'released')
  WHERE a."proposalId" = ? ORDER BY a."id"`;

const FORMS = 'SELECT * FROM "feedbackForm" WHERE "proposalId" = ? ORDER BY "round", "id"';

const CLOCKS = `SELECT "id", "clock", "subjectKind", "subjectId", "owerHat", "owerScope", "startedOn", "dueOn", "dueAt",
    "provisional", "state"
  FROM "deadline" WHERE "proposalId" = ? AND "state" IN ('running', 'paused') ORDER BY "dueOn", "id"`;

const OPEN: Condition = { sql: '1 = 1', params: [] };

/** Reads a case in five or six queries; null when there is none that passes the gate. */
export async function caseRows(
  db: Database,
  em: EntityManager,
  id: number,
  gate: Condition = OPEN,
): Promise<CaseRows | null> {
  const many = <R>(sql: string, params: unknown[] = [id]) => db.rows<R>(sql, params, em);
  const [core] = await many<CoreRow>(`${CORE} AND ${gate.sql}`, [id, ...gate.params]);
  if (!core) return null;
  return {
    core,
    ...familyOf(id, await many<FamilyRow>(FAMILY, [id, id])),
    answers: core.mergingId === null ? [] : await many(ANSWERS, [core.mergingId]),
    assignments: await many(ASSIGNMENTS),
    forms: await many(FORMS),
    clocks: await many(CLOCKS),
  };
}

type Family = Pick<CaseRows, 'sponsors' | 'followers' | 'followersSigners'>;

function familyOf(id: number, rows: FamilyRow[]): Family {
  const others = new Map<number, FollowerRow>();
  const theirs = rows.filter((row) => row.proposalId !== id);
  for (const { proposalId, subject, caseNo, leadSponsorId } of theirs) {
    others.set(proposalId, { id: proposalId, subject, caseNo, leadSponsorId });
  }
  const sponsors = rows.filter((row) => row.proposalId === id);
  const followersSigners = theirs.filter(({ signature }) => signature === 'agreed');
  return { sponsors, followers: [...others.values()], followersSigners };
}
