import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { aFiledProposal } from '../support/steps/examination';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('Withdrawal', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const read = (id: number) => must(app, world.by.clerk, 'GET', `/api/proposals/${id}`);
  const filed = async (): Promise<number> => (await aFiledProposal(app, world)).id;

  it("is the sponsor's own before filing, with a reason, and ends every clock", async () => {
    const { id } = await submitProposal(app, world);
    const bare = await send(app, world.by.first, 'POST', `/api/proposals/${id}/withdraw`, {});
    expect(bare).toMatchObject({ status: 422, body: { errors: [{ field: 'reason', code: 'required' }] } });
    await perform(app, world.by.first, id, 'withdraw', { reason: '问题已经解决。' });
    expect(await read(id)).toMatchObject({
      stage: 'withdrawn',
      outcome: { withdrawalReason: '问题已经解决。' },
      clocks: [],
    });
  });

  it('is not for staff, unless they entered the proposal', async () => {
    const { id } = await submitProposal(app, world);
    const answer = await send(app, world.by.clerk, 'POST', `/api/proposals/${id}/withdraw`, {
      reason: '重复',
    });
    expect(answer).toMatchObject({ status: 403, body: { reasons: [{ code: 'notYours' }] } });
  });

  it("needs the director's consent after filing; the case keeps its number", async () => {
    const id = await filed();
    const alone = await send(app, world.by.first, 'POST', `/api/proposals/${id}/withdraw`, {
      reason: '不办了',
    });
    expect(alone).toMatchObject({ status: 409, body: { reasons: [{ code: 'wrongStage' }] } });
    await perform(app, world.by.first, id, 'ask-withdrawal', { reason: '情况有变。' });
    const clocks = (await read(id)).clocks.map(({ clock }: { clock: string }) => clock);
    expect(clocks).toContain('decideWithdrawal');
    const clerk = await send(app, world.by.clerk, 'POST', `/api/proposals/${id}/consent-to-withdrawal`, {
      note: '同意',
    });
    expect(clerk.status).toBe(403);
    await perform(app, world.by.director, id, 'consent-to-withdrawal', { note: '同意撤案。' });
    const dossier = await read(id);
    expect(dossier).toMatchObject({ stage: 'withdrawn', clocks: [] });
    expect(dossier.caseNo).toEqual(expect.any(Number));
  });

  it('may be refused, and asked for again', async () => {
    const id = await filed();
    const early = await send(app, world.by.director, 'POST', `/api/proposals/${id}/refuse-withdrawal`, {
      note: '不',
    });
    expect(early).toMatchObject({ status: 409, body: { reasons: [{ code: 'withdrawalNotAsked' }] } });
    await perform(app, world.by.first, id, 'ask-withdrawal', { reason: '情况有变。' });
    const twice = await send(app, world.by.first, 'POST', `/api/proposals/${id}/ask-withdrawal`, {
      reason: '再说一遍',
    });
    expect(twice).toMatchObject({ status: 409, body: { reasons: [{ code: 'withdrawalOpen' }] } });
    await perform(app, world.by.director, id, 'refuse-withdrawal', { note: '事关公共利益，请继续。' });
    expect(await read(id)).toMatchObject({ stage: 'filed', outcome: { withdrawalReason: null } });
    expect(await perform(app, world.by.first, id, 'ask-withdrawal', { reason: '仍要撤案。' })).toMatchObject({
      stage: 'filed',
    });
  });
});
