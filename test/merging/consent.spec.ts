import { eachDatabase, type RunningApp, START } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { aFiledCollective, aFiledProposal } from '../support/steps/examination';
import { answerMerge, family, proposeMerge } from '../support/steps/merging';
import { aWorld, type World } from '../support/world';

eachDatabase('Consent to a merge', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  beforeEach(() => app.clock.set(START));

  /** The sector's case is to follow the first member's. */
  async function proposed() {
    const principal = await aFiledProposal(app, world);
    const { id } = await aFiledCollective(app, world);
    await proposeMerge(app, world, id, principal.id);
    return { followerId: id, principalId: principal.id };
  }

  const post = (by: typeof world.by.first, id: number, verb: string, payload: object = {}) =>
    send(app, by, 'POST', `/api/proposals/${id}/${verb}`, payload);
  const reasons = (code: string) => ({ status: 409, body: { reasons: [{ code }] } });
  const clocksOf = async (id: number) =>
    (await must(app, world.by.clerk, 'GET', `/api/proposals/${id}`)).clocks.map(
      ({ clock, owerScope, dueOn }: Record<string, unknown>) => ({ clock, owerScope, dueOn }),
    );
  const consentsOf = async (id: number) => (await family(app, world.by.clerk, id)).mergings[0].consents;

  it('is asked of both first sponsors, each with a clock, and both may read the other case', async () => {
    const { followerId, principalId } = await proposed();
    const due = { clock: 'mergeConsent', dueOn: '2026-03-09' };
    expect(await clocksOf(followerId)).toEqual(
      expect.arrayContaining([
        { ...due, owerScope: world.sponsors.first },
        { ...due, owerScope: world.sponsors.sector },
      ]),
    );
    for (const by of [world.by.first, world.by.sector])
      for (const id of [followerId, principalId])
        expect((await send(app, by, 'GET', `/api/proposals/${id}`)).status).toBe(200);
    expect((await send(app, world.by.second, 'GET', `/api/proposals/${followerId}/family`)).status).toBe(404);
  });

  it('lets the cases be merged when both have agreed', async () => {
    const { followerId } = await proposed();
    expect(await post(world.by.clerk, followerId, 'merge')).toMatchObject(reasons('consentsPending'));
    await answerMerge(app, world.by.first, followerId, 'agreed', { note: '同意合并。' });
    expect(await post(world.by.clerk, followerId, 'merge')).toMatchObject(reasons('consentsPending'));
    await answerMerge(app, world.by.sector, followerId, 'agreed');
    expect(await consentsOf(followerId)).toEqual([
      expect.objectContaining({ name: '经济界', answer: 'agreed', note: null }),
      expect.objectContaining({ name: '王一文', answer: 'agreed', note: '同意合并。' }),
    ]);
    expect((await perform(app, world.by.clerk, followerId, 'merge')).stage).toBe('merged');
  });

  it('stops the clock of the one who has answered, not of the other', async () => {
    const { followerId } = await proposed();
    await answerMerge(app, world.by.first, followerId, 'agreed');
    const open = (await clocksOf(followerId)).filter(
      ({ clock }: { clock: string }) => clock === 'mergeConsent',
    );
    expect(open).toEqual([expect.objectContaining({ owerScope: world.sponsors.sector })]);
    const stopped = await app.database.rows<{ state: string }>(
      `SELECT "state" FROM "deadline" WHERE "clock" = 'mergeConsent' AND "proposalId" = ? AND "owerScope" = ?`,
      [followerId, world.sponsors.first],
    );
    expect(stopped).toEqual([{ state: 'met' }]);
  });

  it('is withheld by one who objects, until that sponsor thinks better of it', async () => {
    const { followerId } = await proposed();
    await answerMerge(app, world.by.sector, followerId, 'agreed');
    await answerMerge(app, world.by.first, followerId, 'objected', { note: '侧重不同。' });
    expect(await post(world.by.clerk, followerId, 'merge')).toMatchObject(reasons('mergeObjected'));
    app.clock.advance(30 * 24 * 3_600_000);
    expect(await post(world.by.clerk, followerId, 'merge')).toMatchObject(reasons('mergeObjected'));
    await answerMerge(app, world.by.first, followerId, 'agreed', { note: '经沟通同意。' });
    expect((await perform(app, world.by.clerk, followerId, 'merge')).stage).toBe('merged');
  });

  it('stays “no answer” when the time has passed, and then blocks nothing', async () => {
    const { followerId } = await proposed();
    await answerMerge(app, world.by.sector, followerId, 'agreed');
    app.clock.set('2026-03-09T15:59:00.000Z');
    expect(await post(world.by.clerk, followerId, 'merge')).toMatchObject(reasons('consentsPending'));
    app.clock.set('2026-03-09T16:00:00.000Z');
    expect((await perform(app, world.by.clerk, followerId, 'merge')).stage).toBe('merged');
    expect((await consentsOf(followerId))[1]).toMatchObject({
      name: '王一文',
      answer: null,
      answeredAt: null,
    });
  });

  it('is not needed any more when the proposal is dropped, and the other text is closed again', async () => {
    const { followerId, principalId } = await proposed();
    await perform(app, world.by.clerk, followerId, 'drop-merge', { reason: '内容不同。' });
    expect((await clocksOf(followerId)).map(({ clock }: { clock: string }) => clock)).toEqual(['handOver']);
    expect((await send(app, world.by.first, 'GET', `/api/proposals/${followerId}`)).status).toBe(404);
    const dropped = { state: 'dropped', endReason: '内容不同。' };
    expect((await family(app, world.by.clerk, followerId)).mergings).toMatchObject([dropped]);
    expect((await family(app, world.by.first, principalId)).mergings).toEqual([]);
    expect(await post(world.by.clerk, followerId, 'drop-merge')).toMatchObject(reasons('mergeNotProposed'));
    expect(await post(world.by.first, principalId, 'answer-merge', { answer: 'agreed' })).toMatchObject({
      status: 403,
    });
  });

  it('keeps the follower from being handed over or withdrawn meanwhile', async () => {
    const { followerId } = await proposed();
    const handOver = { officeId: world.offices.government };
    expect(await post(world.by.clerk, followerId, 'hand-over', handOver)).toMatchObject(reasons('mergeOpen'));
    await perform(app, world.by.sector, followerId, 'ask-withdrawal', { reason: '另行提出。' });
    const consent = await post(world.by.director, followerId, 'consent-to-withdrawal', { note: '同意。' });
    expect(consent).toMatchObject(reasons('mergeOpen'));
    expect(await post(world.by.clerk, followerId, 'merge')).toMatchObject({ status: 409 });
  });
});
