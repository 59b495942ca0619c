import type { EntityManager } from 'typeorm';
import type { Side } from '../../lifecycle/people';
import type { Database } from '../../platform/database/database';

interface Row {
  summary: string | null;
  extent: string | null;
  checkedAt: string | null;
  version: number | null;
  party: string | null;
  partyId: number | null;
  answer: string | null;
  note: string | null;
  onBehalf: unknown;
}

// An outer join of one row with few: the summary comes along with each consent, or alone. What was said of the result of
// an earlier round does not count any more.
const PUBLICITY = `SELECT d."summary", d."extent", d."checkedAt", d."version", c."party", c."partyId", c."answer", c."note",
    c."onBehalf"
  FROM "proposal" p LEFT JOIN "dossier" d ON d."proposalId" = p."id"
  LEFT JOIN "publicationConsent" c ON c."proposalId" = p."id" AND c."at" >= p."repliedAt" WHERE p."id" = ? ORDER BY c."id"`;

/** The public summary and who agreed to publishing; the summary is the committee's until it is issued. */
export async function publicityOf(
  db: Database,
  em: EntityManager,
  proposalId: number,
  sides: readonly Side[] | 'all',
) {
  const rows = await db.rows<Row>(PUBLICITY, [proposalId], em);
  const [{ summary, extent, checkedAt, version }] = rows;
  const consents = rows.flatMap(({ party, partyId, answer, note, onBehalf }) =>
    party ? [{ party, partyId, answer, note, onBehalf: Boolean(onBehalf) }] : [],
  );
  const inside = sides === 'all' || sides.includes('committee');
  return inside ? { summary, extent, checkedAt, version, consents } : { consents };
}
