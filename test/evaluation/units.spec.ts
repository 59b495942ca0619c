import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import * as paper from '../support/steps/papers';
import { aWorld, type World } from '../support/world';

eachDatabase('A meeting that rates units', (open) => {
  let app: RunningApp;
  let world: World;
  let seats: steps.Seat[];
  let transport: number;
  let cases: number[];

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    seats = await steps.standingCommittee(app, world, 3);
    cases = [
      await steps.aKeyCase(app, world),
      await steps.aKeyCase(app, world, { subject: '关于公交的建议' }),
    ];
    const sql = `SELECT DISTINCT "unitId" AS "id" FROM "assignment" WHERE "role" = 'lead'`;
    [{ id: transport }] = await app.database.rows<{ id: number }>(sql);
  });

  const put = (id: number, agenda: object, by = world.by.clerk) =>
    send(app, by, 'PUT', `/api/evaluations/${id}/agenda`, agenda);
  const fault = (field: string, code: string) => ({ status: 422, body: { errors: [{ field, code }] } });

  it('takes units that have led a key proposal of the session to its end, each once', async () => {
    const { id } = await steps.plan(app, world, { objects: 'units' });
    const [idle] = await app.database.rows<{ id: number }>('SELECT MAX("id") AS "id" FROM "handlingUnit"');
    expect(idle.id).not.toBe(transport);
    expect(await put(id, { unitIds: [idle.id] })).toMatchObject(fault('unitIds.0', 'noKeyProposals'));
    expect(await put(id, { unitIds: [999_999] })).toMatchObject(fault('unitIds.0', 'unknown'));
    expect(await put(id, { unitIds: [transport, transport] })).toMatchObject(fault('unitIds', 'repeated'));
    expect(await put(id, { proposalIds: cases })).toMatchObject({ status: 422 });
    expect(await put(id, { unitIds: [transport], proposalIds: cases })).toMatchObject(
      fault('proposalIds', 'otherObjects'),
    );
    expect(await put(id, {})).toMatchObject(fault('unitIds', 'required'));
    expect((await put(id, { unitIds: [transport] })).status).toBe(200);
    const other = await steps.plan(app, world, { objects: 'units' });
    expect(await put(other.id, { unitIds: [transport] })).toMatchObject(fault('unitIds.0', 'onAgenda'));
    const plain = await steps.plan(app, world);
    expect(await put(plain.id, { unitIds: [transport] })).toMatchObject({ status: 422 });
    await put(id, { unitIds: [] });
  });

  it('shows what each unit has led, and leaves the proposals as they are', async () => {
    const before = await app.database.rows(
      'SELECT "id", "stage", "grade", "version" FROM "proposal" ORDER BY "id"',
    );
    const agenda = { unitIds: [transport] };
    const id = await paper.anOpenMeeting(app, world, { ...agenda, ballots: 'both', present: seats });
    const [item] = (await must(app, seats[0].by, 'GET', `/api/evaluations/${id}`)).items;
    expect(item).toMatchObject({
      subject: '市交通运输局',
      unitId: transport,
      proposalId: null,
      counts: null,
    });
    expect(item.cases.map(({ proposalId }: { proposalId: number }) => proposalId)).toEqual(cases);
    expect(item.cases[0]).toMatchObject({ sponsors: ['王一文'], ratings: { forms: 1 } });
    for (const seat of seats) expect((await steps.vote(app, seat, id, ['dissatisfied'])).status).toBe(201);
    await steps.closeBox(app, world, id);
    await steps.announce(app, world, id);
    const { items } = await must(app, world.by.clerk, 'GET', `/api/evaluations/${id}/announcement`);
    expect(items).toMatchObject([{ subject: '市交通运输局', grade: 'dissatisfied', passed: false }]);
    expect(
      await app.database.rows('SELECT "id", "stage", "grade", "version" FROM "proposal" ORDER BY "id"'),
    ).toEqual(before);
    const again = await steps.plan(app, world, { objects: 'units' });
    expect(await put(again.id, agenda)).toMatchObject(fault('unitIds.0', 'alreadyEvaluated'));
  });
});
