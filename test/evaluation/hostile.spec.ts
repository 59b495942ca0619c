import { eachDatabase, type RunningApp } from '../support/harness';
import { send } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import { aWorld, type World } from '../support/world';

const NONSENSE = [null, '', ' ', 0, -1, 1.5, true, [], {}, 'x'.repeat(5000), '\u0000', '\ud800', 1e99];

eachDatabase('What is sent about an evaluation', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    ({ id } = await steps.plan(app, world));
  });

  const state = () => app.database.rows('SELECT * FROM "evaluation" ORDER BY "id"');
  const faultOf = async (by: World['by']['clerk'], method: 'POST' | 'PUT', url: string, payload: object) => {
    const { status, body } = await send(app, by, method, `/api/evaluations${url}`, payload);
    return [status, body.errors?.[0].field.split('.')[0]];
  };

  it('is refused with the field that is wrong, and changes nothing', async () => {
    const before = await state();
    const { by } = world;
    const planned = { sessionId: world.sessionId, title: '评议', heldOn: '2026-03-20' };
    for (const value of NONSENSE) {
      for (const field of Object.keys(planned))
        expect(await faultOf(by.clerk, 'POST', '', { ...planned, [field]: value })).toEqual([422, field]);
      if (!Array.isArray(value))
        expect(await faultOf(by.clerk, 'PUT', `/${id}/agenda`, { proposalIds: value })).toEqual([
          422,
          'proposalIds',
        ]);
      expect(await faultOf(by.clerk, 'PUT', `/${id}/agenda`, { proposalIds: [value] })).toEqual([
        422,
        'proposalIds',
      ]);
      expect(await faultOf(by.clerk, 'POST', `/${id}/mark-presence`, { present: [value] })).toEqual([
        422,
        'present',
      ]);
      expect(await faultOf(by.teller, 'POST', `/${id}/lock-box`, { phrase: value })).toEqual([422, 'phrase']);
      if (!Array.isArray(value))
        expect(await faultOf(by.teller, 'POST', `/${id}/close`, { phrases: value })).toEqual([
          422,
          'phrases',
        ]);
      expect(await faultOf(by.clerk, 'POST', `/${id}/cancel`, { reason: value })).toEqual([422, 'reason']);
      expect(await faultOf(by.teller, 'POST', `/${id}/void-round`, { reason: value })).toEqual([
        422,
        'reason',
      ]);
    }
    for (const verb of ['open', 'announce'])
      expect(await faultOf(by.clerk, 'POST', `/${id}/${verb}`, { stage: 'announced' })).toEqual([
        422,
        'stage',
      ]);
    expect(await state()).toEqual(before);
  });

  it('is refused where the id names nothing', async () => {
    for (const unknown of ['0', '-1', 'abc', '99999999999', '1;DROP', '999999'])
      for (const verb of ['open', 'announce'])
        expect((await faultOf(world.by.clerk, 'POST', `/${unknown}/${verb}`, {}))[0]).toBe(404);
  });

  it('is refused with an old version', async () => {
    const [{ version }] = (await state()) as { version: number }[];
    await steps.changeAgenda(app, world, id, []);
    const cancel = { reason: '改期。', version };
    expect(await send(app, world.by.clerk, 'POST', `/api/evaluations/${id}/cancel`, cancel)).toMatchObject({
      status: 409,
      body: { what: { version: version + 1, stage: 'planned' } },
    });
  });
});
