import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import type { MachineName } from '../lifecycle/rule';
import { actionWord, stageWord } from '../lifecycle/words/words';
import { isoOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import { type PageQuery, windowOf } from '../platform/web/page.dto';
import { rememberedBy } from '../proposals/remembered';

interface Row {
  id: number;
  at: string;
  readAt: string | null;
  proposalId: number | null;
  /** Of the case, or the title of the meeting or notice. */
  subject: string | null;
  kind: MachineName;
  subjectId: number;
  action: string;
  stageTo: string;
  actorName: string;
}

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
    const rows = await this.database.rows<Row>(
      `SELECT n."id", n."at", n."readAt", h."proposalId", h."kind", h."subjectId", h."action", h."stageTo", h."actorName",
        COALESCE(p."jointSubject", p."subject", e."title", t."title") AS "subject"
        ${from} ORDER BY n."id" DESC LIMIT ? OFFSET ?`,
      [...params, size, offset],
    );
    const [counts] = await this.database.rows<{ total: number; unread: number }>(
      `SELECT COUNT(*) AS "total", COALESCE(SUM(CASE WHEN n."readAt" IS NULL THEN 1 ELSE 0 END), 0) AS "unread" ${from}`,
      params,
    );
    return { items: rows.map(inWords), ...counts, page, size };
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

function inboxOf(actor: Actor): { from: string; params: unknown[] } {
  const { sql, params } = rememberedBy(actor);
  const from = `FROM "notification" n JOIN "history" h ON h."id" = n."historyId"
    LEFT JOIN "proposal" p ON p."id" = h."proposalId"
    LEFT JOIN "evaluation" e ON h."kind" = 'evaluation' AND e."id" = h."subjectId"
    LEFT JOIN "notice" t ON h."kind" = 'publication' AND t."id" = h."subjectId"
    WHERE n."accountId" = ? AND ${sql}`;
  return { from, params: [actor.accountId, ...params] };
}

function inWords({ kind, action, stageTo, actorName, ...row }: Row) {
  return {
    ...row,
    kind,
    action,
    actor: actorName,
    actionWord: actionWord(kind, action),
    stageWord: stageWord(kind, stageTo),
  };
}
