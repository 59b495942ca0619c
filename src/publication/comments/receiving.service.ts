import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accept, fault } from '../../people/faults';
import { SYSTEM } from '../../platform/accounts/actor';
import { isoOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { History } from '../../platform/history/history';
import { TryLater } from '../../platform/web/errors';
import type { NoticeComment } from '../../proposals/entities/notice-comment.entity';
import { personalDataIn } from '../personal-data';
import { CommentPeriod } from './comment-period';
import { keyOf } from './comment-text';
import { SenderLimit } from './sender-limit';

/** More than a committee can look through; who sends them all does not fill the disk as well. */
const MOST_HELD = 1000;
const HOUR = 3600;

// The form and the text of a notice can each be there once: the database decides, however many come at once.
const INSERT = `INSERT INTO "noticeComment"
  ("noticeId", "itemId", "state", "version", "text", "textKey", "nonce", "findings", "receivedAt")
  VALUES (?, ?, 'held', 1, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING "id"`;

export interface Received {
  readonly noticeId: number;
  readonly itemId: number | null;
  readonly text: string;
  readonly nonce: string;
  readonly address: string;
}

/** Takes in what the public writes; nobody reads it before it is released. */
@Injectable()
export class CommentReceiving {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly period: CommentPeriod,
    private readonly limit: SenderLimit,
  ) {}

  /** The same form sent twice with the same text, as impatient people do, counts once. */
  async receive(comment: Received): Promise<void> {
    await this.database.transaction(async (em) => {
      await this.period.require(em, comment.noticeId);
      await this.check(em, comment);
      const id = await this.keep(em, comment);
      if (id === null) return;
      await this.limit.take(em, comment.address);
      await this.tell(em, id, comment);
    });
  }

  private async check(em: EntityManager, { noticeId, itemId, text }: Received): Promise<void> {
    const [found] = await this.database.rows<Record<'ofNotice' | 'unwanted' | 'held', number>>(
      `SELECT (SELECT COUNT(*) FROM "noticeItem" WHERE "id" = ? AND "noticeId" = ?) AS "ofNotice",
        (SELECT COUNT(*) FROM "noticeComment" WHERE "textKey" = ? AND "state" = 'refused') AS "unwanted",
        (SELECT COUNT(*) FROM "noticeComment" WHERE "noticeId" = ? AND "state" = 'held') AS "held"`,
      [itemId ?? 0, noticeId, keyOf(text), noticeId],
      em,
    );
    if (itemId !== null && found.ofNotice === 0) accept([NOT_IN_IT]);
    if (found.held >= MOST_HELD) throw new TryLater('等待审核的留言较多，请过些时候再提交。', HOUR);
    // The nonce is looked at when it is kept: who sends twice what was refused meanwhile is told the same.
    if (found.unwanted > 0) accept([DUPLICATE]);
  }

  /** Null when exactly this is there already. */
  private async keep(em: EntityManager, comment: Received): Promise<number | null> {
    const { noticeId, itemId, text, nonce } = comment;
    const findings = JSON.stringify(personalDataIn(text));
    const values = [noticeId, itemId, text, keyOf(text), nonce, findings, isoOf(this.clock.now())];
    const [kept] = await this.database.rows<{ id: number }>(INSERT, values, em);
    if (kept) return kept.id;
    const [used] = await this.database.rows<Pick<NoticeComment, 'textKey' | 'noticeId'>>(
      'SELECT "textKey", "noticeId" FROM "noticeComment" WHERE "nonce" = ?',
      [nonce],
      em,
    );
    if (used?.textKey === keyOf(text) && used.noticeId === noticeId) return null;
    accept([used ? USED : DUPLICATE]);
    return null;
  }

  /** Without the text: the history can never be cleared of what somebody wrote about somebody. */
  private async tell(em: EntityManager, id: number, { noticeId, itemId }: Received): Promise<void> {
    await this.history.append(em, {
      at: isoOf(this.clock.now()),
      ...{ accountId: SYSTEM.accountId, actorName: '公众' },
      ...{ kind: 'comment', subjectId: id, action: 'receive', stageTo: 'held' },
      change: { noticeId, itemId },
      tells: ['committee'],
    });
  }
}

const NOT_IN_IT = fault('item', 'unknown', '「留言对象」不在这份公示中，请重新选择。');
const DUPLICATE = fault('text', 'duplicate', '已经收到过同样内容的留言，请勿重复提交。');
const USED = fault('token', 'used', '此表单已经提交过一次。如需再次留言，请过几秒重新提交。');
