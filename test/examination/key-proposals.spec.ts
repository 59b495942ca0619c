import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { aFiledProposal, designateKey } from '../support/steps/examination';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('A key proposal', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const read = (id: number) => must(app, world.by.first, 'GET', `/api/proposals/${id}`);

  it('is designated with the leader who leads it, once', async () => {
    const { id } = await aFiledProposal(app, world);
    await designateKey(app, world, id, '政协副主席');
    expect(await read(id)).toMatchObject({ isKey: true, keyLeader: '政协副主席', stage: 'filed' });
    const url = `/api/proposals/${id}/designate-key`;
    const again = await send(app, world.by.director, 'POST', url, { leader: '市长' });
    expect(again).toMatchObject({ status: 409, body: { reasons: [{ code: 'alreadyKey' }] } });
  });

  it('may cease to be one, with a reason', async () => {
    const { id } = await aFiledProposal(app, world);
    await designateKey(app, world, id);
    await perform(app, world.by.director, id, 'undesignate-key', { reason: '另有安排。' });
    expect(await read(id)).toMatchObject({ isKey: false, keyLeader: null });
    const url = `/api/proposals/${id}/undesignate-key`;
    const again = await send(app, world.by.director, 'POST', url, { reason: '再次。' });
    expect(again).toMatchObject({ status: 409, body: { reasons: [{ code: 'notKey' }] } });
  });

  it('is chosen among filed ones, by committee or director', async () => {
    const { id } = await submitProposal(app, world);
    const url = `/api/proposals/${id}/designate-key`;
    const early = await send(app, world.by.clerk, 'POST', url, { leader: '市长' });
    expect(early).toMatchObject({ status: 409, body: { reasons: [{ code: 'wrongStage' }] } });
    expect((await send(app, world.by.first, 'POST', url, { leader: '市长' })).status).toBe(403);
    expect((await send(app, world.by.clerk, 'POST', url, {})).status).toBe(422);
  });
});
