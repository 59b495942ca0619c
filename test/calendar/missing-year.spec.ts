import { missingYear, weekOf } from '../../src/calendar/missing-year';
import { YearWarning } from '../../src/calendar/year-warning';
import { SYSTEM } from '../../src/lifecycle/people';
import { Relay } from '../../src/notifications/relay';
import { eachDatabase, type RunningApp } from '../support/harness';
import { inboxOf, toldOf } from '../support/inbox';
import { must } from '../support/requests';
import { aWorld, type World } from '../support/world';
import { importYear } from './keeping';

describe('The next year', () => {
  it('is missed from 1 November on, until it is loaded', () => {
    expect(missingYear('2026-10-31', new Set([2026]))).toBeNull();
    expect(missingYear('2026-11-01', new Set([2026]))).toBe(2027);
    expect(missingYear('2026-12-31', new Set([2026, 2027]))).toBeNull();
    expect(missingYear('2027-01-01', new Set([2026]))).toBeNull();
  });

  it('is spoken of by weeks as ISO 8601 counts them', () => {
    const weeks = ['2026-12-27', '2026-12-28', '2027-01-03', '2027-01-04', '2024-12-30', '2021-01-03'].map(
      weekOf,
    );
    expect(weeks).toEqual(['2026-W52', '2026-W53', '2026-W53', '2027-W01', '2025-W01', '2020-W53']);
  });
});

eachDatabase('The warning that the next year is not loaded', (open, kind) => {
  let app: RunningApp;
  let world: World;

  beforeEach(async () => {
    app = await open({ at: '2026-10-30T02:00:00.000Z' });
    world = await aWorld(app);
  });
  const warning = async () =>
    (await must(app, world.by.first, 'GET', '/api/calendar/years')).warning as string | null;
  const run = (of = app) => of.get(YearWarning).run();

  it('stands over the years from 1 November on', async () => {
    expect(await warning()).toBeNull();
    app.clock.set('2026-10-31T16:00:00.000Z');
    expect(await warning()).toContain('2027 年的放假安排尚未载入');
    await importYear(app, world.by.clerk);
    expect(await warning()).toBeNull();
  });

  it('reaches those who keep the calendar once a week, however many processes look', async () => {
    const other = kind === 'postgres' ? await open({ environment: app.environment }) : app;
    expect(await run()).toBe(false);
    for (const each of new Set([app, other])) each.clock.set('2026-11-02T02:00:00.000Z');
    const given = await Promise.all([run(), run(other), run(), run(other)]);
    expect(given.filter(Boolean)).toHaveLength(1);
    expect(await toldOf(app, 'warnMissingYear')).toEqual(
      [world.by.administrator, world.by.clerk, world.by.otherClerk].map(({ name }) => name).sort(),
    );
    app.clock.set('2026-11-08T02:00:00.000Z');
    expect(await run()).toBe(false);
    app.clock.set('2026-11-09T02:00:00.000Z');
    expect(await run()).toBe(true);
    await importYear(app, world.by.clerk);
    app.clock.set('2026-11-16T02:00:00.000Z');
    expect(await run()).toBe(false);
    await app.get(Relay).drain();
    const { items } = await inboxOf(app, world.by.administrator);
    expect(items.map(({ action, actor, proposalId }) => [action, actor, proposalId])).toEqual([
      ['warnMissingYear', SYSTEM.name, null],
      ['warnMissingYear', SYSTEM.name, null],
    ]);
    expect(items[0]).toMatchObject({ actionWord: '提醒载入下一年放假安排', stageWord: '尚未载入' });
  });
});
