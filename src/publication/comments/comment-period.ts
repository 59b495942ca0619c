import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PublicationStage } from '../../lifecycle/facts';
import { addDays, type Day } from '../../lifecycle/days';
import { dayOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { NotFound, Refused } from '../../platform/web/errors';
import { Rules } from '../../proposals/rules';

interface Row {
  stage: PublicationStage;
  issuedAt: string;
}

/** How long the public may write about a notice. */
@Injectable()
export class CommentPeriod {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: Rules,
  ) {}

  /** The last day of it; null when there are no comments at all. */
  lastDay(issuedAt: string): Day | null {
    const { days } = this.rules.handling.comments;
    return days === 0 ? null : addDays(dayOf(issuedAt), days);
  }

  isOpen(issuedAt: string): boolean {
    const last = this.lastDay(issuedAt);
    return last !== null && dayOf(this.clock.now()) <= last;
  }

  /**
   * Holds the notice until the transaction ends, so that nothing arrives after it was taken down. Throws NotFound for
   * what the public cannot read, Refused when the period is over.
   */
  async require(em: EntityManager, noticeId: number): Promise<void> {
    await this.database.hold('notice', [noticeId], em);
    const sql = 'SELECT "stage", "issuedAt" FROM "notice" WHERE "id" = ?';
    const [row] = await this.database.rows<Row>(sql, [noticeId], em);
    if (row?.stage !== 'issued') throw new NotFound();
    if (!this.isOpen(row.issuedAt)) throw new Refused([OVER]);
  }
}

const OVER = { code: 'commentsClosed', message: '这份公示的留言时间已过，不再接受留言。' };
