import { Calendars } from '../../src/proposals/calendar/calendars';
import { dueOf } from '../../src/lifecycle/deadlines';
import { eventsOf } from '../../src/proposals/deadlines/counting';
import { RunningDeadlines } from '../../src/proposals/calendar/running-deadlines';
import type { RunningApp } from '../support/harness';
import type { Person } from '../support/people';
import { type Answer, must, send } from '../support/requests';

/** What is said instead when it is refused. */
interface Problem {
  reasons: { code: string }[];
  errors: { field: string; code: string }[];
}

export interface Applied {
  revision: number;
  moved: number;
  definite: number;
  closed: number;
}

export interface Preview extends Applied {
  faults: { line: number; code: string; message: string }[];
  days: string[];
  pastDays: string[];
  replacedDays: string[];
  deadlines: { clock: string; from: string; to: string; subject: string; provisional: boolean }[];
}

export const dayOff = (day: string, more: object = {}) => ({
  day,
  kind: 'off',
  name: '防台风停工',
  reason: '市政府通知停工一天。',
  ...more,
});

/** The arrangement of 2027 as it might be published. */
export const NEXT_YEAR = {
  year: 2027,
  format: 'csv',
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  content: ['日期,类型,名称', '2027-01-01,休,元旦', '2027-01-02,休,元旦', '2027-01-03,休,元旦'].join('\n'),
};

export const setDay = (app: RunningApp, by: Person, body: object): Promise<Applied> =>
  must(app, by, 'POST', '/api/calendar/days', body);
export const trySetDay = (
  app: RunningApp,
  by: Person,
  body: object,
): Promise<Answer<Applied & Partial<Problem>>> => send(app, by, 'POST', '/api/calendar/days', body);
export const importYear = (app: RunningApp, by: Person, body: object = NEXT_YEAR): Promise<Applied> =>
  must(app, by, 'POST', '/api/calendar/years', body);
export const preview = (app: RunningApp, by: Person, of: 'days' | 'years', body: object): Promise<Preview> =>
  must(app, by, 'POST', `/api/calendar/${of}/preview`, body);

export interface Kept {
  id: number;
  clock: string;
  state: string;
  startedOn: string;
  dueOn: string;
  provisional: boolean;
  calendarRevision: number;
  remindOn: string | null;
}

/** Every deadline there is, as it is kept. */
export async function allDeadlines(app: RunningApp): Promise<Kept[]> {
  const rows = await app.database.rows<Kept>(
    `SELECT "id", "clock", "state", "startedOn", "dueOn", "provisional", "calendarRevision", "remindOn"
      FROM "deadline" ORDER BY "id"`,
  );
  return rows.map((row) => ({ ...row, provisional: Boolean(row.provisional) }));
}

/** Entries of the history about the calendar, oldest first. */
export async function calendarEntries(app: RunningApp) {
  const rows = await app.database.rows<{
    action: string;
    actorName: string;
    subjectId: number;
    change: string;
  }>(
    `SELECT "action", "actorName", "subjectId", "change" FROM "history" WHERE "kind" = 'calendar' ORDER BY "id"`,
  );
  return rows.map(({ change, ...row }) => ({
    ...row,
    change: JSON.parse(change) as Record<string, unknown>,
  }));
}

/** Running deadlines that are not due when their own events and the calendar of their own revision say. */
export async function unexplained(app: RunningApp): Promise<number[]> {
  const wrong: number[] = [];
  for await (const part of app.get(RunningDeadlines).parts(app.database.reader)) {
    for (const { row, events } of part) {
      for (const calendar of [
        await app.get(Calendars).at(row.calendarRevision),
        (await app.get(Calendars).current()).calendar,
      ]) {
        const due = dueOf(row.length, eventsOf(events), calendar);
        if (due.dueOn !== row.dueOn || due.provisional !== row.provisional) wrong.push(row.id);
      }
    }
  }
  return wrong;
}
