import { eachDatabase, type RunningApp, START } from '../support/harness';
import { must, send } from '../support/requests';
import * as step from '../support/steps/assignment';
import { aFiledProposal } from '../support/steps/examination';
import { aWorld, type World } from '../support/world';

interface Explained {
  rule: { length: string; basis: string; counting: string };
  start: { on: string; word: string };
  days: { day: string; number: number | null; why: string; words: string; weekday: string }[];
  pauses: { from: string; to: string }[];
  extensions: { to: string; decides: boolean }[];
  events: { kind: string; word: string }[];
  dueOn: string;
  provisional: boolean;
  text: string;
}

eachDatabase('Why a date is a date', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => app.clock.set(START));

  const on = (day: string) => app.clock.set(`${day}T01:00:00.000Z`);
  const idOf = async (clock: string, subjectId: number) => {
    const sql = 'SELECT "id" FROM "deadline" WHERE "clock" = ? AND "subjectId" = ?';
    return (await app.database.rows<{ id: number }>(sql, [clock, subjectId]))[0].id;
  };
  const explain = (by: typeof world.by.first, id: number) =>
    must<Explained>(app, by, 'GET', `/api/deadlines/${id}/explanation`);

  it('tells the rule with its basis, the start, and each day with its reason', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    const told = await explain(world.by.transport.handler, await idOf('firstContact', assignments[0].id));
    expect(told.rule).toEqual({
      length: '15 个工作日',
      basis: expect.stringContaining('十五个工作日'),
      counting: expect.stringContaining('民法典'),
    });
    expect(told.start).toMatchObject({ on: '2026-03-02', word: '交承办单位' });
    expect(told.days).toHaveLength(22);
    expect(told.days[0]).toMatchObject({ why: 'start', weekday: '周一', words: '事由发生之日，不计入' });
    expect(told.days[5]).toMatchObject({ day: '2026-03-07', why: 'weekend', number: null });
    expect(told.days[21]).toMatchObject({ day: '2026-03-23', why: 'counted', number: 15 });
    expect(told).toMatchObject({ dueOn: '2026-03-23', provisional: false });
    expect(told.text).toBe(
      '自 2026-03-02 交承办单位 次日起计算 15 个工作日；其间 6 天休息日不计入；截止 2026-03-23。',
    );
  });

  it('shows what was paused and what an extension moved', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    const [lead] = assignments;
    on('2026-03-09');
    await step.requestReturn(app, world, lead);
    on('2026-03-12');
    await step.refuseReturn(app, world, lead);
    const reply = await idOf('reply', lead.id);
    const paused = await explain(world.by.transport.handler, reply);
    expect(paused.pauses).toEqual([{ from: '2026-03-09', to: '2026-03-11' }]);
    expect(paused.events.map(({ kind, word }) => [kind, word])).toEqual([
      ['start', '交承办单位'],
      ['pause', '申请退办'],
      ['resume', '不同意退办'],
    ]);
    expect(paused.text).toContain('2026-03-09 至 2026-03-11 中止，不计入');

    const asked = { until: '2026-07-20', reason: '需会同上级部门论证，时间不足。' };
    await must(app, world.by.transport.handler, 'POST', `/api/assignments/${lead.id}/ask-extension`, asked);
    await must(app, world.by.government, 'POST', `/api/assignments/${lead.id}/grant-extension`, {});
    const extended = await explain(world.by.transport.handler, reply);
    expect(extended.extensions).toEqual([{ on: '2026-03-12', to: '2026-07-20', decides: true }]);
    expect(extended.dueOn).toBe('2026-07-20');
  });

  it('does not tell a sponsor of requests that are between unit and office', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    on('2026-03-09');
    await step.requestReturn(app, world, assignments[0]);
    const reply = await idOf('reply', assignments[0].id);
    const { events } = await explain(world.by.first, reply);
    expect(events.map(({ word }) => word)).toEqual(['交承办单位', '期间中止']);
  });

  it('keeps the days of what was closed', async () => {
    const { assignments } = await step.anAssignedProposal(app, world);
    on('2026-03-04');
    await step.acknowledge(app, world, assignments[0]);
    const told = await explain(world.by.transport.handler, await idOf('acknowledge', assignments[0].id));
    expect(told).toMatchObject({ state: 'met', stoppedOn: '2026-03-04', dueOn: '2026-03-05' });
  });

  it('exists only for those who may see the case and the clock', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    const id = await idOf('reply', assignments[0].id);
    for (const by of [world.by.publicity.handler, world.by.party, world.by.second, world.by.administrator])
      expect((await send(app, by, 'GET', `/api/deadlines/${id}/explanation`)).status).toBe(404);
    expect((await send(app, world.by.auditor, 'GET', `/api/deadlines/${id}/explanation`)).status).toBe(200);
    for (const nothing of ['999999', '0', '-1', '1e3', 'x', '9'.repeat(150)])
      expect((await send(app, world.by.clerk, 'GET', `/api/deadlines/${nothing}/explanation`)).status).toBe(
        404,
      );
    expect((await app.inject(`/api/deadlines/${id}/explanation`)).statusCode).toBe(401);
  });

  it('explains every clock that the demonstration world runs', async () => {
    await aFiledProposal(app, world);
    const rows = await app.database.rows<{ id: number; dueOn: string }>(
      'SELECT "id", "dueOn" FROM "deadline"',
    );
    for (const { id, dueOn } of rows) {
      const { status, body } = await send<Explained>(
        app,
        world.by.auditor,
        'GET',
        `/api/deadlines/${id}/explanation`,
      );
      expect([id, status, body.dueOn]).toEqual([id, 200, dueOn]);
    }
  });
});
