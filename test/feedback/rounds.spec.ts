import { deadlinesOf } from '../support/deadlines';
import { Lapses } from '../../src/proposals/lapses';
import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import * as meeting from '../support/steps/evaluation';
import { PLANNED_REPLY } from '../support/steps/handling';
import * as steps from '../support/steps/feedback';
import { aRepliedProposal } from '../support/steps/handling';
import { aWorld, type World } from '../support/world';

const DAY = 24 * 60 * 60 * 1000;

eachDatabase('A round of feedback', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;

  beforeEach(async () => {
    app ??= await open();
    app.clock.set('2026-03-02T01:00:00.000Z');
    world ??= await aWorld(app);
    ({ id } = await aRepliedProposal(app, world));
  });

  const post = (verb: string, payload: object = {}, by = world.by.clerk) =>
    send(app, by, 'POST', `/api/proposals/${id}/${verb}`, payload);
  const reasons = (code: string) => ({ status: 409, body: { reasons: [{ code }] } });
  const running = async (by = world.by.clerk): Promise<string[]> =>
    (await must(app, by, 'GET', `/api/proposals/${id}`)).clocks.map(({ clock }: { clock: string }) => clock);

  it('asks the sponsor first, then the committee, and ends with the case concluded', async () => {
    expect(await running()).toEqual(['feedback']);
    expect(await post('conclude')).toMatchObject(reasons('formsOutstanding'));
    await steps.rate(app, world.by.first, id);
    expect(await running()).toEqual(['conclude']);
    const { stage } = await steps.conclude(app, world, id);
    expect([stage, await running()]).toEqual(['concluded', ['archive']]);
    expect((await deadlinesOf(app, world.sponsors.first, 'sponsor')).feedback.state).toBe('met');
  });

  it('lets the committee conclude when the time for the form is over, and still takes a late one', async () => {
    app.clock.advance(30 * DAY);
    await app.get(Lapses).sweep();
    await app.get(Lapses).sweep();
    expect(await running()).toEqual(['conclude']);
    expect((await deadlinesOf(app, world.sponsors.first, 'sponsor')).feedback).toMatchObject({
      state: 'cancelled',
    });
    await steps.rate(app, world.by.first, id, steps.DISSATISFIED);
    expect(await running()).toEqual(['confirmRehandling']);
    await steps.rate(app, world.by.first, id);
    expect(await running()).toEqual(['conclude']);
    await steps.conclude(app, world, id);
  });

  it('puts a 不满意 to the director, whose day a second word of the sponsor does not move', async () => {
    await steps.rate(app, world.by.first, id, steps.DISSATISFIED);
    expect(await running()).toEqual(['confirmRehandling']);
    const { dueOn } = (await deadlinesOf(app, id, 'proposal')).confirmRehandling;
    app.clock.advance(3 * DAY);
    await steps.rate(app, world.by.first, id, { ...steps.DISSATISFIED, text: '再说一次。' });
    expect((await deadlinesOf(app, id, 'proposal')).confirmRehandling).toMatchObject({
      dueOn,
      state: 'running',
    });
    expect(await post('conclude')).toMatchObject(reasons('rehandlingUndecided'));
    await steps.rate(app, world.by.first, id);
    expect(await running()).toEqual(['conclude']);
  });

  it('ends when the director declines another round; a new 不满意 is a new question', async () => {
    await steps.rate(app, world.by.first, id, steps.DISSATISFIED);
    await steps.declineRehandling(app, world, id);
    expect(await running()).toEqual(['conclude']);
    const again = { reason: '改变主意。' };
    expect(await post('rehandle', again, world.by.director)).toMatchObject(reasons('rehandlingDeclined'));
    await steps.rate(app, world.by.first, id, { ...steps.DISSATISFIED, attitude: 'dissatisfied' });
    expect(await running()).toEqual(['confirmRehandling']);
    await steps.declineRehandling(app, world, id);
    expect((await steps.conclude(app, world, id)).stage).toBe('concluded');
  });

  it('opens another one at the same office, in which everything is asked anew', async () => {
    await steps.rate(app, world.by.first, id, steps.DISSATISFIED);
    expect(await steps.rehandle(app, world, id)).toMatchObject({ stage: 'handedOver', round: 2 });
    expect(await running()).toEqual(['route']);
    await steps.handleAndReply(app, world, id, { handedOver: true });
    expect(await steps.feedback(app, world.by.first, id)).toMatchObject({
      round: 2,
      raters: [{ name: '王一文', mine: true, answer: 'open' }],
      earlier: [{ round: 1, raters: [{ answer: { result: 'dissatisfied' } }] }],
    });
    await steps.rate(app, world.by.first, id);
    expect((await steps.conclude(app, world, id)).stage).toBe('concluded');
  });

  it('needs somebody dissatisfied, and the director, to be opened', async () => {
    await steps.rate(app, world.by.first, id);
    const reason = { reason: '再办一次。' };
    expect(await post('rehandle', reason, world.by.director)).toMatchObject(reasons('nobodyDissatisfied'));
    expect((await post('rehandle', reason)).status).toBe(403);
    expect((await post('rehandle', {}, world.by.director)).status).toBe(422);
    expect((await post('decline-rehandling', reason, world.by.transport.leader)).status).toBe(403);
  });

  it('counts who did not answer as just that', async () => {
    app.clock.advance(30 * DAY);
    await steps.conclude(app, world, id);
    for (const by of [world.by.clerk, world.by.first, world.by.transport.handler])
      expect((await steps.feedback(app, by, id)).raters).toMatchObject([{ answer: 'noAnswer' }]);
    const [{ count }] = await app.database.rows<{ count: number }>(
      'SELECT COUNT(*) AS "count" FROM "feedbackForm" WHERE "proposalId" = ?',
      [id],
    );
    expect(count).toBe(0);
    const { history } = await must(app, world.by.clerk, 'GET', `/api/proposals/${id}`);
    expect(history[0].change).toMatchObject({ forms: 0, noAnswer: [world.sponsors.first] });
  });

  it('is archived when nothing is promised any more', async () => {
    const { id: promised } = await steps.aConcludedProposal(app, world, undefined, { parts: PLANNED_REPLY });
    const answer = await send(app, world.by.clerk, 'POST', `/api/proposals/${promised}/archive`, {});
    expect(answer).toMatchObject(reasons('promisesOutstanding'));
    await steps.rate(app, world.by.first, id);
    await steps.conclude(app, world, id);
    expect(await steps.archive(app, world, id)).toMatchObject({ stage: 'archived' });
    expect(await running()).toEqual([]);
  });

  it('of a key case below the pass mark is followed by another, rated and evaluated anew', async () => {
    id = await meeting.aKeyCase(app, world);
    expect(await post('archive')).toMatchObject(reasons('notEvaluated'));
    const present = [{ memberId: world.members.second, by: world.by.standing }];
    await meeting.evaluate(app, world, { proposalIds: [id], present, mark: 'dissatisfied' });
    const reason = { reason: '评议未达到合格线。' };
    expect(await post('rehandle-after-evaluation', reason, world.by.director)).toMatchObject({
      body: { stage: 'handedOver', round: 2 },
    });
    await steps.handleAndReply(app, world, id, { handedOver: true });
    await steps.rate(app, world.by.first, id);
    await steps.conclude(app, world, id);
    expect(await post('rehandle-after-evaluation', reason, world.by.director)).toMatchObject(
      reasons('notBelowPass'),
    );
    expect(await post('archive')).toMatchObject(reasons('notEvaluated'));
    await meeting.evaluate(app, world, { proposalIds: [id], present });
    expect(await steps.archive(app, world, id)).toMatchObject({ stage: 'archived' });
  });
});
