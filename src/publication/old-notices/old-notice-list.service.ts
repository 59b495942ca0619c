import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/web/errors';
import { type Page, type PageQuery, windowOf } from '../../platform/web/page.dto';
import type { OldNoticeStage } from '../../proposals/entities/old-notice.entity';
import { seesNotices } from '../../proposals/visibility';
import type { OldNoticeDraft } from './draft';
import { ACTION_WORDS, STAGE_WORDS } from './old-notice-words';

export interface OldNoticeLine {
  id: number;
  title: string;
  datedOn: string;
  stage: OldNoticeStage;
  stageWord: string;
  version: number;
  importedAt: string;
  decidedAt: string | null;
  noticeId: number | null;
}

interface Row extends Omit<OldNoticeLine, 'stageWord'> {
  text: string;
  reading: string;
  reason: string | null;
}

interface Told {
  at: string;
  actorName: string;
  action: string;
  change: string;
}

const LINE = '"id", "title", "datedOn", "stage", "version", "importedAt", "decidedAt", "noticeId"';

/** Old notices before those who make notices. */
@Injectable()
export class OldNoticeList {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: PageQuery): Promise<Page<OldNoticeLine>> {
    if (!seesNotices(actor)) throw new NotFound();
    const { page, size, offset } = windowOf(query);
    const sql = `SELECT ${LINE} FROM "oldNotice" ORDER BY "id" DESC LIMIT ? OFFSET ?`;
    const rows = await this.database.rows<Omit<OldNoticeLine, 'stageWord'>>(sql, [size, offset]);
    const [{ total }] = await this.database.rows<{ total: number }>(
      'SELECT COUNT(*) AS "total" FROM "oldNotice"',
    );
    return { items: rows.map(withWord), total, page, size };
  }

  /** The text as it came beside what it was read as, so that whoever confirms can compare. */
  async read(actor: Actor, id: number) {
    if (!seesNotices(actor)) throw new NotFound();
    const sql = `SELECT ${LINE}, "text", "reading", "reason" FROM "oldNotice" WHERE "id" = ?`;
    const [row] = await this.database.rows<Row>(sql, [id]);
    if (!row) throw new NotFound();
    return {
      ...withWord(row),
      reading: JSON.parse(row.reading) as OldNoticeDraft,
      history: await this.history(id),
    };
  }

  private async history(id: number) {
    const rows = await this.database.rows<Told>(
      `SELECT "at", "actorName", "action", "change" FROM "history"
        WHERE "kind" = 'oldNotice' AND "subjectId" = ? ORDER BY "id" DESC LIMIT 100`,
      [id],
    );
    return rows.map(({ at, actorName, action, change }) => ({
      ...{ at, actor: actorName, action, actionWord: ACTION_WORDS[action] ?? action },
      change: JSON.parse(change) as unknown,
    }));
  }
}

const withWord = <T extends { stage: OldNoticeStage }>(row: T) => ({
  ...row,
  stageWord: STAGE_WORDS[row.stage],
});
