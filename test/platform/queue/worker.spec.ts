import { dropDatabase, freshDatabase, isAvailable } from '../../support/databases';
import { runCommand, startWorker, startChild } from '../../support/child';
import { startApp } from '../../support/harness';
import { until } from '../../support/jobs';
import { untold } from '../../support/outages';
import { hasRedis, TestRedis } from '../../support/redis';
import { aHandedOverProposal } from '../../support/steps/assignment';
import { aWorld } from '../../support/world';

const can = isAvailable('postgres') && hasRedis();

(can ? describe : describe.skip)('Processes of their own for the work', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await TestRedis.start();
  });
  afterAll(() => redis.kill());

  const separate = async () => ({
    ...(await freshDatabase('postgres')),
    redisUrl: redis.url(),
    worker: 'separate' as const,
  });
  const readyAt = async (url: string) => {
    const answer = await fetch(`${url}/health/ready`);
    return { code: answer.status, ...((await answer.json()) as { status: string }) };
  };

  it('do what those that serve leave undone, two at once, and end in good order', async () => {
    const environment = await separate();
    const app = await startApp({ database: 'postgres', environment });
    await aHandedOverProposal(app, await aWorld(app));
    expect(await untold(app)).toBeGreaterThan(0);
    const workers = await Promise.all([startWorker(environment), startWorker(environment)]);
    await until(async () => (await untold(app)) === 0, 20_000);
    for (const { url } of workers) await until(async () => (await readyAt(url)).code === 200);
    expect((await fetch(`${workers[0].url}/anything`)).status).toBe(404);
    for (const worker of workers) expect(await worker.end('SIGTERM')).toBe(0);
    await app.close();
  });

  it('go on without Redis, and say what is wrong', async () => {
    const environment = await separate();
    const [web, worker] = [await startChild(environment), await startWorker(environment)];
    await until(async () => (await readyAt(worker.url)).code === 200, 20_000);
    await redis.kill();
    await until(async () => (await readyAt(worker.url)).code === 503);
    expect(await readyAt(web.url)).toMatchObject({ code: 200, status: 'degraded' });
    await redis.restart();
    await until(async () => (await readyAt(worker.url)).code === 200);
    await redis.kill();
    expect(await worker.end('SIGTERM')).toBe(0);
    expect(await web.end('SIGTERM')).toBe(0);
    await redis.restart();
    await dropDatabase(environment);
  });
});

it('A process of its own for the work is refused on SQLite and without Redis, in words', async () => {
  const environment = { ...(await freshDatabase('sqlite')), worker: 'separate' as const };
  const { code, output } = await runCommand(environment, 'migrate');
  expect(code).toBe(1);
  expect(output).toContain('DATABASE_URL: WORKER=separate');
  expect(output).toContain('REDIS_URL: WORKER=separate');
});
