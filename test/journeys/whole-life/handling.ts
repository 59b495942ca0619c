import { timelineOf, toDoOf } from '../../support/reading';
import { must } from '../../support/requests';
import { onAssignment } from '../../support/steps/assignment';
import * as step from '../../support/steps/handling';
import type { Life } from './life';

/** What the units do before anybody answers. */
export function isHandled(life: Life): void {
  it('is discussed with its sponsor, worked on and measured', async () => {
    const { app, by, lead } = life;
    life.on('2026-04-03');
    await step.consult(app, life.world, lead, { heldOn: '2026-04-02' });
    const owed = [
      [by.transport.handler, 'reply'],
      [by.housing.leader, 'coOpinion'],
      [by.publicity.leader, 'coOpinion'],
    ] as const;
    await life.stands('handling', 'recordConsultation', ...owed);
    const figure = { indicator: '新增停车位', value: 300, unit: '个', period: '1—3月', target: 1500 };
    const report = { reportedOn: '2026-04-03', text: '已开工。', figures: [figure] };
    const url = `/api/assignments/${lead.id}/report-progress`;
    const { figures } = await must(app, by.transport.handler, 'POST', url, report);
    expect(figures).toEqual([{ ...figure, share: 20 }]);
    await life.stands('handling', 'reportProgress', ...owed);
    expect((await life.read(by.second)).figures).toMatchObject([{ indicator: '新增停车位', value: 300 }]);
  });

  it('has opinions of its co-handlers, for the lead and never for its sponsors', async () => {
    const { app, by, co, added } = life;
    for (const begun of [co, added]) await step.giveOpinion(app, life.world, begun);
    await life.stands('handling', ['giveOpinion', 'giveOpinion'], [by.transport.handler, 'reply']);
    expect(await life.task(by.first, co)).toMatchObject({ stage: 'opinionGiven', opinion: null });
    expect((await life.task(by.transport.handler, co)).opinion.body).toContain('旧改');
  });

  it('gets more time, which its sponsors are told', async () => {
    const { app, by, lead } = life;
    const due = async () =>
      (await toDoOf(app, by.transport.handler)).find(({ clock }) => clock === 'reply')?.dueOn;
    expect(await due()).toBe('2026-06-16');
    life.on('2026-06-10');
    const wanted = { until: '2026-08-14', reason: '规划调整。' };
    await onAssignment(app, by.transport.handler, lead.id, 'ask-extension', wanted);
    const reply = [by.transport.handler, 'reply'] as const;
    await life.stands('handling', 'askExtension', reply, [by.government, 'decideExtension']);
    await onAssignment(app, by.government, lead.id, 'grant-extension');
    await life.stands('handling', 'grantExtension', reply);
    expect(await due()).toBe('2026-08-14');
    expect((await timelineOf(app, by.first, life.id))[0].action).toBe('grantExtension');
  });
}
