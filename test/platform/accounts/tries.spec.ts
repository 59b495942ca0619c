import { Accounts } from '../../../src/platform/accounts/accounts.service';
import { Browser } from '../../support/browser';
import { eachDatabase, type RunningApp } from '../../support/harness';

const PASSWORD = 'three blind mice';
const WRONG = 'not this password';
const MINUTE = 60_000;

eachDatabase('Guessing passwords', (open) => {
  let app: RunningApp;
  let count = 0;
  let known: string;
  let unknown: string;

  beforeAll(async () => {
    app = await open();
  });

  beforeEach(async () => {
    count++;
    [known, unknown] = [`known-${count}`, `unknown-${count}`];
    const account = { username: known, displayName: '王云安', password: PASSWORD, mustChange: false };
    await app.get(Accounts).create(account);
  });

  const attempt = async (username: string, password = WRONG) => {
    const answer = await new Browser(app).signIn(username, password);
    const { detail } = answer.json<{ detail?: string }>();
    return { status: answer.statusCode, retryAfter: answer.headers['retry-after'], detail };
  };

  const failTimes = async (username: string, times: number) => {
    for (let failure = 0; failure < times; failure++) {
      app.clock.advance(10_000);
      expect((await attempt(username)).status).toBe(401);
    }
  };

  it('has to wait longer after each failure', async () => {
    for (const seconds of [1, 2, 4, 8]) {
      expect((await attempt(known)).status).toBe(401);
      const detail = `登录失败次数过多，请在 ${seconds} 秒后再试；忘记密码请联系系统管理员。`;
      expect(await attempt(known)).toEqual({ status: 429, retryAfter: `${seconds}`, detail });
      app.clock.advance(seconds * 1000);
    }
  });

  it('is locked out for a quarter of an hour after five failures, with the right password too', async () => {
    await failTimes(known, 5);
    const detail = '登录失败次数过多，请在 15 分钟后再试；忘记密码请联系系统管理员。';
    expect(await attempt(known, PASSWORD)).toEqual({ status: 429, retryAfter: '900', detail });
    app.clock.advance(15 * MINUTE - 1);
    expect(await attempt(known, PASSWORD)).toMatchObject({ status: 429, retryAfter: '1' });
    app.clock.advance(1);
    expect((await attempt(known, PASSWORD)).status).toBe(200);
  });

  it('learns nothing of which names exist', async () => {
    for (let failure = 0; failure < 7; failure++) {
      const [one, other] = [await attempt(known), await attempt(unknown)];
      expect(one).toEqual(other);
      app.clock.advance(failure % 2 ? 500 : 10_000);
    }
  });

  it('starts afresh after a success', async () => {
    await failTimes(known, 4);
    app.clock.advance(10_000);
    expect((await attempt(known, PASSWORD)).status).toBe(200);
    await failTimes(known, 4);
    app.clock.advance(10_000);
    expect((await attempt(known, PASSWORD)).status).toBe(200);
  });

  it('starts afresh after a lock, and when the failures are long ago', async () => {
    await failTimes(known, 5);
    app.clock.advance(15 * MINUTE);
    await failTimes(known, 4);
    app.clock.advance(15 * MINUTE);
    await failTimes(known, 4);
  });

  it('gets no more than five tries at once either', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(known)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
    const [row] = await app.database.rows<{ count: number }>(
      'SELECT MAX("count") AS "count" FROM "signInFailure"',
    );
    expect(row.count).toBe(5);
    expect((await attempt(known, PASSWORD)).status).toBe(429);
  });

  it('spends the same tries at the form that changes the password', async () => {
    const browser = new Browser(app);
    await browser.signIn(known, PASSWORD);
    const change = () => browser.post('/api/me/password', { current: WRONG, next: 'an even better one' });
    const answer = await change();
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ field: 'current', code: 'wrong' }] });
    expect((await change()).statusCode).toBe(429);
  });

  it('does not fill the database with invented names', async () => {
    await attempt(unknown);
    app.clock.advance(25 * 60 * MINUTE);
    await attempt(known, PASSWORD);
    expect(await app.database.rows('SELECT 1 FROM "signInFailure"')).toEqual([]);
  });

  it('is history with its lock, for names that exist', async () => {
    const failures = async () => {
      const sql = `SELECT "action" FROM "history" WHERE "action" IN ('signInFailed', 'locked') ORDER BY "id"`;
      return (await app.database.rows<{ action: string }>(sql)).map(({ action }) => action);
    };
    const before = (await failures()).length;
    await failTimes(unknown, 5);
    await failTimes(known, 5);
    const failed = Array.from({ length: 5 }, () => 'signInFailed');
    expect((await failures()).slice(before)).toEqual([...failed, 'locked']);
  });
});
