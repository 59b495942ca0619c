import { Deliveries } from '../../src/notifications/deliveries';
import { Relay } from '../../src/notifications/relay';
import { JobRegister } from '../../src/platform/queue/job-register';
import { JobRuns } from '../../src/platform/queue/job-runs';
import { addDays } from '../../src/lifecycle/days';
import { eachDatabase, type RunningApp } from '../support/harness';
import { inboxOf } from '../support/inbox';
import { MailServer } from '../support/mail-server';
import { leftUndone, NOTHING_UNDONE } from '../support/outages';
import { given, goTo, kindsOf } from '../support/reminders';
import { anAcknowledgedProposal } from '../support/steps/assignment';
import { sendAll, wishes } from '../support/steps/notifications';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const WEEK = 7 * 24 * 3_600_000;

eachDatabase('A clock that jumps by a week', (open) => {
  let server: MailServer;
  let app: RunningApp;
  let world: World;
  beforeEach(async () => {
    server = await MailServer.open();
    app = await open({ environment: server.environment });
    world = await aWorld(app);
  });
  afterEach(() => server.close());

  /** All the work behind the answers, as the queue would ask for it. */
  const work = async () => {
    for (const [name] of app.get(JobRegister).all()) await app.get(JobRuns).run(name, null);
  };
  const jobs = async () => (await app.inject('/health/ready')).json().parts.jobs;
  const twice = async () => {
    const all = (await given(app)).map(({ clock, kind, dueOn }) => `${clock} ${kind} ${dueOn}`);
    return all.filter((each, at) => all.indexOf(each) !== at);
  };

  it('forward: one reminder for each deadline, and the health page says that work is late until it is done', async () => {
    await anAcknowledgedProposal(app, world);
    goTo(app, '2026-05-27');
    await work();
    const before = (await given(app)).length;
    app.clock.advance(WEEK + 60_000); // past the due day and the first red one
    expect((await jobs()).message).toContain('remind');
    await work();
    const said = (await given(app)).slice(before);
    expect(said.length).toBeGreaterThan(0);
    expect(new Set(said.map(({ clock }) => clock)).size).toBe(said.length);
    expect(said.find(({ clock }) => clock === 'reply')).toMatchObject({ kind: 'red+1w' });
    await work();
    expect((await given(app)).length).toBe(before + said.length);
    expect(await jobs()).toEqual({ status: 'ok' });
    expect(await leftUndone(app)).toEqual(NOTHING_UNDONE);
  });

  it('forward and back: nothing twice, and what comes later comes in its time', async () => {
    await anAcknowledgedProposal(app, world);
    goTo(app, '2026-05-25');
    await work();
    app.clock.advance(WEEK);
    await work();
    app.clock.advance(-WEEK);
    expect((await jobs()).message).toContain('remind');
    const before = (await given(app)).length;
    await work();
    expect((await given(app)).length).toBe(before);
    expect(await jobs()).toEqual({ status: 'ok' });
    for (let day = '2026-05-26'; day <= '2026-06-16'; day = addDays(day, 1)) {
      goTo(app, day);
      await work();
    }
    expect(await kindsOf(app, 'reply')).toEqual([
      ...['blue-15d', 'blue-5w', 'yellow+0d'],
      ...['red+1w', 'red+1w#1', 'red+10w'],
    ]);
    expect(await twice()).toEqual([]);
    expect(await leftUndone(app)).toEqual(NOTHING_UNDONE);
  });

  it('back: what was put off while it was ahead does not wait for that week', async () => {
    const address = await wishes(app, server, world.by.clerk, 'each');
    app.clock.advance(WEEK);
    for (let count = 0; count < 2; count += 1) await submitProposal(app, world);
    server.refusal = { at: 'data', code: 451 };
    await sendAll(app); // both are put off by a minute, a week ahead
    await submitProposal(app, world);
    const change = (sql: string, params: string[]) =>
      app.database.transaction((em) => app.database.change(sql, params, em));
    const ahead = new Date(app.clock.now().getTime() + 60_000).toISOString();
    // As a failure and a process that was killed leave them.
    await change('UPDATE "outbox" SET "attempts" = 1, "nextAt" = ? WHERE "doneAt" IS NULL', [ahead]);
    await change(
      `UPDATE "delivery" SET "state" = 'sending', "leaseUntil" = ?
        WHERE "id" = (SELECT MAX("id") FROM "delivery" WHERE "state" = 'waiting')`,
      [ahead],
    );
    server.refusal = null;
    app.clock.advance(-WEEK);
    await app.get(Relay).drain();
    await app.get(Deliveries).send();
    expect(new Set(server.to(address).map(({ messageId }) => messageId)).size).toBe(3);
    expect((await inboxOf(app, world.by.clerk)).total).toBe(3);
    expect(await leftUndone(app)).toEqual(NOTHING_UNDONE);
  });
});
