import type { Actor } from '../lifecycle/people';
import type { Database } from '../platform/database/database';
import { asInsider } from '../proposals/gate';
import { visibleTo } from '../proposals/visibility';
import type { MergeConsentDto, PastMergingDto } from './family.dto';

type ConsentRow = MergeConsentDto & { mergingId: number };

/**
 * Every merge these cases took part in, the newest last. Only between cases the reader may both see: after a proposal
 * has been dropped, the other side's case is again none of a sponsor's business. Units and offices see no consents.
 */
export async function pastMergings(
  db: Database,
  actor: Actor,
  proposalIds: readonly number[],
): Promise<PastMergingDto[]> {
  const gate = visibleTo(asInsider(actor));
  const marks = proposalIds.map(() => '?').join(', ');
  const seen = (end: string) =>
    `EXISTS (SELECT 1 FROM "proposal" p WHERE p."id" = m."${end}" AND ${gate.sql})`;
  const mergings = await db.rows<Omit<PastMergingDto, 'consents'>>(
    `SELECT m."id", m."followerId", m."principalId", m."state", m."reason", m."proposedAt", m."doneAt", m."undoneAt",
        m."endReason"
      FROM "merging" m WHERE (m."followerId" IN (${marks}) OR m."principalId" IN (${marks}))
      AND ${seen('followerId')} AND ${seen('principalId')} ORDER BY m."id"`,
    [...proposalIds, ...proposalIds, ...gate.params, ...gate.params],
  );
  const consents = await consentsOf(
    db,
    mergings.map((merging) => merging.id),
  );
  return mergings.map((merging) => ({ ...merging, consents: consents.get(merging.id) ?? [] }));
}

async function consentsOf(db: Database, mergingIds: number[]): Promise<Map<number, MergeConsentDto[]>> {
  if (mergingIds.length === 0) return new Map();
  const rows = await db.rows<ConsentRow>(
    `SELECT a."mergingId", a."sponsorId", s."name", a."answer", a."note", a."answeredAt"
      FROM "mergeAnswer" a JOIN "sponsor" s ON s."id" = a."sponsorId"
      WHERE a."mergingId" IN (${mergingIds.map(() => '?').join(', ')}) ORDER BY a."id"`,
    mergingIds,
  );
  const consents = new Map<number, MergeConsentDto[]>();
  for (const { mergingId, ...consent } of rows)
    consents.set(mergingId, [...(consents.get(mergingId) ?? []), consent]);
  return consents;
}
