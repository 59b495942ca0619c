import { Feeds } from '../../src/deadlines/feeds.service';
import { AccountStates } from '../../src/platform/accounts/account-states.service';
import { WornHats } from '../../src/platform/accounts/worn-hats.service';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import type { Person } from '../support/people';
import { send } from '../support/requests';
import * as step from '../support/steps/assignment';
import { aWorld, type World } from '../support/world';

eachDatabase('The calendar feed', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    app.clock.set(START);
    await step.anAcknowledgedProposal(app, world, step.SOLE, { subject: '关于，改善；公交“候车”环境的建议' });
  });

  const feedOf = async ({ actor }: Person) => (await app.get(Feeds).issue(actor)).path;
  const unfolded = (text: string) => text.replaceAll('\r\n ', '');

  it('lists what somebody owes as a calendar program reads it', async () => {
    const answer = await app.inject(await feedOf(world.by.transport.handler));
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['cache-control']).toContain('no-store');
    const text = unfolded(answer.body);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toContain('DTSTART;VALUE=DATE:20260323');
    expect(text).toContain(
      'SUMMARY:首次联系提案者：第1号提案 关于\\，改善\\；公交“候车”环境的建议'
        .replaceAll('\\，', '，')
        .replaceAll('\\；', '；'),
    );
    // RFC 5545: no line longer than 75 octets.
    expect(Math.max(...answer.body.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(
      75,
    );
  });

  it('holds nothing of what others owe', async () => {
    const text = unfolded((await app.inject(await feedOf(world.by.publicity.handler))).body);
    expect(text).not.toContain('BEGIN:VEVENT');
  });

  it('ends with a new address, with its revocation, with the hat, with the account', async () => {
    const { leader } = world.by.housing;
    const old = await feedOf(leader);
    const path = await feedOf(leader);
    expect((await app.inject(old)).statusCode).toBe(404);
    expect((await app.inject(path)).statusCode).toBe(200);
    await app.get(Feeds).revoke(leader.actor);
    expect((await app.inject(path)).statusCode).toBe(404);

    const { handler } = world.by.transport;
    const owed = await feedOf(handler);
    expect((await app.inject(owed)).body).toContain('BEGIN:VEVENT');
    const [hat] = await app.database.rows<{ id: number }>(
      'SELECT "id" FROM "wornHat" WHERE "accountId" = ?',
      [handler.accountId],
    );
    await app.get(WornHats).take(handler.accountId, hat.id, world.by.administrator.actor);
    expect((await app.inject(owed)).body).not.toContain('BEGIN:VEVENT');
    await app.get(AccountStates).deactivate(handler.accountId, world.by.administrator.actor);
    expect((await app.inject(owed)).statusCode).toBe(404);
  });

  it('keeps no secret that could be stolen from the database, and says when it was read', async () => {
    const path = await feedOf(world.by.clerk);
    await app.inject(path);
    const rows = await app.database.rows<object>('SELECT * FROM "calendarFeed"');
    expect(JSON.stringify(rows)).not.toContain(path.slice(10, -4));
    const { body } = await send(app, world.by.clerk, 'GET', '/api/me/calendar-feed');
    expect(body.feed).toEqual({ createdAt: START, readOn: '2026-03-02' });
  });

  it('is made and revoked in person only: a token must not make itself a second way in', async () => {
    expect((await send(app, world.by.clerk, 'POST', '/api/me/calendar-feed')).status).toBe(403);
    expect((await send(app, world.by.clerk, 'DELETE', '/api/me/calendar-feed')).status).toBe(403);
  });

  it.each([
    'x.ics',
    `${'a'.repeat(43)}.ics`,
    'a'.repeat(43),
    `${'a'.repeat(150)}.ics`,
    '..%2f.ics',
    '%00.ics',
  ])('knows nothing under %s', async (name) => {
    expect([400, 404]).toContain((await app.inject(`/calendar/${name}`)).statusCode);
  });
});
