import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import {
  aHandedOverProposal,
  assign,
  handOver,
  JOINT,
  SEPARATE,
  SOLE,
  unitsFor,
} from '../support/steps/assignment';
import { aFiledProposal } from '../support/steps/examination';
import { aWorld, type World } from '../support/world';

eachDatabase('assigning', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const read = (id: number) => must(app, world.by.government, 'GET', `/api/proposals/${id}`);
  const clocksOf = (assignmentId: number) =>
    app.database.rows<{
      clock: string;
      owerHat: string;
      owerScope: number;
      startedOn: string;
      dueOn: string;
    }>(
      `SELECT "clock", "owerHat", "owerScope", "startedOn", "dueOn" FROM "deadline"
        WHERE "subjectKind" = 'assignment' AND "subjectId" = ? AND "state" = 'running' ORDER BY "clock"`,
      [assignmentId],
    );

  it('hands over to an office, which then sees the case and owes its routing', async () => {
    const { id } = await aFiledProposal(app, world);
    expect((await send(app, world.by.government, 'GET', `/api/proposals/${id}`)).status).toBe(404);
    expect((await handOver(app, world, id)).stage).toBe('handedOver');
    const seen = await read(id);
    expect(seen).toMatchObject({ officeId: world.offices.government, officeName: '市府办督查室' });
    expect(seen.moments.handedOverAt).toBe('2026-03-02T01:00:00.000Z');
    expect(seen.clocks).toMatchObject([
      { clock: 'route', owerScope: world.offices.government, dueOn: '2026-03-09' },
    ]);
  });

  it('refuses an office nobody knows, naming the field', async () => {
    const { id } = await aFiledProposal(app, world);
    const answer = await send(app, world.by.clerk, 'POST', `/api/proposals/${id}/hand-over`, {
      officeId: 999,
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ field: 'officeId', code: 'unknown' }]);
  });

  it('hands back what belongs to another office, which then sees nothing of it', async () => {
    const { id } = await aHandedOverProposal(app, world);
    const back = await perform(app, world.by.government, id, 'hand-back', { reason: '属党委系统。' });
    expect(back.stage).toBe('filed');
    expect((await send(app, world.by.government, 'GET', `/api/proposals/${id}`)).status).toBe(404);
    const again = await perform(app, world.by.clerk, id, 'hand-over', { officeId: world.offices.party });
    expect(again.stage).toBe('handedOver');
  });

  it('gives one lead alone a first contact, a reply, an acknowledgement and a window for returning', async () => {
    const { id } = await aHandedOverProposal(app, world);
    const { stage, assignments } = await assign(app, world, id, SOLE);
    expect(stage).toBe('handling');
    const unit = { startedOn: '2026-03-02', owerScope: world.units.transport, owerHat: 'unitHandler' };
    expect(await clocksOf(assignments[0].id)).toEqual([
      { clock: 'acknowledge', dueOn: '2026-03-05', ...unit },
      { clock: 'firstContact', dueOn: '2026-03-23', ...unit },
      { clock: 'reply', dueOn: '2026-06-02', ...unit },
      { clock: 'returnWindow', dueOn: '2026-03-16', ...unit },
    ]);
    expect(await read(id)).toMatchObject({
      mode: 'sole',
      assignments: [{ role: 'lead', stage: 'pending', round: 1 }],
    });
  });

  it('gives a co-handler beside the lead a clock of its own', async () => {
    const { id } = await aHandedOverProposal(app, world);
    const { assignments } = await assign(app, world, id, JOINT);
    expect(assignments.map(({ role }) => role)).toEqual(['lead', 'coHandler']);
    const clocks = await clocksOf(assignments[1].id);
    expect(clocks.map(({ clock, owerHat, dueOn }) => [clock, owerHat, dueOn])).toEqual([
      ['acknowledge', 'unitHandler', '2026-03-05'],
      ['coOpinion', 'unitLeader', '2026-04-02'],
      ['returnWindow', 'unitHandler', '2026-03-16'],
    ]);
  });

  it('lets several lead, each with a reply of its own', async () => {
    const { id } = await aHandedOverProposal(app, world);
    const { assignments } = await assign(app, world, id, SEPARATE);
    for (const begun of assignments)
      expect((await clocksOf(begun.id)).map(({ clock }) => clock)).toContain('reply');
    expect((await read(id)).mode).toBe('separate');
  });

  it.each([
    ['two leads where one works alone', 'sole', SEPARATE],
    ['a lead without co-handlers where several work together', 'joint', SOLE],
    ['one lead where several reply', 'separate', SOLE],
    ['a co-handler where several reply', 'separate', JOINT],
  ])('refuses %s', async (_, mode, chosen) => {
    const { id } = await aHandedOverProposal(app, world);
    const wanted = { mode, units: unitsFor(world, chosen) };
    const answer = await send(app, world.by.government, 'POST', `/api/proposals/${id}/assign`, wanted);
    expect([answer.status, answer.body.reasons[0].code]).toEqual([409, 'modeDoesNotFit']);
  });

  it('refuses a unit that is to lead and to help at once', async () => {
    const { id } = await aHandedOverProposal(app, world);
    const unitId = world.units.transport;
    const units = [
      { unitId, role: 'lead' },
      { unitId, role: 'coHandler' },
    ];
    const answer = await send(app, world.by.government, 'POST', `/api/proposals/${id}/assign`, {
      mode: 'joint',
      units,
    });
    expect([answer.status, answer.body.reasons.map((it: { code: string }) => it.code)]).toEqual([
      409,
      ['leadIsCo'],
    ]);
  });

  it('names units that do not exist or are no more, with the one that took over', async () => {
    const since = { validFrom: '2026-03-02' };
    const clerk = world.by.administrator;
    const old = await must(app, clerk, 'POST', '/api/units', {
      name: '市规划局',
      kind: '部门',
      officeId: world.offices.government,
      validFrom: '2022-01-01',
    });
    const next = await must(app, clerk, 'POST', '/api/units', {
      name: '市自然资源和规划局',
      kind: '部门',
      officeId: world.offices.government,
      ...since,
    });
    await must(app, clerk, 'POST', `/api/units/${old.id}/end`, {
      version: old.version,
      validTo: '2026-03-01',
      successorId: next.id,
    });
    const { id } = await aHandedOverProposal(app, world);
    const units = [
      { unitId: old.id, role: 'lead' },
      { unitId: 999_999, role: 'coHandler' },
    ];
    const answer = await send(app, world.by.government, 'POST', `/api/proposals/${id}/assign`, {
      mode: 'joint',
      units,
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ field: 'units.0.unitId', code: 'ended' }),
      expect.objectContaining({ field: 'units.1.unitId', code: 'unknown' }),
    ]);
    expect(answer.body.errors[0].message).toContain('市自然资源和规划局');
    expect((await read(id)).assignments).toEqual([]);
  });

  it('adds a unit for the office while others are at work', async () => {
    const { id } = await aHandedOverProposal(app, world);
    await assign(app, world, id, SEPARATE);
    const more = await assign(
      app,
      world,
      id,
      [
        ['publicity', 'lead'],
        ['housing', 'lead'],
      ],
      'assign-more',
    );
    expect(more.assignments).toMatchObject([{ unitId: world.units.publicity, role: 'lead' }]);
    const wanted = { mode: 'separate', units: unitsFor(world, [['publicity', 'lead']]) };
    const again = await send(app, world.by.government, 'POST', `/api/proposals/${id}/assign-more`, wanted);
    expect([again.status, again.body.errors[0].code]).toEqual([422, 'nothingNew']);
  });

  it('is nobody’s but the office of the case, and unseen by others', async () => {
    const { id } = await aHandedOverProposal(app, world);
    const wanted = { mode: 'sole', units: unitsFor(world, SOLE) };
    const tried = async (by: typeof world.by.first) =>
      (await send(app, by, 'POST', `/api/proposals/${id}/assign`, wanted)).status;
    expect(await tried(world.by.first)).toBe(403);
    expect(await tried(world.by.clerk)).toBe(403);
    expect(await tried(world.by.party)).toBe(404);
    expect(await tried(world.by.transport.handler)).toBe(404);
  });

  it('lets one of two who assign at once succeed', async () => {
    const { id } = await aHandedOverProposal(app, world);
    const wanted = { mode: 'sole', units: unitsFor(world, SOLE) };
    const answers = await Promise.all(
      [1, 2].map(() => send(app, world.by.government, 'POST', `/api/proposals/${id}/assign`, wanted)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await read(id)).assignments).toHaveLength(1);
  });
});
