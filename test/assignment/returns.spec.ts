import { Lapses } from '../../src/proposals/lapses';
import { deadlinesOf } from '../support/deadlines';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { must, send } from '../support/requests';
import * as step from '../support/steps/assignment';
import { giveOpinion } from '../support/steps/handling';
import { aWorld, type World } from '../support/world';

eachDatabase('taking a case on, or not', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => app.clock.set(START));

  const readBy = (by: typeof world.by.first, id: number) => must(app, by, 'GET', `/api/proposals/${id}`);
  const read = (id: number) => readBy(world.by.government, id);
  const on = (day: string) => app.clock.set(`${day}T01:00:00.000Z`);
  const refusalsOf = (by: typeof world.by.first, id: number) =>
    send(app, by, 'GET', `/api/assignment/refusals?proposalId=${id}`);

  it('acknowledges, which ends the clock for it alone', async () => {
    const { id, assignments } = await step.anAssignedProposal(app, world);
    on('2026-03-04');
    expect((await step.acknowledge(app, world, assignments[0])).stage).toBe('accepted');
    const clocks = await deadlinesOf(app, assignments[0].id);
    expect(clocks.acknowledge).toMatchObject({ state: 'met', late: false, stoppedOn: '2026-03-04' });
    expect(clocks.reply.state).toBe('running');
    expect((await read(id)).assignments[0].acknowledgedAt).toBe('2026-03-04T01:00:00.000Z');
  });

  it('is deemed accepted when the unit says nothing in time', async () => {
    const { id, assignments } = await step.anAssignedProposal(app, world);
    on('2026-03-06');
    await app.get(Lapses).sweep();
    const [own] = (await read(id)).assignments;
    expect(own).toMatchObject({ stage: 'accepted', acknowledgedAt: '2026-03-06T01:00:00.000Z' });
    expect((await deadlinesOf(app, assignments[0].id)).acknowledge).toMatchObject({
      state: 'cancelled',
      late: true,
    });
  });

  it('does not charge the time in which the office decides on a return', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    const [lead] = assignments;
    on('2026-03-09');
    await step.requestReturn(app, world, lead, { suggestedUnitId: world.units.housing });
    const resting = await deadlinesOf(app, lead.id);
    for (const clock of ['reply', 'firstContact', 'returnWindow'])
      expect(resting[clock].state).toBe('paused');
    expect(resting.decideReturn).toMatchObject({ state: 'running', dueOn: '2026-03-16' });
    on('2026-03-12');
    await step.refuseReturn(app, world, lead);
    const resumed = await deadlinesOf(app, lead.id);
    // Three days went by: three calendar days for the reply, three working days for the others.
    expect(resumed.reply).toMatchObject({ state: 'running', dueOn: '2026-06-05' });
    expect(resumed.firstContact).toMatchObject({ state: 'running', dueOn: '2026-03-26' });
    expect(resumed.returnWindow).toMatchObject({ state: 'running', dueOn: '2026-03-19' });
    expect(resumed.decideReturn).toMatchObject({ state: 'met', late: false });
  });

  it('takes a refused return for an acknowledgement', async () => {
    const { id, assignments } = await step.anAssignedProposal(app, world);
    await step.requestReturn(app, world, assignments[0]);
    expect((await deadlinesOf(app, assignments[0].id)).acknowledge.state).toBe('met');
    on('2026-03-03');
    expect((await step.refuseReturn(app, world, assignments[0])).stage).toBe('accepted');
    expect((await read(id)).assignments[0].acknowledgedAt).toBe('2026-03-03T01:00:00.000Z');
  });

  it('ends every clock of a unit that is released, none of them late, and asks the office for another', async () => {
    const { id, assignments } = await step.anAssignedProposal(app, world);
    await step.requestReturn(app, world, assignments[0]);
    on('2026-07-01');
    expect((await step.grantReturn(app, world, assignments[0])).stage).toBe('released');
    const { decideReturn, acknowledge, ...time } = await deadlinesOf(app, assignments[0].id);
    for (const clock of Object.values(time)) expect(clock).toMatchObject({ state: 'cancelled', late: false });
    expect(acknowledge.state).toBe('met');
    expect(decideReturn).toMatchObject({ state: 'met', late: true });
    const seen = await read(id);
    expect(seen.stage).toBe('handedOver');
    expect(seen.clocks).toMatchObject([{ clock: 'route', startedOn: '2026-07-01' }]);
    expect(seen.assignments[0].releaseReason).toBe('不属于本单位职责。');
    expect((await send(app, world.by.transport.handler, 'GET', `/api/proposals/${id}`)).status).toBe(404);
  });

  it('starts all clocks anew, in full, for the unit that comes next', async () => {
    const { id, assignments } = await step.anAssignedProposal(app, world);
    await step.requestReturn(app, world, assignments[0]);
    on('2026-03-10');
    await step.grantReturn(app, world, assignments[0]);
    const next = await step.assign(app, world, id, [['housing', 'lead']]);
    const clocks = await deadlinesOf(app, next.assignments[0].id);
    expect(clocks.reply.dueOn).toBe('2026-06-10');
    expect(clocks.acknowledge.dueOn).toBe('2026-03-13');
    // The first unit may come again later, with an assignment of its own.
    await step.requestReturn(app, world, next.assignments[0]);
    await step.grantReturn(app, world, next.assignments[0]);
    const again = await step.assign(app, world, id, step.SOLE);
    expect(again.assignments[0].id).not.toBe(assignments[0].id);
  });

  it('gives the day a session fixed to the first unit, and the full time to one that comes later', async () => {
    const other = await open();
    const there = await aWorld(other, { replyBy: '2026-05-15' });
    const { id, assignments } = await step.anAssignedProposal(other, there);
    expect((await deadlinesOf(other, assignments[0].id)).reply.dueOn).toBe('2026-05-15');
    await step.requestReturn(other, there, assignments[0]);
    await step.grantReturn(other, there, assignments[0]);
    const next = await step.assign(other, there, id, [['housing', 'lead']]);
    expect((await deadlinesOf(other, next.assignments[0].id)).reply.dueOn).toBe('2026-06-02');
  });

  it('binds with the third assignment, after two returns', async () => {
    const { id, assignments } = await step.anAssignedProposal(app, world);
    let [lead] = assignments;
    for (const next of ['housing', 'publicity'] as const) {
      await step.requestReturn(app, world, lead);
      await step.grantReturn(app, world, lead);
      [lead] = (await step.assign(app, world, id, [[next, 'lead']])).assignments;
    }
    const wanted = { reason: '仍不属于本单位职责。' };
    const { handler } = step.peopleOf(world, lead);
    const answer = await send(app, handler, 'POST', `/api/assignments/${lead.id}/request-return`, wanted);
    expect([answer.status, answer.body.reasons[0].code]).toEqual([409, 'decisionBinding']);
  });

  it('shows who refused before, and why, to the office and the next unit, but not to the sponsor', async () => {
    const { id, assignments } = await step.anAssignedProposal(app, world);
    await step.requestReturn(app, world, assignments[0], { suggestedUnitId: world.units.housing });
    expect((await refusalsOf(world.by.government, id)).body).toEqual([]);
    await step.grantReturn(app, world, assignments[0]);
    await step.assign(app, world, id, [['housing', 'lead']]);
    const told = {
      unitName: '市交通运输局',
      reason: '不属于本单位职责。',
      suggestedUnitName: '市住房和城乡建设局',
      decision: 'granted',
      decisionNote: '同意，改由其他单位办理。',
    };
    for (const by of [world.by.government, world.by.housing.handler, world.by.clerk])
      expect((await refusalsOf(by, id)).body).toMatchObject([told]);
    for (const by of [world.by.first, world.by.transport.handler, world.by.party])
      expect((await refusalsOf(by, id)).status).toBe(404);
  });

  it('refuses a return when the window has closed', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    on('2026-03-17');
    await app.get(Lapses).sweep();
    expect((await deadlinesOf(app, assignments[0].id)).returnWindow.state).toBe('cancelled');
    const url = `/api/assignments/${assignments[0].id}/request-return`;
    const answer = await send(app, world.by.transport.handler, 'POST', url, { reason: '不属于本单位职责。' });
    expect([answer.status, answer.body.reasons[0].code]).toEqual([409, 'returnWindowClosed']);
  });

  it('refuses the unit itself, and a unit nobody knows, as the one thought right', async () => {
    const { assignments } = await step.anAssignedProposal(app, world);
    const url = `/api/assignments/${assignments[0].id}/request-return`;
    for (const [suggestedUnitId, code] of [
      [world.units.transport, 'itself'],
      [999_999, 'unknown'],
    ]) {
      const wanted = { reason: '不属于本单位职责。', suggestedUnitId };
      const answer = await send(app, world.by.transport.handler, 'POST', url, wanted);
      expect([answer.status, answer.body.errors[0].field, answer.body.errors[0].code]).toEqual([
        422,
        'suggestedUnitId',
        code,
      ]);
    }
  });

  it('lets either acknowledgement or return win when both come at once', async () => {
    const { assignments } = await step.anAssignedProposal(app, world);
    const { handler, leader } = world.by.transport;
    const at = (by: typeof handler, verb: string, more = {}) =>
      send(app, by, 'POST', `/api/assignments/${assignments[0].id}/${verb}`, { version: 1, ...more });
    const answers = await Promise.all([
      at(handler, 'acknowledge'),
      at(leader, 'request-return', { reason: '不属于本单位职责。' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('recalls, and lets co-handlers go that have not answered', async () => {
    const { id, assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
    const [lead, co] = assignments;
    await step.onAssignment(app, world.by.government, lead.id, 'recall', { reason: '职责调整。' });
    const seen = await read(id);
    expect(seen.stage).toBe('handedOver');
    expect(seen.assignments.map(({ stage }: { stage: string }) => stage)).toEqual(['released', 'released']);
    for (const clock of Object.values(await deadlinesOf(app, co.id))) expect(clock.state).not.toBe('running');
  });

  it('keeps a co-handler whose opinion is given, and asks for a lead beside it', async () => {
    const { id, assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
    const [lead, co] = assignments;
    await giveOpinion(app, world, co);
    await step.onAssignment(app, world.by.government, lead.id, 'recall', { reason: '职责调整。' });
    const sole = { mode: 'sole', units: step.unitsFor(world, [['publicity', 'lead']]) };
    const refused = await send(app, world.by.government, 'POST', `/api/proposals/${id}/assign`, sole);
    expect([refused.status, refused.body.reasons[0].code]).toEqual([409, 'modeDoesNotFit']);
    const asLead = { mode: 'sole', units: step.unitsFor(world, [['housing', 'lead']]) };
    const twice = await send(app, world.by.government, 'POST', `/api/proposals/${id}/assign`, asLead);
    expect(twice.body.reasons.map(({ code }: { code: string }) => code)).toContain('leadIsCo');
    const chosen: step.Chosen = [
      ['publicity', 'lead'],
      ['housing', 'coHandler'],
    ];
    const next = await step.assign(app, world, id, chosen);
    expect(next.assignments).toMatchObject([{ unitId: world.units.publicity, role: 'lead' }]);
    expect((await read(id)).assignments.map(({ stage }: { stage: string }) => stage)).toEqual([
      'released',
      'opinionGiven',
      'pending',
    ]);
  });

  it('lets nobody act for another unit or another office', async () => {
    const { assignments } = await step.anAssignedProposal(app, world, step.JOINT);
    const tried = async (by: typeof world.by.first, verb: string, payload: object = {}) =>
      (await send(app, by, 'POST', `/api/assignments/${assignments[0].id}/${verb}`, payload)).status;
    expect(await tried(world.by.housing.handler, 'acknowledge')).toBe(403);
    expect(await tried(world.by.first, 'acknowledge')).toBe(403);
    expect(await tried(world.by.publicity.handler, 'acknowledge')).toBe(404);
    expect(await tried(world.by.party, 'recall', { reason: '试试。' })).toBe(404);
    expect(await tried(world.by.transport.leader, 'recall', { reason: '试试。' })).toBe(403);
  });
});
