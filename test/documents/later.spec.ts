import { documentsOf } from '../../src/documents/case-documents';
import { DossierService } from '../../src/proposals/dossier/dossier.service';
import { eachDatabase, type RunningApp } from '../support/harness';
import { perform } from '../support/requests';
import * as step from '../support/steps/assignment';
import { DISSATISFIED, handleAndReply, rate, rehandle } from '../support/steps/feedback';
import { aRepliedProposal, giveOpinion, prepareReply } from '../support/steps/handling';
import { aPromisedCase, keep } from '../support/steps/promises';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';
import { fileOf, pageOf } from './opened';

eachDatabase('Documents in the life of a case', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const namesOf = async (id: number, by = world.by.clerk) =>
    documentsOf(await app.get(DossierService).read(by.actor, id), by.actor).map(({ name }) => name);
  const linesOf = async (url: string, by = world.by.clerk) => {
    const { status, lines } = await pageOf(app, by, url);
    expect([url, status]).toEqual([url, 200]);
    return lines;
  };

  it('a letter that is out keeps its class; the sheet says what has become of it', async () => {
    const { id, lead, promises } = await aPromisedCase(app, world);
    await keep(app, world, lead, promises[0].id);
    expect(await linesOf(`/assignments/${lead.id}/reply`)).toContain('B类（部分解决或列入计划）');
    expect((await linesOf(`/proposals/${id}/sheet`)).join('')).toContain(
      'B类（部分解决或列入计划），现为A类',
    );
  });

  it('the second round has a letter of its own, and the first one stays', async () => {
    const { id } = await aRepliedProposal(app, world);
    await rate(app, world.by.first, id, DISSATISFIED);
    await rehandle(app, world, id);
    expect(await namesOf(id)).toEqual(['提案办理单', '答复函（市交通运输局）']);
    await handleAndReply(app, world, id, { handedOver: true });
    expect(await namesOf(id)).toEqual([
      '提案办理单',
      '答复函（市交通运输局）',
      '答复函（市交通运输局，第2轮）',
      '征询意见表',
    ]);
    const dossier = await app.get(DossierService).read(world.by.clerk.actor, id);
    const titles = dossier.assignments.map(
      async (each) => (await linesOf(`/assignments/${each.id}/reply`))[5],
    );
    expect(await Promise.all(titles)).toEqual([
      expect.stringMatching(/^第\d+号提案的答复$/),
      expect.stringMatching(/^第\d+号提案的再次答复$/),
    ]);
  });

  it('a request without a decision has boxes and lines for the office to fill in', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
    const [lead, coHandler] = assignments;
    const asked = { until: '2026-07-31', reason: '须待规划批准。' };
    await step.onAssignment(app, world.by.transport.handler, lead.id, 'ask-extension', asked);
    await step.requestReturn(app, world, coHandler);
    const extension = await linesOf(`/assignments/${lead.id}/extension`);
    expect(extension).toEqual(
      expect.arrayContaining(['□ 同意延期　　□ 不同意延期', '现答复期限', '2026年6月2日']),
    );
    const returning = await linesOf(`/assignments/${coHandler.id}/return-request`);
    expect(returning).toEqual(expect.arrayContaining(['□ 同意退办　　□ 不同意退办', '未建议']));
    await step.refuseReturn(app, world, coHandler);
    await step.requestReturn(app, world, coHandler, { reason: '再次申请。' });
    const both = await linesOf(`/assignments/${coHandler.id}/return-request`);
    expect(both.filter((line) => line === '提案退办申请表')).toHaveLength(2);
    expect(both.indexOf('再次申请。')).toBeLessThan(both.indexOf('不属于本单位职责。'));
  });

  it('a unit that was let go before it replied leaves no letter; what it asked stays on paper', async () => {
    const { id, assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
    const [, coHandler] = assignments;
    await step.requestReturn(app, world, coHandler);
    await step.grantReturn(app, world, coHandler);
    expect(await namesOf(id)).toEqual(['提案办理单', '退办申请（市住房和城乡建设局）']);
    expect(await linesOf(`/assignments/${coHandler.id}/return-request`)).toContain('同意退办。');
    expect((await linesOf(`/proposals/${id}/sheet`)).join('')).not.toContain('会办：市住房和城乡建设局');
  });

  it('with several leads each letter is its own, and a lead sees the other’s draft as units do', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world, step.SEPARATE);
    const [one, other] = assignments;
    await prepareReply(app, world, one);
    const page = await pageOf(app, world.by.housing.handler, `/assignments/${one.id}/reply`);
    expect(page.lines).toContain('草稿　未经签发，不作为正式答复');
    expect((await pageOf(app, world.by.housing.handler, `/assignments/${other.id}/reply`)).status).toBe(404);
  });

  it('an urging letter names those who were at work when it was written, whoever has finished since', async () => {
    const { id, assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
    app.clock.advance(60_000);
    await giveOpinion(app, world, assignments[1]);
    app.clock.advance(60_000);
    const { number } = await perform<{ number: number }>(app, world.by.clerk, id, 'urge', {
      body: '请抓紧办理。',
    });
    app.clock.advance(60_000);
    const lines = await linesOf(`/proposals/${id}/urgings/${number}`);
    expect(lines[4]).toBe('市交通运输局：');
    expect((await fileOf(app, world.by.clerk, `/proposals/${id}/urgings/${number}`)).name).toContain(
      `催办函第${number}号`,
    );
  });

  it('what is not filed yet has no papers', async () => {
    const { id } = await submitProposal(app, world);
    expect(await namesOf(id)).toEqual([]);
    expect((await pageOf(app, world.by.first, `/proposals/${id}/sheet`)).status).toBe(404);
  });
});
