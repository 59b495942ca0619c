import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { aFiledProposal, notFile, returnForRevision } from '../support/steps/examination';
import { mergeInto } from '../support/steps/merging';
import { draftProposal, submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('The counts of a session', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const url = () => `/api/merging/counts?sessionId=${world.sessionId}`;
  const counts = (by = world.by.clerk) => must(app, by, 'GET', url());

  it('begin at nothing', async () => {
    const nothing = { received: 0, notFiled: 0, withdrawn: 0, pending: 0, filed: 0, merged: 0, cases: 0 };
    expect(await counts()).toEqual(nothing);
  });

  it('show merged proposals both ways', async () => {
    await draftProposal(app, world.by.first, world.sponsors.first);
    await submitProposal(app, world);
    await returnForRevision(app, world, (await submitProposal(app, world)).id, '请补充。');
    await notFile(app, world, (await submitProposal(app, world)).id);
    await perform(app, world.by.first, (await submitProposal(app, world)).id, 'withdraw', {
      reason: '另行提出。',
    });
    const gone = await aFiledProposal(app, world);
    await perform(app, world.by.first, gone.id, 'ask-withdrawal', { reason: '另行提出。' });
    await perform(app, world.by.director, gone.id, 'consent-to-withdrawal', { note: '同意。' });
    const principal = await aFiledProposal(app, world);
    const [one, other] = [await aFiledProposal(app, world), await aFiledProposal(app, world)];
    await mergeInto(app, world, one.id, principal.id);
    await mergeInto(app, world, other.id, principal.id);
    const before = { received: 8, notFiled: 1, withdrawn: 2, pending: 2 };
    expect(await counts()).toEqual({ ...before, filed: 3, merged: 2, cases: 1 });
    await perform(app, world.by.clerk, other.id, 'unmerge', { reason: '内容不同。' });
    expect(await counts(world.by.auditor)).toEqual({ ...before, filed: 3, merged: 1, cases: 2 });
  });

  it('are for committee, director, office and auditor', async () => {
    for (const by of [world.by.director, world.by.office]) expect((await counts(by)).received).toBe(8);
    for (const by of [world.by.first, world.by.government, world.by.transport.leader, world.by.administrator])
      expect((await send(app, by, 'GET', url())).status).toBe(403);
    expect((await send(app, world.by.clerk, 'GET', '/api/merging/counts?sessionId=999')).status).toBe(404);
    expect((await send(app, world.by.clerk, 'GET', '/api/merging/counts')).status).toBe(422);
  });
});
