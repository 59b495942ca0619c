import { Keyboard } from '../support/keyboard';
import type { Person } from '../support/people';
import type { Screen } from '../support/screen';
import { inBrowser, PASSWORD, Site } from '../support/site';
import { anAcknowledgedProposal, handOver } from '../support/steps/assignment';
import * as evaluation from '../support/steps/evaluation';
import { aFiledProposal } from '../support/steps/examination';
import { aRepliedProposal } from '../support/steps/handling';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const SUBJECT = '关于键盘操作的建议';

inBrowser('With the keyboard alone', () => {
  let site: Site;
  let world: World;
  let screen: Screen;
  let keyboard: Keyboard;

  beforeAll(async () => {
    site = await Site.open();
    world = await aWorld(site.running);
    await site.givePasswords();
  }, 120_000);
  afterEach(async () => {
    await screen.close();
    expect(keyboard.unseen).toEqual([]);
  });
  afterAll(() => site?.close());

  /** Signed in by typing, at what one owes. */
  async function comes(person: Person): Promise<void> {
    screen = await site.screen(null);
    keyboard = new Keyboard(screen.page);
    await screen.open('/');
    await keyboard.fill('用户名', person.username);
    await keyboard.fill('密码', PASSWORD);
    await keyboard.enter();
    expect(await screen.heading).toBe('我的待办');
  }

  it('one signs in, and is led back to the field that was wrong', async () => {
    screen = await site.screen(null);
    keyboard = new Keyboard(screen.page);
    await screen.open('/');
    await keyboard.fill('用户名', world.by.first.username);
    await keyboard.fill('密码', 'wrong');
    await keyboard.enter();
    expect(await keyboard.isIn('.error-summary')).toBe(true);
    // After a wrong password one waits for a moment.
    site.running.clock.advance(5_000);
    await keyboard.fill('密码', PASSWORD);
    await keyboard.enter();
    expect(await screen.heading).toBe('我的待办');
  });

  it('one skips what every page begins with', async () => {
    await comes(world.by.clerk);
    await keyboard.press('Tab');
    expect(await keyboard.focused()).toContain('跳到正文');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    expect(await keyboard.isIn('main')).toBe(true);
  });

  it('one writes a draft, saves it and hands it in', async () => {
    await comes(world.by.first);
    await keyboard.on('撰写提案');
    await keyboard.fill('案由', SUBJECT);
    await keyboard.fill('情况', '网页须用鼠标。');
    await keyboard.fill('分析', '未照顾不便用鼠标的人。');
    await keyboard.fill('建议第1条', '全部功能可用键盘操作。');
    await keyboard.tabTo('类别', 'combobox');
    await keyboard.press('ArrowDown', 4);
    await keyboard.tabTo('公开意愿', 'combobox');
    await keyboard.press('ArrowDown');
    await keyboard.on('保存草稿', 'button');
    expect(await screen.heading).toBe(SUBJECT);
    await keyboard.press('Tab');
    expect(await keyboard.focused()).toContain('跳到正文');
    await keyboard.press('Enter');
    await keyboard.on('提交提案');
    await keyboard.on('确认提交', 'button');
    expect(await screen.text).toContain('待审查');
    expect(await screen.text).toContain('已办理：提交提案');
  });

  it('one is led to what an empty form lacks, and rates a reply', async () => {
    await aRepliedProposal(site.running, world);
    await comes(world.by.first);
    await keyboard.on('反馈满意度');
    await keyboard.on('提交反馈', 'button');
    expect(await screen.page.title()).toContain('错误：');
    expect(await keyboard.isIn('.error-summary')).toBe(true);
    await keyboard.tabTo(/办理态度/, 'link');
    await keyboard.press('Enter');
    expect(await keyboard.focused()).toContain('radio "满意"');
    await keyboard.press('Space');
    await keyboard.tabTo('满意', 'radio');
    await keyboard.press('ArrowDown');
    expect(await keyboard.focused()).toContain('radio "基本满意" [checked]');
    await keyboard.tabTo('满意', 'radio', 'back');
    expect(await keyboard.focused()).toContain('radio "满意" [checked]');
    await keyboard.tabTo('是', 'radio');
    await keyboard.press('Space');
    await keyboard.tabTo('面商方式', 'combobox');
    await keyboard.press('ArrowDown', 2);
    await keyboard.tabTo('是', 'radio');
    await keyboard.press('Space');
    await keyboard.on('提交反馈', 'button');
    expect(await screen.text).toContain('已办理：反馈满意度');
    expect(await screen.text).toMatch(/满意\s+基本满意\s+有（走访）/);
  });

  it('one casts a ballot', async () => {
    const seats = await evaluation.standingCommittee(site.running, world, 1);
    const proposalIds = [await evaluation.aKeyCase(site.running, world)];
    const id = await evaluation.anOpenBox(site.running, world, { proposalIds, present: seats });
    await comes(world.by.standing);
    await keyboard.on('民主评议');
    await keyboard.on('常委会会议民主评议');
    await keyboard.on('去投票');
    await keyboard.tabTo('满意', 'radio');
    await keyboard.press('Space');
    await keyboard.press('ArrowDown', 2);
    expect(await keyboard.focused()).toContain('radio "不满意" [checked]');
    await screen.keep('keyboard-ballot');
    await keyboard.on('下一步：核对', 'button');
    expect(await screen.heading).toBe('核对选票');
    expect(await screen.text).toContain('不满意');
    await keyboard.on('确认投票', 'button');
    expect(await screen.text).toContain('已投票');
    await evaluation.closeBox(site.running, world, id);
  });

  it('one examines what waits in the queue, and has the next before one', async () => {
    await submitProposal(site.running, world, { subject: SUBJECT });
    await comes(world.by.clerk);
    await keyboard.on('审查');
    await keyboard.on(SUBJECT);
    const first = await screen.heading;
    await keyboard.tabTo('立案', 'radio');
    await keyboard.press('Space');
    await keyboard.on('提出初审意见', 'button');
    expect(await screen.text).toContain('已办理：初审');
    expect(await screen.heading).not.toBe(first);
  });

  it('one assigns a case to two units', async () => {
    const { id } = await aFiledProposal(site.running, world, { subject: SUBJECT });
    await handOver(site.running, world, id);
    await comes(world.by.government);
    await keyboard.on('分办');
    await keyboard.on(/分办 ：/);
    await keyboard.tabTo(/单办/, 'radio');
    await keyboard.press('ArrowDown');
    expect(await keyboard.focused()).toMatch(/会办.*\[checked\]/);
    await keyboard.tabTo('主办单位', 'combobox');
    await keyboard.press('End');
    await keyboard.tabTo('市', 'checkbox');
    await keyboard.press('Space');
    await keyboard.on('分办', 'button');
    expect(await screen.text).toContain('已办理：分办');
  });

  it('Enter in a field sends what was written, and adds no rows', async () => {
    const { assignments } = await anAcknowledgedProposal(site.running, world);
    await comes(world.by.transport.handler);
    const { page } = screen;
    await page.goto(`/do/assignments/${assignments[0].id}/draft-reply`);
    await keyboard.fill('联系人', '陈经办');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=/);
    const [{ contactPerson }] = await site.running.database.rows<{ contactPerson: string }>(
      'SELECT "contactPerson" FROM "reply" WHERE "assignmentId" = ?',
      [assignments[0].id],
    );
    expect(contactPerson).toBe('陈经办');
  });
});
