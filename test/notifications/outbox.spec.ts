import { Deliveries } from '../../src/notifications/deliveries';
import { Relay } from '../../src/notifications/relay';
import { eachDatabase, type RunningApp } from '../support/harness';
import { inboxOf } from '../support/inbox';
import { must } from '../support/requests';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const MINUTE = 60_000;

eachDatabase('The outbox', (open) => {
  let app: RunningApp;
  let world: World;
  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const outbox = () => must(app, world.by.administrator, 'GET', '/api/outbox');

  it('shows what nobody has been told of yet, and since when', async () => {
    expect(await outbox()).toMatchObject({ depth: 0, oldestAt: null, items: [] });
    await submitProposal(app, world);
    const at = app.clock.now().toISOString();
    app.clock.advance(MINUTE);
    await submitProposal(app, world);
    const { depth, oldestAt, items } = await outbox();
    expect([depth, oldestAt]).toEqual([2, at]);
    expect(items[0]).toMatchObject({ kind: 'proposal', action: 'submit', attempts: 0, nextAt: null });
    expect(JSON.stringify(items)).not.toContain('停车');
    await app.get(Relay).drain();
    expect((await outbox()).depth).toBe(0);
  });

  it('lets everything else pass an entry that cannot be carried, which is tried again ever later', async () => {
    for (let count = 0; count < 3; count += 1) await submitProposal(app, world);
    const [, second] = (await outbox()).items;
    const deliveries = app.get(Deliveries);
    const plan = deliveries.plan.bind(deliveries);
    // Whatever goes wrong with one entry: here with what is planned for it.
    const broken = jest.spyOn(deliveries, 'plan').mockImplementation(async (em, ids) => {
      const [row] = await app.database.rows<{ historyId: number }>(
        `SELECT "historyId" FROM "notification" WHERE "id" = ?`,
        [ids[0] ?? 0],
        em,
      );
      if (row?.historyId === second.historyId) throw new Error('broken');
      return plan(em, ids);
    });
    expect(await app.get(Relay).drain()).toBe(2);
    expect((await inboxOf(app, world.by.clerk)).total).toBe(2);
    expect((await outbox()).items).toMatchObject([{ id: second.id, attempts: 1 }]);
    expect(await app.get(Relay).drain()).toBe(0);
    app.clock.advance(MINUTE);
    await app.get(Relay).drain();
    const [{ attempts, nextAt }] = (await outbox()).items;
    expect([attempts, Date.parse(nextAt) - app.clock.now().getTime()]).toEqual([2, 2 * MINUTE]);
    broken.mockRestore();
    app.clock.advance(2 * MINUTE);
    expect(await app.get(Relay).drain()).toBe(1);
    expect((await inboxOf(app, world.by.clerk)).total).toBe(3);
  });
});
