import { Injectable } from '@nestjs/common';
import { FINAL_ASSIGNMENT_STAGES } from '../../../lifecycle/finals';
import type { ReplyClass } from '../../../lifecycle/facts';
import { type Actor, scopesOf } from '../../../lifecycle/people';
import { Database } from '../../../platform/database/database';
import { isDebt } from '../../../proposals/deadlines/debts';
import { SEATS } from '../../../proposals/visibility';
import { CaseLists } from '../../deeds/case-lists';

interface CaseColumns {
  proposalId: number;
  caseNo: number | null;
  receiptNo: number | null;
  subject: string;
  isKey: unknown;
}

export interface ToRouteRow extends CaseColumns {
  version: number;
  sponsor: string;
  dueOn: string | null;
  units: string[];
  /** Who would not have it in this round. */
  returned: string | null;
}

export interface RequestRow extends CaseColumns {
  id: number;
  assignmentId: number;
  version: number;
  kind: 'return' | 'add' | 'extension';
  unit: string;
  reason: string;
  suggestedUnit: string | null;
  until: string | null;
  replyDueOn: string | null;
  dueOn: string | null;
  /** Returns of the case that were granted before: after two the decision binds. */
  returns: number;
}

export interface AuditRow extends CaseColumns {
  assignmentId: number;
  unit: string;
  class: ReplyClass | null;
  dueOn: string | null;
}

export interface LoadRow {
  unitId: number;
  unit: string;
  open: number;
  leads: number;
  overdue: number;
}

/** Nobody looks through more at once; the rest moves up as these are done. */
const MOST = 100;

const CASE = `p."id" AS "proposalId", p."caseNo", p."receiptNo", COALESCE(p."jointSubject", p."subject") AS "subject",
  p."isKey"`;
const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
const due = (clock: string, subject: string) => `(SELECT MIN(d."dueOn") FROM "deadline" d
  WHERE d."proposalId" = p."id" AND d."state" = 'running' AND d."clock" IN (${clock}) AND ${subject})`;
const OWN = 'd."subjectId" = a."id"';
const FINALS = FINAL_ASSIGNMENT_STAGES.map((stage) => `'${stage}'`).join(', ');

/** What waits for the assigning offices somebody works for. */
@Injectable()
export class RoutingBoard {
  private readonly lists: CaseLists;

  constructor(private readonly database: Database) {
    this.lists = new CaseLists(database);
  }

  /** Handed over and with no unit yet. */
  async toRoute(actor: Actor): Promise<ToRouteRow[]> {
    const rows = await this.rows<ToRouteRow & { suggestedUnits: string }>(
      actor,
      `SELECT ${CASE}, p."version", p."suggestedUnits", s."name" AS "sponsor", ${due(`'route'`, '1 = 1')} AS "dueOn",
          (SELECT STRING_AGG(u."name", '、') FROM "assignment" x JOIN "handlingUnit" u ON u."id" = x."unitId"
            WHERE x."proposalId" = p."id" AND x."stage" = 'released' AND x."round" = p."round") AS "returned"
        FROM "proposal" p LEFT JOIN "sponsorship" s ON s."proposalId" = p."id" AND s."place" = 1
        WHERE p."stage" = 'handedOver' AND`,
    );
    const wanted = rows.map(({ suggestedUnits }) => JSON.parse(suggestedUnits) as number[]);
    const known = await this.lists.officesOfUnits([...new Set(wanted.flat())]);
    const nameOf = (id: number) => known.find(({ unitId }) => unitId === id)?.unit;
    return rows.map((row, at) => ({ ...row, units: wanted[at].flatMap((id) => nameOf(id) ?? []) }));
  }

  /** What units ask: to return, to add another, for more time. */
  requests(actor: Actor): Promise<RequestRow[]> {
    return this.rows(
      actor,
      `SELECT ${CASE}, q."id", q."assignmentId", a."version", q."kind", u."name" AS "unit", q."reason",
          g."name" AS "suggestedUnit", q."until",
          ${due(`'reply', 'replyRound2'`, OWN)} AS "replyDueOn",
          ${due(`'decideReturn', 'decideAdd', 'decideExtension'`, OWN)} AS "dueOn",
          (SELECT COUNT(*) FROM "unitRequest" e WHERE e."proposalId" = p."id" AND e."kind" = 'return'
            AND e."decision" = 'granted') AS "returns"
        FROM "unitRequest" q JOIN "assignment" a ON a."id" = q."assignmentId"
        JOIN "proposal" p ON p."id" = q."proposalId" JOIN "handlingUnit" u ON u."id" = a."unitId"
        LEFT JOIN "handlingUnit" g ON g."id" = q."suggestedUnitId"
        WHERE q."decision" IS NULL AND a."stage" NOT IN (${FINALS}) AND`,
    );
  }

  /** Drafts that wait to be audited. */
  audits(actor: Actor): Promise<AuditRow[]> {
    return this.rows(
      actor,
      `SELECT ${CASE}, a."id" AS "assignmentId", u."name" AS "unit", r."class", ${due(`'audit'`, OWN)} AS "dueOn"
        FROM "assignment" a JOIN "proposal" p ON p."id" = a."proposalId" JOIN "handlingUnit" u ON u."id" = a."unitId"
        JOIN "reply" r ON r."assignmentId" = a."id"
        WHERE a."stage" = 'auditing' AND r."auditedAt" IS NULL AND`,
    );
  }

  /** How much each unit has in hand for these offices, and how much of it is late; the latest first. */
  async load(actor: Actor, today: string): Promise<LoadRow[]> {
    const offices = scopesOf(actor, 'assigningOffice');
    if (offices.length === 0) return [];
    return this.database.rows<LoadRow>(
      `SELECT a."unitId", u."name" AS "unit", COUNT(*) AS "open",
          COUNT(CASE WHEN a."role" = 'lead' THEN 1 END) AS "leads",
          COUNT(CASE WHEN EXISTS (SELECT 1 FROM "deadline" d WHERE d."proposalId" = p."id" AND d."state" = 'running'
            AND ${isDebt('d')} AND d."owerScope" = a."unitId" AND d."dueOn" < ?
            AND d."owerHat" IN (${marks(SEATS.units)})) THEN 1 END) AS "overdue"
        FROM "assignment" a JOIN "proposal" p ON p."id" = a."proposalId" JOIN "handlingUnit" u ON u."id" = a."unitId"
        WHERE a."stage" NOT IN (${FINALS}) AND p."officeId" IN (${marks(offices)})
        GROUP BY a."unitId", u."name" ORDER BY "overdue" DESC, "open" DESC, a."unitId"`,
      [today, ...SEATS.units, ...offices],
    );
  }

  /** Only for the offices one works for, whatever else one may see. */
  private async rows<Row>(actor: Actor, sql: string): Promise<Row[]> {
    const offices = scopesOf(actor, 'assigningOffice');
    if (offices.length === 0) return [];
    return this.database.rows<Row>(
      `${sql} p."officeId" IN (${marks(offices)}) ORDER BY "dueOn", p."id" LIMIT ${MOST}`,
      [...offices],
    );
  }
}
