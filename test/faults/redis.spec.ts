import { Redis } from 'ioredis';
import { Jobs } from '../../src/platform/queue/jobs';
import { startWorker } from '../support/child';
import { eachDatabase, type RunningApp } from '../support/harness';
import { pause, Probe, until } from '../support/jobs';
import { allDone, untold } from '../support/outages';
import { hasRedis, TestRedis } from '../support/redis';
import { draftProposal, submit } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

(hasRedis() ? eachDatabase : () => undefined)('Requests while Redis fails', (open, kind) => {
  let redis: TestRedis;
  let app: RunningApp;
  let world: World;
  const begin = async (environment: object = {}) => {
    redis = await TestRedis.start();
    app = await open({ environment: { redisUrl: redis.url(), ...environment } });
    world = await aWorld(app);
  };
  const work = async () => {
    app.get(Jobs).start();
    await until(async () => (await app.get(Jobs).depth())?.delayed);
  };
  // The process before its Redis: what waits on a lost line keeps Jest from ending.
  afterEach(async () => {
    redis.thaw();
    await app.close();
    await redis.kill();
  });

  /** A request that tells somebody, and how long it took. */
  const tell = async (): Promise<number> => {
    const { id } = await draftProposal(app, world.by.first, world.sponsors.first);
    const began = performance.now();
    await submit(app, world.by.first, id);
    return performance.now() - began;
  };
  const told = () => allDone(app);
  const status = async () => (await app.inject('/health/ready')).json().status;

  it('succeed at once when it dies with what it was asked for, and the work is done', async () => {
    await begin();
    await work();
    // Stopped first: the commit is made and the asking is on its way, but not taken, when it is killed.
    redis.freeze();
    expect(await tell()).toBeLessThan(1500);
    expect(await untold(app)).toBeGreaterThan(0);
    await redis.kill();
    await told();
    await until(async () => (await status()) === 'degraded');
    expect(await tell()).toBeLessThan(1500);
    await told();
    await redis.restart();
    await until(async () => (await status()) === 'ok');
    await tell();
    await told();
  });

  it('succeed at once when it stands still for a while, and the work is done', async () => {
    await begin();
    await work();
    redis.freeze();
    expect(await tell()).toBeLessThan(1500);
    await pause(2000);
    redis.thaw();
    await told();
  });

  it('succeed at once when it no longer answers, and the health page says so', async () => {
    await begin();
    await work();
    redis.freeze();
    expect(await tell()).toBeLessThan(1500);
    await told();
    await until(async () => (await status()) === 'degraded', 20_000);
    redis.thaw();
    await until(async () => (await status()) === 'ok', 20_000);
  });

  it('are not forgotten when it is emptied on an open line', async () => {
    await begin();
    await work();
    const probe = new Probe(app, 'probe', 5000);
    await until(() => probe.ended > 0, 25_000);
    const line = new Redis(redis.url());
    await line.flushall();
    await line.quit();
    expect(await app.get(Jobs).depth()).toMatchObject({ delayed: 0 });
    const before = probe.ended;
    await until(() => probe.ended > before, 25_000);
    await until(async () => (await app.get(Jobs).depth())?.delayed);
    await tell();
    await told();
    expect(await status()).toBe('ok');
  });

  if (kind === 'postgres') {
    it('are not forgotten when it comes back empty, and the work is that of another process', async () => {
      await begin({ worker: 'separate' });
      await tell();
      await redis.kill();
      await tell();
      expect(await untold(app)).toBeGreaterThan(0);
      const worker = await startWorker(app.environment);
      await redis.restart();
      await told();
      const ready = async () => (await fetch(`${worker.url}/health/ready`)).status;
      await until(async () => (await ready()) === 200, 20_000);
      await tell();
      await told();
      expect(await worker.end('SIGTERM')).toBe(0);
    });
  }
});
