import type { EntityManager } from 'typeorm';
import { isReplied, type Lack, type ProposalStage, type PublicationFacts } from '../../lifecycle/facts';
import type { Database } from '../../platform/database/database';
import type { Notice } from '../entities/notice.entity';
import { isOfThisRound } from './proposal-facts';
import type { Subject } from './subject';

interface ItemRow {
  place: number;
  proposalId: number;
  dossierVersion: number | null;
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

interface VoiceRow {
  proposalId: number;
  answer: 'agreed' | 'objected' | null;
}

const ITEMS = `SELECT i."place", i."proposalId", i."dossierVersion", p."stage", p."repliedAt", p."isKey", p."grade",
    d."version", d."summarisedAt", d."extent", d."checkedAt", d."secrecyResult",
    EXISTS (SELECT 1 FROM "publicationHit" h
      WHERE h."proposalId" = p."id" AND h."attachmentId" = 0 AND h."decision" IS NULL) AS "undecided"
  FROM "noticeItem" i JOIN "proposal" p ON p."id" = i."proposalId"
  LEFT JOIN "dossier" d ON d."proposalId" = p."id"
  WHERE i."noticeId" = ? ORDER BY i."place"`;

// Each first sponsor of the case and of those merged into it, each lead of the round, the committee, and whoever else
// objected, such as a co-signer: with what they said of this round.
const VOICES = `WITH item AS (SELECT p.* FROM "noticeItem" i JOIN "proposal" p ON p."id" = i."proposalId" WHERE i."noticeId" = ?),
    said AS (SELECT c.* FROM item
      JOIN "publicationConsent" c ON c."proposalId" = item."id" AND c."at" >= item."repliedAt")
  SELECT v."proposalId", said."answer" FROM (
    SELECT "id" AS "proposalId", 'sponsor' AS "party", "leadSponsorId" AS "partyId" FROM item
    UNION SELECT f."principalId", 'sponsor', f."leadSponsorId" FROM item
      JOIN "proposal" f ON f."principalId" = item."id" AND f."stage" = 'merged'
    UNION SELECT item."id", 'unit', a."unitId" FROM item JOIN "assignment" a ON a."proposalId" = item."id"
      AND a."round" = item."round" AND a."role" = 'lead' AND a."stage" <> 'released'
    UNION SELECT "id", 'committee', 0 FROM item
    UNION SELECT "proposalId", "party", "partyId" FROM said WHERE "answer" = 'objected'
  ) v LEFT JOIN said
    ON said."proposalId" = v."proposalId" AND said."party" = v."party" AND said."partyId" = v."partyId"`;

/** Reads what the rules know of a notice; null when there is none. */
export async function noticeSubject(
  db: Database,
  em: EntityManager,
  id: number,
): Promise<Subject<PublicationFacts> | null> {
  const [row] = await db.rows<Notice>('SELECT * FROM "notice" WHERE "id" = ?', [id], em);
  if (!row) return null;
  const items = await db.rows<ItemRow>(ITEMS, [id], em);
  const voices = await db.rows<VoiceRow>(VOICES, [id], em);
  const { version, stage, preparedBy, approvedBy, scheduledFor } = row;
  const nobody = { proposalId: null, officeId: null, unitId: null, leadSponsorId: null };
  const people = { preparedBy, approvedBy, scheduledFor };
  const facts = { stage, items: items.length, ...stateOf(stage, items, voices), ...people };
  return { machine: 'publication', table: 'notice', id, version, stage, ...nobody, facts };
}

type State = Pick<PublicationFacts, 'unready' | 'outdated'>;

/** What came out, or never will, does not ask any more what its cases say today. */
function stateOf(stage: Notice['stage'], items: ItemRow[], voices: VoiceRow[]): State {
  const open = ['composing', 'prepared', 'approved'].includes(stage) ? items : [];
  // While a notice is composed its texts are copied anew when it is prepared.
  const copied = stage === 'composing' ? [] : open;
  return {
    unready: open.flatMap((item) =>
      lacksOf(
        item,
        voices.filter((voice) => voice.proposalId === item.proposalId),
      ).map((lacks) => ({ place: item.place, lacks })),
    ),
    outdated: copied.filter((item) => item.version !== item.dossierVersion).map((item) => item.place),
  };
}

/** Handled, evaluated, published: in this order, with everybody's consent and a check for personal data. */
function lacksOf(item: ItemRow, voices: VoiceRow[]): Lack[] {
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
