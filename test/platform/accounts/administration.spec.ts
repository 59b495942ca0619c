import { createAdmin } from '../../../src/commands/create-admin';
import { AccountStates } from '../../../src/platform/accounts/account-states.service';
import { Accounts } from '../../../src/platform/accounts/accounts.service';
import { Browser } from '../../support/browser';
import { eachDatabase, type RunningApp } from '../../support/harness';
import { type Person, signInAs } from '../../support/people';
import { aWorld } from '../../support/world';

eachDatabase('Administering accounts', (open) => {
  let app: RunningApp;
  let admin: Person;
  let count = 0;

  beforeEach(async () => {
    app ??= await open();
    admin = await signInAs(app, { hats: ['administrator'], name: '管理员' });
    count++;
  });

  const send = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, { headers } = admin) =>
    app.inject({ method, url, headers, payload });
  const post = (url: string, payload: object = {}) => send('POST', url, payload);

  const created = async (hats: object[] = []) => {
    const answer = await post('/api/accounts', { username: `li-${count}`, displayName: '李', hats });
    expect(answer.statusCode).toBe(201);
    return answer.json<{ id: number; username: string; password: string }>();
  };

  const actionsOf = async (id: number) => {
    const sql = `SELECT "action", "actorName" FROM "history" WHERE "kind" = 'account' AND "subjectId" = ? ORDER BY "id"`;
    return (await app.database.rows<{ action: string; actorName: string }>(sql, [id])).map(
      ({ action, actorName }) => `${actorName} ${action}`,
    );
  };

  it('creates an account whose generated password must be changed', async () => {
    const { sponsors } = await aWorld(app);
    const worn = { hat: 'sponsor', scopeId: sponsors.first };
    const { username, password } = await created([{ ...worn, until: '2030-12-31' }]);
    const answer = await new Browser(app).signIn(username, password);
    expect(answer.json()).toMatchObject({ name: '李', mustChangePassword: true, hats: [worn] });
  });

  it('refuses names that are taken, in whatever spelling', async () => {
    await created();
    const answer = await post('/api/accounts', { username: `ＬI-${count} `, displayName: '另一个李' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ field: 'username', code: 'taken' }] });
  });

  it('creates one account when two ask for the same name at once', async () => {
    const payload = { username: `li-${count}`, displayName: '李' };
    const answers = await Promise.all([post('/api/accounts', payload), post('/api/accounts', payload)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422]);
  });

  it.each([
    [{ hat: 'emperor' }, 'hats.0.hat'],
    [{ hat: 'office', since: '2026-03-02', until: '2026-03-01' }, 'hats.0.until'],
    [{ hat: 'unitHandler', scopeId: 0 }, 'hats.0.scopeId'],
    [{ hat: 'unitHandler' }, 'hats.0.scopeId'],
    [{ hat: 'unitHandler', scopeId: 999_999 }, 'hats.0.scopeId'],
    [{ hat: 'office', scopeId: 1 }, 'hats.0.scopeId'],
    [{ hat: 'office', crown: true }, 'hats.0.crown'],
  ])('refuses the hat %j and creates nothing', async (hat, field) => {
    const answer = await post('/api/accounts', { username: `li-${count}`, displayName: '李', hats: [hat] });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ field }] });
    expect(await app.database.rows('SELECT 1 FROM "account" WHERE "username" = ?', [`li-${count}`])).toEqual(
      [],
    );
  });

  it('gives and takes hats at once', async () => {
    const { id } = await created();
    const given = await post(`/api/accounts/${id}/hats`, { hat: 'office' });
    expect(given.statusCode).toBe(201);
    expect(given.json()).toMatchObject({ hat: 'office', scopeId: null, since: '2026-03-02', until: null });
    const url = `/api/accounts/${id}/hats/${given.json<{ id: number }>().id}`;
    expect((await send('DELETE', url)).statusCode).toBe(204);
    expect((await send('DELETE', url)).statusCode).toBe(404);
    expect(await actionsOf(id)).toEqual(['管理员 accountCreated', '管理员 hatGiven', '管理员 hatTaken']);
  });

  it('closes an account at once and opens it again without its old sessions and tokens', async () => {
    const person = await signInAs(app, { name: '王' });
    const { id, username, password } = await created();
    const browser = new Browser(app);
    await browser.signIn(username, password);
    for (const each of [id, person.accountId])
      expect((await post(`/api/accounts/${each}/deactivate`)).statusCode).toBe(204);
    expect((await browser.get('/api/me')).statusCode).toBe(401);
    expect((await send('GET', '/api/me', undefined, person)).statusCode).toBe(401);
    for (const each of [id, person.accountId])
      expect((await post(`/api/accounts/${each}/activate`)).statusCode).toBe(204);
    expect((await browser.get('/api/me')).statusCode).toBe(401);
    expect((await send('GET', '/api/me', undefined, person)).statusCode).toBe(401);
    expect((await browser.signIn(username, password)).statusCode).toBe(200);
    expect(await actionsOf(id)).toEqual([
      '管理员 accountCreated',
      '李 signedIn',
      '管理员 accountDeactivated',
      '管理员 accountActivated',
      '李 signedIn',
    ]);
  });

  it('resets a password: the old one, every session and every token end', async () => {
    const { id, username, password } = await created();
    const browser = new Browser(app);
    await browser.signIn(username, password);
    const answer = await post(`/api/accounts/${id}/reset-password`);
    expect(answer.statusCode).toBe(200);
    expect((await browser.get('/api/me')).statusCode).toBe(401);
    const reset = answer.json<{ password: string }>().password;
    expect((await browser.signIn(username, reset)).json()).toMatchObject({ mustChangePassword: true });
    expect((await browser.signIn(username, password)).statusCode).toBe(401);
  });

  it('shows who is locked and unlocks them', async () => {
    const { id, username, password } = await created();
    for (let failure = 0; failure < 5; failure++) {
      await new Browser(app).signIn(username, 'not this password');
      app.clock.advance(10_000);
    }
    expect((await new Browser(app).signIn(username, password)).statusCode).toBe(429);
    const listed = (await send('GET', `/api/accounts?q=${username}`)).json<{ items: object[] }>().items;
    expect(listed).toMatchObject([{ username, lockedUntil: expect.stringMatching(/^2026-03-02T01:/) }]);
    expect((await post(`/api/accounts/${id}/unlock`)).statusCode).toBe(204);
    expect((await new Browser(app).signIn(username, password)).statusCode).toBe(200);
  });

  it('lists accounts by page, name and state, without secrets', async () => {
    const { id, username } = await created([{ hat: 'office' }]);
    await post(`/api/accounts/${id}/deactivate`);
    const found = await send('GET', `/api/accounts?q=${username.toUpperCase()}&active=false&size=5`);
    const item = {
      id,
      username,
      displayName: '李',
      active: false,
      mustChangePassword: true,
      lockedUntil: null,
    };
    expect(found.json()).toMatchObject({
      total: 1,
      page: 1,
      size: 5,
      items: [{ ...item, hats: [{ hat: 'office' }] }],
    });
    expect(found.body).not.toContain('argon2');
    expect((await send('GET', '/api/accounts?q=%25_')).json()).toMatchObject({ total: 0 });
    expect((await send('GET', '/api/accounts?size=1&page=2')).json<{ items: object[] }>().items).toHaveLength(
      1,
    );
  });

  it('is for administrators; auditors read', async () => {
    const [auditor, office] = [
      await signInAs(app, { hats: ['auditor'] }),
      await signInAs(app, { hats: ['office'] }),
    ];
    expect((await send('GET', '/api/accounts', undefined, auditor)).statusCode).toBe(200);
    expect((await send('GET', '/api/accounts', undefined, office)).statusCode).toBe(403);
    const payload = { username: `li-${count}`, displayName: '李' };
    for (const person of [auditor, office]) {
      const answer = await send('POST', '/api/accounts', payload, person);
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ reasons: [{ code: 'notYours' }] });
    }
  });

  it.each(['deactivate', 'activate', 'reset-password', 'unlock'])(
    'finds nobody to %s under a false number',
    async (verb) => {
      for (const id of ['999999', '0', 'x', '1e3', '99999999999999999999']) {
        expect((await post(`/api/accounts/${id}/${verb}`)).statusCode).toBe(404);
      }
      expect((await post('/api/accounts/999999/hats', { hat: 'office' })).statusCode).toBe(404);
    },
  );
});

eachDatabase('The last administrator', (open) => {
  let app: RunningApp;
  beforeEach(async () => {
    app = await open();
  });

  const hatOf = async ({ accountId }: Person) => {
    const sql = 'SELECT "id" FROM "wornHat" WHERE "accountId" = ?';
    return (await app.database.rows<{ id: number }>(sql, [accountId]))[0].id;
  };

  it('can neither be closed nor lose the hat', async () => {
    const admin = await signInAs(app, { hats: ['administrator'] });
    const { headers, accountId } = admin;
    const requests = [
      { method: 'POST', url: `/api/accounts/${accountId}/deactivate` },
      { method: 'DELETE', url: `/api/accounts/${accountId}/hats/${await hatOf(admin)}` },
    ] as const;
    for (const request of requests) {
      const answer = await app.inject({ ...request, headers });
      expect(answer.statusCode).toBe(409);
      expect(answer.json()).toMatchObject({ reasons: [{ code: 'lastAdministrator' }] });
    }
    expect((await app.inject({ url: '/api/accounts', headers })).statusCode).toBe(200);
  });

  it('is not one who stands in for a time', async () => {
    const { headers, accountId } = await signInAs(app, { hats: ['administrator'] });
    const hats = [{ hat: 'administrator', until: '2026-12-31' }];
    await app.get(Accounts).create({ username: 'deputy', displayName: '代理', hats, password: null });
    const url = `/api/accounts/${accountId}/deactivate`;
    expect((await app.inject({ method: 'POST', url, headers })).statusCode).toBe(409);
  });

  it('stays when two close each other at the same moment', async () => {
    const administrator = () => signInAs(app, { hats: ['administrator'] });
    const [one, other] = [await administrator(), await administrator()];
    const states = app.get(AccountStates);
    for (let round = 0; round < 8; round++) {
      const answers = await Promise.allSettled([
        states.deactivate(one.accountId, other.actor),
        states.deactivate(other.accountId, one.actor),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      for (const { accountId } of [one, other]) await states.activate(accountId, one.actor);
    }
  });

  it('can be made from the command line', async () => {
    const print = jest.spyOn(console, 'log').mockImplementation();
    const complain = jest.spyOn(console, 'error').mockImplementation();
    expect(await createAdmin(app.app, 'admin')).toBe(0);
    const password = /初始密码：(\S+)/.exec(String(print.mock.calls[0][0]))![1];
    const answer = await new Browser(app).signIn('admin', password);
    expect(answer.json()).toMatchObject({ hats: [{ hat: 'administrator' }], mustChangePassword: true });
    expect(await createAdmin(app.app, 'admin')).toBe(1);
    expect(complain).toHaveBeenCalledWith('这个用户名已被使用，请换一个。');
    jest.restoreAllMocks();
  });
});
