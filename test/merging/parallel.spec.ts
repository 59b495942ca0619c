import { eachDatabase, type RunningApp } from '../support/harness';
import { perform, send } from '../support/requests';
import { aFiledProposal } from '../support/steps/examination';
import { agreeAll, family, proposeMerge } from '../support/steps/merging';
import { aWorld, type World } from '../support/world';

eachDatabase('At once', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const post = (id: number, verb: string, payload: object = {}, by = world.by.clerk) =>
    send(app, by, 'POST', `/api/proposals/${id}/${verb}`, payload);
  const statusesOf = async (...answers: Promise<{ status: number }>[]) =>
    (await Promise.all(answers)).map(({ status }) => status).sort();
  const aFew = async (count: number): Promise<number[]> => {
    const ids: number[] = [];
    while (ids.length < count) ids.push((await aFiledProposal(app, world)).id);
    return ids;
  };

  it('a case is proposed for one of two principals', async () => {
    const [follower, one, other] = await aFew(3);
    const wanted = (principalId: number) =>
      post(follower, 'propose-merge', { principalId, reason: '相同。' });
    expect(await statusesOf(wanted(one), wanted(other))).toEqual([201, 409]);
    expect((await family(app, world.by.clerk, follower)).mergings).toHaveLength(1);
  });

  it('a case is merged once', async () => {
    const [follower, principal] = await aFew(2);
    await proposeMerge(app, world, follower, principal);
    await agreeAll(app, world, follower);
    expect(
      await statusesOf(post(follower, 'merge'), post(follower, 'merge', {}, world.by.otherClerk)),
    ).toEqual([201, 409]);
    expect((await family(app, world.by.clerk, principal)).followers).toHaveLength(1);
  });

  it('two cases that were to follow each other do not both', async () => {
    const [one, other] = await aFew(2);
    const answers = [
      post(one, 'propose-merge', { principalId: other, reason: '相同。' }),
      post(other, 'propose-merge', { principalId: one, reason: '相同。' }),
    ];
    await Promise.all(answers);
    await agreeAll(app, world, one);
    await agreeAll(app, world, other);
    const merged = (await Promise.all([post(one, 'merge'), post(other, 'merge')])).filter(
      ({ status }) => status === 201,
    );
    expect(merged.length).toBeLessThanOrEqual(1);
    const stages = await app.database.rows<{ stage: string }>(
      'SELECT "stage" FROM "proposal" WHERE "id" IN (?, ?)',
      [one, other],
    );
    expect(stages.filter(({ stage }) => stage === 'merged').length).toBeLessThanOrEqual(1);
  });

  it('several cases follow one principal, and none is lost', async () => {
    const [principal, ...followers] = await aFew(5);
    for (const follower of followers) {
      await proposeMerge(app, world, follower, principal);
      await agreeAll(app, world, follower);
    }
    const statuses = await statusesOf(...followers.map((follower) => post(follower, 'merge')));
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    const merged = statuses.filter((status) => status === 201).length;
    expect(merged).toBeGreaterThan(0);
    expect((await family(app, world.by.clerk, principal)).followers).toHaveLength(merged);
    for (const follower of followers) await post(follower, 'merge');
    expect((await family(app, world.by.clerk, principal)).followers).toHaveLength(4);
  });

  it('an objection and the merge do not pass each other', async () => {
    const [follower, principal] = await aFew(2);
    await proposeMerge(app, world, follower, principal);
    await agreeAll(app, world, follower);
    const [merge, objection] = await Promise.all([
      post(follower, 'merge'),
      post(follower, 'answer-merge', { answer: 'objected' }, world.by.first),
    ]);
    expect([merge.status, objection.status].sort()).toEqual([201, 409]);
    if (objection.status === 201) expect((await post(follower, 'merge')).status).toBe(409);
    else await perform(app, world.by.clerk, follower, 'unmerge', { reason: '提案者有异议。' });
  });
});
