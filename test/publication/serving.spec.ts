import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

eachDatabase('A small server that carries a city of readers', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    id = await step.aNotice(app, world, [{ proposalId: (await step.aPublishableCase(app, world)).id }]);
  });

  const visit = (path: string, headers = {}) => app.inject({ url: `/notices${path}`, headers });
  /** Queries that a visit takes. */
  const queriesOf = async (path: string, headers = {}) => {
    const rows = jest.spyOn(app.database, 'rows');
    try {
      const { statusCode } = await visit(path, headers);
      return [statusCode, rows.mock.calls.length];
    } finally {
      rows.mockRestore();
    }
  };
  /** Something is committed, whatever it is. */
  const somethingHappens = () => app.database.transaction(async () => undefined);

  it.each(['', '.md', '.json'])('reads a notice%s in one query, and again in none', async (form) => {
    await somethingHappens();
    expect(await queriesOf(`/${id}${form}`)).toEqual([200, 1]);
    expect(await queriesOf(`/${id}${form}`)).toEqual([200, 0]);
    const { etag } = (await visit(`/${id}${form}`)).headers;
    expect(await queriesOf(`/${id}${form}`, { 'if-none-match': etag })).toEqual([304, 0]);
  });

  it('gives the same to the byte from memory, with the same headers', async () => {
    await somethingHappens();
    const [first, second] = [await visit(`/${id}`), await visit(`/${id}`)];
    expect(second.body).toBe(first.body);
    for (const name of [
      'content-type',
      'cache-control',
      'etag',
      'content-security-policy',
      'x-frame-options',
    ])
      expect([name, second.headers[name]]).toEqual([name, first.headers[name]]);
  });

  it('forgets with every commit: what is corrected or taken down is so at once', async () => {
    const { items } = await step.readNotice(app, world.by.clerk, id);
    await visit(`/${id}`);
    const correction = {
      itemId: items[0].id,
      summary: '全市新增停车位 1180 个，其中机关单位错时开放 300 个。',
      note: '原数字有误。',
    };
    await must(app, world.by.office, 'POST', `/api/notices/${id}/correct`, correction);
    expect((await visit(`/${id}`)).body).toContain('1180');
    await step.onNotice(app, world.by.office, id, 'take-down', { reason: '内容有误。' });
    expect((await visit(`/${id}`)).statusCode).toBe(410);
    expect((await visit(`/${id}`, { 'if-none-match': '*' })).statusCode).toBe(410);
  });

  it('forgets within seconds what another process may have changed', async () => {
    await visit('/feed.atom');
    expect((await queriesOf('/feed.atom'))[1]).toBe(0);
    app.clock.advance(6_000);
    expect((await queriesOf('/feed.atom'))[1]).toBe(1);
  });

  it('keeps nothing under addresses without end, and nothing that is not for everybody', async () => {
    await somethingHappens();
    for (const tail of ['?a=1', '?a=1']) expect((await queriesOf(`/feed.atom${tail}`))[1]).toBe(1);
    await send(app, world.by.clerk, 'GET', '/api/to-do');
    expect((await app.inject('/api/to-do')).statusCode).toBe(401);
  });
});
