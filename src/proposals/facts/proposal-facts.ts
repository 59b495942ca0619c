import type { EntityManager } from 'typeorm';
import type {
  FormFact,
  MergeAnswer,
  Outcome,
  ProposalFacts,
  ProposalStage,
  RunningClock,
} from '../../lifecycle/facts';
import type { Moment } from '../../lifecycle/rule';
import type { Database } from '../../platform/database/database';
import type { Subject } from './subject';

type Row = Record<string, never> & {
  id: number;
  stage: ProposalStage;
  version: number;
  round: number;
  leadSponsorId: number;
  officeId: number | null;
  enteredBy: number | null;
  convenerSignedAt: string | null;
  withdrawalAskedAt: string | null;
  rehandlingDeclinedRound: number | null;
  submissionDeadline: string;
  grade: string | null;
  outcome: Outcome | null;
  recommendedBy: number | null;
  mergingId: number | null;
  mergePrincipal: number | null;
  principalStage: ProposalStage | null;
  openPromises: number;
  openNotices: number;
  agendas: number;
};

// One row with everything that is single; what there are many of comes in queries of its own, never in a join.
const CORE = `SELECT p.*, s."submissionDeadline", k."needsConvener", k."betweenSessions",
    length(t."situation") AS "situation", length(t."analysis") AS "analysis", t."recommendations",
    t."kind" AS "textKind", r."outcome", r."byAccountId" AS "recommendedBy",
    m."id" AS "mergingId", m."principalId" AS "mergePrincipal", pr."stage" AS "principalStage",
    (SELECT COUNT(*) FROM "promise" o WHERE o."proposalId" = p."id" AND o."keptAt" IS NULL) AS "openPromises",
    (SELECT COUNT(*) FROM "noticeItem" i JOIN "notice" n ON n."id" = i."noticeId"
      WHERE i."proposalId" = p."id" AND n."stage" IN ('composing', 'prepared', 'approved')) AS "openNotices",
    (SELECT COUNT(*) FROM "evaluationItem" i JOIN "evaluation" e ON e."id" = i."evaluationId"
      WHERE i."proposalId" = p."id" AND e."stage" IN ('planned', 'opened', 'closed')) AS "agendas"
  FROM "proposal" p
  JOIN "plenarySession" s ON s."id" = p."sessionId"
  JOIN "sponsor" b ON b."id" = p."leadSponsorId"
  JOIN "sponsorKind" k ON k."code" = b."kindCode"
  JOIN "proposalText" t ON t."proposalId" = p."id" AND t."version" = p."textVersion"
  LEFT JOIN "recommendation" r ON r."proposalId" = p."id" AND r."state" = 'open'
  LEFT JOIN "merging" m ON m."followerId" = p."id" AND m."state" IN ('proposed', 'done')
  LEFT JOIN "proposal" pr ON pr."id" = m."principalId"
  WHERE p."id" = ?`;

/** Reads what the rules know of a proposal, in seven queries; null when there is none. */
export async function proposalSubject(
  db: Database,
  em: EntityManager,
  id: number,
  now: Moment,
): Promise<Subject<ProposalFacts> | null> {
  const [row] = await db.rows<Row>(CORE, [id], em);
  if (!row) return null;
  const { stage, version, officeId, leadSponsorId } = row;
  const facts = await factsOf(db, em, row, now);
  return {
    machine: 'proposal',
    table: 'proposal',
    id,
    version,
    stage,
    proposalId: id,
    officeId,
    unitId: null,
    leadSponsorId,
    facts,
  };
}

async function factsOf(db: Database, em: EntityManager, row: Row, now: Moment): Promise<ProposalFacts> {
  const many = <R>(sql: string, params: unknown[] = [row.id]) => db.rows<R>(sql, params, em);
  const raters = await many<{ leadSponsorId: number }>(
    `SELECT "leadSponsorId" FROM "proposal" WHERE "principalId" = ? AND "stage" = 'merged' ORDER BY "id"`,
  );
  return {
    ...single(row),
    sponsors: await many(
      `SELECT "sponsorId", "signature" FROM "sponsorship" WHERE "proposalId" = ? ORDER BY "place"`,
    ),
    merge: await mergeOf(row, many),
    assignments: await many(
      `SELECT "id", "unitId", "role", "stage", "round" FROM "assignment" WHERE "proposalId" = ? ORDER BY "id"`,
    ),
    raters: [...new Set([row.leadSponsorId, ...raters.map((follower) => follower.leadSponsorId)])],
    forms: await formsOf(row, many),
    running: await runningClocks(db, em, '"proposalId" = ?', [row.id], now),
  };
}

type Single = Omit<ProposalFacts, 'sponsors' | 'merge' | 'assignments' | 'raters' | 'forms' | 'running'>;

function single(row: Row): Single {
  return {
    stage: row.stage,
    round: row.round,
    key: Boolean(row.isKey),
    collective: Boolean(row.collective),
    enteredBy: row.enteredBy,
    enteredOnBehalf: Boolean(row.enteredOnBehalf),
    leadSponsorId: row.leadSponsorId,
    missing: missingParts(row),
    needsConvener: Boolean(row.needsConvener),
    convenerSigned: row.convenerSignedAt !== null,
    mayComeBetweenSessions: Boolean(row.betweenSessions),
    submissionDeadline: row.submissionDeadline,
    recommendation: row.outcome && { outcome: row.outcome, by: row.recommendedBy },
    corrected: row.textKind === 'correction',
    withdrawalAsked: row.withdrawalAskedAt !== null,
    officeId: row.officeId,
    rehandlingDeclined: row.rehandlingDeclinedRound === row.round,
    evaluation: row.grade ? { passed: Boolean(row.gradePassed) } : null,
    openPromises: row.openPromises,
    inOpenNotice: row.openNotices > 0,
    onAgenda: row.agendas > 0,
  };
}

/** What has to be there before a proposal can be submitted. */
function missingParts(row: Record<string, unknown>): string[] {
  const empty = (part: string): boolean => !row[part] || row[part] === '[]';
  return ['subject', 'situation', 'analysis', 'recommendations', 'category'].filter(empty);
}

type Many = <R>(sql: string, params?: unknown[]) => Promise<R[]>;

async function mergeOf(row: Row, many: Many): Promise<ProposalFacts['merge']> {
  if (row.mergingId === null || row.mergePrincipal === null || row.principalStage === null) return null;
  const answers = await many<MergeAnswer>(
    'SELECT "sponsorId", "answer" FROM "mergeAnswer" WHERE "mergingId" = ? ORDER BY "id"',
    [row.mergingId],
  );
  return { principalId: row.mergePrincipal, principalStage: row.principalStage, answers };
}

async function formsOf(row: Row, many: Many): Promise<FormFact[]> {
  const forms = await many<{ sponsorId: number; attitude: string; result: string }>(
    'SELECT "sponsorId", "attitude", "result" FROM "feedbackForm" WHERE "proposalId" = ? AND "round" = ?',
    [row.id, row.round],
  );
  // 不满意 with either puts the question of another round to the director.
  return forms.map(({ sponsorId, attitude, result }) => ({
    sponsorId,
    dissatisfied: attitude === 'dissatisfied' || result === 'dissatisfied',
  }));
}

/** Clocks that run for a subject; `overdue` against the moment of the decision. */
export async function runningClocks(
  db: Database,
  em: EntityManager,
  where: string,
  params: unknown[],
  now: Moment,
): Promise<RunningClock[]> {
  const rows = await db.rows<{
    clock: RunningClock['clock'];
    subjectId: number;
    dueOn: string;
    dueAt: string | null;
    state: string;
  }>(
    `SELECT "clock", "subjectId", "dueOn", "dueAt", "state" FROM "deadline" WHERE ${where} AND "state" IN ('running', 'paused')`,
    params,
    em,
  );
  return rows.map(({ clock, subjectId, dueOn, dueAt, state }) => ({
    clock,
    subjectId,
    overdue: state === 'running' && isOver({ dueOn, dueAt }, now),
  }));
}

/** A day is over when the next has begun; an hour's length when its moment has passed. */
export function isOver(due: { dueOn: string; dueAt: string | null }, now: Moment): boolean {
  return due.dueAt ? now.at > due.dueAt : now.day > due.dueOn;
}
