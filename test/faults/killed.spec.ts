import { Client } from 'pg';
import { startChild, startWorker } from '../support/child';
import { eachDatabase, type RunningApp } from '../support/harness';
import { pause, until } from '../support/jobs';
import { remindersTold, untold } from '../support/outages';
import { hasRedis, TestRedis } from '../support/redis';
import { aHandedOverProposal } from '../support/steps/assignment';
import { aWorld } from '../support/world';

const CASES = 8;

/** Cases of March whose deadlines are long past for a process under the real clock, and nobody has been told. */
async function cases(app: RunningApp): Promise<void> {
  const world = await aWorld(app);
  for (let count = 0; count < CASES; count++) await aHandedOverProposal(app, world);
}

const owed = async (app: RunningApp): Promise<number> => {
  const [{ owed }] = await app.database.rows<{ owed: number }>(
    `SELECT COUNT(*) AS "owed" FROM "deadline" WHERE "state" = 'running' AND "remindOn" <= '2026-06-01'`,
  );
  return owed;
};

(hasRedis() ? eachDatabase : () => undefined)('A process killed in the middle of its work', (open, kind) => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await TestRedis.start();
  });
  afterAll(() => redis.kill());

  const opened = () =>
    open({
      environment: { redisUrl: redis.url(), worker: kind === 'postgres' ? 'separate' : 'inside' },
    });
  const begin = (app: RunningApp) => (kind === 'postgres' ? startWorker : startChild)(app.environment);

  it('leaves nothing undone and nothing done twice', async () => {
    const app = await opened();
    await cases(app);
    expect(await owed(app)).toBe(CASES);
    for (const milliseconds of [0, 60, 150, 250, 400]) {
      const doomed = await begin(app);
      await pause(milliseconds);
      await doomed.end('SIGKILL');
    }
    const last = await begin(app);
    await until(async () => (await untold(app)) === 0 && (await owed(app)) === 0, 30_000);
    const { told, twice } = await remindersTold(app);
    expect(twice).toBe(0);
    expect(told).toBeGreaterThanOrEqual(CASES);
    const [{ reminders }] = await app.database.rows<{ reminders: number }>(
      'SELECT COUNT(*) AS "reminders" FROM "reminder"',
    );
    expect(reminders).toBe(CASES);
    await last.end('SIGTERM');
  });

  if (kind === 'postgres') {
    it('lets go of what it held, also between two statements of one batch', async () => {
      const app = await opened();
      await cases(app);
      const blocker = new Client({ connectionString: app.environment.databaseUrl });
      await blocker.connect();
      await blocker.query('BEGIN; LOCK TABLE "notification" IN ACCESS EXCLUSIVE MODE');
      blocker.on('error', () => undefined);
      const doomed = await begin(app);
      await until(() => waitsForLock(blocker), 20_000);
      await doomed.end('SIGKILL');
      await blocker.query('COMMIT');
      await blocker.end();
      const [one, other] = [await begin(app), await begin(app)];
      await until(async () => (await untold(app)) === 0 && (await owed(app)) === 0, 30_000);
      expect((await remindersTold(app)).twice).toBe(0);
      for (const worker of [one, other]) await worker.end('SIGTERM');
    });
  }
});

async function waitsForLock(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}
