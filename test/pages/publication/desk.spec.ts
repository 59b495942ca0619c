import { eachDatabase, type RunningApp } from '../../support/harness';
import { visit } from '../../support/page-visitor';
import { peopleOf } from '../../support/steps/assignment';
import { aRepliedProposal } from '../../support/steps/handling';
import * as step from '../../support/steps/publication';
import { aWorld, type World } from '../../support/world';

const PHONE = '13800138000';
const SUMMARY = `全市新增停车位 1200 个，联系人 ${PHONE}。`;

eachDatabase('From the case to the notice, on pages', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const desk = (id: number) => `/desk/publication/${id}`;

  it('says what a case lacks, and what mends it is on the same page', async () => {
    const replied = await aRepliedProposal(app, world);
    const { id } = replied;
    const clerk = visit(app, world.by.clerk);
    const bare = await clerk.get(desk(id));
    expect(bare.text).toContain('尚未编写本轮办理的落实情况摘要');
    const action = `/do/proposals/${id}`;
    const empty = await clerk.submit(bare, `${action}/summarise`, { summary: '太短', extent: 'summary' });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('「办理落实情况摘要」')]);
    const written = await clerk.submit(bare, `${action}/summarise`, { summary: SUMMARY, extent: 'summary' });
    expect(written.text).toContain('有 1 处还没有决定保留、遮盖或删去');
    const masked = await clerk.submit(written, `${action}/decide-personal-data`, {
      'decisions.0.decision': 'masked',
    });
    expect(masked.section('个人信息')).toContain('138****8000');
    const checked = await clerk.submit(masked, `${action}/check-personal-data`);
    expect(checked.text).not.toContain('摘要尚未检查个人信息');
    await step.reviewSecrecy(app, world, id);
    for (const by of [world.by.first, peopleOf(world, replied.assignments[0]).leader, world.by.clerk])
      await step.consentToPublication(app, by, id);
    expect((await clerk.get(desk(id))).text).toContain('已齐备');
    expect((await clerk.get('/desk/notices/candidates')).links('停车难')).toContain(desk(id));
  });

  it('composes, arranges, approves and issues by three people, each told whose turn it is', async () => {
    const { id: proposalId } = await step.aPublishableCase(app, world, { subject: '关于丙的建议' });
    const [clerk, office, third] = [world.by.clerk, world.by.office, world.by.otherOffice].map((by) =>
      visit(app, by),
    );
    const composed = await clerk.perform('/do/notices', { ...step.HEAD });
    const path = /\/desk\/notices\/\d+/.exec(composed.url)![0];
    expect(composed.text).toContain('下一步：选入要公示的提案');
    const form = await clerk.get(`${path}/arrange`);
    const wrong = await clerk.submit(form, `${path}/arrange`, { [`place-${proposalId}`]: '1', title: '' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('「标题」不能为空')]);
    expect(wrong.form(`${path}/arrange`).fields.get(`place-${proposalId}`)).toEqual(['1']);
    const title = '丙的公示';
    const items = { [`place-${proposalId}`]: '1', [`tag-${proposalId}`]: '专题类', title };
    const arranged = await clerk.submit(form, `${path}/arrange`, items);
    expect(arranged.text).toContain('《关于丙的建议》（专题类）');
    const verb = (word: string) => `/do${path.replace('/desk', '')}/${word}`;
    await clerk.perform(verb('prepare'));
    expect((await clerk.get(path)).links('审批公示')).toEqual([]);
    await office.perform(verb('approve'));
    expect((await office.get(path)).links('发布公示')).toEqual([]);
    const issued = await third.perform(verb('issue'));
    expect(issued.text).toContain('公众看到的页面');
    expect(issued.section('谁办了什么')).toMatch(/办公室乙：发布公示.*办公室甲：审批公示.*经办甲：送审公示/);
    expect((await third.get(path.replace('/desk', ''))).text).toContain('《关于丙的建议》（专题类）');
  });

  it('is nobody else’s: what is not one’s desk does not exist', async () => {
    const { id } = await step.aPublishableCase(app, world, { subject: '关于丁的建议' });
    for (const by of [world.by.first, world.by.transport.handler, world.by.standing])
      for (const url of ['/desk/notices', '/desk/notices/candidates', desk(id), '/desk/old-notices'])
        expect([url, (await visit(app, by).get(url)).status]).toEqual([url, 404]);
    const read = await visit(app, world.by.office).get(desk(id));
    expect([read.status, read.actions.filter((action) => action.startsWith('/do/'))]).toEqual([200, []]);
  });

  it('reads a notice of an earlier year, asks about names it does not know, and leaves it to another to confirm', async () => {
    const clerk = visit(app, world.by.clerk);
    const text = [
      '重点提案办理落实情况公示\n现予以公示。\n温岭市政协办公室\n2021年11月18日',
      '案由：《关于口袋公园的建议》\n提案领衔者：科学技术界\n主办单位：市园林处\n办理落实情况摘要：\n新建 12 个。',
    ].join('\n');
    const NEW = '/desk/old-notices/new';
    const asked = await clerk.submit(await clerk.get(NEW), NEW, { text }, '读入');
    expect(asked.text).toContain('还有 2 个问题');
    expect(asked.form(NEW).buttons).not.toContain('提交，送办公室确认');
    const answers = { 'sponsor-0-is': 'asPrinted', 'unit-0-is': String(world.units.housing) };
    const ready = await clerk.submit(asked, NEW, answers, '重新读一遍');
    expect(ready.text).toContain('没有疑问了');
    const list = await clerk.submit(ready, NEW, {}, '提交，送办公室确认');
    const [address] = list.links('重点提案办理落实情况公示');
    expect((await clerk.get(address)).actions).not.toContain(`/do${address.replace('/desk', '')}/confirm`);
    const office = visit(app, world.by.office);
    const confirmed = await office.submit(
      await office.get(address),
      `/do${address.replace('/desk', '')}/confirm`,
    );
    expect(confirmed.links('公众看到的页面')).toHaveLength(1);
  });
});
