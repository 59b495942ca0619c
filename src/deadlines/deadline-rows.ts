import type { Actor } from '../lifecycle/people';
import type { MachineName } from '../lifecycle/rule';
import type { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import type { Deadline } from '../proposals/entities/deadline.entity';
import type { DeadlineEvent } from '../proposals/entities/deadline-event.entity';
import { seesClock, seesMeetings, seesNotices, visibleTo } from '../proposals/visibility';

export type DeadlineRow = Omit<Deadline, 'length'> & { length: string; subject: string | null };

/** An event with the deed that caused it. */
export type EventRow = Pick<DeadlineEvent, 'kind' | 'onDay' | 'at' | 'until' | 'latest'> & {
  machine: MachineName | null;
  action: string | null;
  accountId: number | null;
};

/** A deadline the actor may know of; throws NotFound for every other. */
export async function deadlineFor(db: Database, actor: Actor, id: number): Promise<DeadlineRow> {
  const gate = visibleTo(actor);
  const [row] = await db.rows<DeadlineRow>(
    `SELECT d.*, COALESCE(p."jointSubject", p."subject") AS "subject" FROM "deadline" d
      LEFT JOIN "proposal" p ON p."id" = d."proposalId"
      WHERE d."id" = ? AND (d."proposalId" IS NULL OR ${gate.sql})`,
    [id, ...gate.params],
  );
  if (!row || !seesClock(actor, row) || !seesSubject(actor, row)) throw new NotFound();
  return row;
}

/** Meetings and notices have gates of their own. */
function seesSubject(actor: Actor, { proposalId, subjectKind }: DeadlineRow): boolean {
  if (proposalId !== null) return true;
  return subjectKind === 'evaluation' ? seesMeetings(actor) : seesNotices(actor);
}

/** Everything that happened to a deadline, in the order recorded. */
export function eventsFor(db: Database, deadlineId: number): Promise<EventRow[]> {
  return db.rows<EventRow>(
    `SELECT e."kind", e."onDay", e."at", e."until", e."latest", h."kind" AS "machine", h."action", h."accountId"
      FROM "deadlineEvent" e LEFT JOIN "history" h ON h."id" = e."historyId"
      WHERE e."deadlineId" = ? ORDER BY e."id"`,
    [deadlineId],
  );
}
