import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import * as steps from '../support/steps/feedback';
import { aRepliedProposal } from '../support/steps/handling';
import { submitJoint } from '../support/steps/submission';
import { fileProposal } from '../support/steps/examination';
import { aWorld, type World } from '../support/world';

eachDatabase('A sponsor’s rating', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(async () => {
    ({ id } = await aRepliedProposal(app, world));
  });

  const rate = (form: object, by = world.by.first) =>
    send(app, by, 'POST', `/api/proposals/${id}/rate`, form);
  const answer = async () => (await steps.feedback(app, world.by.clerk, id)).raters[0].answer;
  const reasons = (code: string) => ({ status: 409, body: { reasons: [{ code }] } });
  const faults = (field: string, code: string) => ({ status: 422, body: { errors: [{ field, code }] } });

  it('has no default for anything', async () => {
    for (const field of ['attitude', 'result', 'met', 'answersPoints']) {
      const form = { ...steps.SATISFIED, [field]: undefined };
      expect(await rate(form)).toMatchObject(faults(field, 'required'));
    }
    expect(await answer()).toBe('open');
  });

  it('keeps attitude and result apart, and goes to the committee', async () => {
    await steps.rate(app, world.by.first, id, { ...steps.DISSATISFIED, attitude: 'basicallySatisfied' });
    expect(await answer()).toMatchObject({
      attitude: 'basicallySatisfied',
      result: 'dissatisfied',
      met: true,
      answersPoints: true,
      text: '车位问题没有解决。',
      onBehalf: false,
    });
  });

  it('may be changed while the round is open; the history keeps what it was', async () => {
    await steps.rate(app, world.by.first, id, steps.DISSATISFIED);
    await steps.rate(app, world.by.first, id);
    const { history } = await must(app, world.by.clerk, 'GET', `/api/proposals/${id}`);
    expect(history[0]).toMatchObject({
      action: 'rate',
      change: { round: 1, before: { result: 'dissatisfied' }, after: { result: 'satisfied' } },
    });
    const forms = await app.database.rows('SELECT 1 FROM "feedbackForm" WHERE "proposalId" = ?', [id]);
    expect(forms).toHaveLength(1);
  });

  it('is over with the round', async () => {
    await steps.rate(app, world.by.first, id);
    await steps.conclude(app, world, id);
    expect(await rate(steps.DISSATISFIED)).toMatchObject(reasons('wrongStage'));
  });

  it('is nobody’s but the sponsor’s: not of the unit, the office, another sponsor or a reader', async () => {
    const { by } = world;
    for (const other of [by.transport.handler, by.transport.leader, by.government])
      expect((await rate({ ...steps.SATISFIED, sponsorId: world.sponsors.first }, other)).status).toBe(403);
    for (const other of [by.director, by.auditor])
      expect((await rate({ ...steps.SATISFIED, sponsorId: world.sponsors.first }, other)).status).toBe(403);
    expect((await rate({ ...steps.SATISFIED, sponsorId: world.sponsors.first }, by.second)).status).toBe(404);
    expect((await rate({ ...steps.SATISFIED, sponsorId: world.sponsors.second })).status).toBe(403);
  });

  it('is asked of the first sponsor; who co-signed reads it only when the round is closed', async () => {
    const joint = await submitJoint(app, world);
    await fileProposal(app, world, joint.id);
    await steps.handleAndReply(app, world, joint.id);
    const { status } = await send(
      app,
      world.by.second,
      'POST',
      `/api/proposals/${joint.id}/rate`,
      steps.SATISFIED,
    );
    expect(status).toBe(403);
    await steps.rate(app, world.by.first, joint.id);
    const read = async () => (await steps.feedback(app, world.by.second, joint.id)).raters;
    expect(await read()).toMatchObject([{ sponsorId: world.sponsors.first, mine: false, answer: 'open' }]);
    await steps.conclude(app, world, joint.id);
    expect(await read()).toMatchObject([{ answer: { result: 'satisfied' } }]);
  });

  it('says how one met only if one met', async () => {
    expect(await rate({ ...steps.SATISFIED, met: false })).toMatchObject(faults('metHow', 'notApplicable'));
    expect((await rate({ ...steps.SATISFIED, met: false, metHow: null })).status).toBe(201);
  });

  describe('entered by staff', () => {
    const onBehalf = (form: object) =>
      rate({ ...steps.SATISFIED, sponsorId: world.sponsors.first, ...form }, world.by.clerk);

    it('needs the paper the sponsor signed', async () => {
      expect(await onBehalf({})).toMatchObject(faults('scanId', 'required'));
      expect(await onBehalf({ scanId: 999_999 })).toMatchObject(faults('scanId', 'unknown'));
      const other = await aRepliedProposal(app, world);
      const scanId = await steps.scanForm(app, world, other.id, world.sponsors.first);
      expect(await onBehalf({ scanId })).toMatchObject(faults('scanId', 'unknown'));
      expect(await answer()).toBe('open');
    });

    it('says so, in the form and in the history', async () => {
      await steps.rateOnPaper(app, world, id, world.sponsors.first);
      expect(await answer()).toMatchObject({ onBehalf: true, result: 'satisfied' });
      const { history } = await must(app, world.by.first, 'GET', `/api/proposals/${id}`);
      expect(history.slice(0, 2)).toMatchObject([
        { action: 'rate', actor: '提案委经办甲', onBehalfOf: '王一文' },
        { action: 'attachScan', onBehalfOf: '王一文' },
      ]);
    });

    it('never replaces what the sponsor has said in person', async () => {
      await steps.rate(app, world.by.first, id, steps.DISSATISFIED);
      const scanId = await steps.scanForm(app, world, id, world.sponsors.first);
      expect(await onBehalf({ scanId })).toMatchObject(reasons('ratedInPerson'));
      expect(await answer()).toMatchObject({ result: 'dissatisfied', onBehalf: false });
    });

    it('may be corrected by the sponsor in person', async () => {
      await steps.rateOnPaper(app, world, id, world.sponsors.first);
      await steps.rate(app, world.by.first, id, steps.DISSATISFIED);
      expect(await answer()).toMatchObject({ result: 'dissatisfied', onBehalf: false });
    });

    it('is for somebody who is asked: the sponsor has to be named', async () => {
      const scanId = await steps.scanForm(app, world, id, world.sponsors.first);
      expect(await onBehalf({ sponsorId: null, scanId })).toMatchObject(reasons('notARater'));
      expect(await onBehalf({ sponsorId: world.sponsors.second, scanId })).toMatchObject(
        reasons('notARater'),
      );
    });
  });
});
