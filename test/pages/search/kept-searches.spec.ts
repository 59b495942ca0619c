import { eachDatabase, type RunningApp } from '../../support/harness';
import { visit } from '../../support/page-visitor';
import { aFiledProposal } from '../../support/steps/examination';
import { aWorld, type World } from '../../support/world';

eachDatabase('A search kept on the page', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    await aFiledProposal(app, world, { subject: '关于整治停车难的建议' });
  });
  const KEEP = '/do/me/searches';

  it('comes back with its words and filters, is marked as what one looks at, and is taken away', async () => {
    const me = visit(app, world.by.clerk);
    const page = await me.get(`/search?${new URLSearchParams({ q: '停车', stage: 'filed', size: '50' })}`);
    const kept = await me.submit(page, KEEP, { name: '停车的' });
    expect([kept.status, kept.heading]).toEqual([200, '检索：停车']);
    expect(kept.text).toContain('已办理');
    expect(kept.actions).not.toContain(KEEP);
    const [chip] = (await me.get('/search')).links('停车的');
    const again = await me.get(chip);
    expect(again.links('环节：').length).toBe(1);
    expect(again.text).toContain('检索到 1 件');
    const other = await visit(app, world.by.director).get('/search');
    expect(other.links('停车的')).toEqual([]);
    await me.perform(again.links('删除')[0]);
    expect((await me.get('/search')).links('停车的')).toEqual([]);
  });

  it('asks for another name where one is taken, and loses nothing', async () => {
    const me = visit(app, world.by.clerk);
    const page = await me.get(`/search?${new URLSearchParams({ q: '停车', within: '难', key: 'false' })}`);
    await me.submit(page, KEEP, { name: '一' });
    const second = await me.get(`/search?${new URLSearchParams({ q: '整治', key: 'false' })}`);
    const refused = await me.submit(second, KEEP, { name: '一' });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('已经用过')]);
    const kept = await me.submit(refused, KEEP, { name: '二' });
    expect(kept.heading).toBe('检索：整治');
    expect(kept.links('删除 已存检索：二').length).toBe(1);
    expect(kept.links('重点提案：否').length).toBe(1);
  });

  it('is of no use without words or filters, and not offered', async () => {
    expect((await visit(app, world.by.clerk).get('/search?size=50')).actions).not.toContain(KEEP);
  });
});
