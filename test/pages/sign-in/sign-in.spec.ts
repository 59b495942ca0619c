import { Accounts } from '../../../src/platform/accounts/accounts.service';
import { type RunningApp, startApp } from '../../support/harness';
import { SeenPage } from '../../support/seen-page';

const PASSWORD = 'three blind mice';
const FIELDS = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };

describe('Coming in and going out by pages', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
    for (const [username, mustChange] of [
      ['wang', false],
      ['fresh', true],
      ['clumsy', false],
    ] as const)
      await app.get(Accounts).create({ username, displayName: '王云安', password: PASSWORD, mustChange });
  });
  afterAll(() => app.close());

  const send = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...FIELDS, ...headers },
      payload: new URLSearchParams(fields).toString(),
    });
  const signIn = async (username: string, next = '/help') => {
    const answer = await send('/sign-in', { username, password: PASSWORD, next });
    const [{ name, value }] = answer.cookies;
    return { answer, cookie: `${name}=${value}` };
  };
  const see = async (url: string, cookie = '') => {
    const answer = await app.inject({ url, headers: { accept: 'text/html', cookie } });
    return { answer, page: new SeenPage(url, answer.statusCode, answer.body) };
  };

  it('leads whoever is not signed in to the door, and from there to where they wanted', async () => {
    const { answer } = await see('/inbox?page=2');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in?next=%2Finbox%3Fpage%3D2']);
    const { page } = await see(String(answer.headers.location));
    expect(page.form('/sign-in').fields.get('next')).toEqual(['/inbox?page=2']);
    expect((await signIn('wang', '/inbox?page=2')).answer.headers.location).toBe('/inbox?page=2');
  });

  it('leads nobody to another site', async () => {
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '',
    ])
      expect((await signIn('wang', next)).answer.headers.location).toBe('/');
  });

  it('says the same of a wrong name and a wrong password, and keeps the name', async () => {
    const wrong = await send('/sign-in', { username: 'clumsy', password: 'x' });
    const unknown = await send('/sign-in', { username: 'nobody', password: 'x' });
    expect([wrong.statusCode, unknown.statusCode]).toEqual([422, 422]);
    const page = new SeenPage('/sign-in', 422, wrong.body);
    expect(page.title).toBe('错误：登录 – 提办');
    expect(page.form('/sign-in').fields.get('username')).toEqual(['clumsy']);
    expect(unknown.body.replace('nobody', 'clumsy')).toBe(wrong.body);
    expect(wrong.cookies).toEqual([]);
  });

  it('takes no form of another site', async () => {
    const fields = { username: 'wang', password: PASSWORD };
    const foreign = await send('/sign-in', fields, { 'sec-fetch-site': 'cross-site' });
    expect([foreign.statusCode, foreign.cookies]).toEqual([403, []]);
    const { cookie } = await signIn('wang');
    expect((await send('/sign-out', { _csrf: 'x' }, { cookie })).statusCode).toBe(403);
    expect((await see('/help', cookie)).answer.statusCode).toBe(200);
  });

  it('masks the token of forms anew on each page, and takes each of them once more', async () => {
    const { cookie } = await signIn('wang');
    const tokenOn = async () =>
      (await see('/help', cookie)).page.form('/large-print').fields.get('_csrf')![0];
    const [one, other] = [await tokenOn(), await tokenOn()];
    expect(one).not.toBe(other);
    for (const _csrf of [one, other, one])
      expect((await send('/large-print', { _csrf, back: '/help' }, { cookie })).statusCode).toBe(303);
    const [changed] = [one.slice(0, -2) + (one.endsWith('A') ? 'BB' : 'AA')];
    expect((await send('/large-print', { _csrf: changed, back: '/help' }, { cookie })).statusCode).toBe(403);
  });

  it('lets an initial password be changed, and nothing else before', async () => {
    const { cookie } = await signIn('fresh');
    const { answer } = await see('/', cookie);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/do/me/password']);
    const form = (await see('/do/me/password', cookie)).page.form('/do/me/password');
    const csrf = form.fields.get('_csrf')![0];
    const weak = await send('/do/me/password', { _csrf: csrf, current: PASSWORD, next: 'short' }, { cookie });
    expect([weak.statusCode, weak.body.includes('密码至少')]).toEqual([422, true]);
    expect(weak.body).not.toContain(PASSWORD);
    const done = await send(
      '/do/me/password',
      { _csrf: csrf, current: PASSWORD, next: 'a quiet green lamp' },
      { cookie },
    );
    expect(done.statusCode).toBe(303);
    expect((await see('/', cookie)).answer.statusCode).toBe(200);
  });

  it('ends the session for good', async () => {
    const { cookie } = await signIn('wang');
    const csrf = (await see('/help', cookie)).page.form('/sign-out').fields.get('_csrf')![0];
    const out = await send('/sign-out', { _csrf: csrf }, { cookie });
    expect(out.headers.location).toBe('/sign-in?ended=yes');
    expect((await see('/help', cookie)).answer.statusCode).toBe(303);
  });

  it('remembers large print in the browser alone', async () => {
    const { cookie } = await signIn('wang');
    const csrf = (await see('/help', cookie)).page.form('/large-print').fields.get('_csrf')![0];
    const large = await send('/large-print', { _csrf: csrf, back: '/help' }, { cookie });
    const [{ name, value }] = large.cookies;
    const { answer } = await see('/help', `${cookie}; ${name}=${value}`);
    expect(answer.body).toContain('<html lang="zh-CN" class="large-print">');
  });
});
