import { type PeopleAtScreens, pick, stands, SUBJECT } from './people-at-screens';
import { COMMITTEE } from './up-to-the-units';

const READ = '已开放机关单位错时车位';

/** What its sponsor says of the reply. */
export function isRated(life: PeopleAtScreens): void {
  it('is read and rated by its sponsor', async () => {
    life.on('2026-05-18');
    const sponsor = await life.at(life.by.first);
    expect(await life.owes(sponsor)).toEqual(['反馈满意度']);
    await sponsor.follow(SUBJECT);
    expect(await sponsor.text).toContain(READ);
    expect(await sponsor.text).not.toContain('旧改');
    await life.keep(sponsor, 'replied');
    await stands(sponsor, { stage: '已答复', next: '反馈满意度', whom: '王一文（提案者）' });
    await sponsor.follow('反馈满意度');
    await pick(sponsor, '办理态度', '满意');
    await pick(sponsor, '办理结果', '基本满意');
    await pick(sponsor, '是否面商', '是');
    await sponsor.choose('面商方式', '走访');
    await pick(sponsor, '是否针对提案答复', '是');
    await life.keep(sponsor, 'rate');
    await sponsor.press('提交反馈');
    expect(await sponsor.text).toContain('已办理：反馈满意度');
  });

  it('is concluded by the clerk; until then the unit reads nothing of the rating', async () => {
    const handler = await life.at(life.by.transport.handler);
    await handler.follow('提案');
    await handler.follow(new RegExp(SUBJECT));
    expect(await handler.text).toContain('本轮结束后在这里公布');
    const clerk = await life.at(life.by.clerk);
    expect(await life.owes(clerk)).toEqual(['办结提案']);
    await clerk.follow(/^去办理/);
    expect(await clerk.text).toContain('基本满意');
    await clerk.follow('办结');
    await clerk.press('办结');
    await stands(clerk, { stage: '已办结', next: '归档', whom: COMMITTEE });
    await handler.page.reload();
    expect(await handler.text).toContain('基本满意');
  });
}

/** The end. */
export function isArchived(life: PeopleAtScreens): void {
  it('is laid into the archive, and nobody owes anything any more', async () => {
    const clerk = await life.at(life.by.clerk);
    expect(await life.owes(clerk)).toEqual(['归档']);
    await clerk.follow(/^归档/);
    await clerk.press('归档');
    await stands(clerk, { stage: '已归档' });
    await life.keep(clerk, 'archived');
    const { clerk: again, director, first, second, government, transport, housing } = life.by;
    for (const each of [again, director, first, second, government])
      expect(await life.owes(await life.at(each))).toEqual([]);
    for (const each of [transport.handler, transport.leader, housing.handler, housing.leader])
      expect(await life.owes(await life.at(each))).toEqual([]);
  });

  it('made no browser complain', () => {
    expect(life.complaints).toEqual([]);
  });
}
