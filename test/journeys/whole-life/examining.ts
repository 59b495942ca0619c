import { perform } from '../../support/requests';
import * as assignment from '../../support/steps/assignment';
import { designateKey, recommend } from '../../support/steps/examination';
import type { Life } from './life';

/** From the receipt to the units. */
export function isExaminedAndAssigned(life: Life): void {
  it('is examined by two pairs of eyes, filed with a number, and made a key proposal', async () => {
    const { app, by, id } = life;
    life.on('2026-03-09');
    await recommend(app, life.world, id);
    await life.stands('submitted', 'recommend', [by.director, 'confirmExamination']);
    expect(await perform(app, by.director, id, 'file')).toMatchObject({ stage: 'filed', caseNo: 1 });
    await life.stands('filed', 'file', [by.otherClerk, 'handOver']);
    await designateKey(app, life.world, id);
    await life.stands('filed', 'designateKey', [by.clerk, 'handOver']);
    await life.isHiddenFrom(by.sector, by.government, by.transport.handler, by.standing, by.teller);
  });

  it('is handed over to one office', async () => {
    const { app, by } = life;
    life.on('2026-03-16');
    await assignment.handOver(app, life.world, life.id);
    await life.stands('handedOver', 'handOver', [by.government, 'route']);
    await life.isHiddenFrom(by.party, by.transport.handler, by.transport.leader, by.housing.handler);
  });

  it('is assigned to a lead and a co-handler, each with clocks of its own', async () => {
    const { app, by } = life;
    const begun = await assignment.assign(app, life.world, life.id, assignment.JOINT);
    [life.lead, life.co] = begun.assignments;
    const { handler } = by.transport;
    const owed = [
      [handler, 'firstContact'],
      [handler, 'reply'],
      [by.housing.leader, 'coOpinion'],
    ] as const;
    const unread = [[handler, 'acknowledge'] as const, [by.housing.handler, 'acknowledge'] as const];
    await life.stands('handling', ['begin', 'begin', 'assign'], ...owed, ...unread);
    life.on('2026-03-17');
    for (const each of begun.assignments) await assignment.acknowledge(app, life.world, each);
    await life.stands('handling', ['acknowledge', 'acknowledge'], ...owed);
    await life.isHiddenFrom(by.publicity.handler, by.party, by.sector);
  });

  it('gets a further unit on the wish of the lead, which sees nothing before it is granted', async () => {
    const { app, by, lead } = life;
    const wanted = { unitId: life.world.units.publicity, reason: '需要宣传引导。' };
    await assignment.onAssignment(app, by.transport.handler, lead.id, 'ask-to-add', wanted);
    const owed = [
      [by.transport.handler, 'firstContact'],
      [by.transport.handler, 'reply'],
      [by.housing.leader, 'coOpinion'],
    ] as const;
    await life.stands('handling', 'askToAdd', ...owed, [by.government, 'decideAdd']);
    await life.isHiddenFrom(by.publicity.handler);
    const granted = await assignment.onAssignment<assignment.Assigned>(
      app,
      by.government,
      lead.id,
      'grant-add',
    );
    life.added = { ...granted.assignments[0], proposalId: life.id };
    await assignment.acknowledge(app, life.world, life.added);
    const last = ['acknowledge', 'begin', 'assignMore', 'grantAdd'];
    await life.stands('handling', last, ...owed, [by.publicity.leader, 'coOpinion']);
    expect((await life.read(by.publicity.handler)).mode).toBe('joint');
  });
}
