import { startApp, type RunningApp } from '../../support/harness';
import { visit } from '../../support/page-visitor';
import { aWorld, type World } from '../../support/world';

describe('The directory as pages', () => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await startApp();
    world = await aWorld(app);
  });
  afterAll(() => app.close());

  it('is closed to those who do not keep it', async () => {
    expect((await visit(app, world.by.first).get('/people/units')).status).toBe(403);
    expect((await visit(app, world.by.first).get('/accounts')).status).toBe(403);
    expect((await visit(app, world.by.clerk).get('/system')).status).toBe(403);
    expect((await visit(app, world.by.clerk).get('/people/nothing')).status).toBe(404);
  });

  it('leads nobody to queues that are not there', async () => {
    for (const by of [world.by.administrator, world.by.auditor]) {
      const { status, html } = await visit(app, by).get('/system');
      expect([status, html.includes('/system/history'), html.includes('/admin/queues')]).toEqual([
        ...[200, true, false],
      ]);
    }
  });

  it('takes in a new unit, finds it, puts it right and ends it', async () => {
    const keeper = visit(app, world.by.administrator);
    const office = (await keeper.get('/do/units')).form('/do/units');
    expect(office.names).toContain('officeId');
    const added = await keeper.perform('/do/units?back=/people/units', {
      ...{
        name: '市大数据局',
        kind: '政府部门',
        officeId: world.offices.government,
        validFrom: '2026-01-01',
      },
    });
    expect(added.text).toContain('已办理：新增承办单位');
    const found = await keeper.get('/people/units?q=大数据');
    expect(found.text).toContain('市大数据局');
    const [edit] = found.links('修改');
    const changed = await keeper.perform(edit, { contactName: '王云安' });
    expect(changed.text).toContain('王云安');
    const [end] = (await keeper.get('/people/units?q=大数据')).links('终止');
    expect((await keeper.perform(end, { validTo: '2026-12-31' })).text).toContain('2026-01-01 至 2026-12-31');
  });

  it('says what is wrong with a unit and keeps what was typed', async () => {
    const keeper = visit(app, world.by.administrator);
    const refused = await keeper.perform('/do/units', {
      name: '',
      kind: '政府部门',
      validFrom: '2026-13-01',
    });
    expect(refused.status).toBe(422);
    expect(refused.title).toMatch(/^错误：/);
    expect(refused.text).toContain('「单位名称」不能为空，请填写。');
    expect(refused.text).toContain('「生效日期」应当是日期');
    expect(refused.form('/do/units').fields.get('kind')).toEqual(['政府部门']);
    expect(refused.links('「单位名称」')).toEqual(['#f-name']);
  });

  it('shows an initial password once, and gives a hat for a body', async () => {
    const keeper = visit(app, world.by.administrator);
    const created = await keeper.perform('/do/accounts', { username: 'lin.handler', displayName: '林经办' });
    expect(created.text).toMatch(/初始密码.*[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/);
    const [account] = created.links('去授予身份');
    const give = (await keeper.get(account)).links('承办单位经办人')[0];
    const given = await keeper.perform(give, { scopeId: world.units.transport });
    expect(given.text).toContain('承办单位经办人（');
    expect((await keeper.get(account)).html).not.toMatch(/[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/);
  });

  it('previews a change of the calendar, and does what was previewed', async () => {
    const clerk = visit(app, world.by.clerk);
    const change = { day: '2026-06-01', kind: 'off', name: '市庆', reason: '市政府通知' };
    const preview = await clerk.perform('/do/calendar/days/preview?back=/desk/calendar', change);
    expect(preview.text).toContain('有 1 天改变上班或放假');
    const done = await clerk.submit(preview, '/do/calendar/days');
    expect(done.text).toContain('已办理：调整单日');
    expect((await clerk.get('/desk/calendar/2026')).text).toContain('市庆');
  });

  it('lets the auditor look at accounts and the system, and change nothing', async () => {
    const auditor = visit(app, world.by.auditor);
    expect((await auditor.get('/accounts')).links('新建账号')).toEqual([]);
    expect((await auditor.get('/system/history')).text).toContain('完整无误');
    expect((await auditor.get('/system/rules')).text).toContain('15 个工作日');
  });

  it('has help for every hat, with what it owes', async () => {
    const handler = visit(app, world.by.transport.handler);
    const page = await handler.get('/help/unitHandler');
    expect(page.text).toContain('签收');
    expect(page.text).toContain('3 个工作日');
    expect((await handler.get('/help/nobody')).status).toBe(404);
  });
});
