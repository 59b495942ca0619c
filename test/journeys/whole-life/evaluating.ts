import { toDoOf } from '../../support/reading';
import * as step from '../../support/steps/evaluation';
import type { Life } from './life';

/** The Standing Committee's ballot. */
export function isEvaluated(life: Life): void {
  let meetingId: number;
  let seats: step.Seat[];

  it('comes onto the agenda of a meeting, where the Standing Committee sees it', async () => {
    const { app, by, world, id } = life;
    life.on('2026-09-10');
    seats = await step.standingCommittee(app, world, 3);
    ({ id: meetingId } = await step.plan(app, world, { heldOn: '2026-09-21' }));
    expect((await toDoOf(app, by.clerk)).map(({ clock }) => clock)).toContain('holdEvaluation');
    await step.changeAgenda(app, world, meetingId, [id]);
    expect((await life.read(by.standing)).feedback).toMatchObject([{ result: 'basicallySatisfied' }]);
    const { items } = await step.sheetOf(app, by.standing, meetingId);
    expect(items).toMatchObject([
      { sponsors: ['王一文', '李二平'], leadUnits: [{ class: 'B' }], counts: null },
    ]);
  });

  it('is voted on behind two locks, by more than half of those due', async () => {
    const { app, by, world } = life;
    life.on('2026-09-21');
    await step.markPresent(app, world, meetingId, seats.slice(0, 1));
    const open = `evaluations/${meetingId}/open`;
    expect(await life.refusal(by.clerk, open)).toEqual([409, ['boxNotLocked', 'noQuorum']]);
    await step.lockBox(app, world, meetingId);
    expect(await life.refusal(by.clerk, open)).toEqual([409, ['noQuorum']]);
    await step.markPresent(app, world, meetingId, seats.slice(0, 2));
    await step.openBox(app, world, meetingId);
    expect((await step.vote(app, seats[2], meetingId, ['satisfied'])).status).toBe(409);
    for (const seat of seats.slice(0, 2))
      expect((await step.vote(app, seat, meetingId, ['satisfied'])).status).toBe(201);
    expect((await step.vote(app, seats[0], meetingId, ['dissatisfied'])).status).toBe(409);
  });

  it('has a result once it is announced, and not before', async () => {
    const { app, by, world } = life;
    const owed = [[by.clerk, 'archive'] as const, [by.transport.handler, 'promise'] as const];
    await step.closeBox(app, world, meetingId);
    expect((await life.read(by.first)).grade).toBeNull();
    await life.stands('concluded', 'conclude', ...owed);
    await step.announce(app, world, meetingId);
    await life.stands('concluded', 'evaluated', ...owed);
    expect((await life.read(by.first)).grade).toBe('satisfied');
    const { items } = await step.sheetOf(app, by.standing, meetingId);
    expect(items).toMatchObject([{ counts: { satisfied: 2, dissatisfied: 0 }, passed: true }]);
    expect((await toDoOf(app, by.clerk)).map(({ clock }) => clock)).toEqual(['archive']);
  });
}
