import { eachDatabase, type RunningApp } from '../support/harness';
import { given, goTo, kindsOf, sweepOn } from '../support/reminders';
import { must, perform } from '../support/requests';
import * as step from '../support/steps/assignment';
import { aFiledCollective, aFiledProposal } from '../support/steps/examination';
import { reply } from '../support/steps/handling';
import { mergeInto } from '../support/steps/merging';
import { aWorld, type World } from '../support/world';

eachDatabase('Reminders', (open) => {
  let app: RunningApp;
  let world: World;

  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const handler = () => world.by.transport.handler;
  const dueOf = async (clock: string) => {
    const sql = 'SELECT "dueOn" FROM "deadline" WHERE "clock" = ? ORDER BY "id" DESC';
    return (await app.database.rows<{ dueOn: string }>(sql, [clock]))[0].dueOn;
  };

  it('are silent while an extension runs, and speak again before its end', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    const [{ id }] = assignments;
    await sweepOn(app, '2026-05-26');
    await step.onAssignment(app, handler(), id, 'ask-extension', {
      until: '2026-07-15',
      reason: '须现场勘查。',
    });
    await sweepOn(app, '2026-05-28');
    await step.onAssignment(app, world.by.government, id, 'grant-extension', { note: '同意。' });
    await sweepOn(app, '2026-06-20');
    expect(await kindsOf(app, 'reply')).toEqual(['blue-5w']);
    await sweepOn(app, '2026-06-30');
    await sweepOn(app, '2026-07-15');
    expect((await given(app, 'reply')).slice(1)).toMatchObject([
      { kind: 'blue-15d', dueOn: '2026-07-15' },
      { kind: 'yellow+0d', dueOn: '2026-07-15' },
    ]);
  });

  it('are silent while a return waits for its decision, and go on by the time that was left', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    goTo(app, '2026-03-13');
    await step.requestReturn(app, world, assignments[0]);
    const due = await dueOf('reply');
    await sweepOn(app, '2026-09-01');
    expect(await kindsOf(app, 'reply')).toEqual([]);
    expect(await kindsOf(app, 'firstContact')).toEqual([]);
    expect(await kindsOf(app, 'decideReturn')).toHaveLength(1);
    await step.refuseReturn(app, world, assignments[0]);
    const later = await dueOf('reply');
    expect(later > due).toBe(true);
    await sweepOn(app, '2026-09-02');
    expect(await kindsOf(app, 'reply')).toEqual([]);
    await sweepOn(app, later);
    expect(await kindsOf(app, 'reply')).toEqual(['yellow+0d']);
  });

  it('leave a unit alone that has returned the case, and start anew for the next', async () => {
    const { id, assignments } = await step.anAcknowledgedProposal(app, world);
    goTo(app, '2026-03-13');
    await step.requestReturn(app, world, assignments[0]);
    await step.grantReturn(app, world, assignments[0]);
    await sweepOn(app, '2026-03-20');
    expect((await given(app)).map(({ clock, told }) => [clock, told])).toEqual([
      ['route', [world.by.government.name]],
    ]);
    const { assignments: next } = await step.assign(app, world, id, [['housing', 'lead']]);
    await step.acknowledge(app, world, next[0]);
    const due = await dueOf('reply');
    await sweepOn(app, due);
    expect(await given(app, 'reply')).toMatchObject([
      { kind: 'yellow+0d', dueOn: due, told: [world.by.housing.handler.name] },
    ]);
  });

  it('follow a case that is taken back and given to another unit', async () => {
    const { id, assignments } = await step.anAcknowledgedProposal(app, world);
    await sweepOn(app, '2026-05-18');
    await step.onAssignment(app, world.by.government, assignments[0].id, 'recall', {
      reason: '职责已调整。',
    });
    const { assignments: next } = await step.assign(app, world, id, [['publicity', 'lead']]);
    await step.acknowledge(app, world, next[0]);
    const due = await dueOf('reply');
    await sweepOn(app, due);
    const { transport, publicity } = world.by;
    expect((await given(app, 'reply')).map(({ dueOn, told }) => [dueOn, told])).toEqual([
      ['2026-06-02', [transport.handler.name]],
      [due, [publicity.handler.name]],
    ]);
  });

  it('end for a case that follows another, and start anew when it is parted', async () => {
    const { id: principal } = await aFiledProposal(app, world);
    const { id: follower } = await aFiledCollective(app, world);
    await mergeInto(app, world, follower, principal);
    goTo(app, '2026-04-10');
    await sweepOn(app, '2026-04-10');
    const cases = async () =>
      (
        await app.database.rows<{ proposalId: number }>(
          'SELECT d."proposalId" FROM "reminder" r JOIN "deadline" d ON d."id" = r."deadlineId" ORDER BY r."id"',
        )
      ).map(({ proposalId }) => proposalId);
    expect(await cases()).toEqual([principal]);
    await perform(app, world.by.clerk, follower, 'unmerge', { reason: '内容不同。' });
    expect(await sweepOn(app, '2026-04-13')).toMatchObject({ reminders: expect.any(Number) });
    const due = await dueOf('handOver');
    await sweepOn(app, due);
    expect(await cases()).toContain(follower);
  });

  it('end with the step they are about; of the next step another is reminded', async () => {
    const { id, assignments } = await step.anAcknowledgedProposal(app, world);
    await sweepOn(app, '2026-06-02');
    await reply(app, world, assignments[0]);
    await sweepOn(app, '2026-06-30');
    expect(await kindsOf(app, 'reply')).toEqual(['yellow+0d']);
    expect((await given(app, 'feedback')).map(({ told }) => told[0])).toContain(world.by.first.name);
    const { items, total } = await must(app, world.by.clerk, 'GET', `/api/reminders?proposalId=${id}`);
    expect(total).toBe(items.length);
    const unit = await must(app, handler(), 'GET', `/api/reminders?proposalId=${id}`);
    const clocks = (rows: { clock: string }[]) => [...new Set(rows.map(({ clock }) => clock))].sort();
    expect(clocks(items)).toContain('feedback');
    expect(clocks(unit.items)).not.toContain('feedback');
    expect(unit.total).toBe(unit.items.length);
    expect(unit.items[0].told).toBeUndefined();
    expect(items.at(-1).told.length).toBe(items.at(-1).recipients);
  });

  it('of a case do not exist for whoever may not see it', async () => {
    const { id } = await step.anAcknowledgedProposal(app, world);
    const answer = await app.inject({
      url: `/api/reminders?proposalId=${id}`,
      headers: world.by.publicity.handler.headers,
    });
    expect(answer.statusCode).toBe(404);
  });
});
