import { eachDatabase, type RunningApp } from '../support/harness';
import { signInAs } from '../support/people';
import { must, send } from '../support/requests';
import { aFiledCollective, aFiledProposal } from '../support/steps/examination';
import { answerMerge, family, proposeMerge } from '../support/steps/merging';
import { aWorld, type World } from '../support/world';

eachDatabase('An answer to a merge', (open) => {
  let app: RunningApp;
  let world: World;
  let followerId: number;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  beforeEach(async () => {
    followerId = (await aFiledCollective(app, world)).id;
    const principal = await aFiledProposal(app, world);
    await proposeMerge(app, world, followerId, principal.id);
  });

  const agree = (by: typeof world.by.first, more: object = {}) =>
    send(app, by, 'POST', `/api/proposals/${followerId}/answer-merge`, { answer: 'agreed', ...more });
  const notAsked = { status: 409, body: { reasons: [{ code: 'notAsked' }] } };
  const answers = async (id = followerId) =>
    (await family(app, world.by.clerk, id)).mergings[0].consents.map(({ name, answer }) => [name, answer]);

  it('may be entered by staff for a sponsor, recorded as such', async () => {
    await answerMerge(app, world.by.clerk, followerId, 'agreed', { sponsorId: world.sponsors.first });
    const { history } = await must(app, world.by.clerk, 'GET', `/api/proposals/${followerId}`);
    expect(history[0]).toMatchObject({ action: 'answerMerge', actor: '提案委经办甲', onBehalfOf: '王一文' });
    const [clock] = await app.database.rows<{ state: string }>(
      `SELECT "state" FROM "deadline" WHERE "clock" = 'mergeConsent' AND "proposalId" = ? AND "owerScope" = ?`,
      [followerId, world.sponsors.first],
    );
    expect(clock.state).toBe('met');
  });

  it('is that of one sponsor who was asked', async () => {
    expect(await agree(world.by.clerk)).toMatchObject(notAsked);
    expect(await agree(world.by.clerk, { sponsorId: world.sponsors.second })).toMatchObject(notAsked);
  });

  it('is nobody’s to give for another sponsor', async () => {
    const other = { sponsorId: world.sponsors.sector };
    expect(await agree(world.by.first, other)).toMatchObject({
      status: 403,
      body: { reasons: [{ code: 'notYours' }] },
    });
    expect((await agree(world.by.director)).status).toBe(403);
    expect((await agree(world.by.second)).status).toBe(404);
    expect((await agree(world.by.transport.handler)).status).toBe(404);
    expect(await answers()).toEqual([
      ['经济界', null],
      ['王一文', null],
    ]);
  });

  it('of somebody standing for both sides says for which', async () => {
    const { first, sector } = world.sponsors;
    const hats = [first, sector].map((scopeId) => ({ hat: 'sponsor', scopeId }));
    const both = await signInAs(app, { hats, name: '两案联系人' });
    expect(await agree(both)).toMatchObject(notAsked);
    expect((await agree(both, { sponsorId: first })).status).toBe(201);
    expect(await answers()).toEqual([
      ['经济界', null],
      ['王一文', 'agreed'],
    ]);
  });

  it('is asked once of a sponsor who leads both cases', async () => {
    const [follower, principal] = [await aFiledProposal(app, world), await aFiledProposal(app, world)];
    await proposeMerge(app, world, follower.id, principal.id);
    expect(await answers(follower.id)).toEqual([['王一文', null]]);
  });
});
