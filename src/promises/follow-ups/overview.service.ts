import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/web/errors';
import { type Page, type PageQuery, windowOf } from '../../platform/web/page.dto';
import type { FollowUp } from '../../proposals/entities/follow-up.entity';
import type { FollowUpRequest } from '../../proposals/entities/follow-up-request.entity';

type Counted = Record<'asked' | 'answered' | 'open' | 'unanswered', number>;
type Line = Omit<FollowUp, 'startedBy' | 'closedBy'> & Counted;

interface RequestLine extends Omit<FollowUpRequest, 'answeredBy' | 'followUpId'> {
  subject: string;
  caseNo: number | null;
  unitId: number;
  unit: string;
  text: string | null;
  dueOn: string | null;
}

const inState = (state: string) => `SUM(CASE WHEN q."state" = '${state}' THEN 1 ELSE 0 END) AS "${state}"`;
const LINES = `SELECT f."id", f."title", f."sessionId", f."year", f."dueOn", f."note", f."startedAt", f."closedAt",
    COUNT(q."id") AS "asked", ${['answered', 'open', 'unanswered'].map(inState).join(', ')}
  FROM "followUp" f JOIN "followUpRequest" q ON q."followUpId" = f."id"`;
const REQUESTS = `SELECT q."id", q."proposalId", q."assignmentId", q."promiseId", q."askedAt", q."state", q."situation",
    q."evidence", q."answeredAt", COALESCE(p."jointSubject", p."subject") AS "subject", p."caseNo", a."unitId",
    u."name" AS "unit", r."text", r."dueOn"
  FROM "followUpRequest" q JOIN "proposal" p ON p."id" = q."proposalId"
  JOIN "assignment" a ON a."id" = q."assignmentId" JOIN "handlingUnit" u ON u."id" = a."unitId"
  LEFT JOIN "promise" r ON r."id" = q."promiseId"
  WHERE q."followUpId" = ? ORDER BY a."unitId", q."id"`;

/** Who has answered a look back, and what; for the committee, which sees every case that was asked about. */
@Injectable()
export class FollowUpOverview {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(query: PageQuery): Promise<Page<Line>> {
    const { page, size, offset } = windowOf(query);
    const [{ total }] = await this.database.rows<{ total: number }>(
      'SELECT COUNT(*) AS "total" FROM "followUp"',
    );
    const sql = `${LINES} GROUP BY f."id" ORDER BY f."id" DESC LIMIT ? OFFSET ?`;
    return { items: await this.database.rows<Line>(sql, [size, offset]), total, page, size };
  }

  async read(id: number): Promise<Line & { requests: RequestLine[] }> {
    const [line] = await this.database.rows<Line | undefined>(`${LINES} WHERE f."id" = ? GROUP BY f."id"`, [
      id,
    ]);
    if (!line) throw new NotFound();
    return { ...line, requests: await this.database.rows<RequestLine>(REQUESTS, [id]) };
  }
}
