import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/web/errors';
import { type Page, windowOf } from '../../platform/web/page.dto';
import { COMMENT_COLUMNS, COMMENT_TABLES, commentInWords, type CommentRow } from './comment-rows';
import type { CommentsQuery } from './comments.dto';

type Counted = Record<'received' | 'held' | 'released' | 'refused' | 'answered', number>;
type OfNotice = Counted & { noticeId: number; title: string };

const COUNTS = ['received', 'held', 'released', 'refused', 'answered'] as const;
const inState = (state: string) => `SUM(CASE WHEN c."state" = '${state}' THEN 1 ELSE 0 END) AS "${state}"`;

/** Comments before those who decide about them. */
@Injectable()
export class CommentsDesk {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(query: CommentsQuery): Promise<Page<ReturnType<typeof commentInWords>>> {
    const { page, size, offset } = windowOf(query);
    const wanted: [string, unknown][] = [
      ['c."noticeId" = ?', query.notice],
      ['c."state" = ?', query.state],
    ];
    const asked = wanted.filter(([, value]) => value != null);
    const from = `${COMMENT_TABLES} WHERE ${['1 = 1', ...asked.map(([sql]) => sql)].join(' AND ')}`;
    const params = asked.map(([, value]) => value);
    const rows = await this.database.rows<CommentRow>(
      `SELECT ${COMMENT_COLUMNS} ${from} ORDER BY c."id" DESC LIMIT ? OFFSET ?`,
      [...params, size, offset],
    );
    const [{ total }] = await this.database.rows<{ total: number }>(
      `SELECT COUNT(*) AS "total" ${from}`,
      params,
    );
    return { items: rows.map(commentInWords), total, page, size };
  }

  async read(id: number) {
    const sql = `SELECT ${COMMENT_COLUMNS} ${COMMENT_TABLES} WHERE c."id" = ?`;
    const [row] = await this.database.rows<CommentRow>(sql, [id]);
    if (!row) throw new NotFound();
    return commentInWords(row);
  }

  /** How many came and what became of them, in all and by notice, the newest notice first. */
  async statistics(): Promise<Counted & { notices: OfNotice[] }> {
    const notices = await this.database.rows<OfNotice>(
      `SELECT n."id" AS "noticeId", n."title", COUNT(*) AS "received", ${inState('held')}, ${inState('released')},
        ${inState('refused')}, COUNT(c."answeredAt") AS "answered"
        FROM "noticeComment" c JOIN "notice" n ON n."id" = c."noticeId"
        GROUP BY n."id", n."title" ORDER BY n."id" DESC`,
    );
    const sums = COUNTS.map((name) => [name, notices.reduce((sum, notice) => sum + notice[name], 0)]);
    return { ...(Object.fromEntries(sums) as Counted), notices };
  }
}
