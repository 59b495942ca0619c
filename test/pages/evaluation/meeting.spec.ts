import { eachDatabase, type RunningApp } from '../../support/harness';
import { visit } from '../../support/page-visitor';
import type { Person } from '../../support/people';
import * as step from '../../support/steps/evaluation';
import { aWorld, type World } from '../../support/world';

eachDatabase('A meeting on its pages', (open) => {
  let app: RunningApp;
  let world: World;
  let seats: step.Seat[];
  let caseId: number;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    seats = await step.standingCommittee(app, world, 3);
    caseId = await step.aKeyCase(app, world);
  });

  const at = (id: number, more = '') => `/evaluations/${id}${more}`;
  const see = async (by: Person, url: string) => visit(app, by).get(url);
  const counts = (more: object = {}) => ({
    ...{ collected: 3, spoiled: 1, 'marks.0.satisfied': 2, 'marks.0.basicallySatisfied': 0 },
    ...{ 'marks.0.dissatisfied': 0, 'marks.0.abstained': 0, ...more },
  });

  it('goes from the plan to the announcement by what its page says is next', async () => {
    const [clerk, teller, other] = [world.by.clerk, world.by.teller, world.by.otherTeller].map((by) =>
      visit(app, by),
    );
    const planned = await clerk.perform('/do/evaluations', { heldOn: '2026-03-20', ballots: 'paper' });
    const id = Number(/evaluations\/(\d+)/.exec(planned.url)?.[1]);
    expect(planned.text).toContain('下一步：列出评议的议程');
    const agenda = await clerk.get(at(id, '/agenda'));
    const listed = await clerk.submit(agenda, at(id, '/agenda'), { [`place-${caseId}`]: '1' }, '保存议程');
    expect(listed.text).toContain('登记到会（到会满 2 人方可开始，还差 2 人）');
    const there = await clerk.submit(listed, at(id, '/presence'), {}, '全部到会');
    expect(there.text).toContain('到会人数已够，可以开始投票');
    const opened = await clerk.perform(`/do${at(id)}/open`);
    const members = seats.map(({ memberId }) => memberId);
    const handed = await clerk.submit(opened, `/do${at(id)}/hand-out-paper`, { memberIds: members });
    expect(handed.text).toContain('停止投票，清点纸质选票');
    await teller.perform(`/do${at(id)}/shut-box`);
    await expectCounting(teller, other, id);
    const counted = await teller.get(at(id));
    const closed = await teller.submit(counted, `/do${at(id)}/close`);
    expect(closed.text).toContain('下一步：当场宣布结果');
    const done = await clerk.perform(`/do${at(id)}/announce`);
    expect(done.text).toContain('结果已经宣布');
    expect(done.links('结果公告')).toContain(at(id, '/announcement'));
  });

  const expectCounting = async (
    teller: ReturnType<typeof visit>,
    other: ReturnType<typeof visit>,
    id: number,
  ) => {
    const action = `/do${at(id)}/enter-count`;
    const enter = async (by: ReturnType<typeof visit>, more: object = {}) =>
      by.submit(await by.get(at(id, '/count')), action, counts(more));
    const wrong = await enter(teller, { 'marks.0.satisfied': 3 });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('应等于收回票数减废票（2）')]);
    expect((await enter(teller)).text).toContain('您已录完');
    const differing = await enter(other, { 'marks.0.satisfied': 1, 'marks.0.abstained': 1 });
    expect(differing.text).toContain('两人上次录入的「满意」「弃权」不一致');
    expect(differing.form(action).fields.get('marks.0.satisfied')).toEqual(['']);
    await enter(teller);
    expect((await enter(other)).text).toContain('核对一致');
  };

  it('takes a lock only for a phrase typed twice alike, and never shows it again', async () => {
    const { id } = await step.plan(app, world);
    const teller = visit(app, world.by.teller);
    const form = await teller.get(at(id, '/lock'));
    const typed = { phrase: step.PHRASES[0], again: `${step.PHRASES[0]}。` };
    const wrong = await teller.submit(form, at(id, '/lock'), typed);
    expect([wrong.status, wrong.title]).toEqual([422, expect.stringContaining('错误：')]);
    expect(wrong.html).not.toContain(step.PHRASES[0]);
    expect((await step.sheetOf(app, world.by.clerk, id)).locks).toEqual([]);
    const short = await teller.submit(form, at(id, '/lock'), { phrase: '短', again: '短' });
    expect([short.status, short.text]).toEqual([422, expect.stringContaining('「开箱口令」')]);
    await teller.submit(form, at(id, '/lock'), { phrase: step.PHRASES[0], again: step.PHRASES[0] });
    expect((await step.sheetOf(app, world.by.clerk, id)).locks).toHaveLength(1);
    expect((await teller.get(at(id, '/lock'))).status).toBe(404);
  });

  it('changes on the roll what somebody has ticked, and leaves alone what others ticked meanwhile', async () => {
    const { id } = await step.plan(app, world);
    const clerk = visit(app, world.by.clerk);
    const stale = await clerk.get(at(id));
    await step.markPresent(app, world, id, [seats[0]]);
    await clerk.submit(stale, at(id, '/presence'), { here: [seats[1].memberId] }, '保存到会情况');
    const { voters } = await step.sheetOf(app, world.by.clerk, id);
    const present = voters.filter((voter) => voter.present).map(({ memberId }) => memberId);
    expect(present.sort()).toEqual([seats[0].memberId, seats[1].memberId].sort());
  });

  it('links to the cases of the agenda for whoever may open them, and for a teller to none', async () => {
    const { id } = await step.plan(app, world);
    const item = await step.aKeyCase(app, world, { subject: '关于己的建议' });
    await step.changeAgenda(app, world, id, [item]);
    for (const by of [world.by.clerk, world.by.standing, world.by.auditor])
      expect((await see(by, at(id))).html).toContain(`href="/proposals/${item}"`);
    const told = await see(world.by.teller, at(id));
    expect(told.text).toContain('关于己的建议');
    expect(told.html).not.toContain('href="/proposals/');
  });

  it('shows a voter nobody’s receipt, and others nothing at all', async () => {
    const id = await step.anOpenBox(app, world, {
      proposalIds: [await step.aKeyCase(app, world, { subject: '关于戊的建议' })],
      present: seats,
    });
    await step.vote(app, seats[1], id, ['satisfied']);
    expect((await see(world.by.clerk, at(id))).text).toContain('（已投票）');
    const seen = await see(world.by.standing, at(id));
    expect([seen.text.includes('（已投票）'), seen.links('去投票')]).toEqual([false, [at(id, '/ballot')]]);
    expect(seen.actions).not.toContain(at(id, '/presence'));
    const { id: planned } = await step.plan(app, world);
    for (const url of [at(planned), '/evaluations', at(planned, '/agenda'), at(planned, '/count')])
      expect((await see(world.by.first, url)).status).toBe(404);
    expect((await see(world.by.standing, at(planned, '/agenda'))).status).toBe(404);
  });
});
