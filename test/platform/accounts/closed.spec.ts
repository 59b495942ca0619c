import { Body, Controller, Get, Post } from '@nestjs/common';
import { By, Wearing } from '../../../src/platform/accounts/access';
import { Accounts } from '../../../src/platform/accounts/accounts.service';
import type { Actor } from '../../../src/platform/accounts/actor';
import { Public } from '../../../src/platform/web/public';
import { Browser } from '../../support/browser';
import { eachDatabase, type RunningApp } from '../../support/harness';
import { signInAs } from '../../support/people';

const PASSWORD = 'three blind mice';
const DAY = 24 * 60 * 60_000;

@Controller('probe')
class Probe {
  @Public()
  @Get('open')
  open() {
    return 'open';
  }

  @Get()
  who(@By() actor: Actor) {
    return actor;
  }

  @Post()
  change(@Body() body: object) {
    return body;
  }

  @Wearing('teller', 'office')
  @Get('counting')
  counting() {
    return 'counting';
  }
}

const ROUTES = [
  ['POST', '/api/sign-out'],
  ['POST', '/api/sign-out-everywhere'],
  ['GET', '/api/me'],
  ['POST', '/api/me/password'],
  ['GET', '/api/me/tokens'],
  ['POST', '/api/me/tokens'],
  ['DELETE', '/api/me/tokens/1'],
  ['GET', '/api/accounts'],
  ['POST', '/api/accounts'],
  ['POST', '/api/accounts/1/deactivate'],
  ['POST', '/api/accounts/1/activate'],
  ['POST', '/api/accounts/1/reset-password'],
  ['POST', '/api/accounts/1/unlock'],
  ['POST', '/api/accounts/1/hats'],
  ['DELETE', '/api/accounts/1/hats/1'],
  ['GET', '/probe'],
  ['POST', '/probe'],
] as const;

eachDatabase('The guard', (open) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await open({ controllers: [Probe] });
  });

  const withPassword = async (username: string) => {
    const account = { username, displayName: '王云安', password: PASSWORD, mustChange: false };
    await app.get(Accounts).create(account);
    const browser = new Browser(app);
    await browser.signIn(username, PASSWORD);
    return browser;
  };

  it.each(ROUTES)('answers 401 to %s %s without a sign-in', async (method, url) => {
    const answer = await app.inject({ method, url });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ title: '尚未登录', detail: '请先登录。', status: 401 });
  });

  it('lets everybody through what is public', async () => {
    expect((await app.inject('/probe/open')).statusCode).toBe(200);
  });

  it.each([
    ['an unknown token', { authorization: 'Bearer tb_nothing' }],
    ['no token', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: 'Basic d2FuZzp3YW5n' }],
    ['an unknown session', { cookie: 'tiban=nothing' }],
    ['a broken cookie', { cookie: 'tiban=%00; tiban=' }],
    ['a long cookie', { cookie: `tiban=${'x'.repeat(5000)}` }],
  ])('takes nothing else for a sign-in: %s', async (_, headers) => {
    expect((await app.inject({ url: '/probe', headers })).statusCode).toBe(401);
  });

  it('tells the route who acts, with the hats of today', async () => {
    const { headers, accountId } = await signInAs(app, {
      hats: ['office', { hat: 'unitHandler', scopeId: 4 }],
      name: '经办',
    });
    const hats = [
      { hat: 'office', scopeId: null },
      { hat: 'unitHandler', scopeId: 4 },
    ];
    expect((await app.inject({ url: '/probe', headers })).json()).toMatchObject({
      accountId,
      name: '经办',
      hats,
    });
  });

  it('counts a hat from its first to its last day in Shanghai', async () => {
    app.clock.set('2026-03-02T01:00:00.000Z');
    const hats = [{ hat: 'teller', since: '2026-03-03', until: '2026-03-04' }];
    const account = { username: 'teller', displayName: '计票', hats, password: PASSWORD, mustChange: false };
    await app.get(Accounts).create(account);
    const statusAt = async (moment: string) => {
      app.clock.set(moment);
      const browser = new Browser(app);
      await browser.signIn('teller', PASSWORD);
      return (await browser.get('/probe/counting')).statusCode;
    };
    expect(await statusAt('2026-03-02T15:59:59.999Z')).toBe(403);
    expect(await statusAt('2026-03-02T16:00:00.000Z')).toBe(200);
    expect(await statusAt('2026-03-04T15:59:59.999Z')).toBe(200);
    expect(await statusAt('2026-03-04T16:00:00.000Z')).toBe(403);
    app.clock.set('2026-03-02T01:00:00.000Z');
  });

  it('refuses those who wear none of the hats asked for', async () => {
    const [teller, sponsor] = [
      await signInAs(app, { hats: ['teller'] }),
      await signInAs(app, { hats: ['sponsor'] }),
    ];
    expect((await app.inject({ url: '/probe/counting', headers: teller.headers })).statusCode).toBe(200);
    const answer = await app.inject({ url: '/probe/counting', headers: sponsor.headers });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ reasons: [{ code: 'notYours' }] });
  });

  it('refuses changes that other sites could have sent', async () => {
    const browser = await withPassword('csrf');
    const { csrfToken } = browser;
    for (const wrong of ['', 'x', csrfToken.slice(1), 'é'.repeat(43)]) {
      browser.csrfToken = wrong;
      const answer = await browser.post('/probe', {});
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ reasons: [{ code: 'csrf' }] });
      expect((await browser.get('/probe')).statusCode).toBe(200);
    }
    browser.csrfToken = csrfToken;
    expect((await browser.post('/probe', {})).statusCode).toBe(201);
  });

  it('takes the CSRF token of its own session only', async () => {
    const [one, other] = [await withPassword('one'), await withPassword('other')];
    one.csrfToken = other.csrfToken;
    expect((await one.post('/probe', {})).statusCode).toBe(403);
  });

  it('asks a program for no CSRF token', async () => {
    const { headers } = await signInAs(app);
    expect((await app.inject({ method: 'POST', url: '/probe', headers, payload: {} })).statusCode).toBe(201);
  });

  it('does not fall back to the cookie when a token is wrong', async () => {
    const { cookie } = await withPassword('both');
    const headers = { cookie, authorization: 'Bearer tb_nothing' };
    expect((await app.inject({ url: '/probe', headers })).statusCode).toBe(401);
  });

  it('reads once and writes nothing for a program that came today', async () => {
    const { headers } = await signInAs(app);
    await app.inject({ url: '/probe', headers });
    const [rows, transaction] = [jest.spyOn(app.database, 'rows'), jest.spyOn(app.database, 'transaction')];
    await app.inject({ url: '/probe', headers });
    expect(rows).toHaveBeenCalledTimes(1);
    expect(transaction).not.toHaveBeenCalled();
    app.clock.advance(DAY);
    await Promise.all([app.inject({ url: '/probe', headers }), app.inject({ url: '/probe', headers })]);
    await app.inject({ url: '/probe', headers });
    expect(transaction.mock.calls.length).toBeLessThanOrEqual(2);
    jest.restoreAllMocks();
  });
});

eachDatabase('Over https', (open) => {
  it('sends the cookie over https only', async () => {
    const app = await open({ environment: { secureCookies: true } });
    await app.get(Accounts).create({ username: 'wang', displayName: '王', password: PASSWORD });
    const { headers } = await new Browser(app).signIn('wang', PASSWORD);
    expect(headers['set-cookie']).toMatch(/; Secure/);
  });

  it('believes the proxy in front about it', async () => {
    const app = await open({ environment: { trustProxy: true } });
    await app.get(Accounts).create({ username: 'wang', displayName: '王', password: PASSWORD });
    const payload = { username: 'wang', password: PASSWORD };
    const headers = { 'x-forwarded-proto': 'https' };
    const answer = await app.inject({ method: 'POST', url: '/api/sign-in', payload, headers });
    expect(answer.headers['set-cookie']).toMatch(/; Secure/);
  });
});
