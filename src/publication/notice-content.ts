import type { Database } from '../platform/database/database';

interface Part {
  readonly columns: readonly string[];
  /** Rows of the notice `n`, in their order. */
  readonly rows: string;
}

/** Column by column: what is added to a table is not public by itself. */
const PARTS = {
  items: {
    columns: ['id', 'subject', 'tag', 'sponsors', 'leadUnits', 'document', 'summary'],
    rows: `SELECT i.* FROM "noticeItem" i WHERE i."noticeId" = n."id" ORDER BY i."place"`,
  },
  files: {
    columns: ['id', 'itemId', 'name', 'mime', 'size'],
    rows: `SELECT f."id", f."noticeItemId" AS "itemId", r."name", r."mime", r."size" FROM "noticeFile" f
      JOIN "attachmentRelease" r ON r."id" = f."releaseId"
      WHERE f."noticeId" = n."id" AND r."withdrawnAt" IS NULL ORDER BY f."noticeItemId", f."place"`,
  },
  corrections: {
    columns: ['itemId', 'at', 'note'],
    rows: `SELECT c.* FROM "noticeCorrection" c WHERE c."noticeId" = n."id" ORDER BY c."id"`,
  },
  comments: {
    columns: ['id', 'itemId', 'at', 'text', 'answer', 'answeredAt'],
    rows: `SELECT k."id", k."itemId", k."receivedAt" AS "at", k."text", k."answer", k."answeredAt" FROM "noticeComment" k
      WHERE k."noticeId" = n."id" AND k."state" = 'released' ORDER BY k."id"`,
  },
} as const satisfies Record<string, Part>;

/** The parts of a notice as JSON text. */
export type Content = Record<keyof typeof PARTS, string>;

/** A notice with everything that belongs to it, in one query: public pages are read by a city. */
export function contentSql(kind: Database['kind']): string {
  const parts = Object.entries(PARTS).map(([name, part]) => `${jsonOf(kind, part)} AS "${name}"`);
  return `SELECT n.*, ${parts.join(', ')} FROM "notice" n WHERE n."id" = ?`;
}

function jsonOf(kind: Database['kind'], { columns, rows }: Part): string {
  const pairs = columns.map((column) => `'${column}', x."${column}"`).join(', ');
  return kind === 'sqlite'
    ? `(SELECT json_group_array(json_object(${pairs})) FROM (${rows}) x)`
    : `(SELECT COALESCE(json_agg(json_build_object(${pairs})), '[]'::json)::text FROM (${rows}) x)`;
}
