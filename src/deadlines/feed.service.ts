import { Injectable } from '@nestjs/common';
import type { ClockName } from '../lifecycle/clocks';
import type { Actor } from '../lifecycle/people';
import { clockWords } from '../lifecycle/words/terms';
import { Clock } from '../platform/clock/clock';
import { isoOf } from '../platform/clock/calendar';
import { Database } from '../platform/database/database';
import { owedBy } from '../proposals/lists/owed';
import { feedOf, type FeedEvent } from './icalendar';

interface Row {
  id: number;
  clock: ClockName;
  dueOn: string;
  dueAt: string | null;
  provisional: unknown;
  subject: string | null;
  caseNo: number | null;
}

// More than anybody can owe and still work; a calendar program must not be drowned.
const MOST = 1000;

/** What somebody owes, as a calendar. */
@Injectable()
export class Feed {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<string> {
    const where = owedBy(actor, null);
    const rows = await this.database.rows<Row>(
      `SELECT d."id", d."clock", d."dueOn", d."dueAt", d."provisional", p."caseNo",
          COALESCE(p."jointSubject", p."subject") AS "subject"
        FROM "deadline" d LEFT JOIN "proposal" p ON p."id" = d."proposalId"
        WHERE ${where.sql} ORDER BY d."dueOn", d."id" LIMIT ${MOST}`,
      [...where.params],
    );
    return feedOf(rows.map(eventOf), isoOf(this.clock.now()));
  }
}

function eventOf({ id, clock, dueOn, dueAt, provisional, subject, caseNo }: Row): FeedEvent {
  const number = caseNo === null ? '' : `第${caseNo}号提案 `;
  return {
    uid: `deadline-${id}@tiban`,
    on: dueOn,
    at: dueAt,
    summary: `${clockWords[clock]}：${number}${subject ?? ''}`.replace(/：$/, ''),
    description: provisional ? '其后年度放假安排尚未公布，日期为暂定。' : null,
  };
}
