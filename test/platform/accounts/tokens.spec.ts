import { Accounts } from '../../../src/platform/accounts/accounts.service';
import { Browser } from '../../support/browser';
import { eachDatabase, type RunningApp } from '../../support/harness';

const PASSWORD = 'three blind mice';
const DAY = 24 * 60 * 60_000;

interface Hats {
  hats: { id: number; hat: string }[];
}

eachDatabase('API tokens', (open) => {
  let app: RunningApp;
  let count = 0;
  let browser: Browser;
  let hats: Hats['hats'];

  beforeAll(async () => {
    app = await open();
  });

  beforeEach(async () => {
    const username = `wang-${++count}`;
    const wanted = [{ hat: 'administrator' }, { hat: 'office' }];
    await app
      .get(Accounts)
      .create({ username, displayName: '王', hats: wanted, password: PASSWORD, mustChange: false });
    browser = new Browser(app);
    hats = (await browser.signIn(username, PASSWORD)).json<Hats>().hats;
  });

  const idOf = (name: string) => hats.find(({ hat }) => hat === name)!.id;
  const issue = (token: object) =>
    browser.post('/api/me/tokens', { name: '报表', hats: [idOf('office')], ...token });
  const issued = async (token: object = {}) => (await issue(token)).json<{ id: number; token: string }>();
  const use = (token: string, url = '/api/me') =>
    app.inject({ url, headers: { authorization: `Bearer ${token}` } });

  it('are shown once and stored as a hash', async () => {
    const { token } = await issued();
    expect(token).toMatch(/^tb_[\w-]{43}$/);
    const [row] = await app.database.rows('SELECT * FROM "apiToken" ORDER BY "id" DESC');
    expect(JSON.stringify(row)).not.toContain(token);
    const { body } = await browser.get('/api/me/tokens');
    expect(body).not.toContain(token);
    expect(JSON.parse(body)).toMatchObject([{ name: '报表', hats: [idOf('office')], lastUsedOn: null }]);
  });

  it('act with the hats they were given and no others', async () => {
    const { token } = await issued();
    expect((await use(token)).json()).toMatchObject({ hats: [{ hat: 'office' }], csrfToken: null });
    expect((await use(token, '/api/accounts')).statusCode).toBe(403);
    const { token: strong } = await issued({ hats: hats.map(({ id }) => id) });
    expect((await use(strong, '/api/accounts')).statusCode).toBe(200);
  });

  it('cannot have hats their owner does not wear', async () => {
    for (const wrong of [[999_999], [idOf('office'), 999_999]]) {
      const answer = await issue({ hats: wrong });
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ errors: [{ field: 'hats' }] });
    }
  });

  it('lose a hat when it is taken, and do not get it back with a new one', async () => {
    const { token } = await issued();
    const { accountId } = (await browser.get('/api/me')).json<{ accountId: number }>();
    await browser.send('DELETE', `/api/accounts/${accountId}/hats/${idOf('office')}`);
    expect((await use(token)).json()).toMatchObject({ hats: [] });
    await browser.post(`/api/accounts/${accountId}/hats`, { hat: 'office' });
    expect((await use(token)).json()).toMatchObject({ hats: [] });
  });

  it('end when they are revoked', async () => {
    const { id, token } = await issued();
    expect((await browser.send('DELETE', `/api/me/tokens/${id}`)).statusCode).toBe(204);
    expect((await use(token)).statusCode).toBe(401);
    expect((await browser.get('/api/me/tokens')).json()).toEqual([]);
    expect((await browser.send('DELETE', `/api/me/tokens/${id}`)).statusCode).toBe(404);
  });

  it('of others cannot be revoked', async () => {
    const { id, token } = await issued();
    await app
      .get(Accounts)
      .create({ username: `li-${count}`, displayName: '李', password: PASSWORD, mustChange: false });
    const other = new Browser(app);
    await other.signIn(`li-${count}`, PASSWORD);
    expect((await other.send('DELETE', `/api/me/tokens/${id}`)).statusCode).toBe(404);
    expect((await use(token)).statusCode).toBe(200);
  });

  it('end after their last day', async () => {
    expect((await issue({ expiresOn: '2020-01-01' })).statusCode).toBe(422);
    const { token } = await issued({ expiresOn: app.clock.now().toISOString().slice(0, 10) });
    expect((await use(token)).statusCode).toBe(200);
    app.clock.advance(DAY);
    expect((await use(token)).statusCode).toBe(401);
  });

  it('remember the day they were last used', async () => {
    const { token } = await issued();
    await use(token);
    const today = app.clock.now().toISOString().slice(0, 10);
    expect((await browser.get('/api/me/tokens')).json()).toMatchObject([{ lastUsedOn: today }]);
  });

  it('can neither make tokens nor change the password nor sign out', async () => {
    const { token } = await issued({ hats: hats.map(({ id }) => id) });
    const headers = { authorization: `Bearer ${token}` };
    for (const url of ['/api/me/tokens', '/api/me/password', '/api/sign-out', '/api/sign-out-everywhere']) {
      const answer = await app.inject({ method: 'POST', url, headers, payload: {} });
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ reasons: [{ code: 'inPerson' }] });
    }
  });

  it('outlive signing out everywhere, unless they are meant too', async () => {
    const { token } = await issued();
    await browser.post('/api/sign-out-everywhere');
    expect((await use(token)).statusCode).toBe(200);
    await browser.signIn(`wang-${count}`, PASSWORD);
    await browser.post('/api/sign-out-everywhere', { tokensToo: true });
    expect((await use(token)).statusCode).toBe(401);
  });

  it('are not more than fifty', async () => {
    for (let made = 0; made < 50; made++) expect((await issue({})).statusCode).toBe(201);
    const answer = await issue({});
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ reasons: [{ code: 'tooManyTokens' }] });
  });
});
