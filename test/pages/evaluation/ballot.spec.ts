import { eachDatabase, type RunningApp } from '../../support/harness';
import { visit } from '../../support/page-visitor';
import * as step from '../../support/steps/evaluation';
import { aWorld, type World } from '../../support/world';

eachDatabase('The ballot on a page', (open) => {
  let app: RunningApp;
  let world: World;
  let seats: step.Seat[];
  let cases: number[];
  let id: number;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    seats = await step.standingCommittee(app, world, 3);
    cases = [await step.aKeyCase(app, world), await step.aKeyCase(app, world, { subject: '关于乙的建议' })];
    id = await step.anOpenBox(app, world, { proposalIds: cases, present: seats.slice(0, 2) });
  });

  const paper = () => `/evaluations/${id}/ballot`;
  const voter = (at: number) => visit(app, seats[at].by);
  const itemIds = async () => (await step.sheetOf(app, seats[0].by, id)).items.map((item) => item.id);

  it('asks for every item, and nothing is chosen beforehand', async () => {
    const page = await (await voter(0)).get(paper());
    const [first, second] = await itemIds();
    const form = page.form(paper());
    expect([...form.names]).toEqual(expect.arrayContaining([`mark-${first}-0`, `mark-${second}-0`]));
    expect([...form.fields.keys()].filter((name) => name.startsWith('mark'))).toEqual([]);
    for (const words of ['满意', '基本满意', '不满意', '弃权', '没有选的，按弃权计', '评议材料'])
      expect(page.text).toContain(words);
  });

  it('is looked over before it is put in; what is left out is said to be an abstention', async () => {
    const person = voter(0);
    const [first] = await itemIds();
    const marked = await person.get(paper());
    const review = await person.submit(
      marked,
      paper(),
      { [`mark-${first}-0`]: 'dissatisfied' },
      '下一步：核对',
    );
    expect(review.text).toContain('有 1 处没有选，投出后按弃权计');
    expect(review.text).toContain('不满意');
    const again = await person.submit(review, paper(), {}, '返回修改');
    expect(again.form(paper()).fields.get(`mark-${first}-0`)).toEqual(['dissatisfied']);
    expect((await step.sheetOf(app, world.by.clerk, id)).receipts).toBe(0);
    const done = await person.submit(review, paper(), {}, '确认投票');
    expect(done.text).toContain('已投票');
    expect(done.text).not.toMatch(/不满意|弃权/);
    expect(done.url).not.toMatch(/mark|satisfied/);
    expect((await step.sheetOf(app, world.by.clerk, id)).receipts).toBe(1);
  });

  it('is there for those due, and says what keeps them from it', async () => {
    expect((await voter(2).get(paper())).text).toContain('您还没有登记到会');
    for (const by of [world.by.clerk, world.by.teller, world.by.first])
      expect((await visit(app, by).get(paper())).status).toBe(404);
  });

  it('takes a mark that is none for no mark at all', async () => {
    const person = voter(1);
    const [first, second] = await itemIds();
    const marks = { [`mark-${first}-0`]: 'excellent', [`mark-${second}-0`]: 'satisfied' };
    const review = await person.submit(await person.get(paper()), paper(), marks, '下一步：核对');
    expect(review.text).toContain('有 1 处没有选');
    expect([...review.form(paper()).fields.keys()]).not.toContain(`mark-${first}-0`);
  });

  it('is kept by no cache, and goes in once, however many pages of it are open', async () => {
    const person = voter(1);
    const seen = await person.download(paper());
    expect(seen.headers['cache-control']).toBe('private, no-store');
    const [one, other] = [await person.get(paper()), await person.get(paper())];
    const review = await person.submit(one, paper(), {}, '下一步：核对');
    expect((await person.submit(review, paper(), {}, '确认投票')).text).toContain('已投票');
    expect((await person.submit(other, paper(), {}, '下一步：核对')).text).toContain('已投票');
    expect((await person.submit(review, paper(), {}, '确认投票')).text).toContain('已投票');
    expect((await step.sheetOf(app, world.by.clerk, id)).receipts).toBe(2);
  });
});
