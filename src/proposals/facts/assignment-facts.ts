import type { EntityManager } from 'typeorm';
import { addMonths } from '../../lifecycle/days';
import type {
  AssignmentFacts,
  AssignmentStage,
  CoHandlerFact,
  ProposalFacts,
  UnitRole,
} from '../../lifecycle/facts';
import type { Moment } from '../../lifecycle/rule';
import { dayOf } from '../../platform/clock/calendar';
import type { Database } from '../../platform/database/database';
import type { Rules } from '../rules';
import { proposalSubject } from './proposal-facts';
import type { Subject } from './subject';

interface Row {
  id: number;
  proposalId: number;
  unitId: number;
  role: UnitRole;
  stage: AssignmentStage;
  version: number;
  round: number;
  assignedAt: string;
  replyId: number | null;
  body: string | null;
  class: string | null;
  contactPerson: string | null;
  contactPhone: string | null;
  publicity: string | null;
  publicityReason: string | null;
  promises: string | null;
  auditedAt: string | null;
  consultations: number;
  returnsGranted: number;
  openRequest: AssignmentFacts['openRequest'];
  openPromises: number;
  asked: number;
}

const CORE = `SELECT a.*, r."id" AS "replyId", r."body", r."class", r."contactPerson", r."contactPhone",
    r."publicity", r."publicityReason", r."promises", r."auditedAt",
    (SELECT COUNT(*) FROM "consultation" c JOIN "assignment" o ON o."id" = c."assignmentId"
      WHERE c."proposalId" = a."proposalId" AND o."round" = a."round" AND o."unitId" = a."unitId") AS "consultations",
    (SELECT COUNT(*) FROM "unitRequest" q WHERE q."proposalId" = a."proposalId" AND q."kind" = 'return'
      AND q."decision" = 'granted') AS "returnsGranted",
    (SELECT q."kind" FROM "unitRequest" q WHERE q."assignmentId" = a."id" AND q."decision" IS NULL) AS "openRequest",
    (SELECT COUNT(*) FROM "promise" o WHERE o."assignmentId" = a."id" AND o."keptAt" IS NULL) AS "openPromises",
    (SELECT COUNT(*) FROM "countersignature" c WHERE c."coAssignmentId" = a."id" AND c."state" = 'asked') AS "asked"
  FROM "assignment" a LEFT JOIN "reply" r ON r."assignmentId" = a."id" WHERE a."id" = ?`;

const CO_HANDLERS = `SELECT a."id" AS "assignmentId", a."unitId", a."stage", c."state"
  FROM "assignment" a
  LEFT JOIN "countersignature" c ON c."coAssignmentId" = a."id" AND c."assignmentId" = ?
  WHERE a."proposalId" = ? AND a."round" = ? AND a."role" = 'coHandler' AND a."stage" <> 'released' ORDER BY a."id"`;

/** Reads what the rules know of an assignment and its case; null when there is none. */
export async function assignmentSubject(
  db: Database,
  em: EntityManager,
  id: number,
  now: Moment,
  rules: Rules,
): Promise<Subject<AssignmentFacts> | null> {
  const [row] = await db.rows<Row>(CORE, [id], em);
  const of = row && (await proposalSubject(db, em, row.proposalId, now, rules));
  if (!of) return null;
  const coHandlers = row.role === 'lead' ? await coHandlersOf(db, em, row) : [];
  const { version, stage, proposalId, unitId } = row;
  const { officeId, leadSponsorId } = of;
  const facts = factsOf(row, of.facts, coHandlers, { now, rules });
  return {
    machine: 'assignment',
    table: 'assignment',
    id,
    version,
    stage,
    proposalId,
    officeId,
    unitId,
    leadSponsorId,
    facts,
  };
}

function factsOf(
  row: Row,
  proposal: ProposalFacts,
  coHandlers: CoHandlerFact[],
  { now, rules }: { now: Moment; rules: Rules },
): AssignmentFacts {
  const { id, stage, unitId, role, round, returnsGranted, openRequest, openPromises } = row;
  return {
    ...{ id, stage, unitId, role, round, returnsGranted, openRequest, openPromises, proposal, coHandlers },
    maxReturns: rules.handling.maxReturns,
    returnWindowOpen: proposal.running.some(
      (r) => r.clock === 'returnWindow' && r.subjectId === id && !r.overdue,
    ),
    extensionCap: addMonths(dayOf(row.assignedAt), rules.handling.replyCap.months),
    contacted: row.consultations > 0,
    replyMissing: missingParts(row, now),
    audited: row.auditedAt !== null,
    countersignAsked: row.asked > 0,
  };
}

const PARTS_OF_A_REPLY = ['body', 'class', 'contactPerson', 'contactPhone', 'publicity'] as const;

/** What is planned needs dates that still lie ahead, and what stays unpublished a reason. */
function missingParts(row: Row, now: Moment): string[] {
  const promises = row.promises ? (JSON.parse(row.promises) as { dueOn: string }[]) : [];
  const planned = promises.length > 0 && promises.every(({ dueOn }) => dueOn > now.day);
  return [
    ...PARTS_OF_A_REPLY.filter((part) => !row[part]),
    ...(row.class === 'B' && !planned ? ['promises'] : []),
    ...(row.publicity !== 'full' && !row.publicityReason ? ['publicityReason'] : []),
  ];
}

async function coHandlersOf(db: Database, em: EntityManager, row: Row): Promise<CoHandlerFact[]> {
  const params = [row.id, row.proposalId, row.round];
  const rows = await db.rows<{ assignmentId: number; unitId: number; stage: string; state: string | null }>(
    CO_HANDLERS,
    params,
    em,
  );
  return rows.map(({ assignmentId, unitId, stage, state }) => ({
    assignmentId,
    unitId,
    opinionGiven: stage === 'opinionGiven',
    countersigned: state === 'signed',
    missingExplained: state === 'missing',
  }));
}
