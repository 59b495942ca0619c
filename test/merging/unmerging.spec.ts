import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { anAcknowledgedProposal, handOver } from '../support/steps/assignment';
import { aFiledCollective, aFiledProposal } from '../support/steps/examination';
import { reply } from '../support/steps/handling';
import { family, mergeInto } from '../support/steps/merging';
import { aWorld, type World } from '../support/world';

eachDatabase('A merge taken back', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const DIFFERENT = { reason: '内容不同。' };
  const read = (id: number) => must(app, world.by.clerk, 'GET', `/api/proposals/${id}`);
  const post = (id: number, verb: string, payload: object) =>
    send(app, world.by.clerk, 'POST', `/api/proposals/${id}/${verb}`, payload);
  const unmerge = (id: number) => perform(app, world.by.clerk, id, 'unmerge', DIFFERENT);

  it('leaves both cases as they were', async () => {
    const principal = await aFiledProposal(app, world);
    const follower = await aFiledCollective(app, world);
    const before = { follower: await read(follower.id), principal: await read(principal.id) };
    const agreed = { jointSubject: '关于解决停车难的建议', sponsorOrder: [world.sponsors.sector] };
    await mergeInto(app, world, follower.id, principal.id, agreed);
    expect(await read(principal.id)).toMatchObject({ jointSubject: agreed.jointSubject });
    expect((await post(follower.id, 'unmerge', {})).status).toBe(422);
    await unmerge(follower.id);
    for (const side of ['follower', 'principal'] as const) {
      const { text, sponsors, caseNo, moments, stage, jointSubject } = before[side];
      const after = await read(before[side].id);
      expect(after).toMatchObject({ text, sponsors, caseNo, moments, stage, jointSubject });
    }
    expect(await family(app, world.by.clerk, principal.id)).toMatchObject({
      followers: [],
      sponsors: [{ name: '王一文' }],
      mergings: [{ state: 'undone', endReason: DIFFERENT.reason }],
    });
  });

  it('starts the hand-over anew and closes the other text again', async () => {
    const principal = await aFiledProposal(app, world);
    const follower = await aFiledCollective(app, world);
    await mergeInto(app, world, follower.id, principal.id);
    await unmerge(follower.id);
    expect((await read(follower.id)).clocks).toMatchObject([{ clock: 'handOver' }]);
    expect((await send(app, world.by.first, 'GET', `/api/proposals/${follower.id}`)).status).toBe(404);
    expect((await send(app, world.by.sector, 'GET', `/api/proposals/${principal.id}`)).status).toBe(404);
    expect((await handOver(app, world, follower.id)).stage).toBe('handedOver');
  });

  it('may be made again', async () => {
    const principal = await aFiledProposal(app, world);
    const follower = await aFiledCollective(app, world);
    await mergeInto(app, world, follower.id, principal.id);
    await unmerge(follower.id);
    expect((await mergeInto(app, world, follower.id, principal.id)).stage).toBe('merged');
    expect((await family(app, world.by.clerk, follower.id)).mergings.map(({ state }) => state)).toEqual([
      'undone',
      'done',
    ]);
  });

  it('stays for good once the principal is replied, and every first sponsor is asked to rate', async () => {
    const principal = await anAcknowledgedProposal(app, world);
    const [kept, freed] = [await aFiledCollective(app, world), await aFiledCollective(app, world)];
    await mergeInto(app, world, kept.id, principal.id);
    await mergeInto(app, world, freed.id, principal.id);
    await unmerge(freed.id);
    await reply(app, world, principal.assignments[0]);
    expect(await post(kept.id, 'unmerge', DIFFERENT)).toMatchObject({
      status: 409,
      body: { reasons: [{ code: 'principalReplied' }] },
    });
    const again = await post(freed.id, 'propose-merge', { principalId: principal.id, reason: '相同。' });
    expect(again).toMatchObject({ status: 409, body: { reasons: [{ code: 'principalNotOpen' }] } });
    const { clocks } = await read(principal.id);
    const raters = clocks
      .filter(({ clock }: { clock: string }) => clock === 'feedback')
      .map(({ owerScope }: { owerScope: number }) => owerScope);
    expect(raters.sort()).toEqual([world.sponsors.first, world.sponsors.sector].sort());
  });
});
