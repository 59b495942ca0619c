import { dumpOf } from '../support/bytes';
import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import * as paper from '../support/steps/papers';
import { aWorld, type World } from '../support/world';

eachDatabase('Voting on paper', (open) => {
  let app: RunningApp;
  let world: World;
  let seats: steps.Seat[];
  let first: number;
  let second: number;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    seats = await steps.standingCommittee(app, world, 7);
    [first, second] = [await steps.aKeyCase(app, world), await steps.aKeyCase(app, world)];
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
  const post = (id: number, verb: string, given: object, by = world.by.teller) =>
    send(app, by, 'POST', `/api/evaluations/${id}/${verb}`, given);
  const member = (seat: steps.Seat) => ({ memberIds: [seat.memberId] });
  const onPaper = (ballots: 'paper' | 'both', proposalIds = [first]) =>
    paper.anOpenMeeting(app, world, { ballots, proposalIds, present: seats });

  it('needs no locks, and gives each voter one paper that is written down', async () => {
    const id = await onPaper('paper');
    expect(await sheet(id)).toMatchObject({ ballots: 'paper', present: 7, issued: 0, locks: [] });
    expect(await steps.vote(app, seats[0], id, ['satisfied'])).toMatchObject(reasons('onPaperOnly'));
    await paper.handOut(app, world, id, seats.slice(0, 5));
    expect(await sheet(id)).toMatchObject({ issued: 5, papers: 5, receipts: 0 });
    expect(await post(id, 'hand-out-paper', member(seats[0]))).toMatchObject(reasons('hasPaper'));
    await paper.takeBack(app, world, id, [seats[4]]);
    expect(await post(id, 'take-back-paper', member(seats[4]))).toMatchObject(reasons('hasNoPaper'));
    expect(
      await post(id, 'hand-out-paper', { memberIds: [seats[4].memberId, seats[0].memberId] }),
    ).toMatchObject(reasons('hasPaper'));
    expect(await sheet(id)).toMatchObject({ issued: 4, papers: 4 });
    expect((await post(id, 'hand-out-paper', member(seats[4]), seats[4].by)).status).toBe(403);
    expect(await post(id, 'hand-out-paper', { memberIds: [999_999] })).toMatchObject(reasons('notPresent'));
  });

  it('is one way or the other for each voter, never both', async () => {
    const id = await onPaper('both');
    await paper.handOut(app, world, id, seats.slice(0, 3));
    expect(await steps.vote(app, seats[0], id, ['satisfied'])).toMatchObject(reasons('hasPaper'));
    await steps.vote(app, seats[3], id, ['satisfied']);
    expect(await post(id, 'hand-out-paper', member(seats[3]))).toMatchObject(reasons('alreadyVoted'));
    const both = await Promise.all([
      steps.vote(app, seats[4], id, ['satisfied']),
      post(id, 'hand-out-paper', member(seats[4])),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const voters: { receipted: boolean; paper: boolean }[] = (await sheet(id)).voters;
    expect(voters.filter((each) => each.receipted && each.paper)).toEqual([]);
    expect(await sheet(id)).toMatchObject({ issued: 7 });
  });

  it('is counted by two tellers apart: what differs is named, not shown, and counted again', async () => {
    const id = await onPaper('paper', [first, second]);
    await paper.handOut(app, world, id, seats);
    const [one, other] = await paper.itemIdsOf(app, id);
    const [teller, otherTeller] = steps.tellersOf(world);
    const good = paper.aCount(7, paper.marks(4, 1, 0, 1), 1);
    const wrong = { ...good, spoiled: 0, marks: [paper.marks(5, 1, 0, 1)] };
    expect(await paper.enter(app, teller, id, one, good)).toMatchObject(reasons('boxNotShut'));
    await paper.shutBox(app, world, id);
    expect(await post(id, 'hand-out-paper', member(seats[0]))).toMatchObject({ status: 409 });
    expect((await paper.enter(app, teller, id, one, good)).body).toMatchObject({
      attempt: 1,
      agreed: false,
      differing: [],
    });
    expect(await paper.enter(app, teller, id, one, good)).toMatchObject(reasons('countEntered'));
    expect((await paper.enter(app, otherTeller, id, one, wrong)).body).toMatchObject({
      attempt: 1,
      agreed: false,
      differing: ['spoiled', 'marks.overall.satisfied'],
    });
    expect(await post(id, 'close', { phrases: [] })).toMatchObject(reasons('papersUncounted'));
    expect((await sheet(id, teller)).paperCounts[0]).toEqual({
      ...{ itemId: one, attempt: 2, enteredBy: [], agreed: false },
      differing: ['spoiled', 'marks.overall.satisfied'],
    });
    await paper.count(app, world, id, one, good);
    expect(await paper.enter(app, otherTeller, id, one, wrong)).toMatchObject(reasons('countAgreed'));
    await paper.count(app, world, id, other, paper.aCount(7, paper.marks(0, 0, 0, 7)));
    for (const { figures } of await log(id)) expect(figures).toBeNull();
    await paper.closePapers(app, world, id);
    const closed = await sheet(id);
    expect(closed).toMatchObject({
      ...{ issued: 7, collected: 7 },
      items: [
        {
          counts: { satisfied: 4, basicallySatisfied: 1, abstained: 1 },
          spoiled: 1,
          collected: 7,
          grade: 'satisfied',
        },
        { counts: { satisfied: 0, abstained: 7 }, spoiled: 0, grade: null },
      ],
    });
    const entries: { attempt: number; figures: object }[] = await log(id);
    expect(entries.map(({ attempt }) => attempt)).toEqual([1, 1, 2, 2, 1, 1]);
    expect(entries[1].figures).toEqual({ ...wrong, marks: [{ code: 'overall', ...wrong.marks[0] }] });
    await steps.announce(app, world, id);
    expect((await must(app, world.by.first, 'GET', `/api/proposals/${first}`)).grade).toBe('satisfied');
  });

  it('keeps every count for good', async () => {
    for (const sql of ['UPDATE "paperCount" SET "spoiled" = 0', 'DELETE FROM "paperCount"'])
      await expect(app.database.transaction((em) => app.database.change(sql, [], em))).rejects.toThrow();
  });

  it('shows no count, to nobody and nowhere but in its own table, while the box is open', async () => {
    const third = await steps.aKeyCase(app, world);
    const id = await onPaper('both', [third]);
    await paper.handOut(app, world, id, seats.slice(0, 3));
    for (const seat of seats.slice(3)) await steps.vote(app, seat, id, ['dissatisfied']);
    await paper.shutBox(app, world, id);
    expect(await steps.vote(app, seats[0], id, [])).toMatchObject({ status: 409 });
    const [itemId] = await paper.itemIdsOf(app, id);
    const count = paper.aCount(3, paper.marks(2, 0, 0, 1));
    const { by } = world;
    const readers = [by.clerk, by.director, by.teller, by.otherTeller, by.office, by.auditor, seats[0].by];
    const views = () =>
      Promise.all(
        readers.flatMap((reader) =>
          ['', '/screen', '/booklet', '/counts', '/announcement'].map(
            async (page) => (await send(app, reader, 'GET', `/api/evaluations/${id}${page}`)).body,
          ),
        ),
      );
    await paper.enter(app, by.teller, id, itemId, count);
    const before = JSON.stringify(await views());
    for (const figures of ['"satisfied":2', '"issued":3', '"collected":3'])
      expect(before).not.toContain(figures);
    await paper.enter(app, by.otherTeller, id, itemId, count);
    const after = JSON.stringify(await views());
    for (const figures of ['"satisfied":2', '"issued":3', '"collected":3'])
      expect(after).not.toContain(figures);
    expect(await dumpOf(app, ['paperCount'])).not.toContain('\\"satisfied\\":2');
    await steps.closeBox(app, world, id);
    expect(await sheet(id)).toMatchObject({
      ...{ issued: 7, collected: 7, receipts: 4, papers: 3 },
      items: [{ counts: { satisfied: 2, dissatisfied: 4, abstained: 1 } }],
    });
    // Papers alone would tell of three known people, and the rest of the other four.
    for (const { figures } of await log(id)) expect(figures).toBeNull();
    expect((await send(app, seats[0].by, 'GET', `/api/evaluations/${id}/counts`)).status).toBe(403);
    await steps.announce(app, world, id);
  });

  it('is not counted where so few used one way that everybody would know how they voted', async () => {
    const third = await steps.aKeyCase(app, world);
    const id = await onPaper('both', [third]);
    await paper.handOut(app, world, id, [seats[0]]);
    for (const seat of seats.slice(1, 5)) await steps.vote(app, seat, id, ['satisfied']);
    expect(await post(id, 'shut-box', {})).toMatchObject(reasons('kindTooSmall'));
    await paper.takeBack(app, world, id, [seats[0]]);
    expect((await steps.vote(app, seats[0], id, ['satisfied'])).status).toBe(201);
    await steps.closeBox(app, world, id);
    await steps.announce(app, world, id);
  });

  it('voids the round, unread, when more was collected than issued, and begins a new one', async () => {
    const third = await steps.aKeyCase(app, world);
    const id = await onPaper('paper', [third]);
    await paper.handOut(app, world, id, seats);
    await paper.shutBox(app, world, id);
    const [itemId] = await paper.itemIdsOf(app, id);
    await paper.count(app, world, id, itemId, {
      issued: 7,
      collected: 8,
      spoiled: 0,
      marks: [paper.marks(8)],
    });
    await paper.closePapers(app, world, id);
    expect(await sheet(id)).toMatchObject({
      issued: 7,
      collected: 8,
      items: [{ counts: null, grade: null }],
    });
    const { by } = world;
    expect(await post(id, 'announce', {}, by.clerk)).toMatchObject(reasons('collectedExceedsIssued'));
    expect(await send(app, by.clerk, 'GET', `/api/evaluations/${id}/announcement`)).toMatchObject(
      reasons('collectedExceedsIssued'),
    );
    for (const { figures } of await log(id)) expect(figures).toBeNull();
    await steps.onMeeting(app, by.teller, id, 'void-round', { reason: '收回票数多于发出票数。' });
    expect(await sheet(id)).toMatchObject({ stage: 'planned', round: 2, issued: 0, papers: 0, shut: false });
    await steps.openBox(app, world, id);
    await paper.handOut(app, world, id, seats);
    await paper.shutBox(app, world, id);
    await paper.count(app, world, id, itemId, paper.aCount(7, paper.marks(6, 1)));
    await paper.closePapers(app, world, id);
    expect(await steps.announce(app, world, id)).toMatchObject({ stage: 'announced' });
    expect((await log(id)).map(({ round }: { round: number }) => round)).toEqual([1, 1, 2, 2]);
  });
});
