import { Jobs } from '../../src/platform/queue/jobs';
import { eachDatabase, type RunningApp } from '../support/harness';
import { until } from '../support/jobs';
import { untold } from '../support/outages';
import { hasRedis, TestRedis } from '../support/redis';
import { draftProposal, submit } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

(hasRedis() ? eachDatabase : () => undefined)('Requests while Redis fails', (open) => {
  let redis: TestRedis;
  let app: RunningApp;
  let world: World;
  beforeEach(async () => {
    redis = await TestRedis.start();
    app = await open({ environment: { redisUrl: redis.url() } });
    world = await aWorld(app);
    app.get(Jobs).start();
    await until(async () => (await app.get(Jobs).depth())?.delayed);
  });
  afterEach(() => redis.kill());

  /** A request that tells somebody, and how long it took. */
  const tell = async (): Promise<number> => {
    const { id } = await draftProposal(app, world.by.first, world.sponsors.first);
    const began = performance.now();
    await submit(app, world.by.first, id);
    return performance.now() - began;
  };
  const told = () => until(async () => (await untold(app)) === 0, 15_000);

  it('succeed at once when it dies between the commit and the asking, and the work is done', async () => {
    await redis.kill();
    expect(await tell()).toBeLessThan(1500);
    await told();
    await redis.restart();
    await tell();
    await told();
  });

  it('succeed at once when it no longer answers, and the work is done', async () => {
    redis.freeze();
    expect(await tell()).toBeLessThan(1500);
    await told();
    await until(async () => (await app.inject('/health/ready')).json().status === 'degraded', 20_000);
    redis.thaw();
    await until(async () => (await app.inject('/health/ready')).json().status === 'ok', 20_000);
  });
});
