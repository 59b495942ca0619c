import { eachDatabase, type RunningApp } from '../support/harness';
import { signInAs } from '../support/people';
import { must, perform, send } from '../support/requests';
import { fileProposal, recommend } from '../support/steps/examination';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('Two pairs of eyes', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const read = (id: number, by = world.by.clerk) => must(app, by, 'GET', `/api/proposals/${id}`);
  const act = (by: { headers: { authorization: string } }, id: number, verb: string, payload: object = {}) =>
    send(app, by, 'POST', `/api/proposals/${id}/${verb}`, payload);
  const clocksOf = async (id: number) => (await read(id)).clocks.map((each: { clock: string }) => each.clock);

  it('look at every outcome: who prepared it may not decide, even as director', async () => {
    const both = await signInAs(app, { hats: ['committee', 'director'], name: '身兼两职' });
    const { id } = await submitProposal(app, world);
    await recommend(app, world, id, { outcome: 'file' }, both);
    expect(await act(both, id, 'file')).toMatchObject({
      status: 403,
      body: { reasons: [{ code: 'notYours' }] },
    });
    expect((await act(world.by.clerk, id, 'file')).status).toBe(403);
    expect((await act(world.by.director, id, 'file')).status).toBe(201);
  });

  it('see the newest recommendation alone', async () => {
    const { id } = await submitProposal(app, world);
    await recommend(app, world, id, { outcome: 'return', reason: '请补充数据。' });
    await recommend(app, world, id, { outcome: 'file' }, world.by.otherClerk);
    expect(await read(id)).toMatchObject({ recommendation: { outcome: 'file' } });
    expect((await perform(app, world.by.director, id, 'file')).stage).toBe('filed');
    const states = await app.database.rows<{ outcome: string; state: string }>(
      'SELECT "outcome", "state" FROM "recommendation" WHERE "proposalId" = ? ORDER BY "id"',
      [id],
    );
    expect(states).toEqual([
      { outcome: 'return', state: 'overruled' },
      { outcome: 'file', state: 'confirmed' },
    ]);
  });

  it('look again when the director sends a recommendation back', async () => {
    const { id } = await submitProposal(app, world);
    expect((await act(world.by.director, id, 'reexamine', { note: '请再看。' })).status).toBe(409);
    await recommend(app, world, id);
    expect((await act(world.by.clerk, id, 'reexamine', { note: '请再看。' })).status).toBe(403);
    await perform(app, world.by.director, id, 'reexamine', { note: '建议部分空泛，请再看。' });
    expect(await clocksOf(id)).toEqual(['examine']);
    expect((await act(world.by.director, id, 'file')).status).toBe(409);
  });

  it('belong to committee and director; who may not know of the case learns nothing', async () => {
    const { id } = await submitProposal(app, world);
    for (const by of [world.by.director, world.by.office, world.by.first])
      expect((await act(by, id, 'recommend', { outcome: 'file' })).status).toBe(403);
    for (const by of [
      world.by.second,
      world.by.government,
      world.by.transport.leader,
      world.by.administrator,
    ])
      expect((await act(by, id, 'recommend', { outcome: 'file' })).status).toBe(404);
    expect((await act(world.by.auditor, id, 'recommend', { outcome: 'file' })).status).toBe(403);
  });

  it('decide once, also when two directors do so at the same time', async () => {
    const deputy = await signInAs(app, { hats: ['director'], name: '提案委副主任' });
    const { id } = await submitProposal(app, world);
    const { version } = await recommend(app, world, id);
    const decided = await Promise.all([
      act(world.by.director, id, 'file', { version }),
      act(deputy, id, 'file', { version }),
    ]);
    expect(decided.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('tell the sponsors what was decided, and keep among the committee what was prepared', async () => {
    const { id } = await submitProposal(app, world);
    await fileProposal(app, world, id);
    const told = await app.database.rows<{ action: string; tells: string }>(
      'SELECT "action", "tells" FROM "history" WHERE "proposalId" = ? ORDER BY "id" DESC LIMIT 2',
      [id],
    );
    expect(told[0]).toEqual({ action: 'file', tells: expect.stringContaining('"sponsors"') });
    const actions = async (by = world.by.clerk) =>
      (await read(id, by)).history.map((entry: { action: string }) => entry.action);
    expect(await actions()).toContain('recommend');
    expect(await actions(world.by.first)).toEqual(expect.not.arrayContaining(['recommend']));
  });
});
