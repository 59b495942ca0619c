import { onAssignment } from '../../support/steps/assignment';
import * as feedback from '../../support/steps/feedback';
import * as step from '../../support/steps/handling';
import type { Life } from './life';

/** From the draft of the reply to the end of the handling. */
export function isAnswered(life: Life): void {
  it('is answered in a draft with promises, which the co-handlers sign and the office sends back', async () => {
    const { app, by, world, lead } = life;
    life.on('2026-07-20');
    await step.draftReply(app, world, lead, step.PLANNED_REPLY);
    await step.askCountersign(app, world, lead);
    const reply = [by.transport.handler, 'reply'] as const;
    const signatures = [
      [by.housing.leader, 'countersign'] as const,
      [by.publicity.leader, 'countersign'] as const,
    ];
    await life.stands('handling', ['askCountersign', 'draftReply'], reply, ...signatures);
    for (const begun of [life.co, life.added]) await step.countersign(app, world, begun);
    await step.submitForAudit(app, world, lead);
    await life.stands('handling', 'submitForAudit', reply, [by.government, 'audit']);
    await onAssignment(app, by.government, lead.id, 'send-back', { reason: '请写明点位。' });
    await life.stands('handling', 'sendBack', reply);
  });

  it('is written anew, signed anew, and passes the audit; nobody outside has read a word of it', async () => {
    const { app, by, world, lead } = life;
    await step.draftReply(app, world, lead, { body: '点位附后。' });
    const unsigned = await life.refusal(by.transport.handler, `assignments/${lead.id}/submit-for-audit`);
    expect(unsigned).toEqual([409, ['countersignsMissing']]);
    await step.askCountersign(app, world, lead);
    for (const begun of [life.co, life.added]) await step.countersign(app, world, begun);
    await step.submitForAudit(app, world, lead);
    await step.passAudit(app, world, lead);
    const owed = [[by.transport.handler, 'reply'] as const, [by.transport.leader, 'issueReply'] as const];
    await life.stands('handling', ['passAudit', 'submitForAudit'], ...owed);
    for (const reader of [by.first, by.second, by.clerk])
      expect((await life.task(reader, lead)).reply).toBeNull();
  });

  it('is replied, signed by the principal leader: now its sponsor is to judge', async () => {
    const { app, by, world, lead } = life;
    const letter = { docNo: step.aDocNo(), signer: '林副局长', principalLeader: false };
    const refusal = await life.refusal(by.transport.leader, `assignments/${lead.id}/issue-reply`, letter);
    expect(refusal).toEqual([409, ['principalLeaderMissing']]);
    const issued = await step.issueReply(app, world, lead);
    expect(issued.citedOpinions.map(({ unitName }) => unitName)).toEqual([
      '市住房和城乡建设局',
      '市委宣传部',
    ]);
    [{ id: life.promiseId }] = issued.promises;
    const owed = [[by.first, 'feedback'] as const, [by.transport.handler, 'promise'] as const];
    await life.stands('replied', ['completeReplies', 'issueReply'], ...owed);
    expect(await life.task(by.second, lead)).toMatchObject({ reply: { class: 'B', body: '点位附后。' } });
  });

  it('is rated, unseen by units and office until the round is closed', async () => {
    const { app, by, world, id } = life;
    life.on('2026-07-27');
    const result = 'basicallySatisfied';
    await feedback.rate(app, by.first, id, { ...feedback.SATISFIED, result });
    const promise = [by.transport.handler, 'promise'] as const;
    await life.stands('replied', 'rate', [by.clerk, 'conclude'], promise);
    for (const reader of [by.transport.handler, by.transport.leader, by.housing.leader, by.government]) {
      expect((await feedback.feedback(app, reader, id)).raters).toMatchObject([{ answer: 'open' }]);
      expect(await life.read(reader)).toMatchObject({ feedback: [], clocks: [{ clock: 'promise' }] });
    }
    await feedback.conclude(app, world, id);
    await life.stands('concluded', 'conclude', [by.clerk, 'archive'], promise);
    const { raters } = await feedback.feedback(app, by.transport.handler, id);
    expect(raters).toMatchObject([{ answer: { result } }]);
    await life.isHiddenFrom(by.standing, by.party, by.sector);
  });
}
