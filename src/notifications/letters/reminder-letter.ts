import { type Actor, type Hat, wears } from '../../lifecycle/people';
import { reminderWords } from '../../lifecycle/words/reminders';
import type { Database } from '../../platform/database/database';
import { remindedBy } from '../../proposals/remembered';
import { type Named, type Owed, caseWords, dueWords } from './case-words';
import { NAMED, OF_DEADLINE } from './debts';
import { type Letter, subjectLine } from './letter';
import type { Links } from './links';

type Row = Named & Owed & { owerHat: Hat; owerScope: number | null };

/**
 * Of a deadline; null when it runs no longer or was put off since, or its reader may not, or no longer, know of it. An
 * inbox says what became of it; a mail then has nothing to say.
 */
export async function reminderLetter(
  db: Database,
  actor: Actor,
  notificationId: number,
  { links, today }: { links: Links; today: string },
): Promise<Letter | null> {
  const { sql, params } = remindedBy(actor);
  const [row] = await db.rows<Row>(
    `SELECT d."clock", d."dueOn", d."provisional", d."owerHat", d."owerScope", d."proposalId", ${NAMED}
      FROM ${OF_DEADLINE} JOIN "reminder" r ON r."deadlineId" = d."id" JOIN "notification" n ON n."reminderId" = r."id"
      WHERE n."id" = ? AND n."accountId" = ? AND d."state" = 'running' AND d."dueOn" = r."dueOn" AND ${sql}`,
    [notificationId, actor.accountId, ...params],
  );
  if (!row) return null;
  const { clock, dueOn } = row;
  const mine = wears(actor, row.owerHat, row.owerScope);
  const reminding = { clock, dueOn, nowDueOn: dueOn, settled: false, paused: false, mine };
  return {
    subject: subjectLine(`【提案办理】${dueWords(dueOn, today)}`, caseWords(row)),
    parts: [`${caseWords(row)}：${reminderWords(reminding, today)}`],
    caseNo: row.caseNo,
    dueOn,
    ...links.to(row.proposalId),
  };
}
