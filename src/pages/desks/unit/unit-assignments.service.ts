import { Injectable } from '@nestjs/common';
import type { ClockName } from '../../../lifecycle/clocks';
import type { AssignmentStage, UnitRole } from '../../../lifecycle/facts';
import { FINAL_ASSIGNMENT_STAGES } from '../../../lifecycle/finals';
import { type Actor, scopesOf } from '../../../lifecycle/people';
import { Database } from '../../../platform/database/database';
import { isDebt } from '../../../proposals/deadlines/debts';
import { SEATS } from '../../../proposals/visibility';

export interface OwedClock {
  readonly clock: ClockName;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly dueOn: string;
  readonly provisional: unknown;
}

interface Row {
  id: number;
  version: number;
  stage: AssignmentStage;
  role: UnitRole;
  round: number;
  unitId: number;
  unit: string;
  proposalId: number;
  caseNo: number | null;
  receiptNo: number | null;
  subject: string;
  isKey: unknown;
  sponsor: string;
  /** A draft is there. */
  drafted: unknown;
  audited: unknown;
  /** Co-handlers sign the draft before it goes to the office. */
  shared: unknown;
  /** What the office said when it wanted the draft written anew, as long as that has not been done. */
  sentBack: unknown;
  /** Who would not have the case before. */
  returned: string | null;
}

export type UnitAssignment = Row & { readonly clocks: readonly OwedClock[] };

const FINALS = FINAL_ASSIGNMENT_STAGES.map((stage) => `'${stage}'`).join(', ');
const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
/** Steps beyond this are reached when these are done. */
const MOST = 300;

// After an audit sent it back the last thing that was done with the draft is just that.
const SENT_BACK = `(SELECT h."action" FROM "history" h WHERE h."kind" = 'assignment' AND h."subjectId" = a."id"
  AND h."proposalId" = a."proposalId" AND h."action" IN ('sendBack', 'submitForAudit') ORDER BY h."id" DESC LIMIT 1)`;

const COLUMNS = `a."id", a."version", a."stage", a."role", a."round", a."unitId", u."name" AS "unit", a."proposalId",
  p."caseNo", p."receiptNo", COALESCE(p."jointSubject", p."subject") AS "subject", p."isKey", s."name" AS "sponsor",
  CASE WHEN r."id" IS NULL THEN 0 ELSE 1 END AS "drafted", CASE WHEN r."auditedAt" IS NULL THEN 0 ELSE 1 END AS "audited",
  CASE WHEN EXISTS (SELECT 1 FROM "assignment" c WHERE c."proposalId" = a."proposalId" AND c."round" = a."round"
    AND c."role" = 'coHandler' AND c."stage" <> 'released') THEN 1 ELSE 0 END AS "shared",
  CASE WHEN a."stage" = 'drafting' AND ${SENT_BACK} = 'sendBack' THEN 1 ELSE 0 END AS "sentBack",
  (SELECT STRING_AGG(ru."name", '、') FROM "unitRequest" q JOIN "assignment" ra ON ra."id" = q."assignmentId"
    JOIN "handlingUnit" ru ON ru."id" = ra."unitId"
    WHERE q."proposalId" = a."proposalId" AND q."kind" = 'return' AND q."decision" = 'granted') AS "returned"`;

/** What the units somebody works for have in hand, and what they owe. Two queries. */
@Injectable()
export class UnitAssignments {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<UnitAssignment[]> {
    const units = [...new Set([...scopesOf(actor, 'unitHandler'), ...scopesOf(actor, 'unitLeader')])];
    if (units.length === 0) return [];
    const clocks = await this.clocks(units);
    const owing = [...new Set(clocks.flatMap(({ assignmentId }) => assignmentId ?? []))].slice(0, MOST);
    const also = owing.length > 0 ? ` OR a."id" IN (${marks(owing)})` : '';
    const rows = await this.database.rows<Row>(
      `SELECT ${COLUMNS} FROM "assignment" a JOIN "proposal" p ON p."id" = a."proposalId"
        JOIN "handlingUnit" u ON u."id" = a."unitId" LEFT JOIN "reply" r ON r."assignmentId" = a."id"
        LEFT JOIN "sponsorship" s ON s."proposalId" = p."id" AND s."place" = 1
        WHERE a."unitId" IN (${marks(units)}) AND a."stage" <> 'released' AND (a."stage" NOT IN (${FINALS})${also})
        ORDER BY a."assignedAt", a."id" LIMIT ${MOST}`,
      [...units, ...owing],
    );
    return rows.map((row) => ({ ...row, clocks: clocks.filter((each) => each.assignmentId === row.id) }));
  }

  /** What runs against these units; promises and what is asked about them count for the assignment they were made in. */
  private clocks(units: readonly number[]): Promise<(OwedClock & { assignmentId: number | null })[]> {
    return this.database.rows(
      `SELECT d."clock", d."subjectKind", d."subjectId", d."dueOn", d."provisional",
          CASE d."subjectKind" WHEN 'assignment' THEN d."subjectId" WHEN 'promise' THEN r."assignmentId"
            WHEN 'followUpRequest' THEN q."assignmentId" END AS "assignmentId"
        FROM "deadline" d
        LEFT JOIN "promise" r ON d."subjectKind" = 'promise' AND r."id" = d."subjectId"
        LEFT JOIN "followUpRequest" q ON d."subjectKind" = 'followUpRequest' AND q."id" = d."subjectId"
        WHERE d."state" = 'running' AND ${isDebt('d')} AND d."owerHat" IN (${marks(SEATS.units)})
          AND d."owerScope" IN (${marks(units)}) ORDER BY d."dueOn", d."id"`,
      [...SEATS.units, ...units],
    );
  }
}
