import type { Actor } from '../../lifecycle/people';
import type { Database } from '../../platform/database/database';
import { owedBy } from '../../proposals/lists/owed';
import type { Named, Owed } from './case-words';

export type Debt = Named & Owed;

/** The subject of the deadline `d`: of the case `p`, or the title of the meeting or notice. */
export const OF_DEADLINE = `"deadline" d LEFT JOIN "proposal" p ON p."id" = d."proposalId"
  LEFT JOIN "evaluation" e ON d."subjectKind" = 'evaluation' AND e."id" = d."subjectId"
  LEFT JOIN "notice" t ON d."subjectKind" = 'publication' AND t."id" = d."subjectId"`;
export const NAMED = `COALESCE(p."jointSubject", p."subject", e."title", t."title") AS "subject", p."caseNo"`;

/** What somebody owes, most urgent first, as far as `where` says (over the deadline `d`), and how much there is of it. */
export async function debtsOf(
  db: Database,
  actor: Actor,
  where: { sql: string; params: readonly unknown[] },
  most: number,
): Promise<{ items: Debt[]; total: number }> {
  const owed = owedBy(actor, null);
  const from = `FROM ${OF_DEADLINE} WHERE ${owed.sql} AND ${where.sql}`;
  const params = [...owed.params, ...where.params];
  const items = await db.rows<Debt>(
    `SELECT d."clock", d."dueOn", d."provisional", d."proposalId", ${NAMED} ${from}
      ORDER BY d."dueOn", d."id" LIMIT ?`,
    [...params, most],
  );
  if (items.length < most) return { items, total: items.length };
  const [{ total }] = await db.rows<{ total: number }>(`SELECT COUNT(*) AS "total" ${from}`, params);
  return { items, total };
}
