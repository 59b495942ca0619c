import { eachDatabase, type RunningApp } from '../../support/harness';
import { visit } from '../../support/page-visitor';
import { must, send } from '../../support/requests';
import { aWorld, type World } from '../../support/world';

eachDatabase('A way of looking at the list', (open) => {
  let app: RunningApp;
  let world: World;
  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });
  const VIEWS = '/api/me/views';

  it('is kept by name from what one looks at, is one press away, renamed and taken away', async () => {
    const me = visit(app, world.by.clerk);
    const page = await me.get('/proposals?stage=handling&overdue=true&page=1');
    const kept = await me.submit(page, '/do/me/views', { name: '办理超期' });
    expect(kept.status).toBe(200);
    const [chip] = (await me.get('/proposals')).links('办理超期');
    expect(chip).toBe('/proposals?stage=handling&overdue=true');
    const current = await me.get(chip);
    const [rename] = current.links('改名');
    const renamed = await me.perform(rename, { name: '超期的' });
    expect(renamed.links('超期的')).toContain(chip);
    const [remove] = (await me.get(chip)).links('删除');
    await me.perform(remove);
    expect((await me.get('/proposals')).links('超期的')).toEqual([]);
  });

  it('asks for another name where one is taken, with what was typed', async () => {
    const me = visit(app, world.by.clerk);
    await must(app, world.by.clerk, 'POST', VIEWS, { name: '我的', query: 'key=true' });
    const page = await me.get('/proposals?stage=filed');
    const again = await me.submit(page, '/do/me/views', { name: '我的' });
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('已经用过')]);
    expect(again.form('/do/me/views').fields.get('query')).toEqual(['stage=filed']);
  });

  it('keeps filters of the list and nothing else', async () => {
    const query = 'stage=filed&page=9&done=x&javascript:alert(1)=1';
    const { query: kept } = await must(app, world.by.clerk, 'POST', VIEWS, { name: '甲', query });
    expect(kept).toBe('stage=filed');
  });

  it('is everybody’s own, and twenty of them are enough', async () => {
    const { id } = await must(app, world.by.clerk, 'POST', VIEWS, { name: '甲', query: null });
    expect(await must(app, world.by.director, 'GET', VIEWS)).toEqual([]);
    expect((await send(app, world.by.director, 'DELETE', `${VIEWS}/${id}`)).status).toBe(404);
    expect((await send(app, world.by.director, 'PUT', `${VIEWS}/${id}`, { name: '乙' })).status).toBe(404);
    for (let more = 1; more < 20; more += 1)
      await must(app, world.by.clerk, 'POST', VIEWS, { name: `第${more}个` });
    const full = await send(app, world.by.clerk, 'POST', VIEWS, { name: '多了' });
    expect([full.status, full.body.reasons?.[0].code]).toEqual([409, 'tooManyViews']);
  });
});
