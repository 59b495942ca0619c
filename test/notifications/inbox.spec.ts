import { Relay } from '../../src/notifications/relay';
import { AccountStates } from '../../src/platform/accounts/account-states.service';
import { SYSTEM } from '../../src/platform/accounts/actor';
import { ApiTokens } from '../../src/platform/accounts/api-tokens.service';
import { WornHats } from '../../src/platform/accounts/worn-hats.service';
import { eachDatabase, type RunningApp } from '../support/harness';
import { inboxOf, type Told } from '../support/inbox';
import { type Person, signInAs } from '../support/people';
import { must, send } from '../support/requests';
import * as step from '../support/steps/assignment';
import * as meeting from '../support/steps/evaluation';
import { rate } from '../support/steps/feedback';
import { aRepliedProposal } from '../support/steps/handling';
import { submitJoint, submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('The inbox', (open, kind) => {
  let app: RunningApp;
  let world: World;

  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const drain = (of = app) => of.get(Relay).drain();
  const actions = async (by: Person, of = app) => (await inboxOf(of, by)).items.map(({ action }) => action);
  /** How often whom was told of what, whoever it was. */
  const tellings = async (of = app) => {
    const rows = await of.database.rows<Told>('SELECT "historyId", "accountId" FROM "notification"');
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(rows.length);
    return rows.length;
  };

  it('tells once, whoever carries it and how often', async () => {
    await step.anAssignedProposal(app, world, step.JOINT);
    const other = kind === 'postgres' ? await open({ environment: app.environment }) : app;
    await Promise.all([drain(), drain(other), drain()]);
    const told = await tellings();
    expect(told).toBeGreaterThan(10);
    expect(await drain()).toBe(0);
    // As after a crash between telling and remembering that it was told.
    await app.database.transaction((em) =>
      app.database.change('UPDATE "outbox" SET "doneAt" = NULL', [], em),
    );
    expect(await drain()).toBeGreaterThan(0);
    expect(await tellings()).toBe(told);
  });

  it('tells after a crash between the deed and the telling', async () => {
    const { id } = await submitJoint(app, world);
    expect(await tellings()).toBe(0);
    await app.app.close();
    const next = await open({ environment: app.environment });
    await drain(next);
    const { items } = await inboxOf(next, world.by.second);
    expect(items.map(({ action, proposalId }) => [action, proposalId])).toEqual([
      ['submit', id],
      ['inviteCosigners', id],
    ]);
  });

  it('tells nobody of what did not happen', async () => {
    const { id } = await submitProposal(app, world);
    await drain();
    const before = await tellings();
    const refused = await send(app, world.by.director, 'POST', `/api/proposals/${id}/file`, {});
    expect(refused.status).toBe(409);
    expect([await drain(), await tellings()]).toEqual([0, before]);
  });

  it('does not tell people of their own deeds, whatever other hats they wear', async () => {
    const hats = [{ hat: 'sponsor', scopeId: world.sponsors.first }, 'committee'];
    const both = await signInAs(app, { hats });
    await submitProposal(app, { ...world, by: { ...world.by, first: both } });
    await drain();
    expect(await actions(both)).toEqual([]);
    expect(await actions(world.by.first)).toEqual(['submit']);
  });

  it('shows a case in words and by number, newest first, and counts what is unread', async () => {
    const { id } = await submitProposal(app, world);
    await submitProposal(app, world);
    await drain();
    const inbox = await inboxOf(app, world.by.clerk);
    expect([inbox.total, inbox.unread]).toEqual([2, 2]);
    expect(inbox.items[1]).toMatchObject({
      proposalId: id,
      actionWord: '提交提案',
      actor: '王一文',
      readAt: null,
    });
    expect(inbox.items[0].id).toBeGreaterThan(inbox.items[1].id);
    const page = await must(app, world.by.clerk, 'GET', '/api/inbox?size=1&page=2');
    expect([page.items[0].id, page.total, page.unread]).toEqual([inbox.items[1].id, 2, 2]);
  });

  it('marks as read, each for oneself, and reading twice changes nothing', async () => {
    const { by } = world;
    await submitProposal(app, world);
    await submitProposal(app, world);
    await drain();
    const [{ id }] = (await inboxOf(app, by.clerk)).items;
    const read = (reader: Person) => send(app, reader, 'POST', `/api/inbox/${id}/read`, {});
    expect((await read(by.otherClerk)).status).toBe(404);
    expect((await read(by.clerk)).status).toBe(200);
    const first = (await inboxOf(app, by.clerk)).items[0].readAt;
    app.clock.advance(60_000);
    expect((await read(by.clerk)).status).toBe(200);
    const { items, unread } = await inboxOf(app, by.clerk);
    expect([items[0].readAt, unread]).toEqual([first, 1]);
    expect(await must(app, by.clerk, 'POST', '/api/inbox/read', {})).toEqual({ read: 1 });
    expect([(await inboxOf(app, by.clerk)).unread, (await inboxOf(app, by.otherClerk)).unread]).toEqual([
      0, 2,
    ]);
  });

  it('shows nothing of a case to a unit that has returned it: no entry, no subject, no count', async () => {
    const { by } = world;
    const { assignments } = await step.anAssignedProposal(app, world);
    await drain();
    const [{ id }] = (await inboxOf(app, by.transport.handler)).items;
    await step.requestReturn(app, world, assignments[0]);
    await step.grantReturn(app, world, assignments[0]);
    await drain();
    for (const reader of [by.transport.handler, by.transport.leader])
      expect(await inboxOf(app, reader)).toMatchObject({ items: [], total: 0, unread: 0 });
    expect((await send(app, by.transport.handler, 'POST', `/api/inbox/${id}/read`, {})).status).toBe(404);
    expect(await must(app, by.transport.handler, 'POST', '/api/inbox/read', {})).toEqual({ read: 0 });
  });

  it('shows meetings and notices only to those who may still see them', async () => {
    const seats = await meeting.standingCommittee(app, world, 1);
    await meeting.anOpenBox(app, world, {
      proposalIds: [await meeting.aKeyCase(app, world)],
      present: seats,
    });
    await drain();
    const { teller } = world.by;
    expect((await inboxOf(app, teller)).items).toMatchObject([
      { action: 'open', subject: '常委会会议民主评议' },
    ]);
    const [{ id }] = teller.actor.hats as unknown as { id: number }[];
    await app.get(WornHats).take(teller.accountId, id, SYSTEM);
    expect(await inboxOf(app, teller)).toMatchObject({ items: [], total: 0, unread: 0 });
  });

  it('shows what a person was told in one hat only to that hat', async () => {
    const { id } = await aRepliedProposal(app, world);
    await drain();
    const hats = ['committee', { hat: 'unitHandler', scopeId: world.units.transport }];
    const both = await signInAs(app, { hats });
    await rate(app, world.by.first, id);
    await drain();
    expect(await actions(both)).toEqual(['rate']);
    const worn = (both.actor.hats as unknown as { id: number; hat: string }[]).filter(
      ({ hat }) => hat === 'unitHandler',
    );
    const owner = { actor: both.actor, hats: both.actor.hats } as Parameters<ApiTokens['issue']>[0];
    const { token } = await app
      .get(ApiTokens)
      .issue(owner, { name: '单位', hats: worn.map((hat) => hat.id) });
    const asHandler = { ...both, headers: { authorization: `Bearer ${token}` } };
    expect((await must(app, asHandler, 'GET', `/api/proposals/${id}`)).stage).toBe('replied');
    expect(await actions(asHandler)).toEqual([]);
  });

  it('tells nobody whose hat is not worn on the day, nor an account that is closed', async () => {
    const wearing = (days: object) => signInAs(app, { hats: [] }).then((person) => ({ person, days }));
    const people = [
      await wearing({ since: '2026-02-01', until: '2026-03-01' }),
      await wearing({ since: '2026-03-03' }),
      await wearing({ since: '2026-02-01', until: '2026-03-02' }),
      await wearing({}),
      await wearing({}),
    ];
    for (const { person, days } of people)
      await app.get(WornHats).give(person.accountId, { hat: 'committee', ...days }, SYSTEM);
    const [{ id: hatId }] = await app.database.rows<{ id: number }>(
      'SELECT "id" FROM "wornHat" WHERE "accountId" = ?',
      [people[3].person.accountId],
    );
    await app.get(WornHats).take(people[3].person.accountId, hatId, SYSTEM);
    await app.get(AccountStates).deactivate(people[4].person.accountId, SYSTEM);
    await submitProposal(app, world);
    await drain();
    const told = await app.database.rows<{ accountId: number }>('SELECT "accountId" FROM "notification"');
    const reached = people.map(({ person }) => told.some(({ accountId }) => accountId === person.accountId));
    expect(reached).toEqual([false, false, true, false, false]);
  });
});
