import { eachDatabase, type RunningApp } from '../support/harness';
import { type Person, signInAs } from '../support/people';
import { must, send } from '../support/requests';

eachDatabase('A saved search', (open) => {
  let app: RunningApp;
  let [mine, other] = [] as Person[];
  beforeAll(async () => {
    app = await open();
    [mine, other] = [await signInAs(app), await signInAs(app)];
  });

  const list = (by: Person) => must<{ id: number; name: string }[]>(app, by, 'GET', '/api/me/searches');
  const save = (by: Person, body: object) => send(app, by, 'POST', '/api/me/searches', body);

  it('is kept with its words and filters, for oneself alone', async () => {
    const { body } = await save(mine, { name: '超期的停车提案', q: '停车', overdue: true, page: 3, asOf: 7 });
    expect(body).toMatchObject({ name: '超期的停车提案', criteria: { q: '停车', overdue: true } });
    expect(body.criteria).not.toHaveProperty('page');
    expect(await list(mine)).toEqual([body]);
    expect(await list(other)).toEqual([]);
    expect((await send(app, other, 'DELETE', `/api/me/searches/${body.id}`)).status).toBe(404);
    expect((await send(app, mine, 'DELETE', `/api/me/searches/${body.id}`)).status).toBe(204);
    expect(await list(mine)).toEqual([]);
  });

  it('has a name of its own, and there are not too many', async () => {
    for (let at = 0; at < 50; at += 1) expect((await save(mine, { name: `检索${at}` })).status).toBe(201);
    expect((await save(mine, { name: '再来一个' })).body.reasons[0].code).toBe('tooManySearches');
    expect((await save(other, { name: '检索1' })).status).toBe(201);
    expect((await save(other, { name: '检索1' })).body.errors[0]).toMatchObject({
      field: 'name',
      code: 'taken',
    });
  });
});
