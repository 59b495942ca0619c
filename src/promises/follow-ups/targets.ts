import type { EntityManager } from 'typeorm';
import { FINAL_PROPOSAL_STAGES } from '../../lifecycle/finals';
import { startOfDay } from '../../platform/clock/calendar';
import type { Database } from '../../platform/database/database';
import type { Condition } from '../../proposals/visibility';

/** What a follow-up asks about: an open promise, or, with none, a reply of class B that has none open. */
export interface FollowUpTarget {
  readonly promiseId: number | null;
  readonly assignmentId: number;
  readonly proposalId: number;
}

/** The cases of a session, or those replied to in a year. */
export interface FollowUpScope {
  readonly sessionId: number | null;
  readonly year: number | null;
}

const OVER = FINAL_PROPOSAL_STAGES.map((stage) => `'${stage}'`).join(', ');
const CASE = `JOIN "proposal" p ON p."id" = y."proposalId" AND p."stage" NOT IN (${OVER})`;
const ASKED = `SELECT 1 FROM "followUpRequest" q WHERE q."state" = 'open'`;

/** Every one that nothing is being asked about already, in the order of cases. */
export function followUpTargets(
  db: Database,
  em: EntityManager,
  scope: FollowUpScope,
): Promise<FollowUpTarget[]> {
  const within = withinScope(scope);
  return db.rows<FollowUpTarget>(
    `SELECT r."id" AS "promiseId", r."assignmentId", r."proposalId"
        FROM "promise" r JOIN "reply" y ON y."id" = r."replyId" ${CASE}
        WHERE r."keptAt" IS NULL AND ${within.sql} AND NOT EXISTS (${ASKED} AND q."promiseId" = r."id")
      UNION ALL SELECT CAST(NULL AS integer), y."assignmentId", y."proposalId" FROM "reply" y ${CASE}
        WHERE y."class" = 'B' AND y."issuedAt" IS NOT NULL AND ${within.sql}
          AND NOT EXISTS (SELECT 1 FROM "promise" o WHERE o."replyId" = y."id" AND o."keptAt" IS NULL)
          AND NOT EXISTS (${ASKED} AND q."promiseId" IS NULL AND q."assignmentId" = y."assignmentId")
      ORDER BY 3, 2, 1`,
    [...within.params, ...within.params],
    em,
  );
}

function withinScope({ sessionId, year }: FollowUpScope): Condition {
  if (year === null) return { sql: 'p."sessionId" = ?', params: [sessionId] };
  const [from, to] = [startOfDay(`${year}-01-01`), startOfDay(`${year + 1}-01-01`)];
  return { sql: 'y."issuedAt" >= ? AND y."issuedAt" < ?', params: [from, to] };
}

/** By assignment, in the same order. */
export function byAssignment<T extends { readonly assignmentId: number }>(
  all: readonly T[],
): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const each of all) groups.set(each.assignmentId, [...(groups.get(each.assignmentId) ?? []), each]);
  return groups;
}

/** All cases are held before the first deed is recorded, or two who wait for each other's would wait in a circle. */
export async function holdCases(
  db: Database,
  em: EntityManager,
  of: readonly { readonly proposalId: number }[],
): Promise<void> {
  await db.hold('proposal', [...new Set(of.map(({ proposalId }) => proposalId))], em);
}
