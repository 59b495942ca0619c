import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { anAssignedProposal, assign, handOver } from '../support/steps/assignment';
import { aFiledCollective, aFiledProposal, fileProposal } from '../support/steps/examination';
import { family, mergeInto, proposeMerge } from '../support/steps/merging';
import { submitJoint } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('A merge', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const read = (id: number, by = world.by.clerk) => must(app, by, 'GET', `/api/proposals/${id}`);
  const post = (by: typeof world.by.first, id: number, verb: string, payload: object = {}) =>
    send(app, by, 'POST', `/api/proposals/${id}/${verb}`, payload);
  const clocksOf = async (id: number) =>
    (await read(id)).clocks.map(({ clock, dueOn }: Record<string, unknown>) => `${clock} ${dueOn}`);
  const told = async (id: number, action: string) => {
    const rows = await app.database.rows<{ tells: string }>(
      'SELECT "tells" FROM "history" WHERE "proposalId" = ? AND "action" = ?',
      [id, action],
    );
    return rows.map(({ tells }) => JSON.parse(tells) as string[]);
  };

  it('leaves the originals whole: text, number, sponsors and history', async () => {
    const principal = await aFiledProposal(app, world);
    const follower = await aFiledCollective(app, world);
    const before = { follower: await read(follower.id), principal: await read(principal.id) };
    await mergeInto(app, world, follower.id, principal.id, { jointSubject: '关于解决停车难的建议' });
    const after = { follower: await read(follower.id), principal: await read(principal.id) };
    for (const part of ['subject', 'text', 'sponsors', 'caseNo', 'receiptNo', 'moments'])
      for (const side of ['follower', 'principal'] as const)
        expect({ [part]: after[side][part] }).toEqual({ [part]: before[side][part] });
    expect(after.follower).toMatchObject({ stage: 'merged', clocks: [] });
    expect(after.principal).toMatchObject({ stage: 'filed', jointSubject: '关于解决停车难的建议' });
  });

  it('is told to both sides and stands in both histories', async () => {
    const principal = await aFiledProposal(app, world);
    const follower = await aFiledCollective(app, world);
    await mergeInto(app, world, follower.id, principal.id);
    await perform(app, world.by.clerk, follower.id, 'unmerge', { reason: '内容不同。' });
    expect(await told(follower.id, 'proposeMerge')).toEqual([['asked']]);
    expect(await told(follower.id, 'merge')).toEqual([['sponsors', 'asked', 'committee']]);
    expect(await told(principal.id, 'joined')).toEqual([expect.arrayContaining(['sponsors', 'units'])]);
    expect(await told(follower.id, 'unmerge')).toEqual([['sponsors', 'asked', 'committee']]);
    expect(await told(principal.id, 'parted')).toEqual([expect.arrayContaining(['sponsors', 'units'])]);
    const { history } = await read(principal.id, world.by.first);
    expect(history.slice(0, 2)).toMatchObject([{ action: 'parted' }, { action: 'joined' }]);
  });

  it('makes all sponsors sponsors of the case, who see all of it', async () => {
    const principal = await aFiledProposal(app, world);
    const follower = await aFiledCollective(app, world);
    await mergeInto(app, world, follower.id, principal.id);
    for (const by of [world.by.first, world.by.sector]) {
      const whole = await family(app, by, principal.id);
      expect(whole).toMatchObject({
        principal: {
          id: principal.id,
          citation: `政协温岭市第十五届委员会第一次会议第${principal.caseNo}号提案`,
        },
        followers: [{ id: follower.id, stage: 'merged' }],
        sponsors: [
          { name: '王一文', first: true },
          { name: '经济界', first: true },
        ],
      });
      expect(await family(app, by, follower.id)).toEqual(whole);
      expect((await send(app, by, 'GET', `/api/proposals/${follower.id}`)).status).toBe(200);
    }
  });

  it('goes along with the principal to office and units, who see the originals but no consents', async () => {
    const principal = await aFiledProposal(app, world);
    const follower = await aFiledCollective(app, world);
    await mergeInto(app, world, follower.id, principal.id);
    expect((await post(world.by.clerk, follower.id, 'hand-over')).status).not.toBe(201);
    await handOver(app, world, principal.id);
    await assign(app, world, principal.id);
    for (const by of [world.by.government, world.by.transport.handler]) {
      const seen = await family(app, by, principal.id);
      expect(seen.followers).toMatchObject([{ id: follower.id }]);
      expect(seen.mergings).toEqual([]);
    }
    expect((await send(app, world.by.housing.handler, 'GET', `/api/proposals/${follower.id}`)).status).toBe(
      404,
    );
  });

  it('into a case at work leaves its clocks as they are', async () => {
    const principal = await anAssignedProposal(app, world);
    const before = await clocksOf(principal.id);
    app.clock.advance(24 * 3_600_000);
    const follower = await aFiledCollective(app, world);
    await mergeInto(app, world, follower.id, principal.id);
    expect(before.length).toBeGreaterThan(0);
    expect(await clocksOf(principal.id)).toEqual(before);
    await perform(app, world.by.clerk, follower.id, 'unmerge', { reason: '内容不同。' });
    expect(await clocksOf(principal.id)).toEqual(before);
  });

  it('may carry an order of sponsors, each named once', async () => {
    const { id } = await submitJoint(app, world);
    const principal = await fileProposal(app, world, id);
    const follower = await aFiledCollective(app, world);
    const { first, second, sector } = world.sponsors;
    await mergeInto(app, world, follower.id, principal.id, { sponsorOrder: [sector, second] });
    const { sponsors } = await family(app, world.by.clerk, principal.id);
    expect(sponsors.map(({ sponsorId }) => sponsorId)).toEqual([sector, second, first]);
    const later = await aFiledProposal(app, world);
    const stranger = { principalId: later.id, reason: '相同。', sponsorOrder: [sector] };
    const refused = await post(
      world.by.clerk,
      (await aFiledProposal(app, world)).id,
      'propose-merge',
      stranger,
    );
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'sponsorOrder', code: 'unknown' }] },
    });
  });

  it('is the committee’s to propose, to make and to undo', async () => {
    const principal = await aFiledProposal(app, world);
    const follower = await aFiledCollective(app, world);
    const wanted = { principalId: principal.id, reason: '相同。' };
    for (const by of [world.by.director, world.by.sector, world.by.office])
      expect((await post(by, follower.id, 'propose-merge', wanted)).status).toBe(403);
    expect((await post(world.by.government, follower.id, 'propose-merge', wanted)).status).toBe(404);
    await proposeMerge(app, world, follower.id, principal.id);
    expect((await post(world.by.sector, follower.id, 'merge')).status).toBe(403);
    expect((await post(world.by.sector, follower.id, 'drop-merge')).status).toBe(403);
  });
});
