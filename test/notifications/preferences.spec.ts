import { Deliveries } from '../../src/notifications/deliveries';
import { Accounts } from '../../src/platform/accounts/accounts.service';
import { Browser } from '../support/browser';
import { eachDatabase, type RunningApp } from '../support/harness';
import { MailServer } from '../support/mail-server';
import { signInAs } from '../support/people';
import { send } from '../support/requests';
import { codeIn } from '../support/steps/notifications';
import { WebhookReceiver } from '../support/webhook-receiver';

const PASSWORD = 'three blind mice';
const MINUTE = 60_000;
const URL = '/api/me/notifications';

eachDatabase('My own wishes about notifications', (open) => {
  let server: MailServer;
  let platform: WebhookReceiver;
  let app: RunningApp;
  let me: Browser;
  let count = 0;

  beforeAll(async () => {
    [server, platform] = [await MailServer.open(), await WebhookReceiver.open()];
    app = await open({ environment: { ...platform.environment, ...server.environment } });
  });
  afterAll(() => Promise.all([server.close(), platform.close()]));
  beforeEach(async () => {
    server.mails.length = 0;
    const username = `reader-${(count += 1)}`;
    await app.get(Accounts).create({ username, displayName: '读者', password: PASSWORD, mustChange: false });
    me = new Browser(app);
    await me.signIn(username, PASSWORD);
  });

  const put = async (wish: object) => {
    const answer = await me.send('PUT', URL, wish);
    return { status: answer.statusCode, body: answer.json() };
  };
  const verify = async (code: string) => {
    const answer = await me.post(`${URL}/verify`, { code });
    return { status: answer.statusCode, body: answer.json() };
  };
  const sendMails = () => app.get(Deliveries).send();
  const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('begin with nothing mailed, and name the ways there are', async () => {
    const mine = (await me.get(URL)).json();
    const channels = ['mail', 'webhook'];
    expect(mine).toEqual({ mail: 'brief', email: null, verified: false, platform: false, channels });
  });

  it('count once the code from the mail has come back', async () => {
    const wish = { mail: 'each', email: 'Wang.Yi+tiban@Example.CN', platform: true };
    const { status, body } = await put(wish);
    expect(status).toBe(200);
    expect(body).toMatchObject({ email: 'Wang.Yi+tiban@example.cn', verified: false, platform: true });
    await sendMails();
    const [mail, ...more] = server.mails;
    expect(more).toEqual([]);
    expect(mail.subject).toBe('【提案办理】验证邮箱');
    const code = codeIn(mail);
    expect((await verify(code)).body).toMatchObject({ mail: 'each', verified: true });
    // Once met, it is worth nothing.
    expect((await verify(code)).status).toBe(409);
    expect((await put({ ...wish, mail: 'brief' })).body).toMatchObject({ mail: 'brief', verified: true });
    await sendMails();
    expect(server.mails).toHaveLength(1);
    expect((await put({ mail: 'each', email: 'another@example.cn' })).body).toMatchObject({
      verified: false,
    });
    expect((await put({ mail: 'each' })).body).toMatchObject({ email: null, verified: false });
  });

  it('send a code also in the evening: somebody waits for it', async () => {
    const before = app.clock.now();
    app.clock.set('2026-03-02T13:00:00.000Z');
    await me.signIn(`reader-${count}`, PASSWORD);
    await put({ mail: 'each', email: 'late@example.cn' });
    await sendMails();
    expect(server.mails).toHaveLength(1);
    app.clock.set(before);
  });

  it('let nobody guess: five tries for each code', async () => {
    await put({ mail: 'each', email: 'guess@example.cn' });
    await sendMails();
    const code = codeIn(server.mails[0]);
    const tries = await Promise.all(Array.from({ length: 8 }, () => verify(wrong(code))));
    expect(tries.map(({ status }) => status).sort()).toEqual([409, 409, 409, 422, 422, 422, 422, 422]);
    expect((await verify(code)).status).toBe(409);
    expect((await me.post(`${URL}/code`)).statusCode).toBe(204);
    await sendMails();
    expect((await verify(codeIn(server.mails[1]))).status).toBe(200);
    expect((await me.post(`${URL}/code`)).statusCode).toBe(409);
  });

  it('forget a code after half an hour, and one of another address', async () => {
    await put({ mail: 'each', email: 'first@example.cn' });
    await sendMails();
    const code = codeIn(server.mails[0]);
    await put({ mail: 'each', email: 'second@example.cn' });
    expect((await verify(code)).status).toBe(409);
    await sendMails();
    app.clock.advance(30 * MINUTE);
    expect((await verify(codeIn(server.mails[1]))).status).toBe(409);
  });

  it('flood nobody: five codes an hour', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 7; at += 1)
      statuses.push((await put({ mail: 'each', email: `victim${at}@example.cn` })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    // What was asked for later takes the place of what has not gone out.
    await sendMails();
    expect(server.mails.map(({ to }) => to)).toEqual(['victim4@example.cn']);
    app.clock.advance(60 * MINUTE);
    await me.signIn(`reader-${count}`, PASSWORD);
    expect((await put({ mail: 'each', email: 'victim@example.cn' })).status).toBe(200);
  });

  it('keep no code that a copy of the database would give away', async () => {
    await put({ mail: 'each', email: 'kept@example.cn' });
    await sendMails();
    const rows = JSON.stringify(await app.database.rows('SELECT * FROM "notificationPreference"'));
    expect(rows).not.toContain(codeIn(server.mails[0]));
    expect(JSON.stringify(await app.database.rows('SELECT * FROM "delivery"'))).not.toContain('@example.cn"');
  });

  it.each([
    'nobody',
    '@example.cn',
    'a@localhost',
    'a b@example.cn',
    'a@example.cn, b@example.cn',
    'a@example.cn\nBcc: b@example.cn',
    'a@example.cn%0d%0aBcc:b@example.cn',
    '"a\\r\\nBcc: b"@example.cn',
    '<a@example.cn>',
    '王@example.cn',
    'a..b@example.cn',
    `${'a'.repeat(65)}@example.cn`,
    `a@${'b'.repeat(250)}.cn`,
    'a@exa\u202emple.cn',
    'a@127.0.0.1',
  ])('take no address that is none: %j', async (email) => {
    const { status, body } = await put({ mail: 'each', email });
    expect([status, body.errors?.[0].field]).toEqual([422, 'email']);
  });

  it('take a domain in Chinese by its name in the mail', async () => {
    expect((await put({ mail: 'none', email: 'a@政务.cn' })).body.email).toBe('a@xn--zfr164b.cn');
  });

  it('are changed in person: a token wears but some of the hats that mails tell of', async () => {
    const token = await signInAs(app, { hats: ['committee'] });
    expect((await send(app, token, 'GET', URL)).status).toBe(200);
    expect((await send(app, token, 'PUT', URL, { mail: 'none' })).status).toBe(403);
    expect((await send(app, token, 'POST', `${URL}/verify`, { code: '123456' })).status).toBe(403);
  });

  it('cannot be had where nothing is sent', async () => {
    const other = await open();
    await other
      .get(Accounts)
      .create({ username: 'me', displayName: '我', password: PASSWORD, mustChange: false });
    const browser = new Browser(other);
    await browser.signIn('me', PASSWORD);
    expect((await browser.get(URL)).json()).toMatchObject({ mail: 'none', channels: [] });
    const refused = await browser.send('PUT', URL, { mail: 'each', email: 'a@example.cn', platform: true });
    expect(refused.statusCode).toBe(422);
    const { errors } = refused.json<{ errors: { field: string; message: string }[] }>();
    expect(errors.map(({ field }) => field)).toEqual(['email', 'mail', 'platform']);
    expect(errors[0].message).toContain('没有配置邮件服务');
    expect((await browser.send('PUT', URL, { mail: 'none' })).statusCode).toBe(200);
  });
});
