import { Accounts } from '../../src/platform/accounts/accounts.service';
import { ApiTokens } from '../../src/platform/accounts/api-tokens.service';
import { AccountStates } from '../../src/platform/accounts/account-states.service';
import { Browser } from '../support/browser';
import { dumpOf } from '../support/bytes';
import { eachDatabase, type RunningApp } from '../support/harness';
import { operationsOf } from '../support/openapi';
import { signInAs } from '../support/people';
import { type Route, routesOf } from '../support/routes';

/** What everybody may ask for. Whatever is not in this list is closed. */
const PUBLIC = [
  'POST /api/sign-in',
  'GET /sign-in',
  'POST /sign-in',
  'GET /assets/:name',
  'GET /api/docs',
  'GET /api/docs/start.js',
  'GET /api/docs/swagger-ui-bundle.js',
  'GET /api/docs/swagger-ui.css',
  'GET /api/openapi.json',
  'GET /health',
  'GET /health/ready',
  'GET /notices',
  'GET /notices/:name',
  'GET /notices/:name/comment',
  'POST /notices/:name/comment',
  'GET /notices/:name/comment/thanks',
  'GET /notices/feed.atom',
  'GET /notices/:name/files/:fileId',
  'GET /notices/items.csv',
  'GET /notices/how',
  'GET /notices/log',
  'GET /notices/log.json',
  'GET /promises',
  'GET /promises.json',
  'GET /calendar/:name',
];
/** The board of the queue: a tool of the administrator, not of the API. */
const BOARD = ['GET /admin/queues', 'GET /admin/queues/*'];
const PASSWORD = 'three blind mice';
const UNSAFE = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** What people see: no part of the API's document, and written to by forms alone. */
const isPage = (each: string) =>
  !/ \/(api|admin|assets|notices|promises|calendar|health|metrics)\b/.test(each);

const isPublic = ({ method, path }: Route) => PUBLIC.includes(`${method.replace('HEAD', 'GET')} ${path}`);
const someUrl = ({ path }: Route) => path.replace(/:\w+/g, '1').replace(/\*$/, '1');
const fits = ({ path }: Route, url: string) =>
  new RegExp(`^${path.replace(/:\w+/g, '[^/]+').replace(/\*$/, '.+')}$`).test(url);

eachDatabase('Every route', (open) => {
  let app: RunningApp;
  let closed: Route[];
  beforeAll(async () => {
    app = await open();
    closed = routesOf(app).filter((route) => !isPublic(route));
  });

  const withPassword = async (username: string) => {
    const account = { username, displayName: '王云安', password: PASSWORD, mustChange: false };
    const { id } = await app.get(Accounts).create(account);
    const browser = new Browser(app);
    expect((await browser.signIn(username, PASSWORD)).statusCode).toBe(200);
    return { id, browser };
  };

  /** All closed routes that answered anything but the one 401 there is. */
  const answering = async (headers: Record<string, string>) => {
    const others: string[] = [];
    for (const route of closed) {
      const answer = await app.inject({ method: route.method as 'GET', url: someUrl(route), headers });
      const type = String(answer.headers['content-type']);
      const body = route.method === 'HEAD' ? '' : withoutId(answer.json());
      const expected = route.method === 'HEAD' ? '' : UNAUTHORISED;
      if (answer.statusCode !== 401 || !type.startsWith('application/problem+json') || body !== expected)
        others.push(`${answer.statusCode} ${route.method} ${route.path}`);
    }
    return others;
  };

  it('is in the document, or known to be outside of it', async () => {
    const described = (await operationsOf(app)).map(
      ({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    );
    const all = routesOf(app).map(({ method, path }) => `${method} ${path}`);
    expect(described.filter((each) => !all.includes(each))).toEqual([]);
    const undescribed = all
      .filter((each) => !each.startsWith('HEAD') && !described.includes(each) && !isPage(each))
      .sort();
    expect(undescribed).toEqual(
      [...BOARD, ...PUBLIC.filter((each) => /openapi|docs|assets/.test(each))].sort(),
    );
    expect(PUBLIC.filter((each) => !all.includes(each))).toEqual([]);
    expect(closed.length).toBeGreaterThan(100);
  });

  it('answers 401 without a sign-in, unless it is public', async () => {
    expect(await answering({})).toEqual([]);
  });

  it('takes nothing for a sign-in that is none', async () => {
    for (const authorization of ['Bearer tb_nothing', 'Basic d2FuZzp3YW5n', `Bearer ${'x'.repeat(5000)}`])
      expect(await answering({ authorization })).toEqual([]);
    for (const cookie of ['tiban=nothing', 'tiban=%00', 'tiban=; tiban=nothing'])
      expect(await answering({ cookie })).toEqual([]);
  });

  it('answers 401 to a token that has been revoked, has run out, or belongs to nobody any more', async () => {
    const [revoked, closedDown, dated] = [await signInAs(app), await signInAs(app), await signInAs(app)];
    const owner = { actor: dated.actor, hats: [] };
    const until = { name: '短期', hats: [], expiresOn: '2026-03-02' };
    const { token } = await app.get(ApiTokens).issue(owner, until);
    const admin = (await signInAs(app, { hats: ['administrator'] })).actor;
    await app.database.transaction((em) => app.get(ApiTokens).revokeAll(em, revoked.accountId));
    await app.get(AccountStates).deactivate(closedDown.accountId, admin);
    expect(await answering(revoked.headers)).toEqual([]);
    expect(await answering(closedDown.headers)).toEqual([]);
    const before = await app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } });
    expect(before.statusCode).toBe(200);
    app.clock.set('2026-03-02T16:00:00.000Z');
    expect(await answering({ authorization: `Bearer ${token}` })).toEqual([]);
  });

  it('answers 401 to a session that has ended or has been left alone', async () => {
    const { browser: left } = await withPassword('left');
    const { browser: out } = await withPassword('out');
    expect((await out.post('/api/sign-out')).statusCode).toBe(204);
    expect(await answering({ cookie: out.cookie, 'x-csrf-token': out.csrfToken })).toEqual([]);
    app.clock.advance(61 * 60_000);
    expect(await answering({ cookie: left.cookie, 'x-csrf-token': left.csrfToken })).toEqual([]);
  });

  it('that changes something refuses a session without its CSRF token, and changes nothing', async () => {
    const { browser } = await withPassword('forged');
    const unsafe = closed.filter(({ method }) => UNSAFE.includes(method));
    const before = await dumpOf(app);
    for (const csrf of [undefined, '', 'x', `${browser.csrfToken}x`])
      for (const route of unsafe) {
        const headers = { cookie: browser.cookie, ...(csrf === undefined ? {} : { 'x-csrf-token': csrf }) };
        const answer = await app.inject({ method: route.method as 'POST', url: someUrl(route), headers });
        const codes = answer.json().reasons?.map(({ code }: { code: string }) => code);
        expect([route, answer.statusCode, codes]).toEqual([route, 403, ['csrf']]);
      }
    expect(await dumpOf(app)).toEqual(before);
  });

  it('that is public answers whoever asks', async () => {
    for (const route of routesOf(app).filter((each) => isPublic(each) && each.method !== 'POST'))
      for (const headers of [{}, { authorization: 'Bearer tb_nothing' }, { cookie: 'tiban=nothing' }]) {
        const url = someUrl(route);
        const { statusCode } = await app.inject({ method: route.method as 'GET', url, headers });
        expect([route.path, statusCode]).toEqual([
          route.path,
          /^\/(notices|calendar|assets)\/1/.test(url) ? 404 : 200,
        ]);
      }
  });

  it('that there is not is not found, whoever asks', async () => {
    const { headers: signedIn } = await signInAs(app, { hats: ['administrator', 'auditor'] });
    const urls = [
      '/nothing',
      '/api',
      '/api/nothing',
      '/api/proposals/1/nothing',
      '/api/me/',
      '/API/me',
      '/admin',
    ];
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)
      for (const url of urls)
        for (const headers of [{}, signedIn]) {
          const answer = await app.inject({ method, url, headers });
          expect([method, url, answer.statusCode]).toEqual([method, url, 404]);
          expect(answer.headers['content-type']).toMatch('application/problem+json');
          expect(answer.json()).toMatchObject({ title: '没有找到', status: 404 });
        }
  });

  it('knows no method but its own', async () => {
    const { headers } = await signInAs(app, { hats: ['administrator'] });
    const answers = (method: string, url: string) =>
      closed.some((route) => route.method === method && fits(route, url));
    for (const url of new Set(closed.map(someUrl)))
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
        if (answers(method, url)) continue;
        const answer = await app.inject({ method, url, headers });
        expect([method, url, answer.statusCode]).toEqual([method, url, 404]);
      }
  });
});

const withoutId = ({ requestId: _, ...problem }: Record<string, unknown>) => JSON.stringify(problem);
const UNAUTHORISED = withoutId({
  type: 'about:blank',
  title: '尚未登录',
  status: 401,
  detail: '请先登录。',
});
