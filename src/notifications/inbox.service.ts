import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { dayOf, isoOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { LARGEST_ID } from '../platform/web/checks';
import { NotFound } from '../platform/web/errors';
import { type PageQuery, windowOf } from '../platform/web/page.dto';
import { rememberedBy, remindedBy } from '../proposals/remembered';
import { INBOX_COLUMNS, type InboxRow, inWords } from './inbox-rows';

/** What somebody was told; a case they may no longer see is not shown, not even its subject. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: PageQuery) {
    const { page, size, offset } = windowOf(query);
    const { from, params } = inboxOf(actor);
    const rows = await this.database.rows<InboxRow>(
      `SELECT ${INBOX_COLUMNS} ${from} ORDER BY n."id" DESC LIMIT ? OFFSET ?`,
      [...params, size, offset],
    );
    const [counts] = await this.database.rows<{ total: number; unread: number }>(
      `SELECT COUNT(*) AS "total", COALESCE(SUM(CASE WHEN n."readAt" IS NULL THEN 1 ELSE 0 END), 0) AS "unread" ${from}`,
      params,
    );
    const today = dayOf(this.clock.now());
    return { items: rows.map((row) => inWords(row, actor, today)), ...counts, page, size };
  }

  /** The number alone: only what is unread is looked at, and for a badge on every page no more than `most` of it. */
  async unread(actor: Actor, most = LARGEST_ID): Promise<{ unread: number }> {
    const { from, params } = inboxOf(actor);
    const sql = `SELECT COUNT(*) AS "unread" FROM (SELECT 1 ${from} AND n."readAt" IS NULL LIMIT ?) x`;
    const [{ unread }] = await this.database.rows<{ unread: number }>(sql, [...params, most]);
    return { unread };
  }

  /** Marks one as read; reading twice changes nothing. Throws NotFound for what is not in the actor's inbox. */
  async read(actor: Actor, id: number): Promise<{ id: number }> {
    const { from, params } = inboxOf(actor);
    const sql = `UPDATE "notification" SET "readAt" = COALESCE("readAt", ?)
      WHERE "id" IN (SELECT n."id" ${from} AND n."id" = ?)`;
    if ((await this.mark(sql, [...params, id])) === 0) throw new NotFound();
    return { id };
  }

  async readAll(actor: Actor): Promise<{ read: number }> {
    const { from, params } = inboxOf(actor);
    const sql = `UPDATE "notification" SET "readAt" = ?
      WHERE "id" IN (SELECT n."id" ${from} AND n."readAt" IS NULL)`;
    return { read: await this.mark(sql, params) };
  }

  private mark(sql: string, params: unknown[]): Promise<number> {
    const now = isoOf(this.clock.now());
    return this.database.transaction((em) => this.database.change(sql, [now, ...params], em));
  }
}

/** Entries of the history and reminders alike: what passes the gate now, whatever it was when they were told. */
function inboxOf(actor: Actor): { from: string; params: unknown[] } {
  const [event, reminder] = [rememberedBy(actor), remindedBy(actor)];
  const from = `FROM "notification" n
    LEFT JOIN "history" h ON h."id" = n."historyId"
    LEFT JOIN "reminder" r ON r."id" = n."reminderId"
    LEFT JOIN "deadline" d ON d."id" = r."deadlineId"
    LEFT JOIN "proposal" p ON p."id" = COALESCE(h."proposalId", d."proposalId")
    LEFT JOIN "evaluation" e ON COALESCE(h."kind", d."subjectKind") = 'evaluation'
      AND e."id" = COALESCE(h."subjectId", d."subjectId")
    LEFT JOIN "notice" t ON COALESCE(h."kind", d."subjectKind") = 'publication'
      AND t."id" = COALESCE(h."subjectId", d."subjectId")
    WHERE n."accountId" = ?
      AND ((n."historyId" IS NOT NULL AND ${event.sql}) OR (n."reminderId" IS NOT NULL AND ${reminder.sql}))`;
  return { from, params: [actor.accountId, ...event.params, ...reminder.params] };
}
