import { startChild, startWorker } from '../support/child';
import { gateAt } from '../support/gates';
import { eachDatabase, type RunningApp } from '../support/harness';
import { until } from '../support/jobs';
import { allDone, manyDeadlines, remindersGiven, remindersTold } from '../support/outages';
import { hasRedis, TestRedis } from '../support/redis';
import { aHandedOverProposal } from '../support/steps/assignment';
import { aWorld } from '../support/world';

// The sweep commits 500 at a time. A worker that starts may sweep three times at once: more than each has a first batch of.
const DEADLINES = 2101;
// Long overdue for a process under the real clock: the office and two of the committee are told of each.
const PEOPLE = 3;

// On PostgreSQL a worker with Redis; on SQLite the process that serves, which needs no Redis.
eachDatabase('A process killed in the middle of its work', (open, kind) => {
  if (kind === 'postgres' && !hasRedis()) return it.skip('needs Redis', () => undefined);
  let redis: TestRedis | undefined;
  let app: RunningApp;
  beforeEach(async () => {
    if (kind === 'postgres') redis = await TestRedis.start();
    const over = redis ? { redisUrl: redis.url(), worker: 'separate' as const } : {};
    app = await open({ environment: over });
    await aHandedOverProposal(app, await aWorld(app));
    await manyDeadlines(app, DEADLINES - 1);
  });
  afterEach(() => redis?.kill());

  const begin = () => (kind === 'postgres' ? startWorker : startChild)(app.environment);
  const told = async () => {
    const sql = 'SELECT COUNT(*) AS "told" FROM "notification" WHERE "historyId" IS NOT NULL';
    return (await app.database.rows<{ told: number }>(sql))[0].told;
  };
  const ready = async (url: string) => (await fetch(`${url}/health/ready`)).json();

  /** Kills whoever comes to the gate, and lets another do the rest. */
  const strike = async (table: string, condition: string, halfDone: () => Promise<void>) => {
    const gate = await gateAt(app, table, condition);
    const doomed = await begin();
    await until(async () => (await gate.standing()).length > 0, 20_000);
    await halfDone();
    await doomed.end('SIGKILL');
    await gate.open();
    await halfDone();
    const next = await begin();
    await until(async () => (await remindersGiven(app))[1] === DEADLINES, 30_000);
    await allDone(app);
    await until(async () => (await ready(next.url)).status === 'ok', 20_000);
    expect(await remindersGiven(app)).toEqual([DEADLINES, DEADLINES]);
    expect((await remindersTold(app)).told).toBe(DEADLINES * PEOPLE);
    await next.end('SIGTERM');
  };

  it('gives every reminder once, what it had committed and what it had only written', () =>
    strike('reminder', '(SELECT COUNT(*) FROM "reminder") > 500', async () => {
      const [, committed] = await remindersGiven(app);
      expect([500, 1000, 1500]).toContain(committed);
    }));

  it('tells of every deed once, although it had told somebody', () =>
    strike('notification', 'NEW."historyId" IS NOT NULL', async () => expect(await told()).toBe(0)));
});
