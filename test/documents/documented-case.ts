import type { RunningApp } from '../support/harness';
import { perform } from '../support/requests';
import * as step from '../support/steps/assignment';
import { aFiledCollective, fileProposal } from '../support/steps/examination';
import * as work from '../support/steps/handling';
import { mergeInto } from '../support/steps/merging';
import { cosign, draftProposal, inviteCosigners } from '../support/steps/submission';
import type { World } from '../support/world';

export interface DocumentedCase {
  id: number;
  followerId: number;
  lead: step.Begun;
  coHandler: step.Begun;
}

export const BODY = '一、关于错时开放\n已开放机关单位错时车位八百个。\n二、关于限时停车位\n正在施划。';
export const OPINION = '建议结合旧改一并实施。';
export const RETURN_REASON = '不属于本单位职责。';

/** A joint proposal of two members. */
export async function aJointProposal(app: RunningApp, world: World, overrides: object = {}): Promise<number> {
  const { by, sponsors } = world;
  const { id } = await draftProposal(app, by.first, sponsors.first, overrides);
  await inviteCosigners(app, by.first, id, [sponsors.second]);
  await cosign(app, by.second, id);
  await perform(app, by.first, id, 'submit');
  await fileProposal(app, world, id);
  return id;
}

/**
 * A joint proposal with a collective one merged into it, on which every paper has been written but the reply: the
 * co-handler asked to return it and was refused, the lead got more time, the committee urged, the opinion is there.
 */
export async function aDocumentedCase(app: RunningApp, world: World): Promise<DocumentedCase> {
  const id = await aJointProposal(app, world);
  const { id: followerId } = await aFiledCollective(app, world);
  await mergeInto(app, world, followerId, id);
  await step.handOver(app, world, id);
  const [lead, coHandler] = (await step.assign(app, world, id, step.JOINT)).assignments;
  await step.acknowledge(app, world, lead);
  await step.requestReturn(app, world, coHandler, {
    reason: RETURN_REASON,
    suggestedUnitId: world.units.publicity,
  });
  await step.refuseReturn(app, world, coHandler);
  const more = { until: '2026-07-31', reason: '须待规划批准。' };
  await step.onAssignment(app, world.by.transport.handler, lead.id, 'ask-extension', more);
  await step.onAssignment(app, world.by.government, lead.id, 'grant-extension', {
    until: '2026-07-15',
    note: '同意延期，请抓紧。',
  });
  await perform(app, world.by.clerk, id, 'urge', { body: '请于本月底前与提案者面商。' });
  await work.giveOpinion(app, world, coHandler, '温建提〔2026〕7号');
  return { id, followerId, lead, coHandler };
}

const PLANNED = { ...work.PLANNED_REPLY, body: BODY };

/** Its draft as it is being written. */
export const drafted = (app: RunningApp, world: World, { lead }: DocumentedCase) =>
  work.draftReply(app, world, lead, PLANNED);

/** And the reply that is issued in the end. */
export const replied = (app: RunningApp, world: World, { lead, coHandler }: DocumentedCase) =>
  work.reply(app, world, lead, {
    coHandlers: [coHandler],
    reply: PLANNED,
    letter: { docNo: '温交提〔2026〕12号', signer: '陈局长' },
  });

/** Where its documents are. */
export const placesOf = ({ id, lead, coHandler }: DocumentedCase) => ({
  sheet: `/proposals/${id}/sheet`,
  form: `/proposals/${id}/opinion-form`,
  urging: `/proposals/${id}/urgings/1`,
  reply: `/assignments/${lead.id}/reply`,
  opinion: `/assignments/${coHandler.id}/opinion`,
  returning: `/assignments/${coHandler.id}/return-request`,
  extension: `/assignments/${lead.id}/extension`,
});
