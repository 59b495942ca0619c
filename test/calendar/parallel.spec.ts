import { eachDatabase, type RunningApp } from '../support/harness';
import { send } from '../support/requests';
import { fileProposal } from '../support/steps/examination';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';
import { allDeadlines, calendarEntries, dayOff, setDay, trySetDay, unexplained } from './keeping';

eachDatabase('While others work', (open, kind) => {
  let app: RunningApp;
  let other: RunningApp;
  let world: World;

  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
    other = kind === 'postgres' ? await open({ environment: app.environment }) : app;
  });

  it('two who change the calendar at once change it one after the other', async () => {
    await Promise.all([submitProposal(app, world), submitProposal(app, world)]);
    const days = ['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13'];
    const answers = await Promise.all(
      days.map((day, index) => trySetDay(index % 2 ? app : other, world.by.clerk, dayOff(day))),
    );
    for (const [index, { status }] of answers.entries())
      if (status === 409) await setDay(app, world.by.clerk, dayOff(days[index]));
    expect(answers.map(({ status }) => status).filter((status) => ![201, 409].includes(status))).toEqual([]);
    expect(await calendarEntries(app)).toHaveLength(4);
    const open = (await allDeadlines(app)).filter(({ state }) => state === 'running');
    expect(open.map(({ dueOn }) => dueOn)).toEqual(['2026-03-20', '2026-03-20']);
    expect(await unexplained(app)).toEqual([]);
  });

  it('every deadline ends up counted by the calendar as it is then, whoever was first', async () => {
    const waiting: number[] = [];
    for (let count = 0; count < 4; count += 1) waiting.push((await submitProposal(app, world)).id);
    const work = [
      ...waiting.map((id, index) => fileProposal(index % 2 ? app : other, world, id)),
      ...[1, 2, 3, 4].map((each) => submitProposal(each % 2 ? app : other, world)),
    ];
    const changes = ['2026-03-05', '2026-03-06', '2026-03-09'].map((day) =>
      trySetDay(app, world.by.administrator, dayOff(day)),
    );
    const done = await Promise.allSettled(work);
    const answers = await Promise.all(changes);
    // Whoever comes in each other's way may be asked to try again, but nothing is half done and nothing hangs.
    for (const each of done) if (each.status === 'rejected') expect(String(each.reason)).toContain(' 409 ');
    for (const { status } of answers) expect([201, 409]).toContain(status);
    expect(await unexplained(app)).toEqual([]);
    expect((await send(app, world.by.auditor, 'GET', '/api/calendar/years')).status).toBe(200);
  });
});
