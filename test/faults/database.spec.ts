import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, startChild, startWorker } from '../support/child';
import { environmentOf, isAvailable } from '../support/databases';
import { gateAt } from '../support/gates';
import { type RunningApp, startApp } from '../support/harness';
import { until } from '../support/jobs';
import { allDone, manyDeadlines, remindersGiven, remindersTold } from '../support/outages';
import { type Postgres, startPostgres } from '../support/postgres';
import { hasRedis, TestRedis } from '../support/redis';
import { aHandedOverProposal } from '../support/steps/assignment';
import { WHOLE_TEXT } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const DEADLINES = 2101;
const PEOPLE = 3;

// A server of its own: the one that all specs share must not be stopped.
(isAvailable('postgres') && hasRedis() ? describe : describe.skip)('A database that is restarted', () => {
  let redis: TestRedis;
  let postgres: Postgres;
  let app: RunningApp;
  let world: World;
  let web: Child;
  let worker: Child;

  beforeAll(async () => {
    const folder = mkdtempSync(join(process.env.TEST_FOLDER as string, 'restarted-'));
    redis = await TestRedis.start();
    // Beside it: the user that PostgreSQL runs as cannot reach into a folder of ours.
    postgres = (await startPostgres(`${folder}-postgres`))!;
    const over = { redisUrl: redis.url(), worker: 'separate' as const };
    app = await startApp({
      database: 'postgres',
      environment: { ...environmentOf(folder, postgres.url), ...over },
    });
    world = await aWorld(app);
    await aHandedOverProposal(app, world);
    await manyDeadlines(app, DEADLINES - 1);
  });
  afterAll(async () => {
    await app?.app.close();
    await postgres?.stop();
    await redis?.kill();
  });

  const ready = async ({ url }: Child) => {
    const began = performance.now();
    const answer = await fetch(`${url}/health/ready`);
    return { code: answer.status, ms: performance.now() - began, ...(await answer.json()) };
  };
  const draft = async () => {
    const answer = await fetch(`${web.url}/api/proposals`, {
      method: 'POST',
      headers: { ...world.by.first.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ sponsorId: world.sponsors.first, ...WHOLE_TEXT }),
    });
    return { code: answer.status, body: await answer.json() };
  };
  const bothWell = () =>
    until(async () => (await ready(web)).code === 200 && (await ready(worker)).code === 200, 40_000);

  it('refuses in words, comes back by itself, and no reminder is lost or given twice', async () => {
    await gateAt(app, 'reminder', '(SELECT COUNT(*) FROM "reminder") > 500').then(async (gate) => {
      [web, worker] = await Promise.all([startChild(app.environment), startWorker(app.environment)]);
      await until(async () => (await gate.standing()).length > 0, 30_000);
    });
    expect((await draft()).code).toBe(201);
    // The server drops what it was in the middle of, and the gate with it.
    await postgres.stop();
    for (let tries = 0; tries < 5; tries += 1)
      expect(await draft()).toMatchObject({ code: 503, body: { detail: '服务暂不可用，请稍后重试。' } });
    for (const each of [web, worker]) {
      expect(await ready(each)).toMatchObject({ code: 503, status: 'down', database: 'postgres' });
      expect((await ready(each)).parts.database.message).toContain('数据库连接不上');
    }
    await postgres.start();
    await until(async () => (await draft()).code === 201, 20_000);
    await until(async () => (await remindersGiven(app))[1] === DEADLINES, 40_000);
    await allDone(app);
    await bothWell();
    expect(await remindersGiven(app)).toEqual([DEADLINES, DEADLINES]);
    expect((await remindersTold(app)).told).toBe(DEADLINES * PEOPLE);
  });

  it('that stands still is told of in time, and work goes on afterwards', async () => {
    postgres.freeze();
    for (const each of [web, worker]) {
      const { code, status, ms, parts } = await ready(each);
      expect([code, status]).toEqual([503, 'down']);
      expect(ms).toBeLessThan(8000);
      expect(parts.database.message).toContain('数据库连接不上');
    }
    const waiting = draft();
    postgres.thaw();
    expect((await waiting).code).toBe(201);
    await bothWell();
    await aHandedOverProposal(app, world);
    await allDone(app);
    for (const each of [worker, web]) expect(await each.end('SIGTERM')).toBe(0);
  });
});
