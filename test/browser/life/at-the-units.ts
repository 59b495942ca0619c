import { type PeopleAtScreens, pick, stands } from './people-at-screens';

const BODY = '您提出的建议收悉。现答复如下：已开放机关单位错时车位，周边限时停车位正在施划。';
const LEAD = '市交通运输局（承办单位经办人）';

/** What the units do before anybody answers. */
export function isHandled(life: PeopleAtScreens): void {
  it('is received by the handlers of both units', async () => {
    life.on('2026-03-17');
    for (const { handler } of [life.by.transport, life.by.housing]) {
      const unit = await life.at(handler);
      expect((await life.owes(unit))[0]).toBe('签收');
      await unit.follow('承办');
      expect(await unit.text).toContain('待签收（1）');
      await unit.press(/^签收/);
      expect(await unit.text).toContain('已办理：签收');
    }
  });

  it('is talked over with its sponsor', async () => {
    life.on('2026-03-20');
    const handler = await life.at(life.by.transport.handler);
    expect(await life.owes(handler)).toEqual(['首次联系提案者', '答复提案者']);
    await handler.follow('承办');
    await handler.follow(/^登记面商/);
    await pick(handler, '面商方式', '走访');
    await handler.fill('面商结果', '当面沟通，提案者表示理解。');
    await handler.press('登记面商');
    await life.keep(handler, 'unit');
    expect(await handler.text).toContain('办理中，待起草答复（1）');
  });

  it('is reported on, with a figure that its sponsor can read', async () => {
    life.on('2026-04-01');
    const handler = await life.at(life.by.transport.handler);
    await handler.follow(/^去办理/);
    await handler.follow(/^报送进展/);
    await handler.fill('进展情况', '已与三家机关单位商定开放车位。');
    const figure = { 指标: '错时开放车位', 数值: '300', 单位: '个', 时段: '一季度', 目标值: '400' };
    for (const [label, value] of Object.entries(figure)) await handler.fill(label, value);
    await handler.press('报送进展');
    const sponsor = await life.at(life.by.first);
    await sponsor.follow('我的提案');
    await sponsor.follow(/停车难/);
    expect(await sponsor.text).toContain('300个，目标 400个，完成 75%');
    expect(await sponsor.text).toContain('当面沟通，提案者表示理解。');
  });

  it('is given an opinion by the leader of the co-handler', async () => {
    const leader = await life.at(life.by.housing.leader);
    expect(await life.owes(leader)).toEqual(['出具会办意见']);
    await leader.follow('承办');
    await leader.follow(/^出具会办意见/);
    await leader.fill('文号', '温建提〔2026〕9号');
    await leader.fill('会办意见', '建议结合旧改一并实施。');
    await leader.press('签发会办意见');
    expect(await leader.text).toContain('没有在办的提案');
  });
}

/** The reply, through all the hands it needs. */
export function isAnswered(life: PeopleAtScreens): void {
  it('is answered in a draft, which goes to the co-handler', async () => {
    life.on('2026-05-11');
    const handler = await life.at(life.by.transport.handler);
    await handler.follow('承办');
    await handler.follow(/^起草答复/);
    await handler.fill('答复正文', BODY);
    await handler.choose('答复分类', 'A类：已经解决或基本解决');
    await handler.fill('联系人', '陈经办');
    await handler.fill('联系电话', '0576-86110002');
    await handler.choose('公开意见', '全文公开');
    await handler.press('保存答复');
    expect(await handler.text).toContain('答复已起草，待送会签或送审（1）');
    await handler.follow(/^送会签/);
    await handler.press('送各会办单位会签');
    expect(await handler.text).toContain('等会办单位会签（1）');
    await handler.follow(/^全部办理/);
    await stands(handler, {
      ...{ stage: '办理中', next: '会签答复', whom: '市住房和城乡建设局（承办单位分管领导）' },
    });
  });

  it('is signed by the leader of the co-handler', async () => {
    const leader = await life.at(life.by.housing.leader);
    expect(await life.owes(leader)).toEqual(['会签答复']);
    await leader.follow(/^会签/);
    expect(await leader.text).toContain(BODY);
    await leader.press('会签同意');
    await stands(leader, { stage: '办理中', next: '答复提案者', whom: LEAD });
  });

  it('is sent to the office, which finds it good', async () => {
    const handler = await life.at(life.by.transport.handler);
    await handler.follow('承办');
    await handler.follow(/^送审/);
    await handler.press('送交办单位审核');
    expect(await handler.text).toContain('等交办单位审核（1）');
    const office = await life.at(life.by.government);
    expect(await life.owes(office)).toEqual(['审核答复']);
    await office.follow('分办');
    await office.follow(/^审核/);
    await life.keep(office, 'audit');
    await office.press(/^审核通过/);
    expect(await office.text).toContain('没有待审核的答复');
  });

  it('is issued by the leader, who is told what is still missing', async () => {
    const leader = await life.at(life.by.transport.leader);
    expect(await life.owes(leader)).toEqual(['签发答复']);
    await leader.follow(/^签发答复/);
    await leader.fill('文号', '温交提〔2026〕1号');
    await leader.press('签发并送提案者');
    expect(await leader.text).toContain('「主要领导签发」不能为空');
    await pick(leader, '主要领导签发', '是');
    await leader.press('签发并送提案者');
    await stands(leader, { stage: '已答复' });
  });
}
