import { Deliveries } from '../../src/notifications/deliveries';
import { HistoryVerification } from '../../src/platform/history/verification';
import { eachDatabase, type RunningApp } from '../support/harness';
import { MailServer } from '../support/mail-server';
import type { Person } from '../support/people';
import { send } from '../support/requests';
import { deliveriesSeen, sendAll, wishes } from '../support/steps/notifications';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('Whoever looks after what goes out', (open) => {
  let server: MailServer;
  let app: RunningApp;
  let world: World;
  let address: string;
  let by: Person;

  beforeEach(async () => {
    server = await MailServer.open();
    app = await open({ environment: server.environment });
    world = await aWorld(app);
    by = world.by.administrator;
    address = await wishes(app, server, world.by.clerk, 'each');
    server.refusal = { at: 'rcpt', code: 550 };
    await submitProposal(app, world);
    await sendAll(app);
    server.refusal = null;
  });
  afterEach(() => server.close());

  const row = async () => (await deliveriesSeen(app, world))[0];
  const on = async (verb: string, id: number, person = by) => {
    const { status, body } = await send(app, person, 'POST', `/api/deliveries/${id}/${verb}`, {});
    return { status, state: body?.state, code: body?.reasons?.[0].code };
  };

  it('finds what has failed, and is told neither content nor address', async () => {
    await wishes(app, server, world.by.otherClerk, 'each');
    const failed = await deliveriesSeen(app, world, '&state=failed');
    expect(failed).toHaveLength(1);
    expect(await deliveriesSeen(app, world, '&state=waiting')).toEqual([]);
    expect(await deliveriesSeen(app, world, '&channel=webhook')).toEqual([]);
    expect(await deliveriesSeen(app, world, `&accountId=${world.by.clerk.accountId}`)).toEqual(failed);
    expect(await deliveriesSeen(app, world, `&accountId=${world.by.second.accountId}`)).toEqual([]);
    const { body } = await send(app, by, 'GET', '/api/deliveries?size=1&page=1');
    expect([body.items.length, body.total]).toEqual([1, 3]);
    expect(JSON.stringify(body)).not.toMatch(/@|停车/);
    expect((await send(app, by, 'GET', '/api/deliveries?state=lost')).status).toBe(422);
  });

  it('tries again: it is written and checked anew', async () => {
    const { id } = await row();
    expect(await on('retry', id)).toMatchObject({ status: 200, state: 'waiting' });
    expect(await row()).toMatchObject({ state: 'waiting', attempts: 0, lastError: null });
    expect(await on('retry', id)).toMatchObject({ status: 409, code: 'notStopped' });
    await app.get(Deliveries).send();
    expect(server.to(address)).toHaveLength(1);
    expect(await on('retry', id)).toMatchObject({ status: 409, code: 'notStopped' });
    expect(await on('cancel', id)).toMatchObject({ status: 409, code: 'over' });
  });

  it('stops what has not gone out, and may think better of it', async () => {
    const { id } = await row();
    await on('retry', id);
    expect(await on('cancel', id)).toMatchObject({ status: 200, state: 'cancelled' });
    await app.get(Deliveries).send();
    expect(server.to(address)).toEqual([]);
    expect((await on('retry', id)).state).toBe('waiting');
    await app.get(Deliveries).send();
    expect(server.to(address)).toHaveLength(1);
  });

  it('leaves a trace of both', async () => {
    const { id } = await row();
    await on('retry', id);
    await on('cancel', id);
    const rows = await app.database.rows<object>(
      `SELECT "actorName", "action", "subjectId", "change" FROM "history" WHERE "kind" = 'delivery' ORDER BY "id"`,
    );
    const change = (was: string) =>
      JSON.stringify({ channel: 'mail', recipient: world.by.clerk.accountId, was });
    expect(rows).toEqual([
      { actorName: by.name, action: 'retry', subjectId: id, change: change('failed') },
      { actorName: by.name, action: 'cancel', subjectId: id, change: change('waiting') },
    ]);
    expect(await app.get(HistoryVerification).verify()).toMatchObject({ sound: true });
  });

  it('is the administrator; the auditor looks on, and nobody else even that', async () => {
    const { id } = await row();
    const { auditor, clerk, director } = world.by;
    for (const url of ['/api/deliveries', '/api/outbox'])
      for (const [person, status] of [
        [auditor, 200],
        [clerk, 403],
        [director, 403],
      ] as const)
        expect([url, (await send(app, person, 'GET', url)).status]).toEqual([url, status]);
    for (const person of [auditor, clerk]) expect((await on('retry', id, person)).status).toBe(403);
    expect((await on('retry', 999_999)).status).toBe(404);
  });

  it('stops and retries at once without harm', async () => {
    const { id } = await row();
    const statuses = await Promise.all(['retry', 'cancel', 'retry', 'cancel'].map((verb) => on(verb, id)));
    expect(statuses.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(['waiting', 'cancelled']).toContain((await row()).state);
  });
});
