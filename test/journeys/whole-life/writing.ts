import { PDF, upload } from '../../support/files';
import { send } from '../../support/requests';
import * as step from '../../support/steps/submission';
import type { Life } from './life';

/** From the first word to the receipt. */
export function isWritten(life: Life): void {
  it('is drafted and saved as it is written, by its sponsor alone', async () => {
    const { app, by } = life;
    const sponsor = life.world.sponsors.first;
    life.id = (await step.draftProposal(app, by.first, sponsor, { analysis: null })).id;
    await step.saveText(app, by.first, life.id, { version: 1, analysis: '建成年代早。' });
    const stale = { version: 1, analysis: '另一页上写的。' };
    expect((await send(app, by.first, 'PUT', `/api/proposals/${life.id}/text`, stale)).status).toBe(409);
    await life.stands('draft', ['edit', 'draft'], [by.first, 'submit']);
    await life.isHiddenFrom(by.clerk, by.director, by.second, by.sector, by.government, by.standing);
  });

  it('is co-signed anew when its text has changed, and carries a file', async () => {
    const { app, by, id } = life;
    await step.inviteCosigners(app, by.first, id, [life.world.sponsors.second]);
    await life.stands('draft', 'inviteCosigners', [by.first, 'submit'], [by.second, 'cosign']);
    await step.cosign(app, by.second, id);
    const changed = { ...step.WHOLE_TEXT, version: 4 };
    expect((await step.saveText(app, by.first, id, changed)).askedAgain).toBe(1);
    await life.stands('draft', 'edit', [by.first, 'submit'], [by.second, 'cosign']);
    await step.cosign(app, by.second, id, { opinion: '完全赞成。' });
    const file = { name: '调研报告.pdf', content: PDF };
    expect((await upload(app, by.first, `/api/proposals/${id}/attachments`, file)).status).toBe(201);
    await life.stands('draft', ['attach', 'cosign', 'edit', 'cosign'], [by.first, 'submit']);
    await life.isHiddenFrom(by.clerk, by.sector, by.transport.handler);
  });

  it('is handed in before the deadline of the session, with a receipt', async () => {
    const { app, by, id } = life;
    expect(await step.submit(app, by.first, id)).toMatchObject({ receiptNo: 1, origin: 'session' });
    await life.stands('submitted', 'submit', [by.clerk, 'examine']);
    await life.isHiddenFrom(by.sector, by.government, by.transport.handler, by.teller, by.standing);
    const { text, sponsors, attachments } = await life.read(by.clerk);
    expect(text).toMatchObject({ recommendations: step.WHOLE_TEXT.recommendations, version: 2 });
    expect(sponsors).toMatchObject([{ name: '王一文' }, { name: '李二平', opinion: '完全赞成。' }]);
    expect(attachments).toMatchObject([{ name: '调研报告.pdf', size: PDF.length }]);
  });
}
