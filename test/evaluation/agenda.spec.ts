import { SYSTEM } from '../../src/lifecycle/people';
import { MembersService } from '../../src/people/members/members.service';
import { deadlinesOf } from '../support/deadlines';
import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import { aFiledProposal, designateKey } from '../support/steps/examination';
import { aConcludedProposal } from '../support/steps/feedback';
import { aWorld, type World } from '../support/world';

eachDatabase('Before the ballot', (open) => {
  let app: RunningApp;
  let world: World;
  let key: number;
  let seats: steps.Seat[];

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    key = await steps.aKeyCase(app, world);
    seats = await steps.standingCommittee(app, world, 3);
  });

  const put = (id: number, proposalIds: number[], by = world.by.clerk) =>
    send(app, by, 'PUT', `/api/evaluations/${id}/agenda`, { proposalIds });
  const presence = (id: number, given: object) =>
    send(app, world.by.clerk, 'POST', `/api/evaluations/${id}/mark-presence`, given);
  const faults = (field: string, code: string) => ({ status: 422, body: { errors: [{ field, code }] } });
  const voters = async (id: number) =>
    (await steps.sheetOf(app, world.by.clerk, id)).voters.map(({ memberId }) => memberId);

  describe('a meeting', () => {
    it('is planned by the committee for a day that has not passed, and owed from then on', async () => {
      const wanted = { sessionId: world.sessionId, title: '评议', heldOn: '2026-03-20' };
      const post = (more: object, by = world.by.clerk) =>
        send(app, by, 'POST', '/api/evaluations', { ...wanted, ...more });
      expect(await post({ heldOn: '2026-03-01' })).toMatchObject(faults('heldOn', 'past'));
      expect(await post({ sessionId: 999_999 })).toMatchObject(faults('sessionId', 'unknown'));
      for (const by of [world.by.director, world.by.teller, world.by.standing, world.by.first])
        expect((await post({}, by)).status).toBe(403);
      const { body } = await post({ heldOn: '2026-03-02' });
      expect(await deadlinesOf(app, body.id, 'evaluation')).toMatchObject({
        holdEvaluation: { dueOn: '2026-03-02', state: 'running' },
      });
    });

    it('may be called off, with a reason, and lets its proposals go', async () => {
      const { id } = await steps.plan(app, world);
      await steps.changeAgenda(app, world, id, [key]);
      expect(
        await steps.onMeeting(app, world.by.clerk, id, 'cancel', { reason: '会议改期。' }),
      ).toMatchObject({
        stage: 'cancelled',
      });
      expect((await deadlinesOf(app, id, 'evaluation')).holdEvaluation.state).toBe('met');
      const other = await steps.plan(app, world);
      await steps.changeAgenda(app, world, other.id, [key]);
      await steps.changeAgenda(app, world, other.id, []);
    });
  });

  describe('the agenda', () => {
    it('takes key proposals that have been concluded, in the order given', async () => {
      const second = await steps.aKeyCase(app, world, { subject: '关于第二件事的建议' });
      const { id } = await steps.plan(app, world);
      await steps.changeAgenda(app, world, id, [second, key]);
      const { items } = await steps.sheetOf(app, world.by.clerk, id);
      expect(items).toMatchObject([
        {
          place: 1,
          proposalId: second,
          subject: '关于第二件事的建议',
          sponsors: ['王一文'],
          leadUnits: [{ unit: '市交通运输局', class: 'A' }],
          ratings: { forms: 1, attitude: { satisfied: 1, dissatisfied: 0 }, result: { satisfied: 1 } },
        },
        { place: 2, proposalId: key },
      ]);
      await steps.changeAgenda(app, world, id, []);
    });

    it('says of each proposal that cannot be on it why', async () => {
      const plain = await aConcludedProposal(app, world);
      const early = await aFiledProposal(app, world);
      await designateKey(app, world, early.id);
      const taken = await steps.plan(app, world, { title: '另一次评议' });
      await steps.changeAgenda(app, world, taken.id, [key]);
      const { id } = await steps.plan(app, world);
      const { status, body } = await put(id, [plain.id, early.id, key, 999_999]);
      expect(status).toBe(422);
      expect(body.errors).toMatchObject([
        { field: 'proposalIds.0', code: 'notKey' },
        { field: 'proposalIds.1', code: 'notConcluded' },
        { field: 'proposalIds.2', code: 'onAgenda' },
        { field: 'proposalIds.3', code: 'unknown' },
      ]);
      expect(body.errors[2].message).toContain('另一次评议');
      expect(await put(id, [key, key])).toMatchObject(faults('proposalIds', 'repeated'));
      await steps.changeAgenda(app, world, taken.id, []);
    });

    it('takes a case once, however many want it at the same moment', async () => {
      const meetings = [
        await steps.plan(app, world),
        await steps.plan(app, world),
        await steps.plan(app, world),
      ];
      const done = await Promise.all(meetings.map(({ id }) => put(id, [key])));
      expect(done.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
      for (const { id } of meetings) await put(id, []);
    });

    it('is the committee’s', async () => {
      const { id } = await steps.plan(app, world);
      for (const by of [world.by.director, world.by.teller, world.by.standing, world.by.auditor])
        expect((await put(id, [key], by)).status).toBe(403);
      expect((await put(id, [key], world.by.transport.handler)).status).toBe(404);
    });
  });

  describe('the roll', () => {
    it('follows the seats of the Standing Committee on the day of the meeting until the box is opened', async () => {
      const { id } = await steps.plan(app, world);
      await steps.changeAgenda(app, world, id, [key]);
      const members = app.get(MembersService);
      const seat = { termId: world.termId, standingCommittee: true };
      const late = await members.create(SYSTEM, { ...seat, name: '新任常委', validFrom: '2026-03-19' });
      const future = await members.create(SYSTEM, { ...seat, name: '以后的常委', validFrom: '2026-03-21' });
      expect(await voters(id)).toEqual([...seats.map(({ memberId }) => memberId), late.id]);
      await members.end(SYSTEM, late.id, { version: 1, validTo: '2026-03-19' });
      expect(await voters(id)).not.toContain(late.id);
      await steps.markPresent(app, world, id, seats);
      await steps.lockBox(app, world, id);
      await steps.openBox(app, world, id);
      await members.create(SYSTEM, { ...seat, name: '开箱后的常委', validFrom: '2026-03-01' });
      expect(await voters(id)).toEqual(seats.map(({ memberId }) => memberId));
      expect(await voters(id)).not.toContain(future.id);
    });

    it('is what presence is marked on', async () => {
      const { id } = await steps.plan(app, world);
      const [first, second] = seats.map(({ memberId }) => memberId);
      expect(await presence(id, {})).toMatchObject(faults('present', 'required'));
      expect(await presence(id, { present: [first, 999_999] })).toMatchObject(faults('present.1', 'notDue'));
      expect(await presence(id, { present: [world.members.first] })).toMatchObject(
        faults('present.0', 'notDue'),
      );
      expect(await presence(id, { present: [first], absent: [first] })).toMatchObject(
        faults('absent.0', 'repeated'),
      );
      await presence(id, { present: [first, second] });
      await presence(id, { absent: [first] });
      const { present, issued } = await steps.sheetOf(app, world.by.clerk, id);
      expect({ present, issued }).toEqual({ present: 1, issued: 0 });
    });
  });

  it('everything that was done is in the history of the meeting', async () => {
    const { id } = await steps.plan(app, world);
    await steps.changeAgenda(app, world, id, []);
    const rows = await app.database.rows<{ action: string }>(
      `SELECT "action" FROM "history" WHERE "kind" = 'evaluation' AND "subjectId" = ? ORDER BY "id"`,
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual(['plan', 'changeAgenda']);
    const { total } = await must(app, world.by.standing, 'GET', '/api/evaluations?stage=planned');
    expect(total).toBeGreaterThan(0);
  });
});
