import { eachDatabase, type RunningApp } from '../support/harness';
import { signInAs } from '../support/people';
import { send } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import { aWorld, type World } from '../support/world';

eachDatabase('A ballot', (open) => {
  let app: RunningApp;
  let world: World;
  let seats: steps.Seat[];
  let proposalIds: number[];
  let id: number;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    seats = await steps.standingCommittee(app, world, 12);
    proposalIds = [await steps.aKeyCase(app, world), await steps.aKeyCase(app, world)];
    id = await steps.anOpenBox(app, world, { proposalIds, present: seats.slice(0, 10) });
  });
  // The next spec finds an empty box.
  afterEach(async () => {
    await steps.onMeeting(app, world.by.teller, id, 'break-off', { reason: '重新投票。' });
    await steps.lockBox(app, world, id);
    await steps.openBox(app, world, id);
  });

  const cast = (by: steps.Seat['by'], choices: unknown) =>
    send(app, by, 'POST', `/api/evaluations/${id}/vote`, { choices } as object);
  const ballots = () => app.database.rows('SELECT * FROM "ballot" WHERE "evaluationId" = ?', [id]);
  const reasons = (code: string) => ({ status: 409, body: { reasons: [{ code }] } });

  it('is handed in once, also when it is sent twice at the same moment', async () => {
    const [seat] = seats;
    const both = await Promise.all(
      [1, 2].map(() => steps.vote(app, seat, id, ['satisfied', 'dissatisfied'])),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await ballots()).toHaveLength(1);
    expect(await steps.vote(app, seat, id, ['satisfied', 'satisfied'])).toMatchObject(
      reasons('alreadyVoted'),
    );
    expect(await ballots()).toHaveLength(1);
  });

  it('gets through when everybody votes in the same moment', async () => {
    const present = seats.slice(0, 10);
    const done = await Promise.all(
      present.map((seat) => steps.vote(app, seat, id, ['satisfied', 'abstained'])),
    );
    expect(done.map(({ status }) => status)).toEqual(present.map(() => 201));
    expect(await ballots()).toHaveLength(10);
    const { receipts, voters } = await steps.sheetOf(app, world.by.clerk, id);
    expect(receipts).toBe(10);
    expect(voters.filter(({ receipted }) => receipted)).toHaveLength(10);
  });

  it('is for those who are there, and nobody else', async () => {
    expect(await steps.vote(app, seats[10], id, ['satisfied'])).toMatchObject(reasons('notPresent'));
    await steps.markPresent(app, world, id, [seats[10]]);
    expect(await steps.sheetOf(app, world.by.clerk, id)).toMatchObject({ present: 11, issued: 11 });
    expect((await steps.vote(app, seats[10], id, ['satisfied'])).status).toBe(201);
    const { by } = world;
    for (const other of [by.clerk, by.director, by.teller, by.office, by.auditor])
      expect((await cast(other, [])).status).toBe(403);
    for (const other of [by.first, by.transport.leader, by.administrator])
      expect((await cast(other, [])).status).toBe(404);
    const stranger = await signInAs(app, {
      hats: [{ hat: 'standingCommittee', scopeId: world.members.first }],
    });
    expect((await cast(stranger, [])).status).toBe(403);
    expect(await ballots()).toHaveLength(1);
    await steps.onMeeting(app, by.clerk, id, 'mark-presence', { absent: [seats[9].memberId] });
    expect(await steps.vote(app, seats[9], id, ['satisfied'])).toMatchObject(reasons('notPresent'));
    await steps.markPresent(app, world, id, [seats[9]]);
  });

  it('stays in the box when its voter leaves', async () => {
    await steps.vote(app, seats[0], id, ['satisfied', 'satisfied']);
    const leave = (seat: steps.Seat) =>
      steps.onMeeting(app, world.by.clerk, id, 'mark-presence', { absent: [seat.memberId] });
    const numbers = async () => {
      const { present, issued, receipts } = await steps.sheetOf(app, world.by.clerk, id);
      return { present, issued, receipts };
    };
    await leave(seats[0]);
    expect(await numbers()).toEqual({ present: 10, issued: 11, receipts: 1 });
    expect(await ballots()).toHaveLength(1);
    await leave(seats[1]);
    expect(await numbers()).toEqual({ present: 9, issued: 10, receipts: 1 });
    await steps.markPresent(app, world, id, seats.slice(0, 2));
    expect(await numbers()).toEqual({ present: 11, issued: 11, receipts: 1 });
    expect(await steps.vote(app, seats[0], id, ['satisfied'])).toMatchObject(reasons('alreadyVoted'));
  });

  it('is for the seat that is due here, of whoever has had several', async () => {
    const { memberId } = seats[0];
    const twice = [world.members.first, memberId].map((scopeId) => ({ hat: 'standingCommittee', scopeId }));
    const by = await signInAs(app, { hats: twice });
    expect((await cast(by, [])).status).toBe(201);
    expect(await steps.vote(app, seats[0], id, [])).toMatchObject(reasons('alreadyVoted'));
  });

  it('marks each item of the agenda once, with one of four choices', async () => {
    const { items } = await steps.sheetOf(app, world.by.clerk, id);
    const [first, second] = items.map((item) => item.id);
    const fault = async (choices: unknown) => {
      const { status, body } = await cast(seats[0].by, choices);
      return [status, body.errors?.[0].field, body.errors?.[0].code];
    };
    const good = { itemId: first, choice: 'satisfied' };
    expect(await fault([good, { ...good, itemId: 999_999 }])).toEqual([
      422,
      'choices.1.itemId',
      'notOnAgenda',
    ]);
    expect(await fault([good, good])).toEqual([422, 'choices.1.itemId', 'repeated']);
    expect(await fault([{ ...good, choice: 'delighted' }])).toEqual([
      422,
      'choices.0.choice',
      'unknownChoice',
    ]);
    expect(await fault([{ itemId: first }])).toEqual([422, 'choices.0.choice', 'required']);
    expect(await fault([{ ...good, weight: 2 }])).toEqual([422, 'choices.0.weight', 'unknownField']);
    for (const nonsense of [
      undefined,
      null,
      'satisfied',
      1,
      {},
      [1],
      [null],
      [[good]],
      Array(500).fill(good),
    ])
      expect((await cast(seats[0].by, nonsense)).status).toBe(422);
    expect(await ballots()).toHaveLength(0);
    expect((await cast(seats[0].by, [{ itemId: second, choice: 'dissatisfied' }])).status).toBe(201);
  });

  it('cannot be handed in before the box is opened, nor after it has been closed', async () => {
    const proposals = [await steps.aKeyCase(app, world)];
    const present = seats.slice(0, 7);
    const { id: other } = await steps.plan(app, world);
    await steps.changeAgenda(app, world, other, proposals);
    await steps.markPresent(app, world, other, present);
    expect(await steps.vote(app, seats[0], other, ['satisfied'])).toMatchObject(reasons('wrongStage'));
    await steps.lockBox(app, world, other);
    await steps.openBox(app, world, other);
    await steps.closeBox(app, world, other);
    expect(await steps.vote(app, seats[0], other, ['satisfied'])).toMatchObject(reasons('wrongStage'));
  });
});
