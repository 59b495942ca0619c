import { Deliveries } from '../../src/notifications/deliveries';
import { Relay } from '../../src/notifications/relay';
import { eachDatabase, type RunningApp } from '../support/harness';
import { inboxOf } from '../support/inbox';
import { MailServer } from '../support/mail-server';
import { deliveriesSeen, sendAll, wishes } from '../support/steps/notifications';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const MINUTE = 60_000;

eachDatabase('A mail server that does not play along', (open) => {
  let server: MailServer;
  let app: RunningApp;
  let world: World;
  let address: string;

  beforeEach(async () => {
    server = await MailServer.open();
    app = await open({ environment: server.environment });
    world = await aWorld(app);
    address = await wishes(app, server, world.by.clerk, 'each');
    await submitProposal(app, world);
  });
  afterEach(() => server.close());

  const row = async () => (await deliveriesSeen(app, world))[0];
  const send = () => app.get(Deliveries).send();

  it('is tried again ever later when it asks for patience, and then given up', async () => {
    server.refusal = { at: 'rcpt', code: 451 };
    await sendAll(app);
    expect(await row()).toMatchObject({ state: 'waiting', attempts: 1, lastError: 'SMTP 451 RCPT TO' });
    const waits: number[] = [];
    for (let tries = 0; tries < 10 && (await row()).state === 'waiting'; tries += 1) {
      const { nextAt } = await row();
      waits.push((Date.parse(nextAt) - app.clock.now().getTime()) / MINUTE);
      app.clock.set(nextAt);
      await send();
    }
    expect(waits).toEqual([1, 5, 30, 120, 360]);
    expect(await row()).toMatchObject({ state: 'failed', attempts: 6, lastError: 'SMTP 451 RCPT TO' });
    expect(server.mails).toEqual([]);
  });

  it('gets its mail as soon as it takes it', async () => {
    server.refusal = { at: 'data', code: 452 };
    await sendAll(app);
    server.refusal = null;
    expect(await send()).toBe(0);
    app.clock.advance(MINUTE);
    expect(await send()).toBe(1);
    expect(server.to(address)).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2, lastError: null });
  });

  it.each(['rcpt', 'data'] as const)('is not asked again when it refuses for good (%s)', async (at) => {
    server.refusal = { at, code: 550 };
    await sendAll(app);
    const command = at === 'rcpt' ? 'RCPT TO' : 'DATA';
    expect(await row()).toMatchObject({ state: 'failed', attempts: 1, lastError: `SMTP 550 ${command}` });
    app.clock.advance(24 * 60 * MINUTE);
    expect(await send()).toBe(0);
  });

  it('may be sent a mail twice, recognisably, when it dies before it says that it has it', async () => {
    server.refusal = { at: 'afterData' };
    await sendAll(app);
    expect(await row()).toMatchObject({ state: 'waiting', attempts: 1 });
    server.refusal = null;
    app.clock.advance(MINUTE);
    await send();
    const ids = server.to(address).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2 });
    await app.get(Relay).drain();
    expect((await inboxOf(app, world.by.clerk)).total).toBe(1);
  });

  it('may be away: everything waits, and only the first of many find out', async () => {
    for (let count = 0; count < 14; count += 1) await submitProposal(app, world);
    await server.close();
    await sendAll(app);
    const rows = await deliveriesSeen(app, world);
    const tried = rows.filter(({ attempts }) => attempts > 0);
    expect([rows.length, tried.length]).toEqual([15, 10]);
    expect(new Set(tried.map(({ lastError }) => lastError))).toEqual(new Set(['SMTP ESOCKET CONN']));
    expect((await inboxOf(app, world.by.clerk)).total).toBe(15);
  });

  it('is never quoted: what it says may name people', async () => {
    server.refusal = { at: 'rcpt', code: 550 };
    await sendAll(app);
    const kept = JSON.stringify(await app.database.rows('SELECT * FROM "delivery"'));
    expect(kept).not.toMatch(/@example|not wanted|停车/);
  });
});
