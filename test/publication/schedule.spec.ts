import { NoticeSchedule } from '../../src/publication/schedule.service';
import { eachDatabase, type RunningApp } from '../support/harness';
import { codesOf } from '../support/problems';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const MOMENT = '2026-03-03T01:00:00.000Z';

eachDatabase('A notice that is to come out later', (open) => {
  let app: RunningApp;
  let world: World;
  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const approved = async () => {
    const { id } = await step.aPublishableCase(app, world);
    return { caseId: id, id: await step.anApprovedNotice(app, world, [{ proposalId: id }]) };
  };
  const schedule = (id: number, by = world.by.otherOffice, moment = MOMENT) =>
    step.tryOnNotice(app, by, id, 'schedule-issue', { moment });
  const due = () => app.get(NoticeSchedule).issueDue();
  const read = (id: number) => step.readNotice(app, world.by.clerk, id);

  it('is scheduled by a third person, ahead, and comes out in their name at that moment', async () => {
    const { id } = await approved();
    expect(codesOf(await schedule(id, world.by.office))).toEqual([403, ['notYours']]);
    expect(codesOf(await schedule(id, undefined, '2026-03-01T01:00:00.000Z'))).toEqual([
      409,
      ['momentNotAhead'],
    ]);
    expect(codesOf(await schedule(id, undefined, '2028-03-01T01:00:00.000Z'))).toEqual([
      409,
      ['momentNotAhead'],
    ]);
    expect((await schedule(id)).status).toBe(200);
    expect(await read(id)).toMatchObject({ stage: 'approved', scheduledFor: MOMENT });
    await due();
    expect((await step.visit(app, `/${id}`)).statusCode).toBe(404);
    app.clock.set(MOMENT);
    await Promise.all([due(), due()]);
    const issued = await read(id);
    expect(issued).toMatchObject({ stage: 'issued', scheduledFor: null, issuedAt: MOMENT });
    const entries = issued.history.filter(({ action }) => action === 'issue');
    expect(entries).toMatchObject([{ actor: '办公室乙', change: { scheduledFor: MOMENT } }]);
    expect((await step.visit(app, `/${id}`)).statusCode).toBe(200);
  });

  it('may be taken back before', async () => {
    const { id } = await approved();
    const unschedule = () => step.tryOnNotice(app, world.by.clerk, id, 'unschedule-issue');
    expect(codesOf(await unschedule())).toEqual([409, ['notScheduled']]);
    await schedule(id);
    expect((await unschedule()).status).toBe(200);
    app.clock.set(MOMENT);
    await due();
    expect((await read(id)).stage).toBe('approved');
  });

  it('stays where it is when it may not come out any more, and those concerned are told why', async () => {
    const { id, caseId } = await approved();
    await schedule(id);
    await step.summarise(app, world, caseId);
    app.clock.set(MOMENT);
    await due();
    const held = await read(id);
    expect(held).toMatchObject({ stage: 'approved', scheduledFor: null });
    expect(held.history[0]).toMatchObject({ action: 'dropSchedule', change: { scheduledFor: MOMENT } });
    const [{ tells }] = await app.database.rows<{ tells: string }>(
      `SELECT "tells" FROM "history" WHERE "action" = 'dropSchedule'`,
    );
    expect(JSON.parse(tells)).toEqual(['committee', 'office']);
  });

  it('is not issued by somebody who has lost the hat meanwhile', async () => {
    const { id } = await approved();
    await schedule(id);
    await app.database.transaction((em) =>
      app.database.change(
        'UPDATE "wornHat" SET "takenAt" = ? WHERE "accountId" = ?',
        [MOMENT, world.by.otherOffice.accountId],
        em,
      ),
    );
    app.clock.set(MOMENT);
    await due();
    expect(await read(id)).toMatchObject({ stage: 'approved', scheduledFor: null });
  });

  it('forgets the moment when it is sent back', async () => {
    const { id } = await approved();
    await schedule(id);
    await step.onNotice(app, world.by.office, id, 'send-back', { reason: '请修改。' });
    expect((await read(id)).stage).toBe('composing');
    const [row] = await app.database.rows<{ scheduledFor: null }>(
      'SELECT "scheduledFor" FROM "notice" WHERE "id" = ?',
      [id],
    );
    expect(row.scheduledFor).toBeNull();
  });

  it('leaves a public log when it is taken down', async () => {
    expect((await step.visit(app, '/log')).body).toContain('没有撤下过公示');
    const { id } = await approved();
    await step.onNotice(app, world.by.otherOffice, id, 'issue');
    const leak = { reason: '泄露了13800138000。' };
    expect((await step.tryOnNotice(app, world.by.office, id, 'take-down', leak)).status).toBe(422);
    await step.onNotice(app, world.by.office, id, 'take-down', { reason: '<b>内容有误</b>' });
    const page = await step.visit(app, '/log');
    expect(page.body).toContain('&lt;b>内容有误');
    expect((await step.visit(app, '/log.json')).json()).toEqual({
      items: [
        { id, title: step.HEAD.title, takenDownAt: '2026-03-02T01:00:00.000Z', reason: '<b>内容有误</b>' },
      ],
    });
  });
});
