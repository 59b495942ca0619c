import { axeFaults, headFaults, htmlFaults, widthFaults } from '../support/judge';
import { inBrowser, Site } from '../support/site';
import { aWorld, type World } from '../support/world';

inBrowser('The door, in a browser', () => {
  let site: Site;
  let world: World;
  beforeAll(async () => {
    site = await Site.open();
    world = await aWorld(site.running);
    await site.givePasswords();
  });
  afterAll(() => site?.close());

  it('lets somebody in who knows the password, and shows what they owe', async () => {
    const screen = await site.screen(world.by.first);
    expect((await screen.open('/'))?.status()).toBe(200);
    expect(await screen.heading).toBe('我的待办');
    expect(screen.complaints).toEqual([]);
    await screen.close();
  });

  it('says what is wrong where the person looks, and keeps the name', async () => {
    const screen = await site.screen(null);
    await screen.open('/sign-in');
    await screen.fill('用户名', 'somebody');
    await screen.fill('密码', 'wrong');
    await screen.press('登录');
    expect(await screen.page.title()).toContain('错误：');
    expect(await screen.page.getByLabel('用户名').inputValue()).toBe('somebody');
    expect(await axeFaults(screen.page)).toEqual([]);
    await screen.close();
  });

  it.each(['/', '/inbox', '/proposals', '/help', '/settings'])(
    'has a page without faults at %s',
    async (path) => {
      const screen = await site.screen(world.by.clerk);
      const answer = await screen.open(path);
      const html = await answer!.text();
      const faults = [...headFaults(html), ...(await htmlFaults(html)), ...(await axeFaults(screen.page))];
      expect([...faults, ...(await widthFaults(screen.page)), ...screen.complaints]).toEqual([]);
      await screen.close();
    },
  );
});
