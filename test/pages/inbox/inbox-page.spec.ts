import { InboxService } from '../../../src/notifications/inbox.service';
import { Relay } from '../../../src/notifications/relay';
import { eachDatabase, type RunningApp } from '../../support/harness';
import { inboxOf } from '../../support/inbox';
import { visit } from '../../support/page-visitor';
import { submitProposal } from '../../support/steps/submission';
import { aWorld, type World } from '../../support/world';

eachDatabase('The inbox', (open) => {
  let app: RunningApp;
  let world: World;
  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });

  it('says what to expect while there is nothing', async () => {
    const page = await visit(app, world.by.clerk).get('/inbox');
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('还没有消息')]);
  });

  it('leads to what one was told of, and marks one as read, or all', async () => {
    const subjects = ['关于甲事的建议', '关于乙事的建议', '关于丙事的建议'];
    for (const subject of subjects) await submitProposal(app, world, { subject });
    await app.get(Relay).drain();
    const me = visit(app, world.by.clerk);
    const page = await me.get('/inbox');
    expect(page.text).toContain('共 3 条，3 条未读。');
    // The badge of every page is counted no further than it shows.
    const { accountId, name } = world.by.clerk;
    const clerk = { accountId, name, hats: [{ hat: 'committee' as const, scopeId: null }] };
    const counted = await Promise.all([2, 100].map((most) => app.get(InboxService).unread(clerk, most)));
    expect(counted).toEqual([{ unread: 2 }, { unread: 3 }]);
    expect(page.links('关于甲事的建议')).toEqual(['/proposals/1']);
    const [newest] = (await inboxOf(app, world.by.clerk)).items;
    const one = await me.submit(page, `/do/inbox/${newest.id}/read`);
    expect([one.url.split('?')[0], one.text]).toEqual(['/inbox', expect.stringContaining('2 条未读')]);
    expect(one.actions).not.toContain(`/do/inbox/${newest.id}/read`);
    const all = await me.submit(one, '/do/inbox/read');
    expect(all.text).toContain('都已读过');
    expect((await inboxOf(app, world.by.clerk)).unread).toBe(0);
  });
});
