import { eachDatabase, type RunningApp } from '../../support/harness';
import { elementsOf } from '../../support/markup';
import { type PageVisitor, visit } from '../../support/page-visitor';
import { type Person, signInAs } from '../../support/people';
import { anAcknowledgedProposal } from '../../support/steps/assignment';
import { aFiledProposal } from '../../support/steps/examination';
import { draftProposal, submitProposal } from '../../support/steps/submission';
import { aWorld, type World } from '../../support/world';

eachDatabase('The page of search', (open) => {
  let app: RunningApp;
  let world: World;
  let ids: { filed: number; handling: number; waiting: number; hidden: number };
  const visitors = new Map<Person, PageVisitor>();
  const as = (by = world.by.clerk) => {
    const visitor = visitors.get(by) ?? visit(app, by);
    visitors.set(by, visitor);
    return visitor;
  };
  const search = (query: Record<string, string | number>, by = world.by.clerk) => {
    const pairs = Object.entries(query).map(([name, value]) => [name, String(value)]);
    return as(by).get(`/search?${new URLSearchParams(pairs)}`);
  };
  const found = (html: string) =>
    [...html.matchAll(/<h3><a href="\/proposals\/(\d+)">/g)].map(([, id]) => Number(id));
  const mainOf = (html: string) => `<!doctype html>${/<main.*<\/main>/s.exec(html)?.[0]}`;
  const marks = (html: string) => [...html.matchAll(/<mark>([^<]*)<\/mark>/g)].map(([, text]) => text);

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    const { id: filed } = await aFiledProposal(app, world, { subject: '关于整治老旧小区停车难的建议' });
    const { id: handling } = await anAcknowledgedProposal(app, world, undefined, {
      subject: '关于增设公共停车泊位的建议',
    });
    const { id: waiting } = await submitProposal(app, world, {
      ...{ subject: '关于加快充电桩建设的建议', category: '文化' },
      situation: '新能源汽车增长快，充电桩旁<b>停车</b>也难。',
    });
    const { id: hidden } = await draftProposal(app, world.by.second, world.sponsors.second, {
      subject: '关于龘靐停车的建议',
    });
    ids = { filed, handling, waiting, hidden };
  });

  it('shows how each find stands and where its words are, the best first', async () => {
    const page = await search({ q: '停车' });
    expect([page.status, page.title]).toEqual([200, '检索：停车 – 提办']);
    expect(found(page.html).sort()).toEqual([ids.filed, ids.handling, ids.waiting]);
    expect(found(page.html).at(-1)).toBe(ids.waiting);
    expect(new Set(marks(page.html))).toEqual(new Set(['停车']));
    expect(page.text).toContain('检索到 3 件');
    expect(page.text).toMatch(/第15届第1次会议 第2号 办理中 第一提案者：王一文 主办：市交通运输局/);
    expect(page.text).toMatch(/情况： 新能源汽车增长快，充电桩旁<b> 停车 <\/b>也难。/);
    expect(page.html).toContain('name="q" value="停车"');
    expect(() => elementsOf(mainOf(page.html))).not.toThrow();
  });

  it('is narrowed by links that say how many are left, and each comes off again', async () => {
    const page = await search({ q: '停车', size: 50 });
    const [stage] = page.links('办理中');
    expect(page.text).toMatch(/环节 .*办理中 1 件/);
    const narrowed = await as().get(stage);
    expect(found(narrowed.html)).toEqual([ids.handling]);
    const [off] = narrowed.links('环节：办理中 ×去掉');
    expect(off).toBe(page.url);
    const other = await as().get((await search({ q: '停车' })).links('文化')[0]);
    expect(found(other.html)).toEqual([ids.waiting]);
    const unit = await as().get((await search({ q: '停车' })).links('市交通运输局')[0]);
    expect(unit.links('承办单位：市交通运输局 ×去掉').length).toBe(1);
  });

  it('says in words what an address narrows to that no link of it made', async () => {
    const { sponsors } = world;
    const page = await search({ q: '停车', sponsorId: sponsors.first, key: 'false', officeId: 9_999 });
    expect(page.links('提案者：王一文').length).toBe(1);
    expect(page.links('重点提案：否').length).toBe(1);
    expect(page.links('交办单位：（已停用）').length).toBe(1);
    expect(page.text).toContain('没有找到');
    expect(page.links('去掉全部限定')).toEqual([`/search?${new URLSearchParams({ q: '停车' })}`]);
  });

  it('looks further within what was found, and keeps the rest', async () => {
    const page = await search({ q: '停车', sort: 'oldest' });
    const [, within] = page.html.split('aria-label="在结果中继续查"');
    expect(within).toContain('name="sort" value="oldest"');
    const further = await search({ q: '停车', within: '新能源' });
    expect(found(further.html)).toEqual([ids.waiting]);
    expect(found((await as().get(further.links('在结果中检索：新能源')[0])).html).length).toBe(3);
  });

  it('is sorted by links, and its pages are not moved by what comes in', async () => {
    const page = await search({ q: '停车', sort: 'newest', size: 2 });
    expect(found(page.html)).toEqual([ids.waiting, ids.handling]);
    await submitProposal(app, world, { subject: '关于后来的停车问题的建议' });
    const [next] = page.links('下一页');
    expect(found((await as().get(next)).html)).toEqual([ids.filed]);
    const oldest = await as().get(page.links('最早的在前')[0]);
    expect(found(oldest.html)).toEqual([ids.filed, ids.handling]);
    expect((await search({ q: '停车', page: 99 })).links('回到第一页').length).toBe(1);
  });

  it.each(['2', '２', '2号', '第2号', '第二号提案', '案号2'])(
    'leads straight to the case whose number %s is',
    async (q) => {
      const page = await search({ q });
      const [first] = page.html.split('<ol class="hits">')[0].match(/\/proposals\/\d+/) ?? [];
      expect(first).toBe(`/proposals/${ids.handling}`);
    },
  );

  it('takes a number for nothing else, and tells nobody of a case they may not see', async () => {
    for (const q of ['2 3', '第2届', '2月', '0', '9'.repeat(30)])
      expect((await search({ q })).text).not.toContain('案号就是这个');
    expect((await search({ q: '1' })).text).toContain('案号就是这个');
    expect((await search({ q: '1' }, world.by.transport.handler)).text).not.toContain('案号就是这个');
  });

  it('has a hidden case in no find, snippet, count or facet, whoever looks', async () => {
    const { by } = world;
    const nobody = await signInAs(app);
    for (const person of [
      by.clerk,
      by.director,
      by.transport.handler,
      by.housing.handler,
      by.first,
      nobody,
    ]) {
      const page = await search({ q: '龘靐停车' }, person);
      expect([person.name, page.html.includes(`/proposals/${ids.hidden}`)]).toEqual([person.name, false]);
      expect(marks(page.html)).not.toContain('龘靐停车');
      expect(page.html).not.toContain('草稿');
    }
    expect(found((await search({ q: '龘靐' }, by.second)).html)).toEqual([ids.hidden]);
    const unit = await search({ q: '停车' }, by.transport.handler);
    expect([found(unit.html), unit.text.includes('检索到 1 件')]).toEqual([[ids.handling], true]);
    expect(unit.text).not.toContain('文化');
    const none = await search({}, nobody);
    expect(none.text).toContain('还没有您可以看到的提案');
  });

  const BAD = [
    ...[
      'AND',
      'OR NOT',
      'NEAR(停车 5)',
      '"',
      '"停车',
      '停车*',
      "'; DROP TABLE proposal; --",
      '{subject} : 停车',
    ],
    ...[
      '？！。，、',
      '😀',
      '<script>alert(1)</script>',
      '%',
      '\\',
      '停车'.repeat(1700),
      '停 '.repeat(5000),
      '\t',
    ],
  ];
  it('answers whatever is typed, with finds or with what to do', async () => {
    for (const q of BAD) {
      const page = await search({ q });
      expect([q.slice(0, 20), page.status]).toEqual([q.slice(0, 20), 200]);
      if (found(page.html).length === 0) expect(page.text).toContain('没有找到');
      expect(page.html).not.toContain('<script>alert');
      expect(page.html.length).toBeLessThan(400_000);
      expect(() => elementsOf(mainOf(page.html))).not.toThrow();
    }
    expect((await search({ q: '😀' })).text).toContain('没有可供检索的汉字、字母或数字');
    expect((await search({ q: '停车'.repeat(1700) })).text).toContain('检索词太长');
  });

  it('leads to the list with the same filters where the list can say it', async () => {
    const all = await search({ stage: 'handling' });
    expect(all.links('到列表查看和导出')).toEqual(['/proposals?stage=handling']);
    const [word] = (await search({ q: '“停车”', stage: 'handling' })).links('到列表查看和导出');
    expect((await as().get(word)).html).toContain(`/proposals/${ids.handling}`);
    expect((await search({ q: '王一文' })).links('到列表查看和导出')).toEqual([]);
  });
});
