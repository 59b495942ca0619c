import type { EntityManager } from 'typeorm';
import type { Side } from '../../lifecycle/people';
import { dayOf } from '../../platform/clock/calendar';
import type { Database } from '../../platform/database/database';

/** One thing that was done for a case: meeting, progress, request, urging letter, supervision, promise. */
export interface Happening {
  readonly kind:
    | 'consultation'
    | 'progress'
    | 'return'
    | 'add'
    | 'extension'
    | 'urging'
    | 'urgingRequest'
    | 'supervision'
    | 'promise'
    | 'carryOver'
    | 'followUp';
  readonly id: number;
  readonly assignmentId: number | null;
  readonly on: string;
  /** Who met whom and how, the suggested unit, the leader, the number of a letter. */
  readonly title: string | null;
  readonly text: string;
  /** How it ended: outcome, decision, evidence. */
  readonly result: string | null;
  readonly until: string | null;
}

// Small things of the same shape come in one query, so that a case page does not need one for each kind.
const HAPPENINGS = `
  SELECT 'consultation' AS "kind", "id", "assignmentId", "heldOn" AS "on", "mode" AS "title", "people" AS "text",
    "outcome" AS "result", NULL AS "until" FROM "consultation" WHERE "proposalId" = ?
  UNION ALL SELECT 'progress', "id", "assignmentId", "reportedOn", NULL, "text", NULL, NULL
    FROM "progressReport" WHERE "proposalId" = ?
  UNION ALL SELECT q."kind", q."id", q."assignmentId", q."askedAt", u."name", q."reason", q."decision",
    q."until" FROM "unitRequest" q LEFT JOIN "handlingUnit" u ON u."id" = q."suggestedUnitId" WHERE q."proposalId" = ?
  UNION ALL SELECT 'urging', "id", NULL, "issuedAt", CAST("number" AS varchar(20)), "body", NULL, NULL
    FROM "urging" WHERE "proposalId" = ?
  UNION ALL SELECT 'urgingRequest', q."id", NULL, q."askedAt", s."name", q."reason", COALESCE(q."answer", q."state"), NULL
    FROM "urgingRequest" q JOIN "sponsor" s ON s."id" = q."sponsorId" WHERE q."proposalId" = ?
  UNION ALL SELECT 'supervision', "id", NULL, "heldOn", "leader", "note", NULL, NULL
    FROM "supervision" WHERE "proposalId" = ?
  UNION ALL SELECT 'promise', "id", "assignmentId", COALESCE("keptOn", "dueOn"), NULL, "text", "evidence", "dueOn"
    FROM "promise" WHERE "proposalId" = ?
  UNION ALL SELECT 'carryOver', "id", "assignmentId", "askedAt", NULL, "reason", "decision", "until"
    FROM "carryOver" WHERE "proposalId" = ?
  UNION ALL SELECT 'followUp', q."id", q."assignmentId", q."askedAt", f."title", COALESCE(q."evidence", ''),
    COALESCE(q."situation", q."state"), f."dueOn"
    FROM "followUpRequest" q JOIN "followUp" f ON f."id" = q."followUpId" WHERE q."proposalId" = ?
  ORDER BY 4, 2`;

/** What sponsors do not read: requests between unit and office, and what the committee tells units. */
const NOT_FOR_SPONSORS: readonly Happening['kind'][] = ['return', 'add', 'urging', 'supervision'];

/** What sponsors and committee settle between them. */
const NOT_FOR_UNITS: readonly Happening['kind'][] = ['urgingRequest'];

export async function happeningsOf(
  db: Database,
  em: EntityManager,
  proposalId: number,
): Promise<Happening[]> {
  const rows = await db.rows<Happening>(HAPPENINGS, Array<number>(9).fill(proposalId), em);
  // Some kinds know the day, others the moment.
  return rows.map((row) => ({ ...row, on: row.on.length > 10 ? dayOf(row.on) : row.on }));
}

export function happeningsFor(sides: readonly Side[] | 'all', happenings: readonly Happening[]): Happening[] {
  const onlySponsor = sides !== 'all' && sides.every((side) => side === 'sponsors');
  const atWork = sides !== 'all' && !sides.includes('sponsors') && !sides.includes('committee');
  const hidden = onlySponsor ? NOT_FOR_SPONSORS : atWork ? NOT_FOR_UNITS : [];
  return happenings.filter(({ kind }) => !hidden.includes(kind));
}

export interface Figure {
  readonly reportId: number;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly period: string;
  readonly target: number | null;
}

export function figuresOf(db: Database, em: EntityManager, proposalId: number): Promise<Figure[]> {
  return db.rows<Figure>(
    `SELECT f."reportId", f."indicator", f."value", f."unit", f."period", f."target"
      FROM "progressFigure" f JOIN "progressReport" r ON r."id" = f."reportId"
      WHERE r."proposalId" = ? ORDER BY f."id"`,
    [proposalId],
    em,
  );
}
