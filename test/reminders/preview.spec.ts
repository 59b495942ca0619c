import { remind, wantedFrom } from '../../src/commands/remind';
import { ReminderPreview } from '../../src/reminders/preview.service';
import { Reminders } from '../../src/reminders/reminders.service';
import { eachDatabase, type RunningApp } from '../support/harness';
import { given, goTo, sweepOn } from '../support/reminders';
import { must, send } from '../support/requests';
import { aHandedOverProposal, anAcknowledgedProposal } from '../support/steps/assignment';
import { draftProposal, submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('The preview of reminders', (open) => {
  let app: RunningApp;
  let world: World;

  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const preview = (by = world.by.clerk, query = '') => must(app, by, 'GET', `/api/reminders/preview${query}`);
  const rowsOf = async (table: string) =>
    (await app.database.rows<{ n: number }>(`SELECT COUNT(*) AS "n" FROM "${table}"`))[0].n;

  it.each(['2026-03-09', '2026-05-18', '2026-06-17'])('is what the sweep of %s then does', async (day) => {
    await anAcknowledgedProposal(app, world);
    await aHandedOverProposal(app, world);
    await submitProposal(app, world);
    await draftProposal(app, world.by.first, world.sponsors.first);
    await sweepOn(app, '2026-03-05');
    const before = (await given(app)).length;
    const foreseen: { clock: string; kind: string; onDay: string; dueOn: string; told: string[] }[] = [];
    for await (const part of app.get(ReminderPreview).all(day))
      for (const { deadline, now, told } of part)
        foreseen.push({
          ...{ clock: deadline.clock, kind: now.kind, onDay: now.on, dueOn: deadline.dueOn },
          told: told.map(({ name }) => name).sort(),
        });
    expect(await rowsOf('reminder')).toBe(before);
    await sweepOn(app, day);
    const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(foreseen.length).toBeGreaterThan(0);
    expect(sorted(foreseen)).toEqual(sorted((await given(app)).slice(before)));
    for await (const part of app.get(ReminderPreview).all(day)) expect(part).toEqual([]);
  });

  it('shows tomorrow by default, in pages', async () => {
    await aHandedOverProposal(app, world);
    await aHandedOverProposal(app, world);
    goTo(app, '2026-03-08');
    const first = await preview(world.by.director, '?size=1');
    expect(first).toMatchObject({ day: '2026-03-09', total: 2, page: 1, size: 1 });
    expect(first.items).toMatchObject([
      { clock: 'route', level: 'yellow', levelWord: '黄色提醒', subject: '关于整治老旧小区停车难的建议' },
    ]);
    expect(first.items[0].told).toEqual([
      { accountId: world.by.government.accountId, name: world.by.government.name },
    ]);
    const second = await preview(world.by.director, '?size=1&page=2');
    expect(second.items[0].deadlineId).toBeGreaterThan(first.items[0].deadlineId);
  });

  it('is for those who answer for it, and shows none of them a case they may not see', async () => {
    await draftProposal(app, world.by.first, world.sponsors.first);
    await aHandedOverProposal(app, world);
    goTo(app, '2026-04-30');
    for (const by of [world.by.first, world.by.government, world.by.transport.handler, world.by.office])
      expect((await send(app, by, 'GET', '/api/reminders/preview')).status).toBe(403);
    expect((await preview()).items.map(({ clock }: { clock: string }) => clock)).toEqual(['route']);
    const { items } = await preview(world.by.administrator);
    expect(items).toHaveLength(2);
    for (const { proposalId, subject } of items) expect([proposalId, subject]).toEqual([null, null]);
  });

  it('refuses days that are over, too far ahead or no days', async () => {
    for (const day of ['2026-03-01', '2028-01-01', '9999-12-31', '2026-02-30', 'tomorrow'])
      expect((await send(app, world.by.clerk, 'GET', `/api/reminders/preview?day=${day}`)).status).toBe(422);
  });

  it('is what the command lists, and what it sends', async () => {
    await aHandedOverProposal(app, world);
    const lines: string[] = [];
    const log = jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    const error = jest.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
    expect(await remind(app.app, { asOf: '2026-03-09', dryRun: true })).toBe(0);
    expect(await remind(app.app, { asOf: '2026-03-09', dryRun: false })).toBe(1);
    goTo(app, '2026-03-10');
    expect(await remind(app.app, { asOf: '2026-03-09', dryRun: false })).toBe(0);
    log.mockRestore();
    error.mockRestore();
    expect(lines).toEqual([
      expect.stringMatching(/^yellow\+0d\t期限 \d+\t分办到承办单位\t2026-03-09\t督查室甲$/),
      '2026-03-09 将发出 1 次提醒。',
      expect.stringContaining('还没有到'),
      '查看 1 项期限，发出 1 次提醒，送达 1 人次。',
    ]);
    expect(await app.get(Reminders).sweep()).toMatchObject({ reminders: 1 });
  });

  it('takes only arguments that mean something', () => {
    expect(wantedFrom([])).toEqual({ dryRun: false });
    expect(wantedFrom(['--dry-run', '--as-of', '2026-03-09'])).toEqual({ asOf: '2026-03-09', dryRun: true });
    for (const args of [['--as-of'], ['--as-of', '2026-02-30'], ['--now'], ['2026-03-09']])
      expect(wantedFrom(args)).toBeNull();
  });
});
