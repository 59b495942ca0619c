import { eachDatabase, type RunningApp } from '../support/harness';
import { type Inbox, inboxOf } from '../support/inbox';
import type { Person } from '../support/people';
import { goTo, sweepOn } from '../support/reminders';
import { must } from '../support/requests';
import * as step from '../support/steps/assignment';
import { aRepliedProposal, reply } from '../support/steps/handling';
import { aWorld, type World } from '../support/world';

interface Item {
  id: number;
  kind: string;
  clock: string;
  level: string;
  settled: boolean;
  daysLeft: number;
  message: string;
}

eachDatabase('Reminders in the inbox', (open) => {
  let app: RunningApp;
  let world: World;

  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const items = async (by: Person): Promise<Item[]> =>
    ((await inboxOf(app, by)) as unknown as { items: Item[] }).items.filter(
      ({ kind }) => kind === 'reminder',
    );
  const unread = async (by: Person) => (await must(app, by, 'GET', '/api/inbox/unread')).unread;

  it('say how urgent, what, by when, of which case and what to do', async () => {
    const { id } = await step.anAcknowledgedProposal(app, world);
    await sweepOn(app, '2026-05-18');
    expect((await items(world.by.transport.handler)).find(({ clock }) => clock === 'reply')).toMatchObject({
      proposalId: id,
      subject: '关于整治老旧小区停车难的建议',
      level: 'blue',
      levelWord: '蓝色提醒',
      clock: 'reply',
      clockWord: '答复提案者',
      dueOn: '2026-06-02',
      daysLeft: 15,
      settled: false,
      message: '「答复提案者」应于 2026-06-02 前完成，还有 15 天，请按期办理。',
    });
    await sweepOn(app, '2026-06-05');
    const [mine] = await items(world.by.transport.handler);
    const [theirs] = await items(world.by.transport.leader);
    expect([mine.daysLeft, mine.message]).toEqual([
      -3,
      '「答复提案者」应于 2026-06-02 前完成，已超期 3 天，请立即办理，确有困难的请及时说明。',
    ]);
    expect(theirs.message).toContain('请督促责任人立即办理');
  });

  it('stay when the step has been done, and say so', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    await sweepOn(app, '2026-06-02');
    await reply(app, world, assignments[0]);
    const mine = await items(world.by.transport.handler);
    expect(mine.find(({ clock }) => clock === 'reply')).toMatchObject({
      settled: true,
      message: '「答复提案者」已了结，无需再办。',
    });
  });

  it('say that the day has moved, or that time stands still', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    const { handler } = world.by.transport;
    await sweepOn(app, '2026-05-18');
    const ask = { until: '2026-07-15', reason: '须现场勘查。' };
    await step.onAssignment(app, handler, assignments[0].id, 'ask-extension', ask);
    await step.onAssignment(app, world.by.government, assignments[0].id, 'grant-extension', {
      note: '同意。',
    });
    const moved = (await items(handler)).find(({ clock }) => clock === 'reply');
    expect(moved).toMatchObject({ message: '「答复提案者」的期限已调整为 2026-07-15，请按新的期限办理。' });
  });

  it('count with everything else, unread and read, and are told apart by nothing but what they say', async () => {
    await step.anAcknowledgedProposal(app, world);
    await sweepOn(app, '2026-06-03');
    const { leader } = world.by.transport;
    const inbox: Inbox = await inboxOf(app, leader);
    expect([inbox.total, inbox.unread]).toEqual([inbox.items.length, inbox.items.length]);
    expect(await unread(leader)).toBe(inbox.unread);
    await must(app, leader, 'POST', `/api/inbox/${inbox.items[0].id}/read`, {});
    expect(await unread(leader)).toBe(inbox.unread - 1);
    expect(await must(app, leader, 'POST', '/api/inbox/read', {})).toEqual({ read: inbox.unread - 1 });
    expect([await unread(leader), (await inboxOf(app, leader)).total]).toEqual([0, inbox.total]);
  });

  it('show nothing of a case to a unit that has returned it', async () => {
    const { assignments } = await step.anAssignedProposal(app, world);
    await sweepOn(app, '2026-03-05');
    const { handler } = world.by.transport;
    expect(await unread(handler)).toBe(1);
    goTo(app, '2026-03-06');
    await step.requestReturn(app, world, assignments[0]);
    await step.grantReturn(app, world, assignments[0]);
    expect([await unread(handler), await items(handler)]).toEqual([0, []]);
  });

  it('show a hidden clock only to whoever owes it and to the committee', async () => {
    await aRepliedProposal(app, world);
    await sweepOn(app, '2026-04-10');
    for (const by of [world.by.first, world.by.clerk])
      expect((await items(by)).map(({ clock }) => clock)).toContain('feedback');
    for (const by of [world.by.government, world.by.transport.handler, world.by.second])
      expect((await items(by)).map(({ clock }) => clock)).not.toContain('feedback');
  });
});
