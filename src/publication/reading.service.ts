import { Injectable } from '@nestjs/common';
import type { PublicationFacts, PublicationStage } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { publicationStages } from '../lifecycle/words/stages';
import { lackWords } from '../lifecycle/words/terms';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import { type Page, type PageQuery, windowOf } from '../platform/web/page.dto';
import { openActions } from '../proposals/dossier/open-actions';
import { Door } from '../proposals/door';
import { Subjects } from '../proposals/facts/subjects';
import { Gate } from '../proposals/gate';
import { seesNotices } from '../proposals/visibility';
import { noticeHistory } from './notice-history';
import { NoticePages, type PublicItem } from './notice-pages';

export interface NoticeLine {
  id: number;
  title: string;
  stage: PublicationStage;
  stageWord: string;
  datedOn: string;
  issuedAt: string | null;
  items: number;
}

/** Notices before those who make them; readers outside come through the public pages. */
@Injectable()
export class NoticeReading {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly subjects: Subjects,
    private readonly gate: Gate,
    private readonly pages: NoticePages,
  ) {}

  async list(actor: Actor, query: PageQuery): Promise<Page<NoticeLine>> {
    const { page, size, offset } = windowOf(query);
    if (!seesNotices(actor)) throw new NotFound();
    const rows = await this.database.rows<Omit<NoticeLine, 'stageWord'>>(
      `SELECT n."id", n."title", n."stage", n."datedOn", n."issuedAt",
        (SELECT COUNT(*) FROM "noticeItem" i WHERE i."noticeId" = n."id") AS "items"
        FROM "notice" n ORDER BY n."id" DESC LIMIT ? OFFSET ?`,
      [size, offset],
    );
    const [{ total }] = await this.database.rows<{ total: number }>(
      'SELECT COUNT(*) AS "total" FROM "notice"',
    );
    const items = rows.map((row) => ({ ...row, stageWord: publicationStages[row.stage] }));
    return { items, total, page, size };
  }

  /** A notice with what its items still lack, who did what, and what the reader may do with it. */
  async read(actor: Actor, id: number) {
    const now = this.door.now();
    const subject = await this.subjects.load('publication', id, now);
    if (!subject) throw new NotFound();
    await this.gate.pass(actor, subject);
    const { version } = subject;
    const facts = subject.facts as PublicationFacts;
    const content = await this.pages.content(id);
    return {
      ...content,
      items: await this.withCases(id, content.items),
      ...{ version, stage: facts.stage, stageWord: publicationStages[facts.stage] },
      unready: facts.unready.map((item) => ({ ...item, word: lackWords[item.lacks] })),
      outdated: facts.outdated,
      scheduledFor: facts.scheduledFor,
      actions: openActions('publication', facts, actor, now),
      history: await noticeHistory(this.database, id),
    };
  }

  /** Of which case each item is, so that the notice can be arranged anew. */
  private async withCases(noticeId: number, items: readonly PublicItem[]) {
    const sql = 'SELECT "id", "proposalId" FROM "noticeItem" WHERE "noticeId" = ?';
    const rows = await this.database.rows<{ id: number; proposalId: number | null }>(sql, [noticeId]);
    const cases = new Map(rows.map(({ id, proposalId }) => [id, proposalId]));
    return items.map((item) => ({ ...item, proposalId: cases.get(item.id) }));
  }
}
