import type { EntityManager } from 'typeorm';
import { proposal } from '../../lifecycle/proposal';
import type { Database } from '../../platform/database/database';
import { mayRead, type Sides } from './may-read';

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

/** The public summary is the committee's until it is issued; who agreed is said to those who were asked. */
export async function publicityOf(db: Database, em: EntityManager, proposalId: number, sides: Sides) {
  const rows = await db.rows<Row>(PUBLICITY, [proposalId], em);
  const [{ summary, extent, checkedAt, version }] = rows;
  const said = rows.flatMap(({ party, partyId, answer, note, onBehalf }) =>
    party ? [{ party, partyId, answer, note, onBehalf: Boolean(onBehalf) }] : [],
  );
  const consents = mayRead(sides, proposal.actions.consentToPublication) ? said : [];
  const inside = mayRead(sides, proposal.actions.summarise);
  return inside ? { summary, extent, checkedAt, version, consents } : { consents };
}
