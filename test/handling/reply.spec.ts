import { deadlinesOf } from '../support/deadlines';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { codesOf } from '../support/problems';
import { must, send } from '../support/requests';
import * as step from '../support/steps/assignment';
import { designateKey, fileProposal } from '../support/steps/examination';
import * as handling from '../support/steps/handling';
import { submitCollective } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('the reply', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => app.clock.set(START));

  const readBy = (by: typeof world.by.first, id: number) => must(app, by, 'GET', `/api/proposals/${id}`);
  const post = (by: typeof world.by.first, { id }: step.Begun, verb: string, payload: object = {}) =>
    send(app, by, 'POST', `/api/assignments/${id}/${verb}`, payload);
  const letter = (docNo = handling.aDocNo()) => ({ docNo, signer: '陈局长', principalLeader: true });

  /** A lead alone whose draft lies before the office. */
  async function audited(parts: object = handling.WHOLE_REPLY) {
    const { id, assignments } = await step.anAcknowledgedProposal(app, world);
    const [lead] = assignments;
    await handling.prepareReply(app, world, lead, { reply: parts });
    await handling.submitForAudit(app, world, lead);
    return { id, lead };
  }

  describe('before the office', () => {
    it('is sent back, and its audit then counts for nothing', async () => {
      const { lead } = await audited();
      expect((await deadlinesOf(app, lead.id)).audit).toMatchObject({
        state: 'running',
        dueOn: '2026-03-09',
      });
      await handling.passAudit(app, world, lead);
      expect((await deadlinesOf(app, lead.id)).issueReply.state).toBe('running');
      const back = await post(world.by.government, lead, 'send-back', { reason: '未逐条答复。' });
      expect(back.body.stage).toBe('drafting');
      expect((await deadlinesOf(app, lead.id)).issueReply.state).toBe('cancelled');
      await handling.submitForAudit(app, world, lead);
      const issued = await post(world.by.transport.leader, lead, 'issue-reply', letter());
      expect(codesOf(issued)).toEqual([409, ['notAudited']]);
    });

    it('has its class corrected with a reason, and what was to be promised falls away', async () => {
      const { id, lead } = await audited(handling.PLANNED_REPLY);
      const same = await post(world.by.government, lead, 'correct-class', { class: 'B', note: '无。' });
      expect(codesOf(same)).toEqual([422, ['same']]);
      await step.onAssignment(app, world.by.government, lead.id, 'correct-class', {
        class: 'C',
        note: '近期无法实施。',
      });
      const [own] = (await readBy(world.by.government, id)).assignments;
      expect(own.reply).toMatchObject({ class: 'C', promises: [] });
      const planned = await post(world.by.government, lead, 'correct-class', {
        class: 'B',
        note: '可列计划。',
      });
      expect(codesOf(planned)).toEqual([422, ['promisesMissing']]);
      await handling.passAudit(app, world, lead);
      const late = await post(world.by.government, lead, 'correct-class', { class: 'A', note: '已解决。' });
      expect(codesOf(late)).toEqual([409, ['alreadyAudited']]);
      expect((await handling.issueReply(app, world, lead)).class).toBe('C');
    });

    it('is audited by the office of the case alone', async () => {
      const { lead } = await audited();
      expect((await post(world.by.transport.leader, lead, 'pass-audit')).status).toBe(403);
      expect((await post(world.by.clerk, lead, 'pass-audit')).status).toBe(403);
      expect((await post(world.by.party, lead, 'pass-audit')).status).toBe(404);
    });
  });

  describe('issued', () => {
    it('ends the lead’s time, is the sponsor’s to read, and asks each first sponsor for an opinion', async () => {
      const { id, assignments, replies } = await handling.aRepliedProposal(app, world, step.JOINT);
      expect(replies[0]).toMatchObject({ stage: 'issued', class: 'A', promises: [] });
      expect(replies[0].citedOpinions).toEqual([
        { unitName: '市住房和城乡建设局', docNo: expect.any(String) },
      ]);
      const { reply, returnWindow, issueReply } = await deadlinesOf(app, assignments[0].id);
      expect([reply.state, returnWindow.state, issueReply.state]).toEqual(['met', 'met', 'met']);
      const seen = await readBy(world.by.first, id);
      expect(seen).toMatchObject({ stage: 'replied', moments: { repliedAt: START } });
      expect(seen.assignments[0].reply).toMatchObject({
        docNo: replies[0].docNo,
        firstClass: 'A',
        issuedAt: START,
      });
      expect(seen.assignments[1].opinion).toBeNull();
      const feedback = await deadlinesOf(app, world.sponsors.first, 'sponsor');
      expect(feedback.feedback).toMatchObject({ state: 'running', dueOn: '2026-03-23' });
    });

    it('completes the case only with the last of several leads', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world, step.SEPARATE);
      await handling.reply(app, world, assignments[0]);
      expect((await readBy(world.by.government, id)).stage).toBe('handling');
      await handling.reply(app, world, assignments[1]);
      expect((await readBy(world.by.government, id)).stage).toBe('replied');
    });

    it('completes the case also when the last two leads issue at once', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world, step.SEPARATE);
      for (const lead of assignments) {
        await handling.prepareReply(app, world, lead);
        await handling.submitForAudit(app, world, lead);
        await handling.passAudit(app, world, lead);
      }
      await Promise.all(assignments.map((lead) => handling.issueReply(app, world, lead)));
      const seen = await readBy(world.by.clerk, id);
      expect(seen.stage).toBe('replied');
      expect(seen.clocks.filter(({ clock }: { clock: string }) => clock === 'feedback')).toHaveLength(1);
    });

    it.each(['key', 'collective'])(
      'of a %s proposal needs the principal leader’s signature',
      async (kind) => {
        const id =
          kind === 'key'
            ? (await step.aHandedOverProposal(app, world)).id
            : (await fileProposal(app, world, (await submitCollective(app, world)).id)).id;
        if (kind === 'key') await designateKey(app, world, id);
        else await step.handOver(app, world, id);
        const [lead] = (await step.assign(app, world, id)).assignments;
        await step.acknowledge(app, world, lead);
        await handling.prepareReply(app, world, lead);
        await handling.submitForAudit(app, world, lead);
        await handling.passAudit(app, world, lead);
        const deputy = await post(world.by.transport.leader, lead, 'issue-reply', {
          ...letter(),
          principalLeader: false,
        });
        expect(codesOf(deputy)).toEqual([409, ['principalLeaderMissing']]);
        expect((await post(world.by.transport.leader, lead, 'issue-reply', letter())).status).toBe(201);
      },
    );

    it('is signed by a leader of the unit, and once', async () => {
      const { lead } = await audited();
      await handling.passAudit(app, world, lead);
      expect((await post(world.by.transport.handler, lead, 'issue-reply', letter())).status).toBe(403);
      const answers = await Promise.all(
        [1, 2].map(() => post(world.by.transport.leader, lead, 'issue-reply', letter())),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    });

    it('bears a number its unit has given to nothing else, even when two issue at once', async () => {
      const docNo = handling.aDocNo();
      const leads = [(await audited()).lead, (await audited()).lead];
      for (const lead of leads) await handling.passAudit(app, world, lead);
      const answers = await Promise.all(
        leads.map((lead) => post(world.by.transport.leader, lead, 'issue-reply', letter(docNo))),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
      const refused = answers.find(({ status }) => status === 422);
      expect(refused?.body.errors).toMatchObject([{ field: 'docNo', code: 'duplicate' }]);
      // Another unit counts its own letters.
      const { assignments } = await step.anAcknowledgedProposal(app, world, [['housing', 'lead']]);
      expect((await handling.reply(app, world, assignments[0], { letter: { docNo } })).docNo).toBe(docNo);
    });

    it('is not issued over a co-handler that joined during the audit, unless its silence is explained', async () => {
      const { lead } = await audited();
      const units = step.unitsFor(world, [['housing', 'coHandler']]);
      const url = `/api/proposals/${lead.proposalId}/assign-more`;
      const more = await must(app, world.by.government, 'POST', url, { mode: 'joint', units });
      await handling.passAudit(app, world, lead);
      const early = await post(world.by.transport.leader, lead, 'issue-reply', letter());
      expect(codesOf(early)).toEqual([409, ['countersignsMissing']]);
      const why = { coAssignmentId: more.assignments[0].id, reason: '审核期间增办，意见另行征求。' };
      expect((await post(world.by.transport.leader, lead, 'explain-missing', why)).status).toBe(201);
      expect((await post(world.by.transport.leader, lead, 'issue-reply', letter())).status).toBe(201);
    });

    it('completes the case when the last lead at work is released after the others replied', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world, step.SEPARATE);
      await handling.reply(app, world, assignments[0]);
      await step.requestReturn(app, world, assignments[1]);
      await step.grantReturn(app, world, assignments[1]);
      expect((await readBy(world.by.government, id)).stage).toBe('replied');
    });
  });
});
