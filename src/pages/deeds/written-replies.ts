import type { Actor } from '../../lifecycle/people';
import type { Database } from '../../platform/database/database';
import { visibleTo } from '../../proposals/visibility';
import { caseLabel } from './case-label';

/** What a unit has written for one of its cases; the fields are those of the form of a reply. */
export interface WrittenReply {
  readonly assignmentId: number;
  readonly label: string;
  readonly text: {
    readonly body: string;
    readonly class: string | null;
    readonly promises: readonly { text: string; dueOn: string }[];
    readonly contactPerson: string | null;
    readonly contactPhone: string | null;
    readonly publicity: string | null;
    readonly publicityReason: string | null;
  };
}

type Row = Omit<WrittenReply['text'], 'promises'> &
  Parameters<typeof caseLabel>[0] & { assignmentId: number; promises: string };

const MOST = 20;

/** The replies a unit has written for its other cases, the newest first; for those who write them. */
export async function writtenReplies(
  database: Database,
  actor: Actor,
  unitId: number,
  besides: number,
): Promise<WrittenReply[]> {
  const gate = visibleTo(actor);
  const rows = await database.rows<Row>(
    `SELECT a."id" AS "assignmentId", p."caseNo", p."receiptNo", COALESCE(p."jointSubject", p."subject") AS "subject",
        r."body", r."class", r."promises", r."contactPerson", r."contactPhone", r."publicity", r."publicityReason"
      FROM "assignment" a JOIN "reply" r ON r."assignmentId" = a."id" JOIN "proposal" p ON p."id" = a."proposalId"
      WHERE a."unitId" = ? AND a."id" <> ? AND a."stage" <> 'released' AND r."body" IS NOT NULL AND ${gate.sql}
      ORDER BY r."id" DESC LIMIT ${MOST}`,
    [unitId, besides, ...gate.params],
  );
  return rows.map(({ assignmentId, caseNo, receiptNo, subject, promises, ...text }) => ({
    ...{ assignmentId, label: caseLabel({ caseNo, receiptNo, subject }) },
    text: { ...text, promises: JSON.parse(promises) as WrittenReply['text']['promises'] },
  }));
}
