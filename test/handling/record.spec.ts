import { deadlinesOf } from '../support/deadlines';
import { PDF, upload } from '../support/files';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { faultsOf } from '../support/problems';
import { must, send } from '../support/requests';
import * as step from '../support/steps/assignment';
import { aRepliedProposal, consult, giveOpinion } from '../support/steps/handling';
import { aWorld, type World } from '../support/world';

eachDatabase('the work of a unit', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => app.clock.set(START));

  const readBy = (by: typeof world.by.first, id: number) => must(app, by, 'GET', `/api/proposals/${id}`);
  const post = (by: typeof world.by.first, { id }: step.Begun, verb: string, payload: object) =>
    send(app, by, 'POST', `/api/assignments/${id}/${verb}`, payload);

  describe('a meeting with the sponsor', () => {
    it('ends the wait for a first contact, for the lead that met', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world, step.SEPARATE);
      app.clock.set('2026-03-20T01:00:00.000Z');
      await consult(app, world, assignments[0], { mode: 'siteVisit', heldOn: '2026-03-19' });
      expect((await deadlinesOf(app, assignments[0].id)).firstContact).toMatchObject({
        state: 'met',
        late: false,
      });
      expect((await deadlinesOf(app, assignments[1].id)).firstContact.state).toBe('running');
      const { happenings } = await readBy(world.by.first, id);
      expect(happenings).toMatchObject([{ kind: 'consultation', on: '2026-03-19', title: 'siteVisit' }]);
    });

    it('does not end the lead’s wait when a co-handler records one', async () => {
      const { assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
      await consult(app, world, assignments[1]);
      expect((await deadlinesOf(app, assignments[0].id)).firstContact.state).toBe('running');
    });

    it('lies in the past, has a known mode, and says who met and what came of it', async () => {
      const { assignments } = await step.anAcknowledgedProposal(app, world);
      const wrong = { heldOn: '2026-03-03', mode: 'visit', people: '王一文', outcome: '已沟通。' };
      const tried = (more: object) =>
        post(world.by.transport.handler, assignments[0], 'record-consultation', { ...wrong, ...more });
      expect(faultsOf(await tried({}))).toEqual([422, ['heldOn inFuture']]);
      expect(faultsOf(await tried({ mode: '座谈', people: ' ', outcome: null }))).toEqual([
        422,
        ['mode unknownChoice', 'people required', 'outcome required'],
      ]);
    });

    it('is not recorded before the unit has taken the case on', async () => {
      const { assignments } = await step.anAssignedProposal(app, world);
      const met = { heldOn: '2026-03-02', mode: 'visit', people: '王一文', outcome: '已沟通。' };
      const answer = await post(world.by.transport.handler, assignments[0], 'record-consultation', met);
      expect([answer.status, answer.body.reasons[0].code]).toEqual([409, 'wrongStage']);
    });
  });

  describe('progress', () => {
    const figure = { indicator: '5G基站', value: 680, unit: '个', period: '1—8月', target: 820 };

    it('is measured against its target, and told to sponsors and committee', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world);
      const others = { indicator: '营收', value: 93.81, unit: '亿元', period: '1—8月' };
      const given = { reportedOn: '2026-03-02', text: '进展顺利。', figures: [figure, others] };
      const done = await post(world.by.transport.handler, assignments[0], 'report-progress', given);
      expect(done.body.figures).toEqual([
        { ...figure, share: 82.9 },
        { ...others, target: null, share: null },
      ]);
      const seen = await readBy(world.by.first, id);
      expect(seen.happenings).toMatchObject([{ kind: 'progress', text: '进展顺利。' }]);
      expect(seen.figures).toMatchObject([
        { indicator: '5G基站', value: 680, target: 820 },
        { value: 93.81 },
      ]);
    });

    it('may be reported after the reply, too', async () => {
      const { assignments } = await aRepliedProposal(app, world);
      const given = { reportedOn: '2026-03-02', text: '后续进展。' };
      const done = await post(world.by.transport.handler, assignments[0], 'report-progress', given);
      expect([done.status, done.body.stage]).toEqual([201, 'issued']);
    });

    it('is refused with figures that are none, naming each, and nothing is kept', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world);
      const figures = [
        { ...figure, value: '很多', unit: '' },
        { ...figure, value: 1e300, target: 0.00001 },
        'no figure',
      ];
      const given = { reportedOn: '2026-03-05', text: '进展。', figures };
      const answer = await post(world.by.transport.handler, assignments[0], 'report-progress', given);
      expect(answer.status).toBe(422);
      const without = await post(world.by.transport.handler, assignments[0], 'report-progress', {
        ...given,
        figures: figures.slice(0, 2),
      });
      expect(faultsOf(without)).toEqual([
        422,
        [
          'figures.0.value wrongType',
          'figures.0.unit required',
          'figures.1.value outOfRange',
          'figures.1.target tooPrecise',
        ],
      ]);
      expect((await readBy(world.by.first, id)).happenings).toEqual([]);
    });

    it('carries files, of its own reports only', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
      const [lead, co] = assignments;
      const given = { reportedOn: '2026-03-02', text: '附照片。' };
      const { reportId } = (await post(world.by.transport.handler, lead, 'report-progress', given)).body;
      const attach = (by: typeof world.by.first, begun: step.Begun, report: number) =>
        upload(app, by, `/api/assignments/${begun.id}/progress/${report}/attachments`, {
          name: '现场.pdf',
          content: PDF,
        });
      const { status, body } = await attach(world.by.transport.handler, lead, reportId);
      expect(status).toBe(201);
      const url = `/api/proposals/${id}/attachments/${body.attachmentId}`;
      const file = await app.inject({ url, headers: world.by.first.headers });
      expect([file.statusCode, file.rawPayload.equals(PDF)]).toEqual([200, true]);
      expect((await attach(world.by.housing.handler, co, reportId)).status).toBe(404);
      expect((await attach(world.by.housing.handler, lead, reportId)).status).toBe(403);
      expect((await attach(world.by.transport.handler, lead, 999_999)).status).toBe(404);
    });
  });

  describe('a co-handler’s opinion', () => {
    it('goes to the lead under a number of its own, and never to the sponsor', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
      expect((await giveOpinion(app, world, assignments[1], '温建提〔2026〕1号')).stage).toBe('opinionGiven');
      expect((await deadlinesOf(app, assignments[1].id)).coOpinion.state).toBe('met');
      const opinionFor = async (by: typeof world.by.first) => (await readBy(by, id)).assignments[1].opinion;
      expect(await opinionFor(world.by.transport.handler)).toMatchObject({ docNo: '温建提〔2026〕1号' });
      expect(await opinionFor(world.by.first)).toBeNull();
    });

    it('is signed by the unit’s leader, and given by no lead', async () => {
      const { assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
      const opinion = { docNo: '温建提〔2026〕2号', body: '建议结合旧改。', signer: '林副局长' };
      expect((await post(world.by.housing.handler, assignments[1], 'give-opinion', opinion)).status).toBe(
        403,
      );
      const lead = await post(world.by.transport.leader, assignments[0], 'give-opinion', opinion);
      expect([lead.status, lead.body.reasons[0].code]).toEqual([409, 'notCoHandler']);
    });

    it('needs a number the unit has not used', async () => {
      const docNo = '温建提〔2026〕3号';
      for (const expected of [201, 422]) {
        const { assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
        const opinion = { docNo, body: '建议结合旧改。', signer: '林副局长' };
        const answer = await post(world.by.housing.leader, assignments[1], 'give-opinion', opinion);
        expect(answer.status).toBe(expected);
        if (expected === 422) expect(faultsOf(answer)).toEqual([422, ['docNo duplicate']]);
      }
    });

    it('never becomes a reply to the sponsor', async () => {
      const { assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
      const draft = { version: 2, body: '您好。' };
      const drafted = await post(world.by.housing.handler, assignments[1], 'draft-reply', draft);
      expect([drafted.status, drafted.body.reasons[0].code]).toEqual([409, 'notLead']);
      const letter = { docNo: '温建提〔2026〕4号', signer: '林副局长', principalLeader: true };
      for (const [by, verb, payload] of [
        [world.by.housing.handler, 'submit-for-audit', {}],
        [world.by.housing.leader, 'issue-reply', letter],
      ] as const)
        expect((await post(by, assignments[1], verb, payload)).status).toBe(409);
    });
  });
});
