import type { RunningApp } from './harness';
import { until } from './jobs';

/** Every reminder that was given, with how many times each of those told has it in the inbox. */
export async function remindersTold(
  app: Pick<RunningApp, 'database'>,
): Promise<{ told: number; twice: number }> {
  const [{ told }] = await app.database.rows<{ told: number }>(
    'SELECT COUNT(*) AS "told" FROM "notification" WHERE "reminderId" IS NOT NULL',
  );
  const twice = await app.database.rows(
    `SELECT "reminderId", "accountId" FROM "notification" WHERE "reminderId" IS NOT NULL
      GROUP BY "reminderId", "accountId" HAVING COUNT(*) > 1`,
  );
  return { told, twice: twice.length };
}

/** What waits in the outbox. */
export async function untold(app: Pick<RunningApp, 'database'>): Promise<number> {
  const sql = 'SELECT COUNT(*) AS "waiting" FROM "outbox" WHERE "doneAt" IS NULL';
  const [{ waiting }] = await app.database.rows<{ waiting: number }>(sql);
  return waiting;
}

/** What an outage may leave behind: entries nobody was told of, deliveries nobody answers for, reminders given twice. */
export async function leftUndone(app: Pick<RunningApp, 'database'>) {
  const [{ sending }] = await app.database.rows<{ sending: number }>(
    `SELECT COUNT(*) AS "sending" FROM "delivery" WHERE "state" = 'sending'`,
  );
  return { untold: await untold(app), sending, twice: (await remindersTold(app)).twice };
}

export const NOTHING_UNDONE = { untold: 0, sending: 0, twice: 0 };

/** Waits until nothing is undone. A process under the real clock may have found more to tell of meanwhile. */
export async function allDone(app: Pick<RunningApp, 'database'>): Promise<void> {
  await until(async () => Object.values(await leftUndone(app)).every((number) => number === 0), 40_000);
}

/** Reminders by how often each deadline was reminded: `[deadlines, reminders]`. */
export async function remindersGiven(app: Pick<RunningApp, 'database'>): Promise<[number, number]> {
  const sql = `SELECT COUNT(DISTINCT "deadlineId") AS "deadlines", COUNT(*) AS "reminders" FROM "reminder"`;
  const [{ deadlines, reminders }] = await app.database.rows<{ deadlines: number; reminders: number }>(sql);
  return [deadlines, reminders];
}

/** More deadlines than one transaction of the sweep takes: rows as they are, many times over. */
export async function manyDeadlines(app: Pick<RunningApp, 'database'>, number: number): Promise<void> {
  const columns = `"clock", "subjectKind", "subjectId", "proposalId", "owerHat", "owerScope", "length", "startedOn",
    "dueOn", "provisional", "state", "late", "calendarRevision", "remindOn"`;
  await app.database.transaction((em) =>
    app.database.change(
      `INSERT INTO "deadline" (${columns}) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
        SELECT ${columns} FROM (SELECT * FROM "deadline" WHERE "clock" = 'route' AND "state" = 'running' LIMIT 1) d, n`,
      [number],
      em,
    ),
  );
}
