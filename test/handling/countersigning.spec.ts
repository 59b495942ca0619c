import { deadlinesOf } from '../support/deadlines';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { codesOf } from '../support/problems';
import { must, send } from '../support/requests';
import * as step from '../support/steps/assignment';
import * as handling from '../support/steps/handling';
import { aWorld, type World } from '../support/world';

const THREE: step.Chosen = [
  ['transport', 'lead'],
  ['housing', 'coHandler'],
  ['publicity', 'coHandler'],
];

eachDatabase('countersigning', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => app.clock.set(START));

  const post = (by: typeof world.by.first, { id }: step.Begun, verb: string, payload: object = {}) =>
    send(app, by, 'POST', `/api/assignments/${id}/${verb}`, payload);
  const submit = (lead: step.Begun) => post(world.by.transport.handler, lead, 'submit-for-audit');
  const signaturesOf = async (id: number) =>
    (await must(app, world.by.transport.handler, 'GET', `/api/proposals/${id}`)).assignments.map(
      (it: { countersign: string | null }) => it.countersign,
    );

  /** The lead has asked both co-handlers. */
  async function asked() {
    const { id, assignments } = await step.anAcknowledgedProposal(app, world, THREE);
    const [lead, housing, publicity] = assignments;
    await handling.consult(app, world, lead);
    await handling.draftReply(app, world, lead);
    await handling.askCountersign(app, world, lead);
    return { id, lead, housing, publicity };
  }

  it('asks every co-handler, each with a clock of its own', async () => {
    const { id, lead, housing, publicity } = await asked();
    for (const co of [housing, publicity])
      expect((await deadlinesOf(app, co.id)).countersign).toMatchObject({
        state: 'running',
        dueOn: '2026-03-09',
      });
    expect(await signaturesOf(id)).toEqual([null, 'asked', 'asked']);
    expect(codesOf(await submit(lead))).toEqual([409, ['countersignsMissing']]);
  });

  it('lets the lead go on once everybody has signed', async () => {
    const { id, lead, housing, publicity } = await asked();
    await handling.countersign(app, world, housing);
    expect(codesOf(await submit(lead))).toEqual([409, ['countersignsMissing']]);
    await handling.countersign(app, world, publicity);
    expect((await deadlinesOf(app, housing.id)).countersign).toMatchObject({ state: 'met', late: false });
    expect(await signaturesOf(id)).toEqual([null, 'signed', 'signed']);
    expect((await submit(lead)).body.stage).toBe('auditing');
  });

  it('goes on without a signature when the lead’s leader says why it is missing', async () => {
    const { lead, housing, publicity } = await asked();
    await handling.countersign(app, world, housing);
    const why = { coAssignmentId: publicity.id, reason: '三次催告未复。' };
    expect((await post(world.by.transport.handler, lead, 'explain-missing', why)).status).toBe(403);
    expect((await post(world.by.transport.leader, lead, 'explain-missing', why)).status).toBe(201);
    expect((await deadlinesOf(app, publicity.id)).countersign.state).toBe('cancelled');
    expect((await deadlinesOf(app, housing.id)).countersign.state).toBe('met');
    expect((await submit(lead)).body.stage).toBe('auditing');
  });

  it('explains nothing that is signed, nor for a unit outside of the case', async () => {
    const { lead, housing } = await asked();
    await handling.countersign(app, world, housing);
    for (const coAssignmentId of [housing.id, lead.id, 999_999]) {
      const why = { coAssignmentId, reason: '未复。' };
      const answer = await post(world.by.transport.leader, lead, 'explain-missing', why);
      expect(codesOf(answer)).toEqual([409, ['nothingToExplain']]);
    }
  });

  it('is signed once, by the co-handler’s leader, and only when asked', async () => {
    const { housing, publicity } = await asked();
    expect((await post(world.by.housing.handler, housing, 'countersign')).status).toBe(403);
    expect((await post(world.by.transport.leader, housing, 'countersign')).status).toBe(403);
    await handling.countersign(app, world, housing);
    expect(codesOf(await post(world.by.housing.leader, housing, 'countersign'))).toEqual([
      409,
      ['countersignNotAsked'],
    ]);
    const answers = await Promise.all(
      [1, 2].map(() => post(world.by.publicity.leader, publicity, 'countersign')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('falls away when the lead takes the draft back', async () => {
    const { id, lead, housing, publicity } = await asked();
    await handling.countersign(app, world, housing);
    await step.onAssignment(app, world.by.transport.handler, lead.id, 'revise-draft');
    expect(await signaturesOf(id)).toEqual([null, null, null]);
    expect((await deadlinesOf(app, publicity.id)).countersign.state).toBe('cancelled');
    expect(codesOf(await submit(lead))).toEqual([409, ['countersignsMissing']]);
    await handling.askCountersign(app, world, lead);
    expect(await signaturesOf(id)).toEqual([null, 'asked', 'asked']);
  });

  it('holds after an audit sent the draft back, unless the text then changes', async () => {
    const { id, lead, housing, publicity } = await asked();
    for (const co of [housing, publicity]) await handling.countersign(app, world, co);
    await handling.submitForAudit(app, world, lead);
    await step.onAssignment(app, world.by.government, lead.id, 'send-back', { reason: '电话有误。' });
    await handling.draftReply(app, world, lead, { contactPhone: '0576-86119999' });
    expect(await signaturesOf(id)).toEqual([null, 'signed', 'signed']);
    await handling.submitForAudit(app, world, lead);
    await step.onAssignment(app, world.by.government, lead.id, 'send-back', { reason: '逐条答复。' });
    await handling.draftReply(app, world, lead, { body: '逐条答复如下：一、已落实。' });
    expect(await signaturesOf(id)).toEqual([null, null, null]);
    expect(codesOf(await submit(lead))).toEqual([409, ['countersignsMissing']]);
  });

  it('asks nobody where there is no co-handler', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    await handling.draftReply(app, world, assignments[0]);
    const answer = await post(world.by.transport.handler, assignments[0], 'ask-countersign');
    expect(codesOf(answer)).toEqual([409, ['noCoHandlers']]);
  });

  it('keeps nobody waiting for a lead that was taken off the case', async () => {
    const { id, lead, housing, publicity } = await asked();
    // One has given its opinion and stays, the other is let go with the lead.
    await handling.giveOpinion(app, world, housing);
    await step.onAssignment(app, world.by.government, lead.id, 'recall', { reason: '职责调整。' });
    for (const co of [housing, publicity])
      expect((await deadlinesOf(app, co.id)).countersign.state).toBe('cancelled');
    const seen = await must(app, world.by.government, 'GET', `/api/proposals/${id}`);
    expect(
      seen.assignments.map((it: { stage: string; countersign: string | null }) => [it.stage, it.countersign]),
    ).toEqual([
      ['released', null],
      ['opinionGiven', null],
      ['released', null],
    ]);
    const again = await post(world.by.housing.leader, housing, 'countersign');
    expect(codesOf(again)).toEqual([409, ['countersignNotAsked']]);
  });
});
