import { eachDatabase, type RunningApp, START } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { anAcknowledgedProposal, SEPARATE } from '../support/steps/assignment';
import { aPromisedCase, keep, register } from '../support/steps/promises';
import { PLANNED_REPLY, reply } from '../support/steps/handling';
import { aWorld, type World } from '../support/world';

const THREE = [
  { text: '六月底前完成施划。', dueOn: '2026-06-28' },
  { text: '=HYPERLINK("http://x")', dueOn: '2026-09-30' },
  { text: '年底前建成停车楼。', dueOn: '2026-12-31' },
];

eachDatabase('the register of promises', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => app.clock.set(START));

  const linesOf = async (query = '', by = world.by.clerk) => (await register(app, by, query)).items;
  const states = async (query = '') => (await linesOf(query)).map(({ state }: { state: string }) => state);

  it('has every promise of every reply with its day, owner, state and class, by the day it is due', async () => {
    const { id, lead, promises } = await aPromisedCase(app, world, THREE);
    await keep(app, world, lead, promises[0].id);
    const { items, total } = await register(app, world.by.clerk, '?size=2');
    expect([items.length, total]).toEqual([2, 3]);
    expect(items[0]).toMatchObject({
      ...{ id: promises[0].id, proposalId: id, assignmentId: lead.id, unit: '市交通运输局', state: 'kept' },
      ...{
        dueOn: '2026-06-28',
        firstDueOn: '2026-06-28',
        keptOn: '2026-03-02',
        evidence: '已建成并投入使用。',
      },
      ...{ confirmed: false, carryOverAsked: false, public: false, files: 0, class: 'B', firstClass: 'B' },
    });
    expect(items[1]).toMatchObject({ state: 'open', keptOn: null, evidence: null });
  });

  it('is narrowed by unit, session, state, days and what is public', async () => {
    const { units, sessionId } = world;
    app.clock.set('2026-10-08T01:00:00.000Z');
    expect(await states('?state=overdue')).toEqual(['overdue']);
    expect(await states('?state=open')).toEqual(['open']);
    expect(await states('?state=carriedOver')).toEqual([]);
    expect(await states(`?unitId=${units.transport}&sessionId=${sessionId}`)).toHaveLength(3);
    expect(await states(`?unitId=${units.housing}`)).toEqual([]);
    expect(await states('?dueFrom=2026-09-30&dueTo=2026-09-30')).toEqual(['overdue']);
    expect(await states('?public=true')).toEqual([]);
    expect(await states('?public=false')).toHaveLength(3);
  });

  it('refuses what is no filter', async () => {
    for (const query of [
      '?state=lost',
      '?dueFrom=2026-02-30',
      '?unitId=x',
      '?public=maybe',
      '?stage=draft',
      '?size=999',
    ])
      expect([query, (await send(app, world.by.clerk, 'GET', `/api/promises${query}`)).status]).toEqual([
        query,
        422,
      ]);
  });

  it('shows nobody the promises of a case they may not see, in no form', async () => {
    const { by } = world;
    for (const who of [by.transport.handler, by.first, by.government, by.auditor])
      expect(await linesOf('', who)).toHaveLength(3);
    for (const who of [by.housing.handler, by.second, by.party, by.administrator]) {
      expect(await linesOf('', who)).toEqual([]);
      const { all, units } = await must(app, who, 'GET', '/api/promises/statistics');
      expect([all.made, units]).toEqual([0, []]);
      const csv = await app.inject({ url: '/api/promises.csv', headers: who.headers });
      expect(csv.body.trim().split('\r\n')).toHaveLength(1);
    }
  });

  it('is a table for spreadsheets, which do not execute it', async () => {
    const { headers } = world.by.clerk;
    const csv = await app.inject({ url: '/api/promises.csv?state=open', headers });
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [head, ...lines] = csv.body.trim().split('\r\n');
    expect(head).toContain('承诺事项');
    expect(lines).toHaveLength(2);
    expect(csv.body).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('counts per unit what was kept in time, late, and what is open, and the B that became A', async () => {
    const late = await aPromisedCase(app, world, [{ text: '三月十日前开放。', dueOn: '2026-03-10' }]);
    app.clock.set('2026-03-20T01:00:00.000Z');
    await keep(app, world, late.lead, late.promises[0].id, '2026-03-15');
    app.clock.set('2026-10-08T01:00:00.000Z');
    const { all, units } = await must(app, world.by.clerk, 'GET', '/api/promises/statistics');
    const expected = {
      ...{ made: 4, keptInTime: 1, keptAfterCarryOver: 0, keptLate: 1, open: 1, overdue: 1, carriedOver: 0 },
      ...{ issuedAsB: 2, turnedA: 1 },
    };
    expect(all).toEqual(expected);
    expect(units).toEqual([{ unitId: world.units.transport, unit: '市交通运输局', ...expected }]);
  });

  it('knows nothing of what was withdrawn', async () => {
    const before = (await register(app, world.by.clerk)).total;
    const { id, assignments } = await anAcknowledgedProposal(app, world, SEPARATE);
    await reply(app, world, assignments[0], { reply: PLANNED_REPLY });
    expect((await register(app, world.by.clerk)).total).toBe(before + 1);
    await perform(app, world.by.first, id, 'ask-withdrawal', { reason: '已另行解决。' });
    await perform(app, world.by.director, id, 'consent-to-withdrawal', { note: '同意。' });
    expect((await register(app, world.by.clerk)).total).toBe(before);
  });
});
