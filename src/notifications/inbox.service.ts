import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import type { MachineName } from '../lifecycle/rule';
import { actionWord, stageWord } from '../lifecycle/words/words';
import { isoOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import { type PageQuery, windowOf } from '../platform/web/page.dto';
import { visibleTo } from '../proposals/visibility';

interface Row {
  id: number;
  at: string;
  readAt: string | null;
  proposalId: number | null;
  subject: string | null;
  kind: MachineName;
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
      `SELECT n."id", n."at", n."readAt", h."proposalId", COALESCE(p."jointSubject", p."subject") AS "subject", h."kind",
        h."action", h."stageTo", h."actorName" ${from} ORDER BY n."id" DESC LIMIT ? OFFSET ?`,
      [...params, size, offset],
    );
    const [counts] = await this.database.rows<{ total: number; unread: number }>(
      `SELECT COUNT(*) AS "total", COALESCE(SUM(CASE WHEN n."readAt" IS NULL THEN 1 ELSE 0 END), 0) AS "unread" ${from}`,
      params,
    );
    return { items: rows.map(inWords), ...counts, page, size };
  }

  /** Marks one as read; reading twice changes nothing. */
  async read(actor: Actor, id: number): Promise<{ id: number }> {
    const sql =
      'UPDATE "notification" SET "readAt" = COALESCE("readAt", ?) WHERE "id" = ? AND "accountId" = ?';
    const params = [isoOf(this.clock.now()), id, actor.accountId];
    const changed = await this.database.transaction((em) => this.database.change(sql, params, em));
    if (changed === 0) throw new NotFound();
    return { id };
  }

  async readAll(actor: Actor): Promise<{ read: number }> {
    const sql = 'UPDATE "notification" SET "readAt" = ? WHERE "accountId" = ? AND "readAt" IS NULL';
    const params = [isoOf(this.clock.now()), actor.accountId];
    return { read: await this.database.transaction((em) => this.database.change(sql, params, em)) };
  }
}

function inboxOf(actor: Actor): { from: string; params: unknown[] } {
  const gate = visibleTo(actor);
  const from = `FROM "notification" n JOIN "history" h ON h."id" = n."historyId"
    LEFT JOIN "proposal" p ON p."id" = h."proposalId"
    WHERE n."accountId" = ? AND (h."proposalId" IS NULL OR ${gate.sql})`;
  return { from, params: [actor.accountId, ...gate.params] };
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
