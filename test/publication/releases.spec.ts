import { eachDatabase, type RunningApp } from '../support/harness';
import { JPG, PDF } from '../support/files';
import { aDocx, paragraph } from '../support/office-files';
import { codesOf, faultsOf } from '../support/problems';
import { send } from '../support/requests';
import type { Assigned } from '../support/steps/assignment';
import { aProgressFile, decideAll, inspect, tryRelease, withdraw } from '../support/steps/releases';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const TRACKED = aDocx('<w:p><w:ins w:author="作者甲"><w:r><w:t>请致电13800138000</w:t></w:r></w:ins></w:p>');

eachDatabase('A file of a case', (open) => {
  let app: RunningApp;
  let world: World;
  let replied: Assigned;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    replied = await step.aPublishableCase(app, world);
  });

  const add = (name: string, content: Buffer) =>
    aProgressFile(app, world, replied.assignments[0], name, content);
  const release = (attachmentId: number, more: object = {}) =>
    tryRelease(app, world, replied.id, attachmentId, more);
  const filesOf = async (noticeId: number) =>
    (await step.visit(app, `/${noticeId}.json`)).json().items[0].files as { id: number; name: string }[];

  it('is not published by itself, nor before its notice is issued', async () => {
    const attachmentId = await add('材料.docx', aDocx(paragraph('公开的材料')));
    const without = await step.aNotice(app, world, [{ proposalId: replied.id }]);
    expect(await filesOf(without)).toEqual([]);
    expect((await release(attachmentId)).status).toBe(200);
    await step.reviewSecrecy(app, world, replied.id);
    const noticeId = await step.anApprovedNotice(app, world, [{ proposalId: replied.id }]);
    const [{ id }] = await app.database.rows<{ id: number }>(
      'SELECT "id" FROM "noticeFile" WHERE "noticeId" = ?',
      [noticeId],
    );
    expect((await step.visit(app, `/${noticeId}/files/${id}`)).statusCode).toBe(404);
    await step.onNotice(app, world.by.otherOffice, noticeId, 'issue');
    expect(await filesOf(noticeId)).toMatchObject([{ id, name: '材料.docx' }]);
    const page = await step.visit(app, `/${noticeId}`);
    expect(page.body).toContain(`<a href="/notices/${noticeId}/files/${id}">材料.docx</a>`);
  });

  it('is inspected first; what was found in it is decided about', async () => {
    const attachmentId = await add('修订.docx', TRACKED);
    const { findings, hits } = await inspect(app, world, replied.id, attachmentId);
    expect(findings.map(({ code }) => code)).toEqual(['trackedChanges', 'authors']);
    expect(hits).toMatchObject([{ kind: 'mobile', text: '13800138000', decision: null }]);
    expect(faultsOf(await release(attachmentId))).toEqual([422, ['decisions mobile']]);
    await decideAll(app, world, replied.id, 'masked', attachmentId);
    expect((await release(attachmentId)).status).toBe(200);
    expect(faultsOf(await release(attachmentId))).toEqual([422, ['attachmentId released']]);
    const again = { attachmentId, decisions: [{ text: '13800138000', decision: 'cut' }] };
    const changed = await send(
      app,
      world.by.clerk,
      'POST',
      `/api/proposals/${replied.id}/decide-personal-data`,
      again,
    );
    expect(faultsOf(changed)).toEqual([422, ['attachmentId released']]);
    await withdraw(app, world, replied.id, attachmentId);
  });

  it('that no program can look into needs somebody who has', async () => {
    for (const [name, content] of [
      ['图.jpg', JPG],
      ['文.pdf', PDF],
    ] as [string, Buffer][]) {
      const attachmentId = await add(name, content);
      expect((await inspect(app, world, replied.id, attachmentId)).needsConfirmation).toBe(true);
      expect(faultsOf(await release(attachmentId))).toEqual([422, ['confirmed required']]);
      expect((await release(attachmentId, { confirmed: true })).status).toBe(200);
      await withdraw(app, world, replied.id, attachmentId);
    }
  });

  it('that cannot be cleaned safely is refused with its reason', async () => {
    const attachmentId = await add('图表.docx', aDocx(paragraph('x'), [['c', 'chart', 'charts/chart1.xml']]));
    expect(faultsOf(await release(attachmentId))).toEqual([422, ['attachmentId unknownPart']]);
    const url = `/api/proposals/${replied.id}/dossier/attachments/${attachmentId}`;
    expect((await send(app, world.by.clerk, 'GET', url)).status).toBe(422);
  });

  it('is the committee’s to release, and has to be there', async () => {
    const attachmentId = await add('另一.docx', aDocx(paragraph('另一份材料')));
    const payload = { attachmentId };
    for (const by of [world.by.office, world.by.transport.handler])
      expect(
        codesOf(await send(app, by, 'POST', `/api/proposals/${replied.id}/release-attachment`, payload)),
      ).toEqual([403, ['notYours']]);
    expect((await release(999_999)).status).toBe(404);
    const none = { attachmentId, reason: '没有公开过。' };
    const url = `/api/proposals/${replied.id}/withdraw-attachment`;
    expect(faultsOf(await send(app, world.by.clerk, 'POST', url, none))).toEqual([
      422,
      ['attachmentId notReleased'],
    ]);
  });
});
