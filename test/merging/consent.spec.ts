import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { aFiledProposal, fileProposal } from '../support/steps/examination';
import { answerMerge, family, proposeMerge } from '../support/steps/merging';
import { draftProposal, signAsConvener, submit, submitCollective } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('Consent to a merge', (open) => {
  let app: RunningApp;
  let world: World;

  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });

  /** The sector's case is to follow the first member's. */
  async function proposed() {
    const principal = await aFiledProposal(app, world);
    const { id } = await submitCollective(app, world, { subject: '关于增设停车位的建议' });
    await fileProposal(app, world, id);
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
      `SELECT "state" FROM "deadline" WHERE "clock" = 'mergeConsent' AND "owerScope" = ?`,
      [world.sponsors.first],
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

  it('may be entered by staff for a sponsor, recorded as such, but never for somebody not asked', async () => {
    const { followerId } = await proposed();
    await answerMerge(app, world.by.clerk, followerId, 'agreed', { sponsorId: world.sponsors.first });
    const { history } = await must(app, world.by.clerk, 'GET', `/api/proposals/${followerId}`);
    expect(history[0]).toMatchObject({ action: 'answerMerge', actor: '提案委经办甲', onBehalfOf: '王一文' });
    const [first] = await app.database.rows<{ state: string }>(
      `SELECT "state" FROM "deadline" WHERE "clock" = 'mergeConsent' AND "owerScope" = ?`,
      [world.sponsors.first],
    );
    expect(first.state).toBe('met');
    const answer = { answer: 'agreed' };
    expect(await post(world.by.clerk, followerId, 'answer-merge', answer)).toMatchObject(reasons('notAsked'));
    const stranger = { ...answer, sponsorId: world.sponsors.second };
    expect(await post(world.by.clerk, followerId, 'answer-merge', stranger)).toMatchObject(
      reasons('notAsked'),
    );
  });

  it('is nobody’s to give for another sponsor', async () => {
    const { followerId } = await proposed();
    const other = { answer: 'agreed', sponsorId: world.sponsors.sector };
    expect(await post(world.by.first, followerId, 'answer-merge', other)).toMatchObject({
      status: 403,
      body: { reasons: [{ code: 'notYours' }] },
    });
    const answer = { answer: 'agreed' };
    expect((await post(world.by.director, followerId, 'answer-merge', answer)).status).toBe(403);
    expect((await post(world.by.second, followerId, 'answer-merge', answer)).status).toBe(404);
    expect((await consentsOf(followerId)).map(({ answer: said }) => said)).toEqual([null, null]);
  });

  it('is asked once of a sponsor who leads both', async () => {
    const principal = await aFiledProposal(app, world);
    const follower = await aFiledProposal(app, world);
    await proposeMerge(app, world, follower.id, principal.id);
    expect(await consentsOf(follower.id)).toEqual([
      expect.objectContaining({ name: '王一文', answer: null }),
    ]);
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

  it('of somebody standing for both sides has to say for which', async () => {
    const both = await draftProposal(app, world.by.clerk, world.sponsors.second);
    await submit(app, world.by.clerk, both.id);
    await fileProposal(app, world, both.id);
    const collective = await draftProposal(app, world.by.sector, world.sponsors.sector);
    await signAsConvener(app, world.by.sector, collective.id);
    await submit(app, world.by.sector, collective.id);
    await fileProposal(app, world, collective.id);
    await proposeMerge(app, world, collective.id, both.id);
    const person = world.by.sector.actor;
    const worn = [...person.hats, { hat: 'sponsor', scopeId: world.sponsors.second }];
    const { ConsentsService } = await import('../../src/merging/consents.service');
    const answer = app
      .get(ConsentsService)
      .answer({ ...person, hats: worn }, collective.id, { answer: 'agreed' });
    await expect(answer).rejects.toMatchObject({ reasons: [{ code: 'notAsked' }] });
  });
});
