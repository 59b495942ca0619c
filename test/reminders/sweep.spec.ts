import { AccountStates } from '../../src/platform/accounts/account-states.service';
import { SYSTEM } from '../../src/platform/accounts/actor';
import { WornHats } from '../../src/platform/accounts/worn-hats.service';
import { Reminders } from '../../src/reminders/reminders.service';
import { addDays } from '../../src/lifecycle/days';
import { eachDatabase, type RunningApp } from '../support/harness';
import { signInAs } from '../support/people';
import { given, goTo, kindsOf, sweepOn } from '../support/reminders';
import { aHandedOverProposal, anAcknowledgedProposal } from '../support/steps/assignment';
import { aRepliedProposal } from '../support/steps/handling';
import { draftProposal, submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('The sweep', (open, kind) => {
  let app: RunningApp;
  let world: World;

  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const names = (...people: { name: string }[]) => people.map(({ name }) => name).sort();

  it('says nothing on the day a clock starts, and nothing twice', async () => {
    await aHandedOverProposal(app, world);
    expect(await sweepOn(app, '2026-03-02')).toMatchObject({ reminders: 0 });
    expect(await sweepOn(app, '2026-03-09')).toEqual({ deadlines: 1, reminders: 1, notifications: 1 });
    expect(await sweepOn(app, '2026-03-09')).toEqual({ deadlines: 0, reminders: 0, notifications: 0 });
    expect(await given(app)).toEqual([
      {
        clock: 'route',
        kind: 'yellow+0d',
        onDay: '2026-03-09',
        dueOn: '2026-03-09',
        told: [world.by.government.name],
      },
    ]);
  });

  it('climbs the ladder day by day: blue, yellow, red each week, then the committee', async () => {
    const { by } = world;
    await anAcknowledgedProposal(app, world);
    for (let day = '2026-03-03'; day < '2026-07-01'; day = addDays(day, 1)) await sweepOn(app, day);
    const said = await given(app, 'reply');
    expect(said.map(({ kind, onDay, told }) => [kind, onDay, told.length])).toEqual([
      ['blue-15d', '2026-05-18', 1],
      ['blue-5w', '2026-05-26', 1],
      ['yellow+0d', '2026-06-02', 1],
      ['red+1w', '2026-06-03', 3],
      ['red+1w#1', '2026-06-10', 3],
      ['red+10w', '2026-06-16', 5],
      ['red+10w#1', '2026-06-23', 5],
      ['red+10w#2', '2026-06-30', 5],
    ]);
    expect(said[2].told).toEqual(names(by.transport.handler));
    expect(said[3].told).toEqual(names(by.transport.handler, by.transport.leader, by.government));
    expect(said[5].told).toEqual(
      names(by.transport.handler, by.transport.leader, by.government, by.clerk, by.otherClerk),
    );
  });

  it('heals missed days with one reminder, the most urgent, and goes on as if nothing had been missed', async () => {
    await anAcknowledgedProposal(app, world);
    await sweepOn(app, '2026-06-18');
    await sweepOn(app, '2026-06-22');
    expect(await kindsOf(app, 'reply')).toEqual(['red+10w']);
    await sweepOn(app, '2026-06-23');
    expect(await kindsOf(app, 'reply')).toEqual(['red+10w', 'red+10w#1']);
  });

  it('gives each reminder once, however many sweep at once', async () => {
    for (let count = 0; count < 6; count += 1) await aHandedOverProposal(app, world);
    const others = kind === 'postgres' ? [await open({ environment: app.environment })] : [app];
    for (const each of [app, ...others]) goTo(each, '2026-03-09');
    const sweeps = await Promise.all([app, ...others, app].map((each) => each.get(Reminders).sweep()));
    expect(sweeps.reduce((sum, { reminders }) => sum + reminders, 0)).toBe(6);
    expect(await sweepOn(app, '2026-03-09')).toMatchObject({ deadlines: 0 });
    expect(await kindsOf(app, 'route')).toEqual(Array(6).fill('yellow+0d'));
    expect((await given(app)).map(({ told }) => told.length)).toEqual(Array(6).fill(1));
  });

  it('leaves to the next sweep what somebody works on just now', async () => {
    if (kind === 'sqlite') return; // writes take turns there
    await aHandedOverProposal(app, world);
    goTo(app, '2026-03-09');
    await app.database.transaction(async (em) => {
      await app.database.change(`UPDATE "deadline" SET "late" = "late" WHERE "clock" = 'route'`, [], em);
      const other = await open({ environment: app.environment, at: '2026-03-09T01:00:00.000Z' });
      expect(await other.get(Reminders).sweep()).toMatchObject({ deadlines: 0 });
    });
    expect(await sweepOn(app, '2026-03-09')).toMatchObject({ reminders: 1 });
  });

  it('refuses a day that has not come', async () => {
    await expect(app.get(Reminders).sweep('2026-03-03')).rejects.toThrow('还没有到');
  });

  it('tells only accounts that are open, in hats worn on the day', async () => {
    const hat = { hat: 'assigningOffice', scopeId: world.offices.government };
    const wearing = async (days: object) => {
      const person = await signInAs(app);
      await app.get(WornHats).give(person.accountId, { ...hat, ...days }, SYSTEM);
      return person;
    };
    const now = await wearing({ since: '2026-03-09', until: '2026-03-09' });
    await wearing({ since: '2026-03-10' });
    await wearing({ since: '2026-03-02', until: '2026-03-08' });
    const closed = await wearing({});
    await app.get(AccountStates).deactivate(closed.accountId, SYSTEM);
    await aHandedOverProposal(app, world);
    await sweepOn(app, '2026-03-09');
    expect((await given(app))[0].told).toEqual(names(world.by.government, now));
  });

  it('never tells the office that sponsors are asked for their ratings', async () => {
    await aRepliedProposal(app, world);
    for (const day of ['2026-03-24', '2026-04-10']) await sweepOn(app, day);
    const said = await given(app, 'feedback');
    expect(said.map(({ kind }) => kind)).toEqual(['red+1w', 'red+10w']);
    const { first, clerk, otherClerk } = world.by;
    expect(said.map(({ told }) => told)).toEqual([names(first), names(first, clerk, otherClerk)]);
  });

  it('does not tell the committee of a draft that it may not see', async () => {
    await draftProposal(app, world.by.first, world.sponsors.first);
    await sweepOn(app, '2026-06-30');
    expect(await given(app)).toMatchObject([
      { clock: 'submit', kind: expect.stringMatching(/^red\+10w/), told: [world.by.first.name] },
    ]);
  });

  it('says nothing of a time within which something may be asked', async () => {
    await anAcknowledgedProposal(app, world);
    await sweepOn(app, '2026-09-01');
    expect(await kindsOf(app, 'returnWindow')).toEqual([]);
  });

  it('works off more than fits into one transaction', async () => {
    await submitProposal(app, world);
    // Nobody performs a thousand actions here: rows as they are, many times over.
    await app.database.transaction((em) =>
      app.database.change(
        `INSERT INTO "deadline" ("clock", "subjectKind", "subjectId", "proposalId", "owerHat", "owerScope", "length",
            "startedOn", "dueOn", "provisional", "state", "late", "calendarRevision", "remindOn")
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100)
          SELECT "clock", "subjectKind", "subjectId", "proposalId", "owerHat", "owerScope", "length", "startedOn",
            "dueOn", "provisional", "state", "late", "calendarRevision", "remindOn" FROM "deadline", n`,
        [],
        em,
      ),
    );
    expect(await sweepOn(app, '2026-03-16')).toEqual({
      deadlines: 1101,
      reminders: 1101,
      notifications: 2202,
    });
  });
});
