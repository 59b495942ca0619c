import type { EntityManager } from 'typeorm';
import type { Database } from '../platform/database/database';
import { familySponsors } from '../proposals/family';

interface Row {
  proposalId: number;
  sponsorId: number;
  name: string;
}

/** The names of all sponsors of a case and of those merged into it, as they stood on the case, in order. */
export async function sponsorNamesOf(db: Database, em: EntityManager, proposalId: number): Promise<string[]> {
  const rows = await db.rows<Row>(
    `SELECT s."proposalId", s."sponsorId", s."name" FROM "sponsorship" s JOIN "proposal" p ON p."id" = s."proposalId"
      WHERE (p."id" = ? OR (p."principalId" = ? AND p."stage" = 'merged')) AND s."signature" = 'agreed'
      ORDER BY p."filedAt", p."caseNo", p."id", s."place"`,
    [proposalId, proposalId],
    em,
  );
  const [{ jointOrder }] = await db.rows<{ jointOrder: string | null }>(
    'SELECT "jointOrder" FROM "proposal" WHERE "id" = ?',
    [proposalId],
    em,
  );
  const followers = [...new Set(rows.map((row) => row.proposalId))].filter((id) => id !== proposalId);
  const of = (id: number) => rows.filter((row) => row.proposalId === id);
  const order = jointOrder ? (JSON.parse(jointOrder) as number[]) : null;
  const family = { jointOrder: order, principal: of(proposalId), followers: followers.map(of) };
  return familySponsors(family).map((sponsor) => sponsor.name);
}
