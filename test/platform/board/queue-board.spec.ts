import { BOARD_PATH } from '../../../src/platform/board/queue-board';
import { Accounts } from '../../../src/platform/accounts/accounts.service';
import { Browser } from '../../support/browser';
import { eachDatabase, type RunningApp } from '../../support/harness';
import { Jobs } from '../../../src/platform/queue/jobs';
import { until } from '../../support/jobs';
import { hasRedis, TestRedis } from '../../support/redis';
import { aWorld, type World } from '../../support/world';

(hasRedis() ? eachDatabase : () => undefined)('The board of the queue', (open) => {
  let redis: TestRedis;
  let app: RunningApp;
  let world: World;
  let administrator: Browser;
  beforeAll(async () => {
    redis = await TestRedis.start();
    app = await open({ environment: { redisUrl: redis.url() } });
    world = await aWorld(app);
    administrator = await anAdministrator(app);
    app.get(Jobs).start();
    await until(async () => (await app.get(Jobs).depth())?.delayed);
  });
  afterAll(() => redis.kill());

  const look = (headers: Record<string, string>, path = '') =>
    app.inject({ url: `${BOARD_PATH}${path}`, headers });

  it('is closed to strangers and to those who have other work', async () => {
    for (const path of ['', '/', '/api/queues', '/static/js/main.f10757109b.js']) {
      expect((await look({}, path)).statusCode).toBe(401);
      expect((await look(world.by.clerk.headers, path)).statusCode).toBe(403);
      // A token is for programs; the board is for a person.
      expect((await look(world.by.administrator.headers, path)).statusCode).toBe(403);
    }
  });

  it('shows an administrator the queue, with nothing from outside', async () => {
    const page = await administrator.get(BOARD_PATH);
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(href|src)="https?:/);
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'self';style-src 'self' 'unsafe-inline'/,
    );
    const assets = [...page.body.matchAll(/(?:src|href)="(static\/(?:js|css)[^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(assets.length).toBeGreaterThan(2);
    for (const path of assets) {
      expect((await administrator.get(`${BOARD_PATH}/${path}`)).statusCode).toBe(200);
    }
    const queues = (await administrator.get(`${BOARD_PATH}/api/queues`)).json();
    expect(queues.queues).toMatchObject([{ name: 'tiban', readOnlyMode: true }]);
  });

  it('is linked from the page of the system for an administrator alone', async () => {
    expect((await administrator.get('/system')).body).toContain(`href="${BOARD_PATH}"`);
    const { statusCode, body } = await app.inject({ url: '/system', headers: world.by.auditor.headers });
    expect([statusCode, body.includes(BOARD_PATH)]).toEqual([200, false]);
  });

  it('is to look at only', async () => {
    const answer = await administrator.send('PUT', `${BOARD_PATH}/api/queues/tiban/pause`);
    expect(answer.statusCode).toBe(404);
  });

  it('leaves the policy of other pages as it is', async () => {
    const answer = await app.inject('/api/docs');
    expect(answer.headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  it('does not hang or break while Redis is away', async () => {
    await redis.kill();
    await until(() => app.get(Jobs).trouble());
    const answer = await administrator.get(`${BOARD_PATH}/api/queues`);
    expect(answer.statusCode).toBe(500);
    await redis.restart();
  });
});

async function anAdministrator(app: RunningApp): Promise<Browser> {
  const account = { username: 'board-watcher', displayName: '管理员', hats: [{ hat: 'administrator' }] };
  const { password } = await app.get(Accounts).create(account);
  const browser = new Browser(app);
  await browser.signIn(account.username, password!);
  await browser.post('/api/me/password', { current: password, next: 'a long sentence for the board' });
  return browser;
}
