import { deadlinesOf } from '../support/deadlines';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { toldOf } from '../support/inbox';
import { codesOf, faultsOf } from '../support/problems';
import { must, send } from '../support/requests';
import * as step from '../support/steps/assignment';
import { aFiledProposal } from '../support/steps/examination';
import { aPreparedNotice, aPublishableCase } from '../support/steps/publication';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';
import {
  allDeadlines,
  calendarEntries,
  dayOff,
  importYear,
  NEXT_YEAR,
  preview,
  setDay,
  trySetDay,
  unexplained,
} from './keeping';

eachDatabase('A change of the calendar', (open) => {
  let app: RunningApp;
  let world: World;

  const begin = async (at = START) => {
    app = await open({ at });
    world = await aWorld(app);
  };
  const due = async (id: number, clock: string) => (await deadlinesOf(app, id, 'proposal'))[clock].dueOn;
  afterEach(async () => expect(await unexplained(app)).toEqual([]));

  it('shows what it would move, and has moved nothing', async () => {
    await begin();
    const { id } = await submitProposal(app, world);
    const before = await allDeadlines(app);
    const shown = await preview(app, world.by.clerk, 'days', dayOff('2026-03-10'));
    expect(shown).toMatchObject({
      revision: 3,
      days: ['2026-03-10'],
      pastDays: [],
      moved: 1,
      definite: 0,
      closed: 0,
    });
    expect(shown.deadlines).toEqual([
      expect.objectContaining({ proposalId: id, clock: 'examine', from: '2026-03-16', to: '2026-03-17' }),
    ]);
    expect(await allDeadlines(app)).toEqual(before);
    expect(await calendarEntries(app)).toEqual([]);
  });

  it('moves what runs, with an entry of the history and word to whoever owes it', async () => {
    await begin();
    const { id } = await submitProposal(app, world);
    const applied = await setDay(app, world.by.clerk, dayOff('2026-03-10', { revision: 3 }));
    expect(applied).toEqual({ revision: 4, moved: 1, definite: 0, closed: 0 });
    expect(await due(id, 'examine')).toBe('2026-03-17');
    expect(await toldOf(app, 'recount', id)).toEqual([world.by.otherClerk.name]);
    const { items } = await must(app, world.by.clerk, 'GET', `/api/proposals/${id}/history`).then(
      (found) => ({
        items: (found.items ?? found) as { action: string; actor: string; change: object }[],
      }),
    );
    const moved = [{ clock: 'examine', from: '2026-03-16', to: '2026-03-17' }];
    expect(items[0]).toMatchObject({
      action: 'recount',
      actor: world.by.clerk.name,
      change: { revision: 4, moved },
    });
    expect(await calendarEntries(app)).toEqual([
      {
        action: 'setDay',
        actorName: world.by.clerk.name,
        subjectId: 4,
        change: expect.objectContaining({ day: '2026-03-10', kind: 'off', moved: 1, closed: 0 }),
      },
    ]);
  });

  it('moves each case once, and back when the day is worked after all', async () => {
    await begin();
    const first = await submitProposal(app, world);
    const second = await step.anAssignedProposal(app, world, step.JOINT);
    const before = await allDeadlines(app);
    const { moved } = await setDay(app, world.by.administrator, dayOff('2026-03-05'));
    expect(moved).toBeGreaterThan(4);
    const recounts = await app.database.rows<{ proposalId: number }>(
      `SELECT "proposalId" FROM "history" WHERE "action" = 'recount' ORDER BY "id"`,
    );
    expect(recounts.map(({ proposalId }) => proposalId)).toEqual([first.id, second.id]);
    await setDay(app, world.by.administrator, dayOff('2026-03-05', { kind: 'worked', name: '恢复上班' }));
    const days = (rows: typeof before) => rows.map(({ id, dueOn }) => [id, dueOn]);
    expect(days(await allDeadlines(app))).toEqual(days(before));
  });

  it('moves what rests, which is resumed by the new days', async () => {
    await begin();
    const { assignments } = await step.anAcknowledgedProposal(app, world, step.SOLE);
    await step.requestReturn(app, world, assignments[0]);
    const before = (await deadlinesOf(app, assignments[0].id)).firstContact;
    expect(before.state).toBe('paused');
    const { moved } = await setDay(app, world.by.clerk, dayOff('2026-03-12'));
    expect(moved).toBeGreaterThan(0);
    const after = (await deadlinesOf(app, assignments[0].id)).firstContact;
    expect([after.state, after.dueOn > before.dueOn]).toEqual(['paused', true]);
  });

  it('moves what is owed for a notice', async () => {
    await begin();
    const { id } = await aPublishableCase(app, world);
    const notice = await aPreparedNotice(app, world, [{ proposalId: id }]);
    const before = (await deadlinesOf(app, notice, 'publication')).approveNotice.dueOn;
    await setDay(app, world.by.clerk, dayOff('2026-03-05'));
    expect((await deadlinesOf(app, notice, 'publication')).approveNotice.dueOn > before).toBe(true);
    expect(await toldOf(app, 'recount', notice)).toEqual(
      [world.by.office.name, world.by.otherOffice.name].sort(),
    );
  });

  it('leaves what is over as it is, and says how much of it was counted by these days', async () => {
    await begin();
    await aFiledProposal(app, world);
    const closed = (await allDeadlines(app)).filter(({ state }) => state !== 'running');
    const shown = await preview(app, world.by.clerk, 'days', dayOff('2026-03-10'));
    expect(shown.closed).toBeGreaterThan(0);
    const applied = await setDay(app, world.by.clerk, dayOff('2026-03-10'));
    expect(applied.closed).toBe(shown.closed);
    const after = (await allDeadlines(app)).filter(({ state }) => state !== 'running');
    expect(after).toEqual(closed);
  });

  it('makes certain what was provisional, silently where the day stays', async () => {
    await begin('2026-12-21T01:00:00.000Z');
    const { id } = await submitProposal(app, world);
    expect((await allDeadlines(app)).find(({ clock }) => clock === 'examine')).toMatchObject({
      dueOn: '2027-01-05',
      provisional: true,
    });
    expect(await preview(app, world.by.clerk, 'years', NEXT_YEAR)).toMatchObject({ moved: 0, definite: 1 });
    const events = 'SELECT COUNT(*) AS "count" FROM "deadlineEvent"';
    const before = await app.database.rows(events);
    expect(await importYear(app, world.by.clerk)).toMatchObject({ revision: 4, moved: 0, definite: 1 });
    expect(await due(id, 'examine')).toBe('2027-01-05');
    const running = (await allDeadlines(app)).filter(({ state }) => state === 'running');
    expect(running.map(({ provisional }) => provisional)).toEqual([false]);
    expect(await app.database.rows(events)).toEqual(before);
    const content = `${NEXT_YEAR.content}\n2027-01-09,班,`;
    expect(await importYear(app, world.by.clerk, { ...NEXT_YEAR, content })).toMatchObject({ moved: 0 });
    expect((await send(app, world.by.clerk, 'GET', '/api/calendar/years/2027')).body.days).toHaveLength(4);
  });

  it('moves what was provisional when the year turns out otherwise, and replaces days set before', async () => {
    await begin('2026-12-21T01:00:00.000Z');
    const { id } = await submitProposal(app, world);
    await importYear(app, world.by.clerk);
    await setDay(app, world.by.clerk, dayOff('2027-01-04'));
    expect(await due(id, 'examine')).toBe('2027-01-06');
    const content = `${NEXT_YEAR.content}\n2027-01-05,休,元旦`;
    const shown = await preview(app, world.by.clerk, 'years', { ...NEXT_YEAR, content });
    expect(shown).toMatchObject({
      replacedDays: ['2027-01-04'],
      days: ['2027-01-04', '2027-01-05'],
      moved: 0,
    });
    await importYear(app, world.by.clerk, { ...NEXT_YEAR, content });
    expect(await due(id, 'examine')).toBe('2027-01-06');
  });

  it('of days that are over needs a reason and to be meant', async () => {
    await begin('2026-03-09T01:00:00.000Z');
    const past = await trySetDay(app, world.by.clerk, dayOff('2026-03-09'));
    expect(faultsOf(past)).toEqual([422, ['confirmPast pastDays']]);
    expect(await setDay(app, world.by.clerk, dayOff('2026-03-09', { confirmPast: true }))).toMatchObject({
      revision: 4,
    });
    const content = '日期,类型,名称\n2026-01-01,休,元旦';
    const year = { ...NEXT_YEAR, year: 2026, content, confirmPast: true };
    const silent = await send(app, world.by.clerk, 'POST', '/api/calendar/years', year);
    expect(faultsOf(silent)).toEqual([422, ['confirmPast pastDays']]);
    await importYear(app, world.by.clerk, { ...year, reason: '原安排录入有误。' });
    expect((await calendarEntries(app)).at(-1)).toMatchObject({ change: { reason: '原安排录入有误。' } });
  });

  it('that changes nothing, or belongs to no loaded year, is refused', async () => {
    await begin();
    const worked = await trySetDay(app, world.by.clerk, dayOff('2027-03-05'));
    expect(faultsOf(worked)).toEqual([422, ['day yearNotLoaded']]);
    await setDay(app, world.by.clerk, dayOff('2026-03-10'));
    expect(faultsOf(await trySetDay(app, world.by.clerk, dayOff('2026-03-10')))).toEqual([
      422,
      [' unchanged'],
    ]);
  });

  it('that somebody else was faster with is a conflict', async () => {
    await begin();
    await submitProposal(app, world);
    const both = await Promise.all(
      ['2026-03-10', '2026-03-11'].map((day) => trySetDay(app, world.by.clerk, dayOff(day, { revision: 3 }))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await calendarEntries(app)).toHaveLength(1);
    const [faster] = both.filter(({ status }) => status === 201);
    expect(faster.body).toMatchObject({ revision: 4, moved: 1 });
    const slower = await trySetDay(app, world.by.clerk, dayOff('2026-03-12', { revision: 3 }));
    expect(codesOf(slower)).toEqual([409, []]);
  });

  it('that breaks off leaves nothing behind', async () => {
    await begin();
    await submitProposal(app, world);
    await app.database.transaction(async (em) => {
      const check = `CHECK ("kind" <> 'calendar')`;
      if (app.kind === 'postgres')
        await app.database.change(`ALTER TABLE "history" ADD CONSTRAINT "no_calendar" ${check}`, [], em);
      else
        await app.database.change(
          `CREATE TRIGGER "no_calendar" BEFORE INSERT ON "history" WHEN NEW."kind" = 'calendar'
            BEGIN SELECT RAISE(ABORT, 'no calendar'); END`,
          [],
          em,
        );
    });
    const before = await allDeadlines(app);
    expect((await trySetDay(app, world.by.clerk, dayOff('2026-03-10'))).status).toBe(500);
    expect(await allDeadlines(app)).toEqual(before);
    expect(await app.database.rows('SELECT "revision" FROM "calendarHead"')).toEqual([{ revision: 3 }]);
    expect(await app.database.rows(`SELECT "id" FROM "history" WHERE "action" = 'recount'`)).toEqual([]);
  });
});
