import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import { aWorld, type World } from '../support/world';

eachDatabase('An evaluation meeting', (open) => {
  let app: RunningApp;
  let world: World;
  let seats: steps.Seat[];

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    seats = await steps.standingCommittee(app, world, 4);
  });

  const sheet = (id: number, by = world.by.clerk) => steps.sheetOf(app, by, id);
  const reasons = (code: string) => ({ status: 409, body: { reasons: [{ code }] } });
  const openBox = (id: number) => send(app, world.by.clerk, 'POST', `/api/evaluations/${id}/open`, {});

  it('goes from the agenda to a result that stands on each proposal', async () => {
    const proposalIds = [await steps.aKeyCase(app, world), await steps.aKeyCase(app, world)];
    const id = await steps.anOpenBox(app, world, { proposalIds: [...proposalIds].reverse(), present: seats });
    for (const seat of seats) {
      const marks: steps.Mark[] = ['satisfied', seat === seats[0] ? 'abstained' : 'dissatisfied'];
      expect((await steps.vote(app, seat, id, marks)).status).toBe(201);
    }
    expect(await steps.closeBox(app, world, id)).toMatchObject({ stage: 'closed' });
    expect(await steps.announce(app, world, id)).toMatchObject({ stage: 'announced' });

    const { items, issued, collected, receipts } = await sheet(id);
    expect({ issued, collected, receipts }).toEqual({ issued: 4, collected: 4, receipts: 4 });
    expect(items).toMatchObject([
      {
        proposalId: proposalIds[1],
        counts: { satisfied: 4, abstained: 0 },
        grade: 'satisfied',
        passed: true,
      },
      {
        proposalId: proposalIds[0],
        counts: { dissatisfied: 3, abstained: 1 },
        grade: 'dissatisfied',
        passed: false,
      },
    ]);
    const grades = await Promise.all(
      proposalIds.map((each) => must(app, world.by.first, 'GET', `/api/proposals/${each}`)),
    );
    expect(grades.map(({ grade }) => grade)).toEqual(['dissatisfied', 'satisfied']);
    expect(grades[0].history[0]).toMatchObject({ action: 'evaluated' });
  });

  it('opens only with more than half of those due: exactly half is not enough', async () => {
    const { id } = await steps.plan(app, world);
    await steps.changeAgenda(app, world, id, [await steps.aKeyCase(app, world)]);
    await steps.lockBox(app, world, id);
    await steps.markPresent(app, world, id, seats.slice(0, 2));
    expect(await sheet(id)).toMatchObject({ due: 4, present: 2, neededToOpen: 3 });
    expect(await openBox(id)).toMatchObject(reasons('noQuorum'));
    await steps.markPresent(app, world, id, seats.slice(2, 3));
    expect(await openBox(id)).toMatchObject({ status: 201, body: { stage: 'opened' } });
    expect(await sheet(id)).toMatchObject({ issued: 3, receipts: 0 });
  });

  it('names everything that is missing before it opens', async () => {
    const { id } = await steps.plan(app, world);
    const { body } = await openBox(id);
    expect(body.reasons.map(({ code }: { code: string }) => code)).toEqual([
      'agendaEmpty',
      'boxNotLocked',
      'noQuorum',
    ]);
  });
});
