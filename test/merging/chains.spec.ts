import { SYSTEM } from '../../src/lifecycle/people';
import { SessionsService } from '../../src/people/terms/sessions.service';
import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { aFiledProposal, notFile } from '../support/steps/examination';
import { agreeAll, family, mergeInto, proposeMerge } from '../support/steps/merging';
import { draftProposal, submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('The principal of a merge', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const propose = (followerId: number, wanted: object) =>
    send(app, world.by.clerk, 'POST', `/api/proposals/${followerId}/propose-merge`, {
      reason: '相同。',
      ...wanted,
    });
  const reasons = (code: string) => ({ status: 409, body: { reasons: [{ code }] } });
  const invalid = (code: string) => ({ status: 422, body: { errors: [{ code }] } });
  const aFew = async (count: number): Promise<number[]> => {
    const ids: number[] = [];
    while (ids.length < count) ids.push((await aFiledProposal(app, world)).id);
    return ids;
  };

  it('is another case, that exists and may be seen', async () => {
    const [id] = await aFew(1);
    expect(await propose(id, { principalId: id })).toMatchObject(invalid('itself'));
    expect(await propose(id, { principalId: 999_999 })).toMatchObject(invalid('unknown'));
    const draft = await draftProposal(app, world.by.second, world.sponsors.second);
    expect(await propose(id, { principalId: draft.id })).toMatchObject(invalid('unknown'));
    expect(await propose(id, {})).toMatchObject(invalid('required'));
  });

  it('has been filed and not ended', async () => {
    const [id, gone] = await aFew(2);
    const submitted = await submitProposal(app, world);
    expect(await propose(id, { principalId: submitted.id })).toMatchObject(reasons('principalNotOpen'));
    await notFile(app, world, submitted.id);
    expect(await propose(id, { principalId: submitted.id })).toMatchObject(reasons('principalNotOpen'));
    await perform(app, world.by.first, gone, 'ask-withdrawal', { reason: '另行提出。' });
    expect(await propose(id, { principalId: gone })).toMatchObject(reasons('principalNotOpen'));
    await perform(app, world.by.director, gone, 'consent-to-withdrawal', { note: '同意。' });
    expect(await propose(id, { principalId: gone })).toMatchObject(reasons('principalNotOpen'));
  });

  it('follows nobody itself: no chains', async () => {
    const [follower, principal, third] = await aFew(3);
    await mergeInto(app, world, follower, principal);
    expect(await propose(third, { principalId: follower })).toMatchObject(reasons('principalNotOpen'));
    expect(await propose(principal, { principalId: third })).toMatchObject(reasons('hasFollowers'));
    expect(await propose(follower, { principalId: third })).toMatchObject(reasons('wrongStage'));
  });

  it('never follows its own follower: no circles', async () => {
    const [one, other] = await aFew(2);
    await proposeMerge(app, world, one, other);
    expect(await propose(other, { principalId: one })).toMatchObject(reasons('principalNotOpen'));
    await agreeAll(app, world, one);
    await perform(app, world.by.clerk, one, 'merge');
    expect(await propose(other, { principalId: one })).toMatchObject(reasons('hasFollowers'));
  });

  it('that was asked to follow another meanwhile takes nobody in', async () => {
    const [follower, principal, third] = await aFew(3);
    await proposeMerge(app, world, follower, principal);
    await agreeAll(app, world, follower);
    await proposeMerge(app, world, principal, third);
    const merge = await send(app, world.by.clerk, 'POST', `/api/proposals/${follower}/merge`, {});
    expect(merge).toMatchObject(reasons('principalNotOpen'));
    const { stage } = await must(app, world.by.clerk, 'GET', `/api/proposals/${follower}`);
    expect(stage).toBe('filed');
    expect((await family(app, world.by.clerk, follower)).principal?.id).toBe(follower);
  });

  it('cannot be withdrawn while others follow it', async () => {
    const [follower, principal] = await aFew(2);
    await mergeInto(app, world, follower, principal);
    await perform(app, world.by.first, principal, 'ask-withdrawal', { reason: '另行提出。' });
    const url = `/api/proposals/${principal}/consent-to-withdrawal`;
    expect(await send(app, world.by.director, 'POST', url, { note: '同意。' })).toMatchObject(
      reasons('hasFollowers'),
    );
    await perform(app, world.by.clerk, follower, 'unmerge', { reason: '主案撤案。' });
    expect((await send(app, world.by.director, 'POST', url, { note: '同意。' })).status).toBe(201);
  });

  it('is of the same session unless one says otherwise', async () => {
    const [principalId] = await aFew(1);
    const next = {
      opensOn: '2027-02-01',
      closesOn: '2027-02-05',
      submissionDeadline: '2027-02-03T09:00:00.000Z',
    };
    const { id: sessionId } = await app
      .get(SessionsService)
      .create(SYSTEM, { termId: world.termId, number: 2, ...next });
    const { id } = await aFiledProposal(app, world, { sessionId });
    const refused = await propose(id, { principalId });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'acrossSessions' }] } });
    expect((await propose(id, { principalId, acrossSessions: false })).status).toBe(422);
    await mergeInto(app, world, id, principalId, { acrossSessions: true });
    expect((await family(app, world.by.first, principalId)).followers).toMatchObject([
      { id, citation: '政协温岭市第十五届委员会第二次会议第1号提案' },
    ]);
  });
});
