import { eachDatabase, type RunningApp } from '../support/harness';
import { faultsOf } from '../support/problems';
import { must, send } from '../support/requests';
import { draftProposal, submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';
import { dayOff, importYear, NEXT_YEAR, preview, setDay } from './keeping';

const POSTS = [
  ['days/preview', dayOff('2026-03-10')],
  ['days', dayOff('2026-03-10')],
  ['years/preview', NEXT_YEAR],
  ['years', NEXT_YEAR],
] as const;

eachDatabase('Whoever', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  it('does not keep the calendar may read it, but not change it', async () => {
    const { by } = world;
    for (const person of [
      by.first,
      by.director,
      by.office,
      by.auditor,
      by.government,
      by.transport.handler,
    ]) {
      expect((await send(app, person, 'GET', '/api/calendar/years')).status).toBe(200);
      expect((await send(app, person, 'GET', '/api/calendar/years/2026')).status).toBe(200);
      expect((await send(app, person, 'GET', '/api/calendar/years/2026/seed')).status).toBe(403);
      for (const [path, body] of POSTS)
        expect((await send(app, person, 'POST', `/api/calendar/${path}`, body)).status).toBe(403);
    }
    expect((await app.inject('/api/calendar/years')).statusCode).toBe(401);
  });

  it('reads finds each year with where it is from', async () => {
    const { items, revision } = await must(app, world.by.first, 'GET', '/api/calendar/years');
    expect(revision).toBe(3);
    expect(items).toEqual(
      [2022, 2025, 2026].map((year) =>
        expect.objectContaining({
          year,
          origin: 'file',
          by: '系统',
          source: expect.stringContaining(`${year}`),
        }),
      ),
    );
    const year = await must(app, world.by.first, 'GET', '/api/calendar/years/2026');
    expect(year.days[0]).toEqual({ day: '2026-01-01', kind: 'off', name: '元旦' });
    expect((await send(app, world.by.first, 'GET', '/api/calendar/years/2030')).status).toBe(404);
  });

  it('keeps it sees in a preview no case that they may not know of', async () => {
    await draftProposal(app, world.by.first, world.sponsors.first);
    const { id } = await submitProposal(app, world);
    const shown = await preview(app, world.by.clerk, 'days', dayOff('2026-03-10'));
    expect(shown.deadlines.map((each) => (each as unknown as { proposalId: number }).proposalId)).toEqual([
      id,
    ]);
    const toAdministrator = await preview(app, world.by.administrator, 'days', dayOff('2026-03-10'));
    expect(toAdministrator).toMatchObject({ moved: shown.moved, deadlines: [] });
  });

  it('asks for a year that the library has not got learns what to do', async () => {
    const seed = await must(app, world.by.administrator, 'GET', '/api/calendar/years/2024/seed');
    expect(seed).toMatchObject({
      year: 2024,
      format: 'csv',
      content: expect.stringContaining('2024-10-01,休,国庆节'),
    });
    const missing = await send(app, world.by.administrator, 'GET', '/api/calendar/years/2027/seed');
    expect([missing.status, missing.body.detail]).toEqual([
      404,
      expect.stringContaining('内置数据没有 2027 年'),
    ]);
    for (const year of ['0', '-1', 'x', '1', '99999999999', '9999', '2147483647', '2026.5', '%00'])
      for (const rest of ['', '/seed'])
        expect([404, 400]).toContain(
          (await send(app, world.by.administrator, 'GET', `/api/calendar/years/${year}${rest}`)).status,
        );
  });

  it('sends what is no list learns which line, and nothing has changed', async () => {
    const bad = { ...NEXT_YEAR, content: `${NEXT_YEAR.content}\n2027-01-04,班,\n昨天,休,元旦` };
    const shown = await preview(app, world.by.clerk, 'years', bad);
    expect(shown.faults.map(({ line, code }) => [line, code])).toEqual([
      [5, 'noWeekend'],
      [6, 'noDay'],
    ]);
    expect(shown.faults[1].message).toBe('第 6 行：“昨天”不是日期，请写成 2026-01-01 的形式。');
    const refused = await send(app, world.by.clerk, 'POST', '/api/calendar/years', bad);
    expect(faultsOf(refused)).toEqual([422, ['content noWeekend', 'content noDay']]);
    expect((await must(app, world.by.first, 'GET', '/api/calendar/years')).revision).toBe(3);
  });

  it('sends anything else is refused clearly', async () => {
    const texts = [
      '',
      ' ',
      '\u0000',
      '{}',
      'BEGIN:VCALENDAR',
      '__proto__,constructor',
      '<svg/>',
      '日期,类型\n,,,',
    ];
    const bodies = [
      ...texts.flatMap((content) =>
        ['text', 'csv', 'ics'].map((format) => ({ ...NEXT_YEAR, format, content })),
      ),
      ...[1, null, [], {}, true].map((content) => ({ ...NEXT_YEAR, content })),
      ...[1948, 2200, '２０２７', null, 1e9].map((year) => ({ ...NEXT_YEAR, year })),
      { ...NEXT_YEAR, format: 'xml' },
      { ...NEXT_YEAR, content: '长'.repeat(200_001) },
      {},
    ];
    for (const body of bodies) {
      const { status } = await send(app, world.by.clerk, 'POST', '/api/calendar/years', body);
      expect([JSON.stringify(body).slice(0, 200), status]).toEqual([expect.anything(), 422]);
    }
    for (const day of ['0001-01-01', '9999-12-31', '2026-02-30', 5, null])
      expect(
        (await send(app, world.by.clerk, 'POST', '/api/calendar/days', dayOff(day as string))).status,
      ).toBe(422);
    const huge = { ...NEXT_YEAR, content: 'x'.repeat(10 * 1024 * 1024) };
    expect((await send(app, world.by.clerk, 'POST', '/api/calendar/years', huge)).status).toBe(413);
    expect((await must(app, world.by.first, 'GET', '/api/calendar/years')).revision).toBe(3);
  });

  it('imports a year is named with it, and single days are counted', async () => {
    await importYear(app, world.by.clerk);
    await setDay(app, world.by.administrator, dayOff('2027-03-10'));
    const year = await must(app, world.by.first, 'GET', '/api/calendar/years/2027');
    expect(year).toMatchObject({
      origin: 'list',
      by: world.by.clerk.name,
      source: NEXT_YEAR.source,
      changedDays: 1,
    });
    expect(year.days.at(-1)).toEqual({ day: '2027-03-10', kind: 'off', name: '防台风停工' });
  });
});
