import { SESSION_COOKIE } from '../../src/platform/accounts/session-cookie';
import { eachDatabase, type RunningApp } from '../support/harness';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const TYPES = { '': 'text/html', '.md': 'text/markdown', '.json': 'application/json' };

eachDatabase('What is answered to everybody', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    id = await step.aNotice(app, world, [{ proposalId: (await step.aPublishableCase(app, world)).id }]);
  });

  const paths = () => ['', `/${id}`, `/${id}.md`, `/${id}.json`];

  it('says what it is, in UTF-8', async () => {
    for (const [ending, type] of Object.entries(TYPES)) {
      const { headers } = await step.visit(app, `/${id}${ending}`);
      expect(headers['content-type']).toBe(`${type}; charset=utf-8`);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    expect((await step.visit(app, '')).headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('may be kept for a minute and is then asked for again by its tag', async () => {
    const tags = new Set<string>();
    for (const path of paths()) {
      const { headers } = await step.visit(app, path);
      expect(headers['cache-control']).toBe('public, max-age=60, must-revalidate');
      const tag = String(headers.etag);
      expect(tag).toMatch(/^"[\w-]{22}"$/);
      tags.add(tag);
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const again = await step.visit(app, path, { 'if-none-match': known });
        expect([path, known, again.statusCode, again.body]).toEqual([path, known, 304, '']);
        expect(again.headers).toMatchObject({ etag: tag, 'cache-control': headers['cache-control'] });
      }
      expect((await step.visit(app, path, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    }
    expect(tags.size).toBe(4);
  });

  it('is not kept beyond a take-down: the old tag gets 410', async () => {
    const taken = await step.aNotice(app, world, [
      { proposalId: (await step.aPublishableCase(app, world)).id },
    ]);
    const { headers } = await step.visit(app, `/${taken}`);
    await step.onNotice(app, world.by.office, taken, 'take-down', { reason: '须重新核实。' });
    const known = { 'if-none-match': String(headers.etag) };
    const gone = await step.visit(app, `/${taken}`, known);
    expect([gone.statusCode, gone.headers.etag]).toEqual([410, undefined]);
    expect((await step.visit(app, `/${taken}`, { 'if-none-match': '*' })).statusCode).toBe(410);
    expect((await step.visit(app, '', known)).body).toContain('已撤下');
  });

  it('has the same head without its body', async () => {
    for (const path of paths()) {
      const get = await step.visit(app, path);
      const head = await app.inject({ method: 'HEAD', url: `/notices${path}` });
      expect([path, head.statusCode, head.body]).toEqual([path, 200, '']);
      for (const name of ['content-type', 'etag', 'cache-control', 'content-length'])
        expect([path, name, head.headers[name]]).toEqual([path, name, get.headers[name]]);
    }
    expect((await app.inject({ method: 'HEAD', url: '/notices/999' })).statusCode).toBe(404);
  });

  it('is there under its own address alone', async () => {
    const tricks = ['0', '-1', '999', `0${id}`, `${id}.exe`, `${id}.MD`, `${id}.md.json`, `${id}.`, `.md`];
    const ways = [
      `${id}.md/x`,
      `${id}/`,
      `${id}%2f`,
      `${id}%00`,
      `${id}%0a`,
      `%E3%80%80${id}`,
      '..%2f..%2fetc',
    ];
    const numbers = ['9'.repeat(40), `${id}e0`, '0x1', `${id}%20`, `１`, '1;2', `${id},${id}`, '__proto__'];
    for (const path of [...tricks, ...ways, ...numbers].map((each) => encodeURI(decodeURI(each)))) {
      const { statusCode, headers } = await step.visit(app, `/${path}`);
      expect([path, statusCode]).toEqual([path, 404]);
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    }
    expect((await step.visit(app, `/${id}?page=2&x[]=1`)).statusCode).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE'] as const)
      expect((await app.inject({ method, url: `/notices/${id}` })).statusCode).toBe(404);
  });

  it('does not ask who is there: neither token nor cookie is looked at, and none is set', async () => {
    const usage = () => app.database.rows('SELECT "id", "lastUsedOn" FROM "apiToken" ORDER BY "id"');
    const before = await usage();
    const plain = await step.visit(app, `/${id}`);
    const cookie = `${SESSION_COOKIE}=nonsense`;
    // The administrator's token has never been used so far.
    const strangers = [{ authorization: 'Bearer nonsense' }, { cookie }, world.by.administrator.headers];
    for (const headers of strangers) {
      const answer = await step.visit(app, `/${id}`, headers);
      expect([answer.statusCode, answer.body]).toEqual([200, plain.body]);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect(await usage()).toEqual(before);
  });
});
