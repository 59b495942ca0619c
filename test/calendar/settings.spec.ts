import { loadCalendarYears } from '../../config/calendar';
import { loadHandlingRules } from '../../config/handling-rules';
import { Rules } from '../../src/proposals/rules';
import { eachDatabase, type RunningApp, type StartOptions } from '../support/harness';
import { toldOf } from '../support/inbox';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';
import { allDeadlines, calendarEntries, dayOff, importYear, setDay, unexplained } from './keeping';

const RULES = loadHandlingRules();
const YEARS = loadCalendarYears();
const [YEAR] = YEARS.filter(({ year }) => year === 2026);
/** As an update brings it: one more day off in March. */
const CHANGED = { ...YEAR, off: [...YEAR.off, { from: '2026-03-10', to: '2026-03-10', name: '植树节' }] };
const NEXT = {
  year: 2027,
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  off: [{ from: '2027-01-01', to: '2027-01-03', name: '元旦' }],
  worked: [],
};

eachDatabase('Settings that changed while nobody was serving', (open) => {
  let app: RunningApp;
  let world: World;

  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });

  /** The same record, served again by other settings. */
  const reopen = async (rules: Partial<Rules> = {}, at = '2026-03-02T02:00:00.000Z') => {
    const { environment } = app;
    await app.app.close();
    const whole = new Rules(rules.handling ?? RULES, rules.years ?? YEARS);
    const override: StartOptions['override'] = (builder) => builder.overrideProvider(Rules).useValue(whole);
    app = await open({ environment, override, at });
  };
  const examine = async () => (await allDeadlines(app)).find(({ clock }) => clock === 'examine');
  const revisions = () =>
    app.database.rows<{ id: number; year: number }>(
      'SELECT "id", "year" FROM "calendarChange" ORDER BY "id"',
    );

  it('are taken over once, and then not again', async () => {
    expect(await revisions()).toEqual(YEARS.map(({ year }, index) => ({ id: index + 1, year })));
    expect(await calendarEntries(app)).toEqual([]);
    await reopen();
    expect(await revisions()).toHaveLength(YEARS.length);
  });

  it('move what runs, by the system and told to whoever owes it', async () => {
    const { id } = await submitProposal(app, world);
    await reopen({ years: [...YEARS.filter((year) => year !== YEAR), CHANGED] });
    expect(await examine()).toMatchObject({ dueOn: '2026-03-17', calendarRevision: 4 });
    expect(await unexplained(app)).toEqual([]);
    expect(await calendarEntries(app)).toEqual([
      {
        action: 'adoptYear',
        actorName: '系统',
        subjectId: 4,
        change: expect.objectContaining({ years: [2026], days: ['2026-03-10'], moved: 1 }),
      },
    ]);
    expect(await toldOf(app, 'recount', id)).toEqual([world.by.clerk.name, world.by.otherClerk.name].sort());
  });

  it('make certain what rested on a year that has come with them', async () => {
    app.clock.set('2026-12-21T01:00:00.000Z');
    await submitProposal(app, world);
    expect(await examine()).toMatchObject({ provisional: true });
    await reopen({ years: [...YEARS, NEXT] }, '2026-12-21T02:00:00.000Z');
    expect(await examine()).toMatchObject({ provisional: false, dueOn: '2027-01-05' });
  });

  it('leave alone what people have changed since, when they are the same as ever', async () => {
    await setDay(app, world.by.clerk, dayOff('2026-03-10'));
    await importYear(app, world.by.clerk);
    await reopen();
    expect(await revisions()).toHaveLength(YEARS.length + 2);
  });

  it('of reminders give every running deadline its new day, once', async () => {
    await submitProposal(app, world);
    expect(await examine()).toMatchObject({ dueOn: '2026-03-16', remindOn: '2026-03-09' });
    const [first] = RULES.reminders;
    const handling = { ...RULES, reminders: [{ ...first, when: { days: -3 } }] };
    await reopen({ handling });
    expect(await examine()).toMatchObject({ dueOn: '2026-03-16', remindOn: '2026-03-13' });
    const marks = await app.database.rows('SELECT * FROM "settingsMark"');
    await reopen({ handling });
    expect(await app.database.rows('SELECT * FROM "settingsMark"')).toEqual(marks);
    await reopen();
    expect(await examine()).toMatchObject({ remindOn: '2026-03-09' });
  });
});
