import { eachDatabase, type RunningApp } from '../../support/harness';
import { visit } from '../../support/page-visitor';
import { anAcknowledgedProposal } from '../../support/steps/assignment';
import { draftReply, PLANNED_REPLY } from '../../support/steps/handling';
import { draftProposal } from '../../support/steps/submission';
import { aWorld, type World } from '../../support/world';

eachDatabase('Of two who edit the same', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  it('the second sees what the first has changed in a text, loses nothing typed, and saves when it is settled', async () => {
    const { id } = await draftProposal(app, world.by.first, world.sponsors.first);
    const form = `/do/proposals/${id}/text`;
    const [office, home] = [visit(app, world.by.first), visit(app, world.by.first)];
    const [seenThere, seenHere] = [await office.get(form), await home.get(form)];
    await office.submit(seenThere, form, { situation: '老旧小区车位很少，晚间消防通道常被占用。' });
    const mine = '老旧小区车位少，晚间消防通道常被占用，已有投诉。';
    const conflict = await home.submit(seenHere, form, { situation: mine, recommendations: ['只留一条。'] });
    expect([conflict.status, conflict.title]).toEqual([409, expect.stringMatching(/^错误：/)]);
    expect(conflict.text).toContain('王一文：修改草稿');
    const changes = conflict.section('与您填写的不同之处');
    expect(changes).toContain('情况 老旧小区车位 删去： 很 少，晚间消防通道常被占用 增加： ，已有投诉 。');
    expect(changes).toContain('删去： 开放机关单位车位错时停车');
    expect(conflict.html).not.toContain('<h3>分析</h3>');
    const { fields } = conflict.form(form);
    expect([fields.get('situation'), fields.get('recommendations')?.[1]]).toEqual([[mine], '只留一条。']);
    const saved = await home.submit(conflict, form);
    expect([saved.status, saved.text]).toEqual([200, expect.stringContaining('已有投诉')]);
  });

  it('the second sees it of a reply, too, its promises and choices in words', async () => {
    const { assignments } = await anAcknowledgedProposal(app, world);
    const [lead] = assignments;
    const form = `/do/assignments/${lead.id}/draft-reply`;
    const { handler } = world.by.transport;
    await draftReply(app, world, lead, {
      ...PLANNED_REPLY,
      publicity: 'summary',
      publicityReason: '涉及在建。',
    });
    const me = visit(app, handler);
    const opened = await me.get(form);
    expect(opened.form(form).fields.get('publicityReason')).toEqual(['涉及在建。']);
    const promises = [{ text: '年底前施划限时停车位五百个。', dueOn: '2026-12-31' }];
    await draftReply(app, world, lead, { ...PLANNED_REPLY, publicity: 'none', promises });
    const conflict = await me.submit(opened, form, { contactPerson: '周经办' });
    const changes = conflict.section('与您填写的不同之处');
    expect(conflict.status).toBe(409);
    expect(changes).toMatch(/公开意见 删去： 不公开 增加： 公开摘要/);
    expect(changes).toMatch(/承诺事项 .*删去： 五 增加： 三/);
    expect(changes).toMatch(/联系人 删去： 陈经办 增加： 周经办/);
    expect(conflict.form(form).fields.get('contactPerson')).toEqual(['周经办']);
    const saved = await me.submit(conflict, form);
    expect(saved.section('答复')).toContain('联系人 周经办');
  });
});
