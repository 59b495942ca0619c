import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import * as paper from '../support/steps/papers';
import { aWorld, type World } from '../support/world';

eachDatabase('A count of papers', (open) => {
  let app: RunningApp;
  let world: World;
  let seats: steps.Seat[];

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    seats = await steps.standingCommittee(app, world, 7);
  });
  afterEach(async () => {
    const live = await app.database.rows<{ id: number; stage: string }>(
      `SELECT "id", "stage" FROM "evaluation" WHERE "stage" IN ('planned', 'opened')`,
    );
    for (const { id, stage } of live) {
      if (stage === 'opened')
        await steps.onMeeting(app, world.by.teller, id, 'break-off', { reason: '重来。' });
      await steps.onMeeting(app, world.by.clerk, id, 'cancel', { reason: '不开了。' });
    }
  });

  const sheet = (id: number, by = world.by.clerk) => must(app, by, 'GET', `/api/evaluations/${id}`);
  const log = async (id: number) =>
    (await must(app, world.by.clerk, 'GET', `/api/evaluations/${id}/counts`)).items;
  const reasons = (code: string) => ({ status: 409, body: { reasons: [{ code }] } });
  const faults = (...errors: [string, string][]) => ({
    status: 422,
    body: { errors: errors.map(([field, code]) => ({ field, code })) },
  });
  const post = (id: number, verb: string, given: object, by = world.by.teller) =>
    send(app, by, 'POST', `/api/evaluations/${id}/${verb}`, given);
  const member = (seat: steps.Seat) => ({ memberIds: [seat.memberId] });
  const onPaper = (ballots: 'paper' | 'both', proposalIds: number[]) =>
    paper.anOpenMeeting(app, world, { ballots, proposalIds, present: seats });

  it('is not counted where too few are left who have voted or are there', async () => {
    const third = await steps.aKeyCase(app, world);
    const id = await onPaper('paper', [third]);
    await paper.handOut(app, world, id, seats.slice(0, 3));
    const leave = (gone: steps.Seat[]) =>
      steps.onMeeting(app, world.by.clerk, id, 'mark-presence', {
        absent: gone.map(({ memberId }) => memberId),
      });
    await leave(seats.slice(2));
    await paper.shutBox(app, world, id);
    const [itemId] = await paper.itemIdsOf(app, id);
    await paper.count(app, world, id, itemId, paper.aCount(3, paper.marks(3)));
    expect(await post(id, 'close', { phrases: [] })).toMatchObject(reasons('quorumLost'));
    expect((await sheet(id)).items[0].counts).toBeNull();
    await steps.markPresent(app, world, id, [seats[3]]);
    expect((await post(id, 'close', { phrases: [] })).status).toBe(201);
    expect(await sheet(id)).toMatchObject({ issued: 3, collected: 3, present: 3 });
  });

  it('voids the round for a paper too many, however many electronic ballots were left over', async () => {
    const id = await onPaper('both', [await steps.aKeyCase(app, world)]);
    await paper.handOut(app, world, id, seats.slice(0, 3));
    await paper.shutBox(app, world, id);
    const [itemId] = await paper.itemIdsOf(app, id);
    const count = { issued: 3, collected: 4, spoiled: 0, marks: [paper.marks(4)] };
    await paper.count(app, world, id, itemId, count);
    await steps.closeBox(app, world, id);
    const closed = await sheet(id);
    expect(closed).toMatchObject({ issued: 7, collected: 4, items: [{ counts: null, grade: null }] });
    expect(await post(id, 'announce', {}, world.by.clerk)).toMatchObject(reasons('collectedExceedsIssued'));
    await steps.onMeeting(app, world.by.teller, id, 'void-round', { reason: '纸质票多出一张。' });
  });

  it('takes no count that cannot be', async () => {
    const id = await onPaper('paper', [await steps.aKeyCase(app, world)]);
    await paper.handOut(app, world, id, seats);
    await paper.shutBox(app, world, id);
    const [itemId] = await paper.itemIdsOf(app, id);
    const { teller } = world.by;
    const good = paper.aCount(7, paper.marks(6, 1));
    const enter = (more: object, item = itemId) => paper.enter(app, teller, id, item, { ...good, ...more });
    expect(await enter({}, 999_999)).toMatchObject(faults(['itemId', 'notOnAgenda']));
    expect(await enter({ issued: 6 })).toMatchObject(faults(['issued', 'notAsHandedOut']));
    expect(await enter({ spoiled: 8 })).toMatchObject(faults(['spoiled', 'tooMany']));
    expect(await enter({ spoiled: 1 })).toMatchObject(faults(['marks.0', 'doesNotAddUp']));
    expect(await enter({ marks: [good.marks[0], good.marks[0]] })).toMatchObject(
      faults(['marks.1.dimension', 'repeated']),
    );
    expect(await enter({ marks: [{ ...good.marks[0], dimension: '别的' }] })).toMatchObject(
      faults(['marks.0.dimension', 'unknown'], ['marks', 'missing']),
    );
    for (const nonsense of [null, -1, 1.5, '七', 1e9, true, [], {}])
      for (const field of ['issued', 'collected', 'spoiled', 'marks'])
        expect((await enter({ [field]: nonsense })).status).toBe(422);
    expect((await paper.enter(app, world.by.clerk, id, itemId, good)).status).toBe(403);
    expect(await log(id)).toEqual([]);
  });

  it('is not for a meeting that votes electronically, nor the locks for one on paper', async () => {
    const third = await steps.aKeyCase(app, world);
    const id = await steps.anOpenBox(app, world, { proposalIds: [third], present: seats });
    expect(await post(id, 'hand-out-paper', member(seats[0]))).toMatchObject(reasons('electronicOnly'));
    expect(await post(id, 'shut-box', {})).toMatchObject(reasons('electronicOnly'));
    expect(await post(id, 'close', { phrases: [] })).toMatchObject(faults(['phrases', 'tooFew']));
    const other = await steps.plan(app, world, { ballots: 'paper' });
    expect(await post(other.id, 'lock-box', { phrase: steps.PHRASES[0] })).toMatchObject(
      reasons('onPaperOnly'),
    );
  });
});
