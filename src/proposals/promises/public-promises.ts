import type { Database } from '../../platform/database/database';
import { type PromiseState, promiseStateOn } from './promise-state';

/** A promise as the public may read of it. */
export interface PublicPromise {
  readonly id: number;
  readonly noticeId: number;
  readonly itemId: number;
  readonly subject: string;
  readonly unit: string;
  readonly text: string;
  readonly firstDueOn: string;
  readonly dueOn: string;
  readonly keptOn: string | null;
  readonly state: PromiseState;
}

const MOST = 1000;

// The newest notice of a case is the one to read; what was taken down or is not issued takes its promises with it. The
// unit's wish and the committee's may both have changed since the promise was released.
const PUBLIC = `SELECT r."id", i."noticeId", i."id" AS "itemId", i."subject", u."name" AS "unit", r."publicText" AS "text",
    r."firstDueOn", r."dueOn", r."keptOn"
  FROM "promise" r
  JOIN "noticeItem" i ON i."id" = (SELECT MAX(j."id") FROM "noticeItem" j JOIN "notice" n ON n."id" = j."noticeId"
    WHERE j."proposalId" = r."proposalId" AND n."stage" = 'issued')
  JOIN "assignment" a ON a."id" = r."assignmentId" JOIN "handlingUnit" u ON u."id" = a."unitId"
  WHERE r."isPublic" AND r."publicText" IS NOT NULL ORDER BY r."dueOn", r."id" LIMIT ${MOST}`;

/** Released promises of cases in issued notices, by their day; one query. */
export async function publicPromises(db: Database, today: string): Promise<PublicPromise[]> {
  const rows = await db.rows<Omit<PublicPromise, 'state'>>(PUBLIC);
  return rows.map((row) => ({ ...row, state: promiseStateOn(today, row) }));
}
