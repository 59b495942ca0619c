import { Jobs } from '../../../src/platform/queue/jobs';
import { eachDatabase, type RunningApp } from '../../support/harness';
import { pause, Probe, until } from '../../support/jobs';
import { hasRedis, TestRedis } from '../../support/redis';

const inboxes = (app: RunningApp) => app.inject('/health/ready').then((answer) => answer.json());

(hasRedis() ? eachDatabase : () => undefined)('Work over Redis', (open) => {
  let redis: TestRedis;
  const opened: RunningApp[] = [];
  // Before their Redis goes: what waits on a lost line keeps Jest from ending.
  afterEach(async () => {
    for (const app of opened.splice(0)) await app.close();
    await redis.kill();
  });

  const started = async (redisUrl = redis.url()) => {
    const app = await open({ environment: { redisUrl } });
    opened.push(app);
    return app;
  };
  const working = async () => {
    const app = await started();
    const probe = new Probe(app);
    app.get(Jobs).start();
    return { app, probe };
  };

  // The first, because BullMQ keeps a timer for eleven seconds after it, and Jest would wait for that at the end.
  it('ends in bounded time while Redis is away', async () => {
    redis = await TestRedis.start();
    const { app, probe } = await working();
    await until(() => app.get(Jobs).trouble() === undefined && probe.ended > 0);
    await redis.kill();
    const began = performance.now();
    await app.close();
    expect(performance.now() - began).toBeLessThan(9000);
  });

  it('is done, with the id it was asked for', async () => {
    redis = await TestRedis.start();
    const { app, probe } = await working();
    await until(() => app.get(Jobs).trouble() === undefined && probe.ended > 0);
    probe.nudge(7);
    await until(() => probe.runs.includes(7));
    expect(await inboxes(app)).toMatchObject({ status: 'ok', parts: { queue: { status: 'ok' } } });
  });

  it('is done once for many nudges before it begins, and once more for those while it runs', async () => {
    redis = await TestRedis.start();
    const { app, probe } = await working();
    await until(() => app.get(Jobs).trouble() === undefined && probe.ended > 0);
    await pause(500);
    const count = () => probe.runs.filter((id) => id === 5).length;
    probe.takesMs = 600;
    probe.nudge(5);
    await until(() => count() === 1);
    for (let again = 0; again < 20; again++) probe.nudge(5);
    await until(() => count() === 2);
    await pause(1000);
    expect(count()).toBe(2);
    probe.nudge(5);
    await until(() => count() === 3);
  });

  it('is tried again when it fails', async () => {
    redis = await TestRedis.start();
    const { app, probe } = await working();
    await until(() => app.get(Jobs).trouble() === undefined && probe.ended > 0);
    await pause(300);
    probe.failures = 2;
    probe.nudge(9);
    await until(() => probe.runs.filter((id) => id === 9).length === 3, 15_000);
  });

  it('begins although Redis is down, and goes over to it when it comes', async () => {
    redis = await TestRedis.start({ down: true });
    const { app, probe } = await working();
    probe.nudge(1);
    await until(() => probe.runs.includes(1));
    expect(await inboxes(app)).toMatchObject({
      status: 'degraded',
      parts: { queue: { status: 'degraded' } },
    });
    await redis.restart();
    await until(async () => (await inboxes(app)).status === 'ok');
    await until(async () => (await app.get(Jobs).depth())?.delayed);
    probe.nudge(2);
    await until(() => probe.runs.includes(2));
  });

  it('comes back when Redis dies and comes back empty', async () => {
    redis = await TestRedis.start();
    const { app, probe } = await working();
    await until(() => app.get(Jobs).trouble() === undefined && probe.ended > 0);
    await redis.kill();
    probe.nudge(3);
    await until(() => probe.runs.includes(3));
    await redis.restart();
    await until(async () => (await inboxes(app)).status === 'ok');
    await until(async () => (await app.get(Jobs).depth())?.delayed);
    probe.nudge(4);
    await until(() => probe.runs.includes(4));
  });

  it('is told of a wrong password, and goes on without Redis', async () => {
    redis = await TestRedis.start({ password: 'right' });
    const app = await started(redis.url('wrong'));
    const probe = new Probe(app);
    app.get(Jobs).start();
    await until(async () => /口令/.test((await inboxes(app)).parts.queue.message));
    probe.nudge(1);
    await until(() => probe.runs.includes(1));
    const other = await started();
    await until(() => other.get(Jobs).trouble() === undefined);
  });
});
