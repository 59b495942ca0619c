import type { Actor } from '../../lifecycle/people';
import type { MachineName } from '../../lifecycle/rule';
import { actionWord } from '../../lifecycle/words/words';
import { dayOf } from '../../platform/clock/calendar';
import type { Database } from '../../platform/database/database';
import { rememberedBy } from '../../proposals/remembered';
import { OTHER_SUBJECT } from '../other-subjects';
import { type Named, caseWords, owedWords } from './case-words';
import { debtsOf } from './debts';
import { type Letter, subjectLine } from './letter';
import type { Links } from './links';

export type Event = Named & { at: string; kind: MachineName; action: string };

/** Entries `h` of the history that somebody was told of by `n`, and may still be told of today. */
export function eventsOf(actor: Actor): { from: string; params: readonly unknown[] } {
  const gate = rememberedBy(actor);
  const from = `FROM "notification" n JOIN "history" h ON h."id" = n."historyId"
    LEFT JOIN "proposal" p ON p."id" = h."proposalId"
    LEFT JOIN "evaluation" e ON h."kind" = 'evaluation' AND e."id" = h."subjectId"
    LEFT JOIN "notice" t ON h."kind" = 'publication' AND t."id" = h."subjectId"
    WHERE n."accountId" = ? AND ${gate.sql}`;
  return { from, params: [actor.accountId, ...gate.params] };
}

export const EVENT = `h."at", h."kind", h."action", h."proposalId",
  COALESCE(p."jointSubject", p."subject", e."title", t."title", ${OTHER_SUBJECT}) AS "subject", p."caseNo"`;

/** Of one entry of the history; null when its reader may not, or no longer, know of it. */
export async function eventLetter(
  db: Database,
  actor: Actor,
  notificationId: number,
  { links, today }: { links: Links; today: string },
): Promise<Letter | null> {
  const { from, params } = eventsOf(actor);
  const sql = `SELECT ${EVENT} ${from} AND n."id" = ?`;
  const [event] = await db.rows<Event>(sql, [...params, notificationId]);
  if (!event) return null;
  const word = actionWord(event.kind, event.action);
  const { items } =
    event.proposalId === null
      ? { items: [] }
      : await debtsOf(db, actor, { sql: 'd."proposalId" = ?', params: [event.proposalId] }, 3);
  const next = items.map((debt) => `您需要办理：${owedWords(debt, today)}。`);
  return {
    subject: subjectLine(`【提案办理】${word}`, caseWords(event)),
    parts: [
      `${dayOf(event.at)}，${caseWords(event)}：${word}。`,
      ...(next.length > 0 ? next : ['目前没有需要您办理的事项，可登录查看详情。']),
    ],
    caseNo: event.caseNo,
    dueOn: items[0]?.dueOn ?? null,
    ...links.to(event.proposalId),
  };
}
