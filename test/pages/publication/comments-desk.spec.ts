import { eachDatabase, type RunningApp } from '../../support/harness';
import { visit } from '../../support/page-visitor';
import * as comment from '../../support/steps/comments';
import * as step from '../../support/steps/publication';
import { aWorld, type World } from '../../support/world';

const DESK = '/desk/comments';

eachDatabase('The queue of comments', (open) => {
  let app: RunningApp;
  let world: World;
  let noticeId: number;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    const { id } = await step.aPublishableCase(app, world);
    noticeId = await step.aNotice(app, world, [{ proposalId: id }]);
  });

  it('shows what waits with what looks like personal data, and lets one decide where one stands', async () => {
    await comment.write(app, noticeId, { text: '晚上也向居民开放停车位，好不好？' });
    await comment.write(app, noticeId, { text: '请给我回电话 13912345678，谢谢各位。' }, '203.0.113.10');
    const clerk = visit(app, world.by.clerk);
    const queue = await clerk.get(DESK);
    expect(queue.text).toContain('手机号码“13912345678”');
    expect(queue.links('核对后公开')).toHaveLength(1);
    const [release] = queue.actions.filter((action) => /^\/do\/comments\/\d+\/release$/.test(action));
    const after = await clerk.submit(queue, release);
    expect(after.text).toContain('已办理：公开留言');
    expect(after.text).not.toContain('晚上也向居民开放');
    expect((await clerk.get(`${DESK}?state=released`)).text).toContain('晚上也向居民开放');
    expect((await visit(app, world.by.first).get(`/notices/${noticeId}`)).text).toContain('晚上也向居民开放');
  });

  it('may be read by the auditor, who decides nothing, and by nobody else', async () => {
    const seen = await visit(app, world.by.auditor).get(`${DESK}?state=held`);
    expect([seen.status, seen.actions.filter((action) => action.startsWith('/do/comments'))]).toEqual([
      200,
      [],
    ]);
    expect(seen.links('核对后公开')).toEqual([]);
    for (const by of [world.by.office, world.by.first, world.by.director])
      expect((await visit(app, by).get(DESK)).status).toBe(403);
  });
});
