import { eachDatabase, type RunningApp } from '../../support/harness';
import { type PageVisitor, visit } from '../../support/page-visitor';
import { readCase } from '../../support/reading';
import { aFiledProposal, recommend } from '../../support/steps/examination';
import { submitProposal } from '../../support/steps/submission';
import { aWorld, type World } from '../../support/world';

const DESK = '/desk/examination';
const RECOMMEND = `${DESK}/many/recommend`;
const FILE = `${DESK}/many/file`;

eachDatabase('The examination desk', (open) => {
  let app: RunningApp;
  let world: World;
  let clerk: PageVisitor;
  let director: PageVisitor;
  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
    [clerk, director] = [visit(app, world.by.clerk), visit(app, world.by.director)];
  });
  afterEach(() => app.close());

  const submitted = async (subject: string) => (await submitProposal(app, world, { subject })).id;
  const stageOf = async (id: number) => (await readCase(app, world.by.auditor, id)).stage as string;

  it('leads the clerk from one case to the next, and back to the list after the last', async () => {
    const one = await submitted('关于增设停车位的建议');
    const other = await submitted('关于改造老旧管网的建议');
    const list = await clerk.get(DESK);
    expect(list.text).toContain('待初审 2');
    expect(list.links('关于增设停车位的建议')).toEqual([`${DESK}/${one}`]);
    const action = (id: number) => `/do/proposals/${id}/recommend`;
    const next = await clerk.submit(await clerk.get(`${DESK}/${one}`), action(one), { outcome: 'file' });
    expect([next.status, next.heading]).toEqual([200, expect.stringContaining('关于改造老旧管网的建议')]);
    expect(next.text).toContain('已办理：初审。');
    const end = await clerk.submit(next, action(other), { outcome: 'file' });
    expect(end.text).toContain('没有等待初审的提案');
  });

  it('shows the director what was found, and files with one press', async () => {
    const id = await submitted('关于增设停车位的建议');
    await recommend(app, world, id);
    const page = await director.get(`${DESK}/${id}`);
    expect(page.text).toMatch(/初审意见： ?立案/);
    expect(page.actions).not.toContain(`/do/proposals/${id}/recommend`);
    const next = await director.submit(page, `/do/proposals/${id}/file`);
    expect(next.text).toContain('没有等待复核的提案');
    expect(await stageOf(id)).toBe('filed');
  });

  it('recommends and files many at once, and says of each what became of it', async () => {
    const ids = [await submitted('关于增设停车位的建议'), await submitted('关于改造老旧管网的建议')];
    const recommended = await clerk.submit(await clerk.get(DESK), RECOMMEND, { ids, outcome: 'file' });
    expect(recommended.text).toContain('办成 2 件');
    const list = await director.get(DESK);
    const filed = await director.submit(list, FILE, { ids });
    expect([filed.heading, filed.text]).toEqual(['批量立案的结果', expect.stringContaining('案号为第2号')]);
    const again = await director.submit(list, FILE, { ids });
    expect(again.text).toContain('未办成 2 件');
  });

  it('keeps what was ticked when the reason to return is missing', async () => {
    const id = await submitted('关于增设停车位的建议');
    const page = await clerk.submit(await clerk.get(DESK), RECOMMEND, { ids: [id], outcome: 'return' });
    expect([page.status, page.title]).toEqual([422, expect.stringMatching(/^错误：/)]);
    expect(page.form(RECOMMEND).fields.get('ids')).toEqual([String(id)]);
    const none = await clerk.submit(await clerk.get(DESK), RECOMMEND, { outcome: 'file' });
    expect(none.text).toContain('没有选择提案');
    expect(await stageOf(id)).toBe('submitted');
  });

  it('lays two cases side by side and marks what only one of them has', async () => {
    const shared = '我市现有多层住宅小区一百二十六个。';
    const one = (await submitProposal(app, world, { situation: `${shared}电梯很少。` })).id;
    const other = (await submitProposal(app, world, { situation: `${shared}管网老化。` })).id;
    const page = await clerk.get(`${DESK}/${one}/compare/${other}`);
    expect(page.html).toContain('<mark>电梯很少。</mark>');
    expect(page.html).not.toMatch(/<mark>[^<]*多层住宅/);
    expect(page.links('准备并案')).toEqual([`/desk/merging?ids=${one},${other}`]);
  });

  it('lists the case numbers of the session', async () => {
    await aFiledProposal(app, world, { subject: '关于增设停车位的建议' });
    const page = await clerk.get(`${DESK}/numbers`);
    expect(page.text).toContain('已编 1 个案号');
    expect((await clerk.get(`${DESK}/numbers?missing=true`)).text).toContain('没有缺号');
  });

  it('is closed to everybody else', async () => {
    const id = await submitted('关于增设停车位的建议');
    const sponsor = visit(app, world.by.first);
    expect((await sponsor.get(DESK)).status).toBe(403);
    expect((await sponsor.get(`${DESK}/${id}`)).status).toBe(403);
    expect((await clerk.get(`${DESK}/999`)).status).toBe(404);
  });
});
