import type { RunningApp } from './harness';
import { aDocx, paragraph } from './office-files';
import { perform } from './requests';
import * as assigning from './steps/assignment';
import * as comments from './steps/comments';
import * as evaluation from './steps/evaluation';
import { returnForRevision } from './steps/examination';
import * as handling from './steps/handling';
import * as papers from './steps/papers';
import * as publication from './steps/publication';
import { aProgressFile } from './steps/releases';
import { draftProposal, saveText, submit } from './steps/submission';
import type { World } from './world';

/** What a busy office has besides, and pages of its own are made for: letters, results, files, notices. */
export async function rareStates(app: RunningApp, world: World): Promise<void> {
  await aTextOfThreeVersions(app, world);
  await lettersOf(app, world);
  await aResult(app, world);
  await whatThePublicReads(app, world);
}

/** With a history that is longer than what the case shows at first. */
async function aTextOfThreeVersions(app: RunningApp, world: World): Promise<void> {
  const { first } = world.by;
  const { id, version } = await draftProposal(app, first, world.sponsors.first);
  let saved = { version };
  for (let round = 1; round <= 20; round++)
    saved = await saveText(app, first, id, { version: saved.version, analysis: `第${round}稿：配建不足。` });
  await submit(app, first, id);
  for (const reason of ['请补充数据。', '请写明地点。']) {
    const returned = await returnForRevision(app, world, id, reason);
    await saveText(app, first, id, { version: returned.version, situation: `${reason}已补充。` });
    await submit(app, first, id);
  }
}

async function lettersOf(app: RunningApp, world: World): Promise<void> {
  const { government, transport } = world.by;
  const { id, assignments } = await assigning.anAcknowledgedProposal(app, world, assigning.JOINT);
  const [lead, co] = assignments;
  await perform(app, world.by.clerk, id, 'urge', { body: '请抓紧办理。' });
  await handling.giveOpinion(app, world, co);
  const ask = { until: '2026-07-15', reason: '须现场勘查。' };
  await assigning.onAssignment(app, transport.handler, lead.id, 'ask-extension', ask);
  await assigning.onAssignment(app, government, lead.id, 'grant-extension', { note: '同意。' });
  const [asked] = (await assigning.anAssignedProposal(app, world)).assignments;
  await assigning.requestReturn(app, world, asked);
  await assigning.refuseReturn(app, world, asked);
}

/** One that is announced, and one that is still counted from paper. */
async function aResult(app: RunningApp, world: World): Promise<void> {
  const present = await evaluation.standingCommittee(app, world, 1);
  const proposalIds = [await evaluation.aKeyCase(app, world)];
  await evaluation.evaluate(app, world, { proposalIds, present });
  const onPaper = {
    proposalIds: [await evaluation.aKeyCase(app, world)],
    present,
    ballots: 'paper' as const,
  };
  const meeting = await papers.anOpenMeeting(app, world, onPaper);
  await papers.handOut(app, world, meeting, present);
  await papers.shutBox(app, world, meeting);
}

/** A notice with a comment, and a file that waits to be looked through. */
async function whatThePublicReads(app: RunningApp, world: World): Promise<void> {
  const { id: proposalId, assignments } = await publication.aPublishableCase(app, world);
  const notice = await publication.aNotice(app, world, [{ proposalId }]);
  await comments.comment(app, world, notice);
  await aProgressFile(app, world, assignments[0], '材料.docx', aDocx(paragraph('请致电13800138000')));
}
