import { axeFaults, widthFaults } from '../support/judge';
import type { Screen } from '../support/screen';
import { inBrowser, Site } from '../support/site';
import * as step from '../support/steps/evaluation';
import { aWorld, type World } from '../support/world';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

inBrowser('The ballot on a phone', () => {
  let site: Site;
  let world: World;
  let id: number;
  let phone: Screen;
  beforeAll(async () => {
    site = await Site.open();
    world = await aWorld(site.running);
    const { running } = site;
    const seats = await step.standingCommittee(running, world, 1);
    const proposalIds = [
      await step.aKeyCase(running, world),
      await step.aKeyCase(running, world, { subject: '关于增加公交班次的建议' }),
    ];
    id = await step.anOpenBox(running, world, { proposalIds, present: seats });
    await site.givePasswords();
    phone = await site.screen(world.by.standing, PHONE);
  }, 120_000);
  afterAll(() => site?.close());

  const fitsAndReads = async () => [...(await axeFaults(phone.page)), ...(await widthFaults(phone.page))];

  it('is reached by following what the pages offer', async () => {
    await phone.open('/');
    await phone.unfold('导航');
    await phone.follow('民主评议');
    await phone.follow('常委会会议民主评议');
    await phone.follow('去投票');
    expect(await phone.heading).toBe('选票');
    expect(await fitsAndReads()).toEqual([]);
    await phone.keep('ballot-phone');
  });

  it('has circles that a thumb can hit, and is marked by touching the words', async () => {
    const choices = phone.page.locator('fieldset.ballot label');
    for (const box of await choices.all())
      expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await phone.page.locator('fieldset.ballot').first().getByText('不满意', { exact: true }).tap();
    await phone.press('下一步：核对');
    expect(await phone.heading).toBe('核对选票');
    expect(await phone.text).toContain('有 1 处没有选');
    expect(await fitsAndReads()).toEqual([]);
    await phone.keep('ballot-review-phone');
  });

  it('goes in, and the address says nothing of what was chosen', async () => {
    const addresses: string[] = [];
    phone.page.on('request', (request) => addresses.push(request.url()));
    await phone.press('确认投票');
    expect(await phone.text).toContain('已投票');
    expect(await phone.text).not.toMatch(/不满意|弃权/);
    addresses.push(phone.page.url());
    expect(addresses.filter((it) => /mark|atisfied|choice/.test(it))).toEqual([]);
    expect(await fitsAndReads()).toEqual([]);
  });

  it('cannot be read by going back', async () => {
    for (let back = 0; back < 3; back += 1) {
      await phone.page.goBack({ waitUntil: 'load' }).catch(() => null);
      // A page that may not be kept is asked for anew, on its own time: what looks for an element waits for it.
      const html = await phone.page.locator('html').innerHTML();
      expect(html).not.toMatch(/不满意<\/strong>/);
      expect(await phone.page.locator('input[type=radio]:checked').count()).toBe(0);
    }
    await phone.open(`/evaluations/${id}/ballot`);
    expect(await phone.text).toContain('已投票');
  });

  it('is counted, and its result is read on the phone', async () => {
    await step.closeBox(site.running, world, id);
    await step.announce(site.running, world, id);
    await phone.open(`/evaluations/${id}`);
    expect(await phone.text).toContain('不满意');
    expect(await fitsAndReads()).toEqual([]);
    await phone.keep('result-phone');
    expect(phone.complaints).toEqual([]);
  });
});
