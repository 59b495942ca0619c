import type { EntityManager } from 'typeorm';
import { isReplied, type Lack, type ProposalStage } from '../../lifecycle/facts';
import type { Database } from '../../platform/database/database';
import { isOfThisRound } from './proposal-facts';

/** What decides whether a case may come out, over its proposal `p` and dossier `d`. */
export const DOSSIER_COLUMNS = `p."stage", p."repliedAt", p."isKey", p."grade",
    d."version", d."summarisedAt", d."extent", d."checkedAt", d."secrecyResult",
    EXISTS (SELECT 1 FROM "publicationHit" h
      WHERE h."proposalId" = p."id" AND h."attachmentId" = 0 AND h."decision" IS NULL) AS "undecided"`;

export interface DossierRow {
  stage: ProposalStage;
  repliedAt: string | null;
  isKey: unknown;
  grade: string | null;
  version: number | null;
  summarisedAt: string | null;
  extent: 'full' | 'summary' | 'none' | null;
  checkedAt: string | null;
  secrecyResult: 'open' | 'secret' | null;
  undecided: unknown;
}

export interface VoiceRow {
  proposalId: number;
  party: 'sponsor' | 'unit' | 'committee';
  /** Of the sponsor or the unit; 0 for the committee. */
  partyId: number;
  answer: 'agreed' | 'objected' | null;
}

/**
 * Each first sponsor of the cases that `cases` selects and of those merged into them, each lead of the round, the
 * committee, and whoever else objected, such as a co-signer: with what they said of this round.
 */
export const voicesSql = (cases: string): string => `WITH item AS (${cases}),
    said AS (SELECT c.* FROM item
      JOIN "publicationConsent" c ON c."proposalId" = item."id" AND c."at" >= item."repliedAt")
  SELECT v."proposalId", v."party", v."partyId", said."answer" FROM (
    SELECT "id" AS "proposalId", 'sponsor' AS "party", "leadSponsorId" AS "partyId" FROM item
    UNION SELECT f."principalId", 'sponsor', f."leadSponsorId" FROM item
      JOIN "proposal" f ON f."principalId" = item."id" AND f."stage" = 'merged'
    UNION SELECT item."id", 'unit', a."unitId" FROM item JOIN "assignment" a ON a."proposalId" = item."id"
      AND a."round" = item."round" AND a."role" = 'lead' AND a."stage" <> 'released'
    UNION SELECT "id", 'committee', 0 FROM item
    UNION SELECT "proposalId", "party", "partyId" FROM said WHERE "answer" = 'objected'
  ) v LEFT JOIN said
    ON said."proposalId" = v."proposalId" AND said."party" = v."party" AND said."partyId" = v."partyId"`;

/** Handled, evaluated, published: in this order, with everybody's consent and a check for personal data. */
export function lacksOf(item: DossierRow, voices: readonly VoiceRow[]): Lack[] {
  const said = voices.map((voice) => voice.answer);
  const lacks: [Lack, boolean][] = [
    ['reply', !isReplied(item.stage)],
    ['evaluation', Boolean(item.isKey) && !item.grade],
    ['summary', !isOfThisRound(item, item.summarisedAt)],
    ['withheld', item.extent === 'none'],
    ['secrecyReview', !item.secrecyResult],
    ['secret', item.secrecyResult === 'secret'],
    ['hitsUndecided', Boolean(item.undecided)],
    ['personalDataCheck', !item.checkedAt],
    ['objected', said.includes('objected')],
    ['consent', said.includes(null)],
  ];
  return lacks.filter(([, holds]) => holds).map(([lack]) => lack);
}

/** What each of these cases lacks before it may come out: two queries, however many they are. */
export async function lacksOfCases(
  db: Database,
  em: EntityManager,
  ids: readonly number[],
): Promise<Map<number, Lack[]>> {
  if (ids.length === 0) return new Map();
  const marks = ids.map(() => '?').join(', ');
  const sql = `SELECT p."id", ${DOSSIER_COLUMNS} FROM "proposal" p
    LEFT JOIN "dossier" d ON d."proposalId" = p."id" WHERE p."id" IN (${marks})`;
  const rows = await db.rows<DossierRow & { id: number }>(sql, [...ids], em);
  const cases = `SELECT p.* FROM "proposal" p WHERE p."id" IN (${marks})`;
  const voices = await db.rows<VoiceRow>(voicesSql(cases), [...ids], em);
  const own = (id: number) => voices.filter(({ proposalId }) => proposalId === id);
  return new Map(rows.map((row) => [row.id, lacksOf(row, own(row.id))]));
}
