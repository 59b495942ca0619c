import { eachDatabase, type RunningApp } from '../../support/harness';
import { visit } from '../../support/page-visitor';
import type { Person } from '../../support/people';
import { perform } from '../../support/requests';
import { anAcknowledgedProposal, JOINT, type Begun, onAssignment } from '../../support/steps/assignment';
import { aFiledProposal, notFile } from '../../support/steps/examination';
import { DISSATISFIED, rate } from '../../support/steps/feedback';
import {
  aRepliedProposal,
  consult,
  draftReply,
  giveOpinion,
  PLANNED_REPLY,
} from '../../support/steps/handling';
import { draftProposal, submitProposal } from '../../support/steps/submission';
import { aWorld, type World } from '../../support/world';

eachDatabase('The page of a case', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  const seen = (by: Person, id: number) => visit(app, by).get(`/proposals/${id}`);

  it('says where it stands, who holds it, what is next and by when, with the way to the reason', async () => {
    const { id } = await submitProposal(app, world);
    const page = await seen(world.by.clerk, id);
    expect(page.heading).toBe('关于整治老旧小区停车难的建议');
    expect(/<li aria-current="step">([^<]*)/.exec(page.html)?.[1]).toBe('待审查');
    expect(page.text).toContain('流水号 1');
    expect(page.text).toMatch(/下一步 审查提案 由谁办理 提案委工作人员 期限 2026-03-16 还有 14 天/);
    const [why] = page.links('为何是这一天');
    const explained = await visit(app, world.by.clerk).get(why);
    expect([explained.status, explained.heading]).toEqual([200, '期限说明：审查提案']);
    expect(explained.text).toContain('10 个工作日');
    expect(explained.text).toContain('2026-03-07 周六 周末，不计入');
    expect((await visit(app, world.by.transport.handler).get(why)).status).toBe(404);
  });

  it('does not exist for whom the case does not', async () => {
    const { id } = await submitProposal(app, world);
    for (const path of ['', '/history', '/versions']) {
      const page = await visit(app, world.by.transport.handler).get(`/proposals/${id}${path}`);
      expect([path, page.status]).toEqual([path, 404]);
    }
  });

  it('offers what the reader may do, what leads on first, and says of the rest all that is in the way', async () => {
    const { id } = await draftProposal(app, world.by.first, world.sponsors.first, {
      ...{ situation: null, recommendations: [] },
    });
    const page = await seen(world.by.first, id);
    expect(page.links('修改草稿')).toEqual([`/do/proposals/${id}/text`]);
    expect(page.links('邀请联名')).toEqual([`/do/proposals/${id}/invite-cosigners`]);
    expect(page.links()).not.toContain(`/do/proposals/${id}/submit`);
    expect(page.text).toMatch(/暂不能办理的 \d 项及原因.*提交提案 .*情况.*建议/);
    const { id: whole } = await draftProposal(app, world.by.first, world.sponsors.first);
    const ready = await seen(world.by.first, whole);
    expect(/class="btn btn-primary" href="([^"]*)"/.exec(ready.html)?.[1]).toBe(
      `/do/proposals/${whole}/submit`,
    );
    const opened = await visit(app, world.by.first).get(`/do/proposals/${whole}/submit`);
    expect(opened.status).toBe(200);
  });

  it('leads nowhere that does not open', async () => {
    const { id, assignments } = await anAcknowledgedProposal(app, world, JOINT);
    await consult(app, world, assignments[0]);
    const { clerk, director, government, first, transport, housing, auditor } = world.by;
    for (const by of [clerk, director, government, first, transport.handler, housing.leader, auditor]) {
      const page = await seen(by, id);
      const links = page
        .links()
        .filter((href) => /^\/(do|undo|proposals|assignments|deadlines|api)\//.test(href));
      for (const href of new Set(links)) {
        const { statusCode } = await visit(app, by).download(href);
        expect([by.name, href, statusCode]).toEqual([by.name, href, 200]);
      }
    }
  });

  it('shows each unit with its part, and to each reader only the papers that are theirs', async () => {
    const { id, assignments } = await anAcknowledgedProposal(app, world, JOINT);
    const [lead, co] = assignments as [Begun, Begun];
    await giveOpinion(app, world, co, '温建提〔2026〕9号');
    await draftReply(app, world, lead);
    const unit = await seen(world.by.transport.handler, id);
    expect(unit.section('承办单位')).toMatch(/市交通运输局 主办 起草答复 2026-03-02 2026-03-02/);
    expect(unit.section('会办意见')).toContain('温建提〔2026〕9号');
    expect(unit.section('答复')).toContain('草稿，未签发');
    const sponsor = await seen(world.by.first, id);
    expect(sponsor.section('会办意见')).toBe('');
    expect(sponsor.section('答复')).toContain('主办单位尚未答复');
    expect(sponsor.text).not.toContain('已开放机关单位错时车位');
  });

  it('draws progress against its target, beside the numbers', async () => {
    const { id, assignments } = await anAcknowledgedProposal(app, world);
    const figures = [{ indicator: '错时开放车位', value: 300, unit: '个', period: '一季度', target: 400 }];
    await onAssignment(app, world.by.transport.handler, assignments[0].id, 'report-progress', {
      ...{ reportedOn: '2026-03-02', text: '已开放三百个。', figures },
    });
    const page = await seen(world.by.first, id);
    expect(page.section('办理进展')).toContain('300个，目标 400个，完成 75%');
    expect(/<meter[^>]*value="(\d+)"/.exec(page.html)?.[1]).toBe('75');
  });

  it('shows the reply with its class and promises, and keeps ratings from units until the round ends', async () => {
    const { id, assignments } = await aRepliedProposal(app, world, undefined, { parts: PLANNED_REPLY });
    await rate(app, world.by.first, id, DISSATISFIED);
    const own = await seen(world.by.first, id);
    expect(own.section('答复')).toContain('B类（部分解决或列入计划）');
    expect(own.section('承诺事项')).toMatch(/年底前施划限时停车位三百个。.*2026年12月31日 办理中/);
    expect(own.section('反馈')).toContain('车位问题没有解决。');
    const unit = await seen(world.by.transport.handler, id);
    expect(unit.section('反馈')).toContain('本轮结束后在这里公布');
    expect(unit.text).not.toContain('车位问题没有解决');
    expect(own.links('答复函')).toContain(`/assignments/${assignments[0].id}/reply.docx`);
    expect(own.links('征询意见表')[0]).toBe(`/proposals/${id}/opinion-form`);
    expect(unit.links('征询意见表')).toEqual([]);
    const keep = unit.links('兑现承诺').filter((href) => href.startsWith('/do/'));
    expect(keep).toEqual([expect.stringMatching(/^\/do\/assignments\/\d+\/keep-promise\?promiseId=\d+$/)]);
  });

  it('shows how a text changed, word by word', async () => {
    const { id, version } = await submitProposal(app, world);
    const corrected = { situation: '老旧小区车位很少，晚间消防通道常被占用。', note: '补字。' };
    await perform(app, world.by.clerk, id, 'correct', { version, ...corrected });
    const page = await seen(world.by.first, id);
    expect(/<ins>.*?<\/span>(.*?)<\/ins>/.exec(page.html)?.[1]).toBe('很');
    const all = await visit(app, world.by.first).get(`/proposals/${id}/versions`);
    expect(all.text).toMatch(/第2稿.*第1稿 初稿/);
  });

  it('tells why a case was not filed, and pages through a long history', async () => {
    const { id } = await submitProposal(app, world);
    await notFile(app, world, id);
    const page = await seen(world.by.first, id);
    expect(page.section('审查')).toMatch(
      /审查结果 不予立案 不予立案的理由 超出本级职权范围 去向 转为社情民意信息/,
    );
    expect(/<li aria-current="step">([^<]*)/.exec(page.html)?.[1]).toBe('不予立案');
    const busy = await aFiledProposal(app, world);
    for (let times = 0; times < 10; times += 1) {
      await perform(app, world.by.clerk, busy.id, 'designate-key', { leader: '分管副市长' });
      await perform(app, world.by.clerk, busy.id, 'undesignate-key', { reason: '另行安排。' });
    }
    const long = await seen(world.by.clerk, busy.id);
    const [earlier] = long.links('更早的经过');
    const before = await visit(app, world.by.clerk).get(earlier);
    expect(before.text).toContain('提交提案');
    expect(before.links('更早的经过')).toEqual([]);
  });
});
