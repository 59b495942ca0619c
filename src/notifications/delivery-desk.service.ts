import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../platform/accounts/actor';
import { isoOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { History } from '../platform/history/history';
import { Jobs } from '../platform/queue/jobs';
import { NotFound, Refused } from '../platform/web/errors';
import { windowOf } from '../platform/web/page.dto';
import type { DeliveriesPage, DeliveriesQuery, DeliveryDto, DeliveryStateDto } from './deliveries.dto';
import { Delivery } from './delivery.entity';
import { Ringing } from './ringing';

const COLUMNS = `d."id", d."accountId", a."displayName" AS "account", d."channel", d."kind", d."state", d."attempts",
  d."lastError", d."createdAt", d."nextAt", d."sentAt"`;

type Row = Pick<Delivery, 'id' | 'accountId' | 'channel' | 'kind' | 'state'>;

/** What a person can do about what does not go out by itself. */
@Injectable()
export class DeliveryDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly ringing: Ringing,
    private readonly jobs: Jobs,
  ) {}

  /** Newest first. */
  async page(query: DeliveriesQuery): Promise<DeliveriesPage> {
    const { page, size, offset } = windowOf(query);
    const wanted = (['state', 'channel', 'accountId'] as const).filter((name) => query[name] != null);
    const where = wanted.map((name) => ` AND d."${name}" = ?`).join('');
    const params = wanted.map((name) => query[name]);
    const from = `FROM "delivery" d JOIN "account" a ON a."id" = d."accountId" WHERE 1 = 1${where}`;
    const items = await this.database.rows<DeliveryDto>(
      `SELECT ${COLUMNS} ${from} ORDER BY d."id" DESC LIMIT ? OFFSET ?`,
      [...params, size, offset],
    );
    const counted = `SELECT COUNT(*) AS "total" ${from}`;
    const [{ total }] = await this.database.rows<{ total: number }>(counted, params);
    return { items, total, page, size };
  }

  /** Tries again, from the first attempt on, what has failed or was stopped; it is composed and checked anew. */
  async retry(id: number, by: Actor): Promise<DeliveryStateDto> {
    const now = isoOf(this.clock.now());
    const nextAt = await this.ringing.from(now);
    return this.database.transaction(async (em) => {
      const row = await this.held(id, em);
      if (!['failed', 'withheld', 'cancelled'].includes(row.state)) throw new Refused([NOT_STOPPED]);
      const at = row.kind === 'code' ? now : nextAt;
      await this.note(em, by, 'retry', row);
      this.database.afterCommit(em, () => this.jobs.nudge('deliver'));
      return this.become(em, row, { state: 'waiting', attempts: 0, nextAt: at, lastError: null });
    });
  }

  /** Stops what has not gone out yet. */
  async cancel(id: number, by: Actor): Promise<DeliveryStateDto> {
    return this.database.transaction(async (em) => {
      const row = await this.held(id, em);
      if (row.state === 'sending') throw new Refused([UNDER_WAY]);
      if (row.state !== 'waiting' && row.state !== 'failed') throw new Refused([OVER]);
      await this.note(em, by, 'cancel', row);
      return this.become(em, row, { state: 'cancelled', lastError: 'byHand' });
    });
  }

  private async held(id: number, em: EntityManager): Promise<Row> {
    await this.database.hold('delivery', [id], em);
    const sql = 'SELECT "id", "accountId", "channel", "kind", "state" FROM "delivery" WHERE "id" = ?';
    const [row] = await this.database.rows<Row>(sql, [id], em);
    if (!row) throw new NotFound();
    return row;
  }

  private async become(em: EntityManager, { id }: Row, values: Partial<Delivery> & { state: string }) {
    await this.database.update(Delivery, { id }, values, em);
    return { id, state: values.state };
  }

  private note(em: EntityManager, by: Actor, action: string, row: Row): Promise<number> {
    const { id, accountId, channel, state } = row;
    const who = { accountId: by.accountId, actorName: by.name };
    const at = isoOf(this.clock.now());
    const change = { recipient: accountId, channel, was: state };
    return this.history.append(em, { at, ...who, kind: 'delivery', subjectId: id, action, change });
  }
}

const NOT_STOPPED = {
  code: 'notStopped',
  message: '此件没有失败或者停发，无需重发；等待中的会自动发送。',
};
const UNDER_WAY = { code: 'underWay', message: '此件正在发送，请稍后刷新查看结果。' };
const OVER = { code: 'over', message: '此件已经结束，不能取消。' };
