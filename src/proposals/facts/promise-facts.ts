import type { EntityManager } from 'typeorm';
import type { PromiseFact } from '../../lifecycle/promise-fact';
import type { Database } from '../../platform/database/database';
import type { CaseRows } from './case-rows';

/** A promise with what is asked about it. */
export interface PromiseRow {
  readonly id: number;
  readonly assignmentId: number;
  readonly dueOn: string;
  readonly keptAt: string | null;
  readonly keptBy: number | null;
  readonly confirmedAt: string | null;
  readonly carryOverId: number | null;
  readonly askedBy: number | null;
}

const PROMISES = `SELECT r."id", r."assignmentId", r."dueOn", r."keptAt", r."keptBy", r."confirmedAt",
    c."id" AS "carryOverId", c."askedBy"
  FROM "promise" r LEFT JOIN "carryOver" c ON c."promiseId" = r."id" AND c."decision" IS NULL
  WHERE r."proposalId" = ? ORDER BY r."id"`;

/** Only where a reply promised something there is anything to look for. */
export async function promisesOf(
  db: Database,
  em: EntityManager,
  { core, assignments }: CaseRows,
): Promise<PromiseRow[]> {
  if (assignments.every(({ promises }) => !promises || promises === '[]')) return [];
  return db.rows<PromiseRow>(PROMISES, [core.id], em);
}

export const promiseFact = (row: PromiseRow): PromiseFact => ({
  id: row.id,
  dueOn: row.dueOn,
  open: row.keptAt === null,
  confirmed: row.confirmedAt !== null,
  reportedBy: row.keptBy,
  carryOver: row.carryOverId === null ? null : { askedBy: row.askedBy },
});
