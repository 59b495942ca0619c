import type { RunningApp } from './harness';

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
