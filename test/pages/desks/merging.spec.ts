import { eachDatabase, type RunningApp } from '../../support/harness';
import { type PageVisitor, visit } from '../../support/page-visitor';
import { readCase } from '../../support/reading';
import { aFiledCollective, aFiledProposal } from '../../support/steps/examination';
import { agreeAll, family } from '../../support/steps/merging';
import { aWorld, type World } from '../../support/world';

const DESK = '/desk/merging';

eachDatabase('The merging desk', (open) => {
  let app: RunningApp;
  let world: World;
  let clerk: PageVisitor;
  let principal: number;
  let follower: number;
  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
    clerk = visit(app, world.by.clerk);
    principal = (await aFiledProposal(app, world, { subject: '关于增设停车位的建议' })).id;
    follower = (await aFiledCollective(app, world, { subject: '关于缓解停车难的建议' })).id;
  });
  afterEach(() => app.close());

  it('finds cases by their numbers and keeps them in the address', async () => {
    const asked = (numbers: string) =>
      `${DESK}?sessionId=${world.sessionId}&numbers=${encodeURIComponent(numbers)}`;
    const { headers } = await clerk.download(asked('1、2'));
    expect(headers.location).toBe(`${DESK}?ids=${principal}%2C${follower}`);
    expect((await clerk.get(String(headers.location))).heading).toBe('比较 2 件提案');
    expect((await clerk.get(asked('77'))).text).toContain('没有找到这些案号');
  });

  it('shows beforehand what sponsors will read, asks them, and merges when they agree', async () => {
    const plan = { ids: `${principal},${follower}`, principalId: principal, reason: '内容相同。' };
    const typed = { jointSubject: '关于停车的建议', [`place-${world.sponsors.sector}`]: 1 };
    const preview = await clerk.get(`${DESK}?${new URLSearchParams({ ...plan, ...typed } as never)}`);
    expect(preview.section('各第一提案者会看到')).toContain('并案后的案由：关于停车的建议');
    expect(preview.section('各第一提案者会看到')).toContain('经济界、王一文');
    const asked = await clerk.submit(preview, `${DESK}/proposals`);
    expect(asked.text).toContain('办成 1 件');
    expect((await clerk.get(DESK)).section('征询中')).toContain('未答复');
    await agreeAll(app, world, follower);
    const merged = await clerk.submit(await clerk.get(DESK), `/do/proposals/${follower}/merge`);
    expect(merged.section('已并案')).toContain('关于缓解停车难的建议');
    expect(merged.text).toContain('立案 2 件（含并案 1 件），实际办理 1 件');
    expect((await family(app, world.by.clerk, principal)).sponsors[0].name).toBe('经济界');
  });

  it('shows whoever is asked both texts, and takes the answer', async () => {
    const ids = `${principal},${follower}`;
    const plan = { ids, principalId: String(principal), reason: '内容相同。' };
    await clerk.submit(await clerk.get(`${DESK}?${new URLSearchParams(plan)}`), `${DESK}/proposals`);
    const sector = visit(app, world.by.sector);
    const own = await sector.get('/desk/writing');
    expect(own.section('征询我是否并案（1）')).toContain('关于缓解停车难的建议');
    const page = await sector.get(`/do/proposals/${follower}/answer-merge`);
    expect(page.text).toContain('关于增设停车位的建议');
    expect(page.text).toContain('理由：内容相同。');
    await sector.submit(page, `/do/proposals/${follower}/answer-merge`, { answer: 'objected' });
    const refused = await clerk.submit(await clerk.get(DESK), `/do/proposals/${follower}/merge`);
    expect(refused.status).toBe(409);
    expect((await readCase(app, world.by.auditor, follower)).stage).toBe('filed');
  });

  it('is the committee’s alone', async () => {
    expect((await visit(app, world.by.director).get(DESK)).status).toBe(403);
    expect((await visit(app, world.by.first).get(`${DESK}?ids=${principal},${follower}`)).status).toBe(403);
  });
});
