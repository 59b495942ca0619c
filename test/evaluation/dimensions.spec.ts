import { loadHandlingRules } from '../../config/handling-rules';
import { loadCalendarYears } from '../../config/calendar';
import { Rules } from '../../src/proposals/rules';
import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import * as paper from '../support/steps/papers';
import { aWorld, type World } from '../support/world';

const DIMENSIONS = [
  { code: 'organisation', label: '组织领导', weight: 40 },
  { code: 'result', label: '办理成效', weight: 60 },
];
const RULES = new Rules({ ...loadHandlingRules(), evaluationDimensions: DIMENSIONS }, loadCalendarYears());

eachDatabase('A meeting that marks several dimensions', (open) => {
  let app: RunningApp;
  let world: World;
  let seats: steps.Seat[];
  let id: number;
  let items: number[];

  beforeAll(async () => {
    app = await open({ override: (builder) => builder.overrideProvider(Rules).useValue(RULES) });
    world = await aWorld(app);
    seats = await steps.standingCommittee(app, world, 6);
    const proposalIds = [await steps.aKeyCase(app, world), await steps.aKeyCase(app, world)];
    id = await paper.anOpenMeeting(app, world, { ballots: 'both', proposalIds, present: seats });
    items = await paper.itemIdsOf(app, id);
  });

  const vote = (seat: steps.Seat, choices: object[]) =>
    send(app, seat.by, 'POST', `/api/evaluations/${id}/vote`, { choices });

  it('takes a mark for each of them, and no other', async () => {
    const [itemId] = items;
    const mark = { itemId, dimension: 'result', choice: 'satisfied' };
    const fault = (field: string, code: string) => ({ status: 422, body: { errors: [{ field, code }] } });
    expect(await vote(seats[0], [{ itemId, choice: 'satisfied' }])).toMatchObject(
      fault('choices.0.dimension', 'unknown'),
    );
    expect(await vote(seats[0], [{ ...mark, dimension: '别的' }])).toMatchObject(
      fault('choices.0.dimension', 'unknown'),
    );
    expect(await vote(seats[0], [mark, mark])).toMatchObject(fault('choices.1.itemId', 'repeated'));
    expect(
      (await vote(seats[0], [mark, { ...mark, dimension: 'organisation', choice: 'dissatisfied' }])).status,
    ).toBe(201);
    expect((await vote(seats[1], [mark])).status).toBe(201);
    expect((await vote(seats[2], [])).status).toBe(201);
  });

  it('counts them apart, papers and electronic ballots together, and grades by their weights', async () => {
    await paper.handOut(app, world, id, seats.slice(3));
    await paper.shutBox(app, world, id);
    const [first, second] = items;
    const counted = (organisation: paper.Marks, result: paper.Marks) => ({
      ...paper.aCount(3, result),
      marks: [
        { ...organisation, dimension: 'organisation' },
        { ...result, dimension: 'result' },
      ],
    });
    const { teller } = world.by;
    const lacking = { ...counted(paper.marks(3), paper.marks(3)) };
    expect(
      await paper.enter(app, teller, id, first, { ...lacking, marks: lacking.marks.slice(1) }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'marks', code: 'missing' }] },
    });
    await paper.count(app, world, id, first, counted(paper.marks(0, 0, 3), paper.marks(3)));
    await paper.count(app, world, id, second, counted(paper.marks(0, 0, 0, 3), paper.marks(0, 0, 0, 3)));
    await steps.closeBox(app, world, id);
    const closed = await must(app, world.by.clerk, 'GET', `/api/evaluations/${id}`);
    const [one, other] = closed.items;
    expect(one.counts).toBeNull();
    expect(one.dimensions).toMatchObject([
      {
        code: 'organisation',
        label: '组织领导',
        weight: 40,
        counts: { satisfied: 0, dissatisfied: 4, abstained: 2 },
      },
      { code: 'result', weight: 60, counts: { satisfied: 5, dissatisfied: 0, abstained: 1 } },
    ]);
    // 60 percent of the weight is wholly satisfied: basically, by the threshold.
    expect(one).toMatchObject({ grade: 'basicallySatisfied', passed: true, collected: 6, spoiled: 0 });
    expect(other).toMatchObject({ grade: null, passed: null });
    const page = await app.inject({
      url: `/evaluations/${id}/announcement`,
      headers: world.by.clerk.headers,
    });
    for (const text of ['组织领导（40%）', '办理成效（60%）', '第 2 项没有人作出评价'])
      expect(page.body).toContain(text);
    await steps.announce(app, world, id);
  });
});
