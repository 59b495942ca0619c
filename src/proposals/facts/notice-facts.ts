import type { EntityManager } from 'typeorm';
import type { PublicationFacts, PublicationStage } from '../../lifecycle/facts';
import type { Database } from '../../platform/database/database';
import type { Subject } from './subject';

interface Row {
  id: number;
  stage: PublicationStage;
  version: number;
  preparedBy: number | null;
  approvedBy: number | null;
}

interface ItemRow {
  place: number;
  isKey: unknown;
  grade: string | null;
  summary: string | null;
  extent: string | null;
  checkedAt: string | null;
  objections: number;
  agreements: number;
}

const ITEMS = `SELECT i."place", p."isKey", p."grade", d."summary", d."extent", d."checkedAt",
    (SELECT COUNT(*) FROM "publicationConsent" c WHERE c."proposalId" = p."id" AND c."answer" = 'objected') AS "objections",
    (SELECT COUNT(DISTINCT c."party") FROM "publicationConsent" c
      WHERE c."proposalId" = p."id" AND c."answer" = 'agreed') AS "agreements"
  FROM "noticeItem" i JOIN "proposal" p ON p."id" = i."proposalId"
  LEFT JOIN "dossier" d ON d."proposalId" = p."id"
  WHERE i."noticeId" = ? ORDER BY i."place"`;

/** Reads what the rules know of a notice; null when there is none. */
export async function noticeSubject(
  db: Database,
  em: EntityManager,
  id: number,
): Promise<Subject<PublicationFacts> | null> {
  const [row] = await db.rows<Row>('SELECT * FROM "notice" WHERE "id" = ?', [id], em);
  if (!row) return null;
  const items = await db.rows<ItemRow>(ITEMS, [id], em);
  const unready = items.flatMap((item) => whatItLacks(item).map((lacks) => ({ place: item.place, lacks })));
  const { version, stage, preparedBy, approvedBy } = row;
  const facts = { stage, items: items.length, unready, preparedBy, approvedBy };
  const nobody = { proposalId: null, officeId: null, unitId: null, leadSponsorId: null };
  return { machine: 'publication', table: 'notice', id, version, stage, ...nobody, facts };
}

/** Handled, evaluated, published: in this order, with everybody's consent and a check for personal data. */
function whatItLacks(item: ItemRow): string[] {
  const lacks: string[] = [];
  if (item.isKey && !item.grade) lacks.push('evaluation');
  if (!item.summary || item.extent === 'none') lacks.push('summary');
  if (!item.checkedAt) lacks.push('personalDataCheck');
  if (item.objections > 0) lacks.push('objected');
  // Sponsor, unit and committee each have to say yes.
  if (item.agreements < 3) lacks.push('consent');
  return lacks;
}
