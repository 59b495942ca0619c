import { actionWord, stageWord } from '../lifecycle/words/words';
import type { Database } from '../platform/database/database';

interface Row {
  at: string;
  actorName: string;
  action: string;
  stageTo: string;
  change: string;
}

const ENTRIES = `SELECT "at", "actorName", "action", "stageTo", "change" FROM "history"
  WHERE "kind" = 'publication' AND "subjectId" = ? ORDER BY "id" DESC LIMIT 100`;

/** Who did what to a notice, newest first: why it was sent back, what a correction replaced. */
export async function noticeHistory(db: Database, id: number) {
  const rows = await db.rows<Row>(ENTRIES, [id]);
  return rows.map(({ at, actorName, action, stageTo, change }) => ({
    at,
    actor: actorName,
    action,
    actionWord: actionWord('publication', action),
    stageWord: stageWord('publication', stageTo),
    change: JSON.parse(change) as unknown,
  }));
}
