import { Accounts } from '../../../src/platform/accounts/accounts.service';
import { Browser } from '../../support/browser';
import { eachDatabase, type RunningApp } from '../../support/harness';

const NEXT = 'three blind mice';

eachDatabase('An initial password', (open) => {
  let app: RunningApp;
  let count = 0;
  let username: string;
  let initial: string;

  beforeAll(async () => {
    app = await open();
  });

  beforeEach(async () => {
    const account = { username: `wang-${++count}`, displayName: '王云安', hats: [{ hat: 'administrator' }] };
    const created = await app.get(Accounts).create(account);
    username = created.username;
    initial = created.password!;
  });

  const signedIn = async (password: string) => {
    const browser = new Browser(app);
    expect((await browser.signIn(username, password)).statusCode).toBe(200);
    return browser;
  };

  it('opens nothing but the change of itself', async () => {
    const browser = await signedIn(initial);
    expect((await browser.get('/api/me')).json()).toMatchObject({ mustChangePassword: true });
    for (const url of ['/api/accounts', '/api/me/tokens']) {
      const answer = await browser.get(url);
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({
        reasons: [{ code: 'mustChangePassword', message: '请先修改初始密码。' }],
      });
    }
    expect((await browser.post('/api/sign-out')).statusCode).toBe(204);
  });

  it('is replaced by one of one’s own, which ends all other sessions', async () => {
    const [browser, other] = [await signedIn(initial), await signedIn(initial)];
    expect((await browser.post('/api/me/password', { current: initial, next: NEXT })).statusCode).toBe(204);
    expect((await browser.get('/api/me')).json()).toMatchObject({ mustChangePassword: false });
    expect((await browser.get('/api/accounts')).statusCode).toBe(200);
    expect((await other.get('/api/me')).statusCode).toBe(401);
    expect((await new Browser(app).signIn(username, initial)).statusCode).toBe(401);
    app.clock.advance(1000);
    await signedIn(NEXT);
  });

  it.each([
    ['short', '密码至少 10 个字符。'],
    ['password123', '这个密码过于常见，请换一个。'],
  ])('cannot become %s', async (next, message) => {
    const browser = await signedIn(initial);
    const answer = await browser.post('/api/me/password', { current: initial, next });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ field: 'next', code: 'weak', message }] });
  });

  it('cannot become itself', async () => {
    const browser = await signedIn(initial);
    const answer = await browser.post('/api/me/password', { current: initial, next: initial });
    expect(answer.json()).toMatchObject({ errors: [{ message: '新密码不能与当前密码相同。' }] });
  });

  it('is changed once when two try at once, and the change is history', async () => {
    const [browser, other] = [await signedIn(initial), await signedIn(initial)];
    const answers = await Promise.all([
      browser.post('/api/me/password', { current: initial, next: `${NEXT} 1` }),
      other.post('/api/me/password', { current: initial, next: `${NEXT} 2` }),
    ]);
    const codes = answers.map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 204)).toHaveLength(1);
    expect(codes.every((code) => code < 500)).toBe(true);
    const changes = await app.database.rows(
      `SELECT 1 FROM "history" h JOIN "account" a ON a."id" = h."subjectId"
       WHERE h."action" = 'passwordChanged' AND a."username" = ?`,
      [username],
    );
    expect(changes).toHaveLength(1);
  });

  it('that is changed while somebody signs in with it leaves no session behind', async () => {
    const browser = await signedIn(initial);
    const late = Array.from({ length: 4 }, () => new Browser(app));
    await Promise.all([
      browser.post('/api/me/password', { current: initial, next: NEXT }),
      ...late.map((each) => each.signIn(username, initial)),
    ]);
    const { statusCode } = await new Browser(app).signIn(username, NEXT);
    if (statusCode !== 200) return;
    for (const each of late) expect((await each.get('/api/me')).statusCode).toBe(401);
  });
});
