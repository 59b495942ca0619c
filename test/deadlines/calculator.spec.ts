import fc from 'fast-check';
import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import { aWorld, type World } from '../support/world';

eachDatabase('The calculator', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const ask = (what: string, query: object) =>
    must(app, world.by.first, 'GET', `/api/calculator/${what}?${new URLSearchParams({ ...query })}`);

  it('counts forward over the Spring Festival', async () => {
    const answer = await ask('forward', { from: '2026-02-13', unit: 'workingDays', amount: '3' });
    expect(answer).toMatchObject({ dueOn: '2026-02-25', provisional: false });
    expect(answer.days[1]).toMatchObject({ day: '2026-02-14', weekday: '周六', words: '调休上班，计入' });
    expect(answer.days[2]).toMatchObject({ words: '春节放假，不计入' });
  });

  it('says when something has to start to end in time', async () => {
    const answer = await ask('backward', { until: '2026-02-25', unit: 'workingDays', amount: '3' });
    expect(answer).toMatchObject({ from: '2026-02-13', dueOn: '2026-02-25' });
  });

  it('finds the last start that is still in time, whatever is asked', async () => {
    const unit = fc.constantFrom('workingDays', 'days', 'months');
    const until = fc.integer({ min: 0, max: 1000 }).map((days) => new Date(Date.UTC(2024, 5, 1 + days)));
    await fc.assert(
      fc.asyncProperty(unit, fc.integer({ min: 1, max: 24 }), until, async (unit, amount, moment) => {
        const day = moment.toISOString().slice(0, 10);
        const { from, dueOn } = await ask('backward', { until: day, unit, amount: String(amount) });
        expect(dueOn <= day).toBe(true);
        const next = new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10);
        const later = await ask('forward', { from: next, unit, amount: String(amount) });
        expect(later.dueOn > day).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('counts what lies between two days', async () => {
    expect(await ask('between', { from: '2026-09-30', until: '2026-10-12' })).toMatchObject({
      days: 12,
      workingDays: 4,
    });
  });

  it('marks what rests on a year that is not announced', async () => {
    const answer = await ask('forward', { from: '2026-12-28', unit: 'workingDays', amount: '10' });
    expect(answer.provisional).toBe(true);
  });

  it.each([
    ['forward', {}],
    ['forward', { from: '2026-02-30', unit: 'workingDays', amount: '3' }],
    ['forward', { from: '9999-12-31', unit: 'months', amount: '1000' }],
    ['forward', { from: '2026-01-01', unit: 'years', amount: '1' }],
    ['forward', { from: '2026-01-01', unit: 'days', amount: '-1' }],
    ['forward', { from: '2026-01-01', unit: 'days', amount: '1e9' }],
    ['backward', { until: '1000-01-01', unit: 'days', amount: '5' }],
    ['between', { from: '1990-01-01', until: '2100-01-01' }],
    ['between', { from: "2026-01-01'; DROP TABLE deadline", until: '2026-01-02' }],
  ])('refuses %s of %j with a message', async (what, query) => {
    const url = `/api/calculator/${what}?${new URLSearchParams({ ...query } as Record<string, string>)}`;
    const { status, body } = await send(app, world.by.first, 'GET', url);
    expect(status).toBe(422);
    expect(body.errors[0].message).toMatch(/[一-龥]/);
  });
});
