import { Accounts } from '../../../src/platform/accounts/accounts.service';
import { Browser } from '../../support/browser';
import { eachDatabase, type RunningApp } from '../../support/harness';

const PASSWORD = 'three blind mice';
const MINUTE = 60_000;

eachDatabase('Signing in', (open) => {
  let app: RunningApp;
  let browser: Browser;
  let count = 0;
  let username: string;

  beforeAll(async () => {
    app = await open();
  });

  beforeEach(async () => {
    username = `wang-${++count}`;
    browser = new Browser(app);
    await app.get(Accounts).create({
      username,
      displayName: '王云安',
      hats: [{ hat: 'sponsor', scopeId: 7 }],
      password: PASSWORD,
      mustChange: false,
    });
  });

  it('opens a session and tells who is signed in', async () => {
    const answer = await browser.signIn(` ${username.toUpperCase()} `, PASSWORD);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      username,
      name: '王云安',
      hats: [{ hat: 'sponsor', scopeId: 7 }],
      mustChangePassword: false,
    });
    expect((await browser.get('/api/me')).json()).toEqual(answer.json());
  });

  it('hands out a cookie that scripts and other sites cannot use', async () => {
    const { headers } = await browser.signIn(username, PASSWORD);
    expect(headers['set-cookie']).toMatch(/^tiban=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('keeps neither the password nor the session token', async () => {
    await browser.signIn(username, PASSWORD);
    const rows = await app.database.rows(
      'SELECT * FROM "signIn" s JOIN "account" a ON a."id" = s."accountId"',
    );
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
    expect(JSON.stringify(rows)).not.toContain(browser.cookie.split('=')[1]);
  });

  it('answers alike to an unknown name, a wrong password and an inactive account', async () => {
    const closed = await app
      .get(Accounts)
      .create({ username: `closed-${count}`, displayName: '离任', password: PASSWORD });
    await app.database.transaction((em) =>
      app.database.change('UPDATE "account" SET "active" = ? WHERE "id" = ?', [false, closed.id], em),
    );
    const answers = [
      await browser.signIn(`nobody-${count}`, PASSWORD),
      await browser.signIn(username, 'another password'),
      await browser.signIn(closed.username, PASSWORD),
    ];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(401);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect({ ...answer.json(), requestId: '' }).toEqual({ ...answers[0].json(), requestId: '' });
    }
    expect(answers[0].json()).toMatchObject({ title: '尚未登录', detail: '用户名或密码不正确。' });
  });

  it('ends after an hour of idleness, counted from the last use', async () => {
    await browser.signIn(username, PASSWORD);
    for (let use = 0; use < 3; use++) {
      app.clock.advance(59 * MINUTE);
      expect((await browser.get('/api/me')).statusCode).toBe(200);
    }
    app.clock.advance(60 * MINUTE);
    expect((await browser.get('/api/me')).statusCode).toBe(401);
  });

  it('ends after twelve hours, however busy', async () => {
    await browser.signIn(username, PASSWORD);
    for (let half = 1; half < 24; half++) {
      app.clock.advance(30 * MINUTE);
      expect((await browser.get('/api/me')).statusCode).toBe(200);
    }
    app.clock.advance(30 * MINUTE);
    expect((await browser.get('/api/me')).statusCode).toBe(401);
  });

  it('notes that it was used at most once a minute', async () => {
    await browser.signIn(username, PASSWORD);
    const transaction = jest.spyOn(app.database, 'transaction');
    const rows = jest.spyOn(app.database, 'rows');
    await browser.get('/api/me');
    app.clock.advance(59_000);
    await browser.get('/api/me');
    expect(transaction).not.toHaveBeenCalled();
    expect(rows).toHaveBeenCalledTimes(2);
    app.clock.advance(1000);
    await browser.get('/api/me');
    await browser.get('/api/me');
    expect(transaction).toHaveBeenCalledTimes(1);
    jest.restoreAllMocks();
  });

  it('clears away sessions that have ended', async () => {
    await browser.signIn(username, PASSWORD);
    app.clock.advance(13 * 60 * MINUTE);
    await new Browser(app).signIn(username, PASSWORD);
    const left = await app.database.rows('SELECT 1 FROM "signIn" WHERE "expiresAt" < ?', [
      app.clock.now().toISOString(),
    ]);
    expect(left).toEqual([]);
  });

  it('ends with signing out', async () => {
    await browser.signIn(username, PASSWORD);
    const answer = await browser.post('/api/sign-out');
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['set-cookie']).toMatch(/^tiban=; Max-Age=0; Path=\/;/);
    expect((await browser.get('/api/me')).statusCode).toBe(401);
  });

  it('ends everywhere at once, the sessions of others excepted', async () => {
    const [phone, stranger] = [new Browser(app), new Browser(app)];
    await app
      .get(Accounts)
      .create({ username: `li-${count}`, displayName: '李', password: PASSWORD, mustChange: false });
    await browser.signIn(username, PASSWORD);
    await phone.signIn(username, PASSWORD);
    await stranger.signIn(`li-${count}`, PASSWORD);
    expect((await phone.post('/api/sign-out-everywhere')).statusCode).toBe(204);
    expect((await phone.get('/api/me')).statusCode).toBe(401);
    expect((await browser.get('/api/me')).statusCode).toBe(401);
    expect((await stranger.get('/api/me')).statusCode).toBe(200);
  });

  it('is history, and so is its failure', async () => {
    const { accountId } = (await browser.signIn(username, PASSWORD)).json<{ accountId: number }>();
    await new Browser(app).signIn(username, 'another password');
    await browser.post('/api/sign-out');
    const entries = await app.database.rows<{ action: string }>(
      `SELECT "action", "actorName", "requestId" FROM "history" WHERE "kind" = 'account' AND "subjectId" = ? ORDER BY "id"`,
      [accountId],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'accountCreated',
      'signedIn',
      'signInFailed',
      'signedOut',
    ]);
    expect(entries[1]).toMatchObject({ actorName: '王云安', requestId: expect.any(String) });
  });
});
