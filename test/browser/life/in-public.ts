import type { Screen } from '../../support/screen';
import { type PeopleAtScreens, pick, SUBJECT } from './people-at-screens';

const THIS_CASE = new RegExp(SUBJECT);
const SUMMARY = '已开放机关单位错时车位三百个。';
const TITLE = '政协提案办理情况公示（第一期）';

async function whatIsPublic(clerk: Screen): Promise<void> {
  await clerk.follow('公示');
  await clerk.follow(/^可公示的提案/);
  await clerk.follow(THIS_CASE);
}

/** From the summary to what everybody reads. */
export function isPublished(life: PeopleAtScreens): void {
  it('is summed up by the clerk, looked through, and found to hold no secret', async () => {
    life.on('2026-05-20');
    const clerk = await life.at(life.by.clerk);
    await clerk.follow(THIS_CASE);
    await clerk.follow('编写摘要、检查个人信息');
    await clerk.fill('办理落实情况摘要', SUMMARY);
    await pick(clerk, '公开范围', '公开摘要');
    await clerk.press('保存摘要');
    await clerk.press(/^已通读/);
    await clerk.follow('登记审查结论');
    await pick(clerk, '审查结论', '可以公开');
    await clerk.fill('审查说明', '不涉密。');
    await clerk.press('登记审查结论');
    await life.keep(clerk, 'publication');
    expect(await clerk.text).toMatch(/还缺：\s+第一提案者、主办单位和提案委尚未都同意公开\s+公开什么/);
  });

  it('may be read by everybody, says everybody who is asked', async () => {
    const { first, transport, clerk } = life.by;
    for (const person of [first, transport.leader, clerk]) {
      const screen = await life.at(person);
      await screen.follow('提案');
      await screen.follow(THIS_CASE);
      await screen.follow('答复公开征询');
      await pick(screen, '意见', '同意公开');
      if (person === clerk) await screen.choose('答复方', '提案委');
      await screen.press('提交意见');
      expect(await screen.text).toContain('已办理：答复公开征询');
    }
    const screen = await life.at(clerk);
    await whatIsPublic(screen);
    expect(await screen.text).not.toContain('公示之前还缺');
  });

  it('is put into a notice, which somebody else has to approve', async () => {
    const clerk = await life.at(life.by.clerk);
    await clerk.follow('公示');
    await clerk.follow('编制公示');
    const head = { 标题: TITLE, 前言: '现予公示。', 来信地址: '人民东路258号', 联系电话: '0576-86110000' };
    for (const [label, words] of Object.entries(head)) await clerk.fill(label, words);
    await clerk.press('开始编制');
    await clerk.follow('编排内容');
    await clerk.fill(`${SUBJECT}的次序`, '1');
    await clerk.press('保存');
    await clerk.follow('送审公示');
    await clerk.press('送审');
    expect(await clerk.text).toContain('由政协办公室（编制人以外的人）办理');
  });

  it('is approved by the office, and issued by a third', async () => {
    const office = await life.at(life.by.office);
    expect(await life.owes(office)).toEqual(['审批公示']);
    await office.follow(/^去办理/);
    await office.follow('审批公示');
    await office.press('同意发布');
    expect(await office.text).toContain('由编制人、审批人以外的第三人办理');
    const third = await life.at(life.by.otherClerk);
    expect(await life.owes(third)).toEqual(['发布公示', '归档']);
    await third.follow(/^去办理/);
    await third.follow('发布公示');
    await third.press('立即发布');
    expect(await third.text).toContain('已发布');
  });

  it('is read by somebody whom nobody knows', async () => {
    const citizen = await life.stranger();
    await citizen.follow(/^公示/);
    await citizen.follow(new RegExp(TITLE));
    for (const words of [`《${SUBJECT}》`, SUMMARY, '王一文', '市交通运输局'])
      expect(await citizen.text).toContain(words);
    expect(await citizen.text).not.toMatch(/138|陈经办|基本满意|旧改/);
    await life.keep(citizen, 'public');
    expect(citizen.complaints).toEqual([]);
    await citizen.close();
  });
}
