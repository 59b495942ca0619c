import { Client } from 'pg';
import { Relay } from '../../src/notifications/relay';
import { Reminders } from '../../src/reminders/reminders.service';
import { startWorker } from '../support/child';
import { isAvailable } from '../support/databases';
import { gateAt } from '../support/gates';
import { eachDatabase, type RunningApp, startApp } from '../support/harness';
import { until } from '../support/jobs';
import {
  allDone,
  leftUndone,
  manyDeadlines,
  NOTHING_UNDONE,
  remindersGiven,
  remindersTold,
} from '../support/outages';
import { goTo } from '../support/reminders';
import { hasRedis, TestRedis } from '../support/redis';
import { aHandedOverProposal } from '../support/steps/assignment';
import { aWorld } from '../support/world';

const DEADLINES = 1601;

async function aLot(app: RunningApp): Promise<void> {
  await aHandedOverProposal(app, await aWorld(app));
  await manyDeadlines(app, DEADLINES - 1);
}

eachDatabase('Sweeps at the same time in one process', (open, kind) => {
  it('share the work, and give every reminder once', async () => {
    const app = await open();
    await aLot(app);
    goTo(app, '2026-03-09');
    const sweeps = await Promise.all([1, 2, 3].map(() => app.get(Reminders).sweep()));
    await Promise.all([1, 2].map(() => app.get(Relay).drain()));
    const numbers = sweeps.map(({ reminders }) => reminders);
    expect(numbers.reduce((sum, each) => sum + each)).toBe(DEADLINES);
    // On SQLite they take turns batch by batch; on PostgreSQL what one holds another passes by.
    if (kind === 'sqlite') expect(Math.min(...numbers)).toBeGreaterThan(0);
    expect(await remindersGiven(app)).toEqual([DEADLINES, DEADLINES]);
    expect((await remindersTold(app)).told).toBe(DEADLINES);
    expect(await leftUndone(app)).toEqual(NOTHING_UNDONE);
  });
});

(isAvailable('postgres') && hasRedis() ? describe : describe.skip)('Two workers at the same time', () => {
  const ROLES = ['worker_one', 'worker_other'];
  let redis: TestRedis;
  let app: RunningApp;
  let client: Client;
  beforeAll(async () => {
    redis = await TestRedis.start();
    app = await startApp({
      database: 'postgres',
      environment: { redisUrl: redis.url(), worker: 'separate' },
    });
    client = new Client({ connectionString: app.environment.databaseUrl });
    await client.connect();
    // Each with a name of its own, so that the server can say who is at work.
    for (const role of ROLES) await client.query(`CREATE ROLE "${role}" SUPERUSER LOGIN`);
  });
  afterAll(async () => {
    for (const role of ROLES) await client.query(`DROP ROLE "${role}"`);
    await client.end();
    await app.close();
    await redis.kill();
  });

  it('have batches open at once, and give every reminder once', async () => {
    await aLot(app);
    const gate = await gateAt(app, 'reminder', 'true');
    const as = (username: string) => Object.assign(new URL(app.environment.databaseUrl), { username }).href;
    const workers = await Promise.all(
      ROLES.map((role) => startWorker({ ...app.environment, databaseUrl: as(role) })),
    );
    await until(async () => new Set(await gate.standing()).size === 2, 30_000);
    expect(await remindersGiven(app)).toEqual([0, 0]);
    await gate.open();
    await until(async () => (await remindersGiven(app))[1] === DEADLINES, 30_000);
    await allDone(app);
    for (const worker of workers) expect(await worker.end('SIGTERM')).toBe(0);
    expect(await remindersGiven(app)).toEqual([DEADLINES, DEADLINES]);
    expect((await remindersTold(app)).told).toBe(DEADLINES * 3);
  });
});
