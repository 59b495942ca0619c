import { eachDatabase, type RunningApp } from '../support/harness';
import { codesOf } from '../support/problems';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const REWRITTEN = `${step.SUMMARY}年底前还将新增二百个。`;

eachDatabase('The text that is published', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const aCase = async () => (await step.aPublishableCase(app, world)).id;
  const read = (id: number) => step.readNotice(app, world.by.clerk, id);
  const textOf = async (id: number) => (await read(id)).items[0].summary;
  const rewrite = async (id: number) => {
    await step.summarise(app, world, id, { summary: REWRITTEN });
    await step.lookThrough(app, world, id);
  };
  const approve = (id: number) => step.tryOnNotice(app, world.by.office, id, 'approve');
  const issue = (id: number) => step.tryOnNotice(app, world.by.otherOffice, id, 'issue');
  const sendBack = (id: number) =>
    step.onNotice(app, world.by.office, id, 'send-back', { reason: '请更新摘要。' });

  it('is that of the moment of preparing', async () => {
    const caseId = await aCase();
    const id = await step.anArrangedNotice(app, world, [{ proposalId: caseId }]);
    await rewrite(caseId);
    expect(await textOf(id)).toBe(step.SUMMARY);
    expect((await read(id)).outdated).toEqual([]);
    await step.onNotice(app, world.by.clerk, id, 'prepare');
    expect(await textOf(id)).toBe(REWRITTEN);
  });

  it('is not approved once the case says something else: it goes back and is prepared anew', async () => {
    const caseId = await aCase();
    const id = await step.aPreparedNotice(app, world, [{ proposalId: caseId }]);
    await step.summarise(app, world, caseId, { summary: REWRITTEN });
    expect(codesOf(await approve(id))).toEqual([409, ['itemsUnready', 'itemsOutdated']]);
    await step.lookThrough(app, world, caseId);
    expect(codesOf(await approve(id))).toEqual([409, ['itemsOutdated']]);
    expect((await read(id)).outdated).toEqual([1]);
    await sendBack(id);
    await step.onNotice(app, world.by.clerk, id, 'prepare');
    expect((await approve(id)).status).toBe(200);
    expect(await textOf(id)).toBe(REWRITTEN);
  });

  it('is not issued either, and what was approved goes back as well', async () => {
    const caseId = await aCase();
    const id = await step.anApprovedNotice(app, world, [{ proposalId: caseId }]);
    await rewrite(caseId);
    expect(codesOf(await issue(id))).toEqual([409, ['itemsOutdated']]);
    expect(await sendBack(id)).toMatchObject({ stage: 'composing' });
    await step.onNotice(app, world.by.clerk, id, 'prepare');
    expect(codesOf(await issue(id))).toEqual([409, ['wrongStage']]);
    await step.onNotice(app, world.by.office, id, 'approve');
    await step.onNotice(app, world.by.otherOffice, id, 'issue');
    expect(await textOf(id)).toBe(REWRITTEN);
  });

  it('is not issued when somebody has objected since', async () => {
    const caseId = await aCase();
    const id = await step.anApprovedNotice(app, world, [{ proposalId: caseId }]);
    await step.consentToPublication(app, world.by.first, caseId, { answer: 'objected' });
    expect(codesOf(await issue(id))).toEqual([409, ['itemsUnready']]);
    await step.consentToPublication(app, world.by.first, caseId);
    expect((await issue(id)).status).toBe(200);
  });

  it('stays what was issued, whatever becomes of the case', async () => {
    const caseId = await aCase();
    const id = await step.aNotice(app, world, [{ proposalId: caseId }]);
    await rewrite(caseId);
    await step.consentToPublication(app, world.by.first, caseId, { answer: 'objected' });
    expect(await read(id)).toMatchObject({ stage: 'issued', unready: [], outdated: [] });
    expect(await textOf(id)).toBe(step.SUMMARY);
  });
});
