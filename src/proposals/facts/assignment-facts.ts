import type { EntityManager } from 'typeorm';
import { addMonths } from '../../lifecycle/days';
import type { AssignmentFacts, CoHandlerFact, ProposalFacts } from '../../lifecycle/facts';
import type { Moment } from '../../lifecycle/rule';
import { dayOf } from '../../platform/clock/calendar';
import type { Database } from '../../platform/database/database';
import type { Rules } from '../rules';
import { type AssignmentRow, type CaseRows, caseRows } from './case-rows';
import { type Happening, happeningsOf } from './happenings';
import { promiseFact, type PromiseRow, promisesOf } from './promise-facts';
import { subjectFrom } from './proposal-facts';
import type { Subject } from './subject';

/** Reads what the rules know of an assignment and its case; null when there is none. */
export async function assignmentSubject(
  db: Database,
  em: EntityManager,
  id: number,
  now: Moment,
  rules: Rules,
): Promise<Subject<AssignmentFacts> | null> {
  const [of] = await db.rows<{ proposalId: number }>(
    'SELECT "proposalId" FROM "assignment" WHERE "id" = ?',
    [id],
    em,
  );
  const rows = of && (await caseRows(db, em, of.proposalId));
  const row = rows?.assignments.find((each) => each.id === id);
  if (!rows || !row) return null;
  const happenings = await happeningsOf(db, em, of.proposalId);
  const promises = await promisesOf(db, em, rows);
  const { facts: proposal, officeId, leadSponsorId } = subjectFrom(rows, now, rules);
  const { version, stage, proposalId, unitId } = row;
  const place = { proposalId, officeId, unitId, leadSponsorId };
  const facts = assignmentFacts({ row, rows, happenings, proposal, promises }, now, rules);
  return { machine: 'assignment', table: 'assignment', id, version, stage, ...place, facts };
}

interface Material {
  readonly row: AssignmentRow;
  readonly rows: CaseRows;
  readonly happenings: readonly Happening[];
  readonly proposal: ProposalFacts;
  readonly promises: readonly PromiseRow[];
}

/** The same from rows that have been read already. */
export function assignmentFacts(material: Material, now: Moment, rules: Rules): AssignmentFacts {
  const { row, rows, proposal } = material;
  const { id, stage, unitId, role, round } = row;
  return {
    ...{ id, stage, unitId, role, round, proposal },
    ...requestsOf(material),
    maxReturns: rules.handling.maxReturns,
    returnWindowOpen: proposal.running.some(
      (r) => r.clock === 'returnWindow' && r.subjectId === id && !r.overdue,
    ),
    extensionCap: addMonths(dayOf(row.assignedAt), rules.handling.replyCap.months),
    contacted: wasContacted(material),
    replyMissing: missingParts(row, now),
    audited: row.auditedAt !== null,
    coHandlers: role === 'lead' ? coHandlersOf(row, rows) : [],
    countersignAsked: row.countersign === 'asked',
    promises: material.promises.filter((each) => each.assignmentId === id).map(promiseFact),
    replyPublicity: row.publicity,
  };
}

function requestsOf({ row, happenings }: Material) {
  const own = happenings.filter((happening) => happening.assignmentId === row.id);
  const open = own.find(({ kind, result }) => isRequest(kind) && result === null);
  return {
    returnsGranted: happenings.filter(({ kind, result }) => kind === 'return' && result === 'granted').length,
    openRequest: (open?.kind ?? null) as AssignmentFacts['openRequest'],
    openPromises: own.filter(({ kind, result }) => kind === 'promise' && result === null).length,
  };
}

const isRequest = (kind: Happening['kind']): boolean => ['return', 'add', 'extension'].includes(kind);

/** A meeting counts for the unit and the round, also when the office took the case back and gave it again. */
function wasContacted({ row, rows, happenings }: Material): boolean {
  const same = rows.assignments.filter((each) => each.unitId === row.unitId && each.round === row.round);
  const ids = same.map((each) => each.id);
  return happenings.some(
    ({ kind, assignmentId }) => kind === 'consultation' && ids.includes(assignmentId ?? 0),
  );
}

const PARTS_OF_A_REPLY = ['body', 'class', 'contactPerson', 'contactPhone', 'publicity'] as const;

/** What is planned needs dates that still lie ahead, and what stays unpublished a reason. */
function missingParts(row: AssignmentRow, now: Moment): string[] {
  const promises = row.promises ? (JSON.parse(row.promises) as { dueOn: string }[]) : [];
  const planned = promises.length > 0 && promises.every(({ dueOn }) => dueOn > now.day);
  return [
    ...PARTS_OF_A_REPLY.filter((part) => !row[part]),
    ...(row.class === 'B' && !planned ? ['promises'] : []),
    ...(row.publicity !== 'full' && !row.publicityReason ? ['publicityReason'] : []),
  ];
}

function coHandlersOf(lead: AssignmentRow, { assignments }: CaseRows): CoHandlerFact[] {
  const working = assignments.filter(
    ({ role, round, stage }) => role === 'coHandler' && round === lead.round && stage !== 'released',
  );
  return working.map(({ id, unitId, stage, countersign }) => ({
    assignmentId: id,
    unitId,
    opinionGiven: stage === 'opinionGiven',
    countersigned: countersign === 'signed',
    missingExplained: countersign === 'missing',
  }));
}
