import { addDays } from '../../lifecycle/days';
import type { Actor } from '../../lifecycle/people';
import { actionWord } from '../../lifecycle/words/words';
import { dayOf } from '../../platform/clock/calendar';
import type { Database } from '../../platform/database/database';
import { caseWords, owedWords } from './case-words';
import { type Debt, debtsOf } from './debts';
import { EVENT, type Event, eventsOf } from './event-letter';
import { type Letter, type Part, subjectLine } from './letter';
import type { Links } from './links';

const MOST = 30;
const WEEK = 7;

interface List<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/** What a desk should know this morning: overdue, due within seven days, new since the last; null when there is nothing. */
export async function briefLetter(
  db: Database,
  actor: Actor,
  since: string,
  { links, today }: { links: Links; today: string },
): Promise<Letter | null> {
  const soon = { sql: 'd."dueOn" >= ? AND d."dueOn" < ?', params: [today, addDays(today, WEEK)] };
  const [overdue, due, news] = [
    await debtsOf(db, actor, { sql: 'd."dueOn" < ?', params: [today] }, MOST),
    await debtsOf(db, actor, soon, MOST),
    await newsOf(db, actor, since),
  ];
  if (overdue.total + due.total + news.total === 0) return null;
  const owed = (debt: Debt) => `${caseWords(debt)}：${owedWords(debt, today)}`;
  return {
    subject: subjectLine(
      `【提案办理】${today} 简报：逾期 ${overdue.total} 件，七日内到期 ${due.total} 件，新消息 ${news.total} 条`,
    ),
    parts: [
      ...part('已逾期', overdue, owed),
      ...part('七日内到期', due, owed),
      ...part('新消息', news, (event) => `${dayOf(event.at)} ${caseWords(event)}：${wordOf(event)}`),
    ],
    caseNo: null,
    dueOn: overdue.items[0]?.dueOn ?? due.items[0]?.dueOn ?? null,
    ...links.to(null),
  };
}

async function newsOf(db: Database, actor: Actor, since: string): Promise<List<Event>> {
  const { from, params } = eventsOf(actor);
  const where = `${from} AND n."at" > ? AND n."readAt" IS NULL`;
  const sql = `SELECT ${EVENT} ${where} ORDER BY n."id" DESC LIMIT ${MOST}`;
  const items = await db.rows<Event>(sql, [...params, since]);
  if (items.length < MOST) return { items, total: items.length };
  const counted = `SELECT COUNT(*) AS "total" ${where}`;
  const [{ total }] = await db.rows<{ total: number }>(counted, [...params, since]);
  return { items, total };
}

const wordOf = ({ kind, action }: Event) => actionWord(kind, action);

function part<T>(heading: string, { items, total }: List<T>, words: (item: T) => string): Part[] {
  if (total === 0) return [];
  const rest = total > items.length ? [`另有 ${total - items.length} 条，请登录查看。`] : [];
  return [{ heading: `${heading}（${total}）`, lines: [...items.map(words), ...rest] }];
}
