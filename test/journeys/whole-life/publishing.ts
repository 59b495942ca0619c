import { publicly, toDoOf } from '../../support/reading';
import { perform, send } from '../../support/requests';
import * as step from '../../support/steps/publication';
import type { Life } from './life';

const PRIVATE = `${step.SUMMARY}联系人电话13800000001。`;

/** From the summary to what every citizen can read. */
export function isPublished(life: Life): void {
  const promise = () => [life.by.transport.handler, 'promise'] as const;
  const owes = () => [[life.by.clerk, 'archive'] as const, promise()];
  const pageOf = async (end = '') => (await publicly(life.app, `/notices/${life.noticeId}${end}`)).statusCode;

  it('gets a summary of its own, without personal data, and everybody’s consent', async () => {
    const { app, by, world, id, lead } = life;
    life.on('2026-10-12');
    await step.summarise(app, world, id, { summary: PRIVATE });
    const check = await send(app, by.clerk, 'POST', `/api/proposals/${id}/check-personal-data`, {});
    expect([check.status, check.body.errors[0].message]).toEqual([
      422,
      expect.stringContaining('13800000001'),
    ]);
    expect((await life.read(by.first)).publicity.summary).toBeUndefined();
    await step.makePublishable(app, world, lead);
    const { consents, summary } = (await life.read(by.clerk)).publicity;
    expect(summary).toBe(step.SUMMARY);
    expect(consents.map(({ party }: { party: string }) => party)).toEqual(['sponsor', 'unit', 'committee']);
    await life.stands('concluded', ['reviewSecrecy', 'checkPersonalData'], ...owes());
  });

  it('is put into a notice that three people prepare, approve and issue', async () => {
    const { app, by, world, id } = life;
    life.noticeId = (await step.compose(app, world)).id;
    await step.arrange(app, world, life.noticeId, [{ proposalId: id, tag: '专题类' }]);
    expect((await step.readNotice(app, by.clerk, life.noticeId)).unready).toEqual([]);
    await step.onNotice(app, by.clerk, life.noticeId, 'prepare');
    expect((await toDoOf(app, by.office)).map(({ clock }) => clock)).toEqual(['approveNotice']);
    expect((await life.refusal(by.clerk, `notices/${life.noticeId}/approve`))[0]).toBe(403);
    await step.onNotice(app, by.office, life.noticeId, 'approve');
    for (const same of [by.clerk, by.office])
      expect((await life.refusal(same, `notices/${life.noticeId}/issue`))[0]).toBe(403);
    expect(await pageOf()).toBe(404);
    const refusal = await life.refusal(by.clerk, `proposals/${id}/archive`);
    expect(refusal).toEqual([409, ['promisesOutstanding', 'noticeUnderway']]);
    await step.onNotice(app, by.otherOffice, life.noticeId, 'issue');
    await life.stands('concluded', 'reviewSecrecy', ...owes());
  });

  it('is read by everybody as a page, as Markdown and as JSON, without its number or anything else', async () => {
    const { app, noticeId } = life;
    const [html, markdown, json] = await Promise.all(
      ['', '.md', '.json'].map((end) => publicly(app, `/notices/${noticeId}${end}`)),
    );
    const subject = '《关于整治老旧小区停车难的建议》（专题类）';
    for (const page of [html, markdown]) expect(page.body).toContain(subject);
    for (const page of [html, markdown, json]) {
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain(step.SUMMARY);
      expect(page.body).not.toMatch(/13800000001|点位附后|旧改|caseNo|proposalId/);
    }
    expect(json.json().items).toMatchObject([
      { sponsors: ['王一文', '李二平'], leadUnits: ['市交通运输局'] },
    ]);
    expect((await publicly(app, '/notices')).body).toContain(step.HEAD.title);
    expect((await publicly(app, `/api/proposals/${life.id}`)).statusCode).toBe(401);
  });

  it('is corrected where everybody sees it', async () => {
    const { app, by, noticeId } = life;
    const [item] = (await step.readNotice(app, by.office, noticeId)).items;
    const correction = { itemId: item.id, summary: `${step.SUMMARY}（截至9月）`, note: '补充统计时点。' };
    expect((await life.refusal(by.clerk, `notices/${noticeId}/correct`, correction))[0]).toBe(403);
    await step.onNotice(app, by.office, noticeId, 'correct', correction);
    for (const end of ['', '.md'])
      expect((await publicly(app, `/notices/${noticeId}${end}`)).body).toMatch(
        /更正（.*2026年10月12日.*）：.*补充统计时点/,
      );
    const { items, corrections } = (await publicly(app, `/notices/${noticeId}.json`)).json();
    expect([items[0].summary, corrections[0].note]).toEqual([correction.summary, correction.note]);
  });
}

/** What was promised is done, and the case is laid to rest. */
export function isArchived(life: Life): void {
  it('becomes an A when what was promised is done, and stays known as a B', async () => {
    const { app, by, lead, promiseId } = life;
    life.on('2026-12-28');
    const kept = { promiseId, evidence: '三百个车位全部划好。', keptOn: '2026-12-25' };
    const path = `/api/assignments/${lead.id}/keep-promise`;
    const { status, body } = await send(app, by.transport.handler, 'POST', path, kept);
    expect([status, body.class, body.firstClass]).toEqual([201, 'A', 'B']);
    expect((await life.task(by.first, lead)).reply).toMatchObject({ class: 'A', firstClass: 'B' });
    await life.stands('concluded', 'keepPromise', [by.clerk, 'archive']);
  });

  it('is archived, and nobody owes anything any more', async () => {
    await perform(life.app, life.by.clerk, life.id, 'archive');
    await life.stands('archived', 'archive');
    expect((await life.read(life.by.clerk)).actions.map(({ action }: { action: string }) => action)).toEqual([
      'summarise',
      'consentToPublication',
      'checkPersonalData',
      'decidePersonalData',
      'reviewSecrecy',
      'releaseAttachment',
      'withdrawAttachment',
    ]);
  });

  it('is taken down: a tombstone remains, and 410', async () => {
    const { app, by, noticeId } = life;
    await step.onNotice(app, by.office, noticeId, 'take-down', { reason: '公示期满。' });
    for (const end of ['', '.md', '.json']) {
      const page = await publicly(app, `/notices/${noticeId}${end}`);
      expect(page.statusCode).toBe(410);
      expect(page.body).toContain('公示期满');
      expect(page.body).not.toContain('1200');
    }
    expect((await publicly(app, '/notices')).body).toContain('已撤下');
  });
}
