import { type PeopleAtScreens, pick, stands, SUBJECT } from './people-at-screens';

const THIS_CASE = new RegExp(SUBJECT);
export const COMMITTEE = '提案委工作人员';

/** From the empty page to the receipt. */
export function isWritten(life: PeopleAtScreens): void {
  it('is written by its first sponsor, and kept as a draft', async () => {
    const sponsor = await life.at(life.by.first);
    expect(await sponsor.text).toContain('目前没有等您办理的事');
    await sponsor.follow('撰写提案');
    await sponsor.fill('案由', SUBJECT);
    await sponsor.fill('情况', '老旧小区车位少，晚间消防通道常被占用。');
    await sponsor.fill('分析', '建成年代早，配建不足；周边公共车位夜间空置。');
    await sponsor.fill('建议第1条', '开放机关单位车位错时停车。');
    await sponsor.choose('类别', '社会');
    await sponsor.tick(/^市交通运输局/);
    await sponsor.choose('公开意愿', '可以全文公开');
    await life.keep(sponsor, 'write');
    await sponsor.press('保存草稿');
    expect(await sponsor.heading).toBe(SUBJECT);
    await stands(sponsor, { stage: '草稿', next: '提交提案', whom: '王一文（提案者）' });
  });

  it('is offered to a second sponsor, who is due to answer', async () => {
    const sponsor = await life.at(life.by.first);
    await sponsor.follow(SUBJECT);
    await sponsor.follow('邀请联名');
    await sponsor.tick(/^李二平/);
    await sponsor.press('发出邀请');
    expect(await sponsor.text).toContain('已办理：邀请联名');
    await stands(sponsor, { stage: '草稿', next: '答复联名邀请', whom: '李二平（提案者）' });
  });

  it('is co-signed by the second sponsor, who has read what is signed', async () => {
    const second = await life.at(life.by.second);
    expect(await life.owes(second)).toEqual(['答复联名邀请']);
    await life.keep(second, 'to-do');
    await second.follow(/^去办理/);
    await second.follow('同意联名');
    expect(await second.text).toContain('签署的是下面的文字');
    await second.press('同意联名');
    await stands(second, { stage: '草稿', next: '提交提案', whom: '王一文（提案者）' });
  });

  it('is handed in by the first sponsor, who can do nothing more to it', async () => {
    const sponsor = await life.at(life.by.first);
    await sponsor.follow(/^提交提案/);
    await sponsor.press('确认提交');
    expect(await sponsor.text).toContain('流水号 1');
    await stands(sponsor, { stage: '待审查', next: '审查提案', whom: COMMITTEE });
    await life.at(life.by.first);
    expect(await life.owes(sponsor)).toEqual([]);
  });
}

/** Two pairs of eyes, and the way to the units. */
export function isExaminedAndAssigned(life: PeopleAtScreens): void {
  it('is recommended for filing by a clerk, who finds the queue empty after it', async () => {
    life.on('2026-03-09');
    const clerk = await life.at(life.by.clerk);
    expect(await life.owes(clerk)).toEqual(['审查提案']);
    await clerk.follow('审查');
    await clerk.follow(SUBJECT);
    await pick(clerk, '审查意见', '立案');
    await life.keep(clerk, 'examine');
    await clerk.press(/^提出初审意见/);
    expect(await clerk.text).toContain('没有等待初审的提案');
    expect(await clerk.text).toContain('待主任复核 1');
  });

  it('is filed by the director, with a number', async () => {
    const director = await life.at(life.by.director);
    expect(await life.owes(director)).toEqual(['复核审查意见']);
    await director.follow('审查');
    await director.follow(SUBJECT);
    expect(await director.text).toContain('初审意见：立案');
    await director.press(/^确认立案/);
    await director.follow('提案');
    await director.follow(THIS_CASE);
    expect(await director.text).toContain('第一次会议第1号提案');
    await stands(director, { stage: '已立案', next: '交办', whom: COMMITTEE });
  });

  it('is handed over by another clerk, to the office that its wished unit belongs to', async () => {
    life.on('2026-03-16');
    const clerk = await life.at(life.by.otherClerk);
    expect(await life.owes(clerk)).toEqual(['交办']);
    await clerk.follow('交办');
    await clerk.tick(/^选择第1号/);
    await life.keep(clerk, 'hand-over');
    await clerk.press('交办所选');
    expect(await clerk.text).toContain('办成 1 件');
    await clerk.follow(THIS_CASE);
    await stands(clerk, { stage: '已交办', next: '分办到承办单位', whom: '市府办督查室（交办单位）' });
  });

  it('is assigned by the office to a lead and a co-handler', async () => {
    const office = await life.at(life.by.government);
    expect(await life.owes(office)).toEqual(['分办到承办单位']);
    await office.follow('分办');
    await office.follow(/^分办\s*：/);
    await pick(office, '办理方式', '会办：一个主办，其余会办');
    await office.choose('主办单位', '市交通运输局');
    await office.unfold('部门');
    await office.tick('市住房和城乡建设局');
    await life.keep(office, 'assign');
    await office.press('分办');
    expect(await office.text).toContain('没有待分办的提案');
    await office.follow('市住房和城乡建设局');
    await office.follow(THIS_CASE);
    const handler = '市交通运输局（承办单位经办人）';
    await stands(office, { stage: '办理中', next: '签收', whom: handler });
  });
}
