import { deadlinesOf } from '../support/deadlines';
import { eachDatabase, type RunningApp } from '../support/harness';
import { readCase, statusOf, toDoOf } from '../support/reading';
import { must } from '../support/requests';
import { type Station, standsAt } from '../support/station';
import * as step from '../support/steps/assignment';
import * as feedback from '../support/steps/feedback';
import { reply } from '../support/steps/handling';
import { aWorld, type World } from '../support/world';

// A unit gives the case back, another one handles it, and its sponsor is not content.
eachDatabase('A return, another unit and a second round', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;
  let [returned, second, third] = [] as step.Begun[];

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    app.clock.set('2026-03-09T01:00:00.000Z');
    ({
      id,
      assignments: [returned],
    } = await step.anAssignedProposal(app, world));
  });

  const on = (day: string) => app.clock.set(`${day}T01:00:00.000Z`);
  const stands = (stage: string, last: Station['last'], ...owes: Station['owes']) =>
    standsAt({ app, world }, id, { stage, last, owes });
  const refusals = () => must(app, world.by.government, 'GET', `/api/assignment/refusals?proposalId=${id}`);

  it('is asked to be returned, and its time rests meanwhile', async () => {
    const { by } = world;
    on('2026-03-11');
    await step.requestReturn(app, world, returned, { suggestedUnitId: world.units.housing });
    await stands('handling', 'requestReturn', [by.government, 'decideReturn']);
    const { reply: time, firstContact, acknowledge } = await deadlinesOf(app, returned.id);
    expect([time.state, firstContact.state, acknowledge.state]).toEqual(['paused', 'paused', 'met']);
  });

  it('goes back to the office, and nothing is charged to the unit that returned it', async () => {
    const { by } = world;
    on('2026-03-18');
    await step.grantReturn(app, world, returned);
    await stands('handedOver', ['reroute', 'grantReturn'], [by.government, 'route']);
    const { decideReturn, acknowledge, ...time } = await deadlinesOf(app, returned.id);
    expect(Object.keys(time).sort()).toEqual(['firstContact', 'reply', 'returnWindow']);
    for (const row of Object.values(time)) expect(row).toMatchObject({ state: 'cancelled', late: false });
    expect([decideReturn.state, decideReturn.late, acknowledge.late]).toEqual(['met', false, false]);
    expect(await statusOf(app, by.transport.handler, id)).toBe(404);
    expect(await toDoOf(app, by.transport.handler)).toEqual([]);
  });

  it('is assigned to another unit with full clocks, which reads why the first would not have it', async () => {
    const { by } = world;
    on('2026-03-19');
    expect(await refusals()).toMatchObject([
      { unitName: '市交通运输局', suggestedUnitName: '市住房和城乡建设局' },
    ]);
    ({
      assignments: [second],
    } = await step.assign(app, world, id, [['housing', 'lead']]));
    const clocks = await deadlinesOf(app, second.id);
    // Three months end at the Dragon Boat Festival, so on the Monday after.
    expect([clocks.acknowledge.dueOn, clocks.reply.dueOn]).toEqual(['2026-03-24', '2026-06-22']);
    await step.acknowledge(app, world, second);
    const { happenings } = await readCase(app, by.housing.handler, id);
    expect(happenings).toMatchObject([{ kind: 'return', text: '不属于本单位职责。', result: 'granted' }]);
    expect((await readCase(app, by.first, id)).happenings).toEqual([]);
  });

  it('is replied, and its sponsor is not content', async () => {
    const { by } = world;
    on('2026-06-01');
    await reply(app, world, second);
    await stands('replied', ['completeReplies', 'issueReply'], [by.first, 'feedback']);
    on('2026-06-08');
    await feedback.rate(app, by.first, id, feedback.DISSATISFIED);
    await stands('replied', 'rate', [by.director, 'confirmRehandling']);
  });

  it('gets a second round with a clock of its own: one month', async () => {
    const { by } = world;
    on('2026-06-10');
    expect(await feedback.rehandle(app, world, id)).toMatchObject({ stage: 'handedOver', round: 2 });
    await stands('handedOver', 'rehandle', [by.government, 'route']);
    ({
      assignments: [third],
    } = await step.assign(app, world, id, [['housing', 'lead']]));
    const { handler } = by.housing;
    const owed = [[handler, 'firstContact'] as const, [handler, 'replyRound2'] as const];
    await stands('handling', ['begin', 'assign'], [handler, 'acknowledge'], ...owed);
    const { reply: none, replyRound2 } = await deadlinesOf(app, third.id);
    expect([none, replyRound2.dueOn]).toEqual([undefined, '2026-07-10']);
    expect((await deadlinesOf(app, second.id)).reply).toMatchObject({ state: 'met', late: false });
  });

  it('is replied anew, satisfies, and is concluded; both rounds can be read', async () => {
    const { by } = world;
    on('2026-07-06');
    await step.acknowledge(app, world, third);
    await reply(app, world, third);
    await stands('replied', ['completeReplies', 'issueReply'], [by.first, 'feedback']);
    await feedback.rate(app, by.first, id);
    await feedback.conclude(app, world, id);
    await stands('concluded', ['conclude', 'rate'], [by.clerk, 'archive']);
    expect((await deadlinesOf(app, third.id)).replyRound2).toMatchObject({ state: 'met', late: false });
    const { raters, earlier } = await feedback.feedback(app, by.housing.leader, id);
    expect(raters).toMatchObject([{ answer: { result: 'satisfied' } }]);
    expect(earlier).toMatchObject([{ round: 1, raters: [{ answer: { result: 'dissatisfied' } }] }]);
    const { assignments } = await readCase(app, by.first, id);
    expect(assignments.map(({ stage, round }: { stage: string; round: number }) => [stage, round])).toEqual([
      ['released', 1],
      ['issued', 1],
      ['issued', 2],
    ]);
    expect(await statusOf(app, by.transport.leader, id)).toBe(404);
  });
});
