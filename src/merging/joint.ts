import type { EntityManager } from 'typeorm';
import type { Database } from '../platform/database/database';
import { Merging } from '../proposals/entities/merging.entity';
import type { Proposal } from '../proposals/entities/proposal.entity';

/** How a principal is called and its sponsors ordered while others follow it: by the latest merge that says so. */
export async function jointOf(
  db: Database,
  em: EntityManager,
  principalId: number,
): Promise<Pick<Proposal, 'jointSubject' | 'jointOrder'>> {
  const order = { doneAt: 'DESC', id: 'DESC' } as const;
  const lasting = await em.find(Merging, { where: { principalId, state: 'done' }, order });
  const jointSubject = lasting.find((merging) => merging.jointSubject)?.jointSubject ?? null;
  const wanted = lasting.find((merging) => merging.jointOrder)?.jointOrder ?? null;
  if (!wanted) return { jointSubject, jointOrder: null };
  const sponsors = await sponsorIdsOf(db, em, [principalId]);
  return { jointSubject, jointOrder: wanted.filter((id) => sponsors.includes(id)) };
}

/** Sponsors of these cases and of whatever follows them. */
export async function sponsorIdsOf(
  db: Database,
  em: EntityManager,
  proposalIds: readonly number[],
): Promise<number[]> {
  const marks = proposalIds.map(() => '?').join(', ');
  const sql = `SELECT DISTINCT s."sponsorId" FROM "sponsorship" s JOIN "proposal" p ON p."id" = s."proposalId"
    WHERE s."signature" = 'agreed' AND (p."id" IN (${marks}) OR p."principalId" IN (${marks}))`;
  const rows = await db.rows<{ sponsorId: number }>(sql, [...proposalIds, ...proposalIds], em);
  return rows.map((row) => row.sponsorId);
}
