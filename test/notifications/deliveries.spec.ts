import { Deliveries } from '../../src/notifications/deliveries';
import { Preferences } from '../../src/notifications/preferences.service';
import { Relay } from '../../src/notifications/relay';
import { AccountStates } from '../../src/platform/accounts/account-states.service';
import { SYSTEM } from '../../src/platform/accounts/actor';
import { eachDatabase, type RunningApp } from '../support/harness';
import { inboxOf } from '../support/inbox';
import { MailServer } from '../support/mail-server';
import { anAssignedProposal, grantReturn, requestReturn } from '../support/steps/assignment';
import { deliveriesSeen, sendAll, wishes } from '../support/steps/notifications';
import { submitJoint, submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const MINUTE = 60_000;

const carry = (app: RunningApp) => app.get(Relay).drain();

eachDatabase('What goes out by mail', (open, kind) => {
  let server: MailServer;
  let app: RunningApp;
  let world: World;

  beforeEach(async () => {
    server = await MailServer.open();
    app = await open({ environment: server.environment });
    world = await aWorld(app);
  });
  afterEach(() => server.close());

  const states = async () =>
    (await deliveriesSeen(app, world)).map(({ state, lastError }) => [state, lastError]);

  it('is one mail for each thing told, to whoever wishes that, in words and with a link', async () => {
    const address = await wishes(app, server, world.by.clerk, 'each');
    const { id } = await submitProposal(app, world, { subject: '关于<b>停车</b>&"难"的建议' });
    await sendAll(app);
    const [mail, ...more] = server.mails;
    expect(more).toEqual([]);
    expect([mail.to, mail.subject]).toEqual([address, '【提案办理】提交提案 《关于<b>停车</b>&"难"的建议》']);
    expect(mail.text).toContain(`https://tiban.example/proposals/${id}`);
    expect(mail.text).toContain('您需要办理：审查提案，期限 2026-03-16（还有 14 天）');
    expect(mail.text).not.toContain('王一文');
    expect(mail.html).toContain('关于&lt;b>停车&lt;/b>&amp;&quot;难&quot;的建议');
    expect(mail.html).not.toContain('<b>');
    expect(mail.head).toMatch(/^From: 提案委 <tiban@cppcc\.example>$/m);
    expect(mail.head).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(mail.head).toMatch(/^List-Id: <notifications\.tiban\.example>$/im);
    const [row] = await deliveriesSeen(app, world);
    expect(row).toMatchObject({ account: world.by.clerk.name, state: 'sent', attempts: 1, lastError: null });
    expect(mail.messageId).toBe(`<delivery-${row.id}@tiban.example>`);
  });

  it('is nothing for whoever wishes none, has no address, or has not proved it', async () => {
    await wishes(app, server, world.by.clerk, 'none');
    await app
      .get(Preferences)
      .change(world.by.otherClerk.accountId, { mail: 'each', email: 'other@example.cn' });
    await submitProposal(app, world);
    await sendAll(app);
    expect(server.mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['other@example.cn', '【提案办理】验证邮箱'],
    ]);
    expect(await deliveriesSeen(app, world)).toEqual([]);
    expect((await inboxOf(app, world.by.clerk)).total).toBe(1);
  });

  it('waits until it may ring: over night, over the weekend', async () => {
    const address = await wishes(app, server, world.by.clerk, 'each');
    app.clock.set('2026-03-06T11:00:00.000Z'); // Friday, 19:00
    await submitProposal(app, world, {});
    await sendAll(app);
    expect(server.to(address)).toEqual([]);
    expect((await deliveriesSeen(app, world))[0]).toMatchObject({ nextAt: '2026-03-09T00:30:00.000Z' });
    app.clock.set('2026-03-09T00:29:59.999Z');
    expect(await app.get(Deliveries).send()).toBe(0);
    app.clock.set('2026-03-09T00:30:00.000Z');
    expect(await app.get(Deliveries).send()).toBe(1);
  });

  it('does not ring late either, when it could not go out in time', async () => {
    const address = await wishes(app, server, world.by.clerk, 'each');
    await submitProposal(app, world);
    app.clock.set('2026-03-02T12:00:00.000Z'); // 20:00: nothing was sent all day
    await app.get(Deliveries).send();
    expect(server.to(address)).toEqual([]);
  });

  it('is withheld when the case is no longer theirs to see, when it leaves', async () => {
    const address = await wishes(app, server, world.by.transport.handler, 'each');
    const { assignments } = await anAssignedProposal(app, world);
    await carry(app);
    const before = (await deliveriesSeen(app, world)).filter(({ state }) => state === 'waiting').length;
    expect(before).toBeGreaterThan(0);
    await requestReturn(app, world, assignments[0]);
    await grantReturn(app, world, assignments[0]);
    await app.get(Deliveries).send();
    expect(server.to(address)).toEqual([]);
    expect(await states()).toEqual(Array(before).fill(['withheld', 'notVisible']));
  });

  it('is withheld from an account closed meanwhile, and from whoever changed their wish', async () => {
    const closed = await wishes(app, server, world.by.clerk, 'each');
    const other = await wishes(app, server, world.by.otherClerk, 'each');
    await submitProposal(app, world);
    await carry(app);
    await app.get(AccountStates).deactivate(world.by.clerk.accountId, SYSTEM);
    await app.get(Preferences).change(world.by.otherClerk.accountId, { mail: 'none', email: other });
    await app.get(Deliveries).send();
    expect([...server.to(closed), ...server.to(other)]).toEqual([]);
    expect((await states()).sort()).toEqual([
      ['withheld', 'accountClosed'],
      ['withheld', 'notWished'],
    ]);
  });

  it('goes out once, however many send at once', async () => {
    for (const person of [world.by.clerk, world.by.otherClerk, world.by.second])
      await wishes(app, server, person, 'each');
    for (let count = 0; count < 8; count += 1) await submitJoint(app, world);
    const other = kind === 'postgres' ? await open({ environment: { ...app.environment } }) : app;
    await carry(app);
    await Promise.all([app, other, app, other].map((each) => each.get(Deliveries).send()));
    const ids = server.mails.map(({ messageId }) => messageId);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set((await deliveriesSeen(app, world)).map(({ state }) => state))).toEqual(new Set(['sent']));
  });

  it('goes out after all when whoever was sending it has died, and fails when many have', async () => {
    const address = await wishes(app, server, world.by.clerk, 'each');
    await submitProposal(app, world);
    await carry(app);
    // As a process leaves it that was killed while it was sending.
    const die = (attempts: number) =>
      app.database.transaction((em) =>
        app.database.change(
          `UPDATE "delivery" SET "state" = 'sending', "attempts" = ?, "leaseUntil" = ? WHERE "kind" <> 'code'`,
          [attempts, '2026-03-02T01:02:00.000Z'],
          em,
        ),
      );
    await die(1);
    expect(await app.get(Deliveries).send()).toBe(0);
    app.clock.advance(2 * MINUTE);
    expect(await app.get(Deliveries).send()).toBe(1);
    expect(server.to(address)).toHaveLength(1);
    await die(6);
    await app.get(Deliveries).send();
    expect(server.to(address)).toHaveLength(1);
    expect(await states()).toEqual([['failed', 'interrupted']]);
  });
});
