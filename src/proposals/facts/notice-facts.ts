import type { EntityManager } from 'typeorm';
import type { PublicationFacts } from '../../lifecycle/facts';
import type { Database } from '../../platform/database/database';
import type { Notice } from '../entities/notice.entity';
import { DOSSIER_COLUMNS, type DossierRow, lacksOf, type VoiceRow, voicesSql } from './publication-lacks';
import type { Subject } from './subject';

type ItemRow = DossierRow & { place: number; proposalId: number; dossierVersion: number | null };

const ITEMS = `SELECT i."place", i."proposalId", i."dossierVersion", ${DOSSIER_COLUMNS}
  FROM "noticeItem" i JOIN "proposal" p ON p."id" = i."proposalId"
  LEFT JOIN "dossier" d ON d."proposalId" = p."id"
  WHERE i."noticeId" = ? ORDER BY i."place"`;
const VOICES = voicesSql(
  `SELECT p.* FROM "noticeItem" i JOIN "proposal" p ON p."id" = i."proposalId" WHERE i."noticeId" = ?`,
);

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
