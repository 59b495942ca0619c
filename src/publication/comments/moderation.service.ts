import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicationStage } from '../../lifecycle/facts';
import type { Actor } from '../../lifecycle/people';
import { isoOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { History } from '../../platform/history/history';
import { Conflict, NotFound, Refused } from '../../platform/web/errors';
import type { ReasonDto } from '../../proposals/deed.dto';
import { type CommentState, NoticeComment } from '../../proposals/entities/notice-comment.entity';
import { clear } from '../clearance';
import type { AnswerCommentDto, ReleaseCommentDto } from './comments.dto';

type Row = Pick<NoticeComment, 'id' | 'noticeId' | 'state' | 'version' | 'text' | 'answer'> & {
  stage: PublicationStage;
};
interface Deed {
  readonly action: 'release' | 'refuse' | 'answer';
  readonly from: readonly CommentState[];
  /** Whether readers get to see something by it. */
  readonly shows: boolean;
}
interface Outcome {
  readonly values: Partial<NoticeComment>;
  readonly change: object;
}

const RELEASE: Deed = { action: 'release', from: ['held', 'refused'], shows: true };
const REFUSE: Deed = { action: 'refuse', from: ['held', 'released'], shows: false };
const ANSWER: Deed = { action: 'answer', from: ['held', 'released'], shows: true };

/** What the committee does with a comment. What was released by mistake can be refused later, and the other way round. */
@Injectable()
export class CommentModeration {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly history: History,
  ) {}

  /** Every place that looks like personal data has to be said to be fine; a comment is not rewritten for its writer. */
  release(actor: Actor, id: number, { version, accepted }: ReleaseCommentDto) {
    return this.perform(RELEASE, actor, id, version, ({ text }) => {
      const hits = clear(text, accepted);
      const values = { state: 'released' as const, refusedReason: null, ...this.decided(actor) };
      return { values, change: { accepted: hits } };
    });
  }

  refuse(actor: Actor, id: number, { version, reason }: ReasonDto) {
    return this.perform(REFUSE, actor, id, version, () => ({
      values: { state: 'refused', refusedReason: reason, ...this.decided(actor) },
      change: { reason },
    }));
  }

  /** Readers see it beside the comment, once that is released. */
  answer(actor: Actor, id: number, { version, text, accepted }: AnswerCommentDto) {
    return this.perform(ANSWER, actor, id, version, (row) => {
      const hits = clear(text, accepted);
      const values = { answer: text, answeredAt: isoOf(this.clock.now()), answeredBy: actor.accountId };
      return { values, change: { before: row.answer, after: text, accepted: hits } };
    });
  }

  private decided(actor: Actor) {
    return { decidedAt: isoOf(this.clock.now()), decidedBy: actor.accountId };
  }

  private perform(
    deed: Deed,
    actor: Actor,
    id: number,
    version: number | null | undefined,
    work: (row: Row) => Outcome,
  ): Promise<{ id: number; state: CommentState; version: number }> {
    return this.database.transaction(async (em) => {
      const row = await this.row(em, id, deed);
      if (version != null && version !== row.version) throw new Conflict();
      const { values, change } = work(row);
      const next = { state: row.state, ...values, version: row.version + 1 };
      const changed = await this.database.update(NoticeComment, { id, version: row.version }, next, em);
      if (changed === 0) throw new Conflict();
      await this.record(em, deed, actor, row, { stageTo: next.state, change });
      return { id, state: next.state, version: next.version };
    });
  }

  private async row(em: EntityManager, id: number, deed: Deed): Promise<Row> {
    const [row] = await this.database.rows<Row>(
      `SELECT c."id", c."noticeId", c."state", c."version", c."text", c."answer", n."stage"
        FROM "noticeComment" c JOIN "notice" n ON n."id" = c."noticeId" WHERE c."id" = ?`,
      [id],
      em,
    );
    if (!row) throw new NotFound();
    if (!deed.from.includes(row.state)) throw new Refused([WRONG_STATE]);
    if (deed.shows && row.stage !== 'issued') throw new Refused([TAKEN_DOWN]);
    return row;
  }

  private async record(
    em: EntityManager,
    { action }: Deed,
    { accountId, name }: Actor,
    { id, noticeId, state }: Row,
    outcome: { stageTo: CommentState; change: object },
  ): Promise<void> {
    const at = isoOf(this.clock.now());
    const what = { kind: 'comment', subjectId: id, action, stageFrom: state, stageTo: outcome.stageTo };
    await this.history.append(em, {
      ...{ at, accountId, actorName: name },
      ...what,
      change: { noticeId, ...outcome.change },
    });
  }
}

const WRONG_STATE = { code: 'wrongStage', message: '这条留言已经处理，请刷新后核对。' };
const TAKEN_DOWN = { code: 'takenDown', message: '这份公示已经撤下，留言不再公开。' };
