import { IndexChecking } from '../../src/search/indexing/index-checking';
import { eachDatabase, type RunningApp } from '../support/harness';
import type { Person } from '../support/people';
import { must, perform } from '../support/requests';
import { aFiledProposal, designateKey } from '../support/steps/examination';
import { submitCollective, submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

interface Hit {
  id: number;
  subject: string;
  marked: { text: string; hit: boolean }[];
  snippets: { part: string; pieces: { text: string; hit: boolean }[] }[];
}
interface Answer {
  items: Hit[];
  total: number;
  loose: boolean;
  asOf: number | null;
  hint: string | null;
}

eachDatabase('A search', (open) => {
  let app: RunningApp;
  let world: World;
  let by: World['by'];
  let ids: Record<string, number>;

  const search = (person: Person, query: Record<string, string | number>) => {
    const params = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
    return must<Answer>(app, person, 'GET', `/api/search?${params.toString()}`);
  };
  const found = async (q: string, more: Record<string, string | number> = {}) =>
    (await search(by.clerk, { q, ...more })).items.map(({ id }) => id);

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    ({ by } = world);
    const parking = await aFiledProposal(app, world, { subject: '关于整治老旧小区停车难的建议' });
    const charging = await submitProposal(app, world, {
      subject: '关于加快充电桩建设的建议',
      situation: '我市新能源汽车增长快，5Ｇ基站旁的充电桩却不足，停车也难。',
      category: '经济',
    });
    const sewage = await submitCollective(app, world, {
      subject: '关於農村汙水治理的建議',
      situation: '農村汙水處理設施建成後缺少專人管護。',
      analysis: '經費沒有著落。',
      recommendations: ['由鎮街統一聘請管護人員。'],
    });
    ids = { parking: parking.id, charging: charging.id, sewage: sewage.id };
  });

  it('finds words of two characters, names, units of a text, and the subject before the text', async () => {
    expect(await found('停车')).toEqual([ids.parking, ids.charging]);
    expect(await found('充电桩')).toEqual([ids.charging]);
    expect(await found('经济界')).toEqual([ids.sewage]);
    expect(await found('王一文')).toEqual(expect.arrayContaining([ids.parking, ids.charging]));
    expect(await found('桩')).toEqual([ids.charging]);
    expect(await found('车桩')).toEqual([]);
  });

  it('finds what is written in another way', async () => {
    expect(await found('农村污水')).toEqual([ids.sewage]);
    expect(await found('農村')).toEqual([ids.sewage]);
    expect(await found('5g基站')).toEqual([ids.charging]);
    expect(await found('第十五届 第1号')).toEqual([ids.parking]);
  });

  it('needs every word, wherever in the case it stands, and narrows further within', async () => {
    expect(await found('停车 新能源')).toEqual([ids.charging]);
    expect(await found('停车', { within: '新能源' })).toEqual([ids.charging]);
    expect(await found('“停车也难”')).toEqual([ids.charging]);
    expect(await found('停车', { category: '社会' })).toEqual([ids.parking]);
    expect(await found('停车', { sponsorKind: 'sector' })).toEqual([]);
  });

  it('gives parts of a question that stands nowhere, and says so', async () => {
    expect(await search(by.clerk, { q: '龙舟邀请赛' })).toMatchObject({ loose: false, total: 0 });
    const parts = await search(by.clerk, { q: '充电桩不足如何建设' });
    expect(parts.items.map(({ id }) => id)).toEqual([ids.charging]);
    expect(parts).toMatchObject({ loose: true, hint: expect.stringContaining('没有与检索词完全一致') });
  });

  it('shows where it was found, as pieces of the text', async () => {
    const [first, second] = (await search(by.clerk, { q: '停车' })).items;
    expect(first.marked).toContainEqual({ text: '停车', hit: true });
    expect(first.marked.map(({ text }) => text).join('')).toBe(first.subject);
    const [snippet] = second.snippets;
    expect(snippet.part).toBe('situation');
    expect(snippet.pieces).toContainEqual({ text: '停车', hit: true });
  });

  it('counts what it found, by the filters that would narrow it', async () => {
    await designateKey(app, world, ids.parking);
    const { facets } = await must(app, by.clerk, 'GET', `/api/search/facets?q=${encodeURIComponent('停车')}`);
    const counts = Object.fromEntries(
      facets.map(({ name, values }: { name: string; values: { value: string; count: number }[] }) => [
        name,
        Object.fromEntries(values.map(({ value, count }) => [value, count])),
      ]),
    );
    expect(counts).toMatchObject({
      stage: { filed: 1, submitted: 1 },
      category: { 社会: 1, 经济: 1 },
      sponsorKind: { member: 2 },
      key: { true: 1 },
      overdue: { true: 0 },
      published: { true: 0 },
    });
    for (const { name, values } of facets)
      for (const { value, count } of values)
        expect([name, value, (await search(by.clerk, { q: '停车', [name]: value })).total]).toEqual([
          name,
          value,
          count,
        ]);
  });

  it('turns pages that nothing moves which comes in meanwhile', async () => {
    const first = await search(by.clerk, { q: '的', size: 1 });
    await submitProposal(app, world, { subject: '关于的的的的的的建议' });
    const pages = [first];
    for (let page = 2; page <= first.total; page += 1)
      pages.push(await search(by.clerk, { q: '的', size: 1, page, asOf: first.asOf as number }));
    const seen = pages.flatMap(({ items }) => items.map(({ id }) => id));
    expect(seen.sort()).toEqual(Object.values(ids).sort());
  });

  it('follows the record: a changed text, a withdrawal, a rename', async () => {
    const { id, version } = await must(app, by.first, 'POST', '/api/proposals', {
      sponsorId: world.sponsors.first,
      subject: '关于保护古樟树的建议',
    });
    expect((await search(by.first, { q: '古樟' })).total).toBe(1);
    await must(app, by.first, 'PUT', `/api/proposals/${id}/text`, {
      version,
      subject: '关于保护古银杏的建议',
    });
    expect((await search(by.first, { q: '古樟' })).total).toBe(0);
    expect((await search(by.first, { q: '银杏' })).total).toBe(1);
    await perform(app, by.first, id, 'withdraw', { reason: '不提了。' });
    expect((await search(by.first, { q: '银杏', stage: 'draft' })).total).toBe(0);
    expect(await app.get(IndexChecking).check()).toEqual([]);
  });
});
