import { deadlinesOf } from '../support/deadlines';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { must, send } from '../support/requests';
import * as step from '../support/steps/assignment';
import { aFiledProposal, fileProposal } from '../support/steps/examination';
import { DISSATISFIED, rate, rehandle } from '../support/steps/feedback';
import * as handling from '../support/steps/handling';
import { mergeInto } from '../support/steps/merging';
import { submitCollective } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('more than one reply', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => app.clock.set(START));

  it('another round has a month, a meeting and a reply of its own', async () => {
    const { id } = await handling.aRepliedProposal(app, world, step.JOINT);
    await rate(app, world.by.first, id, DISSATISFIED);
    app.clock.set('2026-04-01T01:00:00.000Z');
    expect(await rehandle(app, world, id)).toMatchObject({ stage: 'handedOver', round: 2 });

    const [lead] = (await step.assign(app, world, id)).assignments;
    const { reply, replyRound2, firstContact } = await deadlinesOf(app, lead.id);
    expect([reply, replyRound2.dueOn, firstContact.state]).toEqual([undefined, '2026-05-06', 'running']);

    await step.acknowledge(app, world, lead);
    await handling.draftReply(app, world, lead);
    const url = `/api/assignments/${lead.id}/submit-for-audit`;
    const early = await send(app, world.by.transport.handler, 'POST', url, {});
    expect(early.body.reasons).toMatchObject([{ code: 'noConsultation' }]);
    const second = await handling.reply(app, world, lead);
    expect(second.citedOpinions).toEqual([]);
    expect((await deadlinesOf(app, lead.id)).replyRound2.state).toBe('met');

    const seen = await must(app, world.by.first, 'GET', `/api/proposals/${id}`);
    expect(seen).toMatchObject({ stage: 'replied', round: 2, mode: 'sole' });
    expect(seen.assignments.map((it: { round: number; stage: string }) => [it.round, it.stage])).toEqual([
      [1, 'issued'],
      [1, 'opinionGiven'],
      [2, 'issued'],
    ]);
    expect(seen.clocks).toMatchObject([{ clock: 'feedback', owerScope: world.sponsors.first }]);
  });

  it('the time of another round may be extended, too', async () => {
    const { id } = await handling.aRepliedProposal(app, world);
    await rate(app, world.by.first, id, DISSATISFIED);
    await rehandle(app, world, id);
    const [lead] = (await step.assign(app, world, id)).assignments;
    await step.acknowledge(app, world, lead);
    const wanted = { until: '2026-05-08', reason: '需重新勘察。' };
    await step.onAssignment(app, world.by.transport.handler, lead.id, 'ask-extension', wanted);
    await step.onAssignment(app, world.by.government, lead.id, 'grant-extension');
    expect((await deadlinesOf(app, lead.id)).replyRound2.dueOn).toBe('2026-05-08');
  });

  it('one reply to merged cases asks the first sponsors of all of them', async () => {
    const principal = await aFiledProposal(app, world);
    const { id: follower } = await submitCollective(app, world);
    await fileProposal(app, world, follower);
    await mergeInto(app, world, follower, principal.id);
    await step.handOver(app, world, principal.id);
    const [lead] = (await step.assign(app, world, principal.id)).assignments;
    await step.acknowledge(app, world, lead);
    await handling.reply(app, world, lead);
    const { clocks } = await must(app, world.by.clerk, 'GET', `/api/proposals/${principal.id}`);
    expect(clocks.map((it: { clock: string; owerScope: number }) => [it.clock, it.owerScope])).toEqual([
      ['feedback', world.sponsors.first],
      ['feedback', world.sponsors.sector],
    ]);
    const { assignments } = await must(app, world.by.sector, 'GET', `/api/proposals/${principal.id}`);
    expect(assignments[0].reply.body).toBe(handling.WHOLE_REPLY.body);
  });
});
