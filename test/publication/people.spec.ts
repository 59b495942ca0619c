import { eachDatabase, type RunningApp } from '../support/harness';
import { deadlinesOf } from '../support/deadlines';
import { type Person, signInAs } from '../support/people';
import { codesOf } from '../support/problems';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const NOT_YOURS = [403, ['notYours']];
const REASON = { reason: '请补充说明。' };

eachDatabase('The people of a notice', (open) => {
  let app: RunningApp;
  let world: World;
  let everything: Person;
  let items: { proposalId: number }[];
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    everything = await signInAs(app, { hats: ['committee', 'office'], name: '身兼两职' });
    items = [{ proposalId: (await step.aPublishableCase(app, world)).id }];
  });

  const attempt = (by: Person, id: number, verb: string, payload: object = {}) =>
    step.tryOnNotice(app, by, id, verb, payload);
  const read = (id: number) => step.readNotice(app, world.by.clerk, id);
  const runningClocks = async (id: number) =>
    Object.entries(await deadlinesOf(app, id, 'publication'))
      .filter(([, { state }]) => state === 'running')
      .map(([clock]) => clock);

  it('are three: one prepares, another approves, a third issues, each owing the next step', async () => {
    const id = await step.anArrangedNotice(app, world, items);
    expect(await runningClocks(id)).toEqual(['prepareNotice']);
    expect(await step.onNotice(app, world.by.clerk, id, 'prepare')).toMatchObject({ stage: 'prepared' });
    expect(await runningClocks(id)).toEqual(['approveNotice']);
    expect(await step.onNotice(app, world.by.office, id, 'approve')).toMatchObject({ stage: 'approved' });
    // 20 working days after the approval.
    expect((await deadlinesOf(app, id, 'publication')).publish).toMatchObject({ dueOn: '2026-03-30' });
    expect(await step.onNotice(app, world.by.otherClerk, id, 'issue')).toMatchObject({ stage: 'issued' });
    expect(await runningClocks(id)).toEqual([]);
    const made = (await read(id)).history.map(({ action, actor }) => [action, actor]);
    expect(made.slice(0, 3)).toEqual([
      ['issue', '提案委经办乙'],
      ['approve', '办公室甲'],
      ['prepare', '提案委经办甲'],
    ]);
  });

  it('stay three when one of them wears two hats', async () => {
    const id = await step.anArrangedNotice(app, world, items);
    await step.onNotice(app, everything, id, 'prepare');
    expect(codesOf(await attempt(everything, id, 'approve'))).toEqual(NOT_YOURS);
    await step.onNotice(app, world.by.office, id, 'approve');
    for (const by of [everything, world.by.office])
      expect(codesOf(await attempt(by, id, 'issue'))).toEqual(NOT_YOURS);
    expect((await attempt(world.by.clerk, id, 'issue')).status).toBe(200);
  });

  it('wear the hat of their step', async () => {
    const id = await step.anArrangedNotice(app, world, items);
    const { clerk, otherClerk, director, office, auditor } = world.by;
    for (const by of [office, director, auditor])
      expect(codesOf(await attempt(by, id, 'prepare'))).toEqual(NOT_YOURS);
    await step.onNotice(app, clerk, id, 'prepare');
    for (const by of [otherClerk, director, auditor])
      for (const verb of ['approve', 'send-back'])
        expect(codesOf(await attempt(by, id, verb, verb === 'approve' ? {} : REASON))).toEqual(NOT_YOURS);
    await step.onNotice(app, office, id, 'approve');
    for (const by of [director, auditor]) expect(codesOf(await attempt(by, id, 'issue'))).toEqual(NOT_YOURS);
    expect((await attempt(world.by.first, id, 'issue')).status).toBe(404);
  });

  it('send it back with a reason; then others may prepare and approve it', async () => {
    const id = await step.aPreparedNotice(app, world, items);
    expect((await attempt(world.by.office, id, 'send-back')).status).toBe(422);
    await step.onNotice(app, world.by.office, id, 'send-back', REASON);
    expect((await read(id)).history[0]).toMatchObject({ action: 'sendBack', change: REASON });
    expect(await runningClocks(id)).toEqual(['prepareNotice']);
    await step.onNotice(app, everything, id, 'prepare');
    await step.onNotice(app, world.by.office, id, 'approve');
    await step.onNotice(app, world.by.office, id, 'send-back', REASON);
    expect(await runningClocks(id)).toEqual(['prepareNotice']);
    await step.onNotice(app, world.by.clerk, id, 'prepare');
    expect((await attempt(everything, id, 'approve')).status).toBe(200);
    expect((await attempt(world.by.office, id, 'issue')).status).toBe(200);
  });

  it('discard what will not come out; it owes nothing, holds no case, and stays unseen', async () => {
    const stages = [step.anArrangedNotice, step.aPreparedNotice, step.anApprovedNotice];
    for (const aNotice of stages) {
      const id = await aNotice(app, world, items);
      expect(codesOf(await attempt(world.by.office, id, 'discard', REASON))).toEqual(NOT_YOURS);
      await step.onNotice(app, world.by.clerk, id, 'discard', REASON);
      expect(await read(id)).toMatchObject({ stage: 'discarded', unready: [], actions: [] });
      expect(await runningClocks(id)).toEqual([]);
      expect((await step.visit(app, `/${id}`)).statusCode).toBe(404);
      expect(codesOf(await attempt(everything, id, 'issue'))[1]).toEqual(['wrongStage']);
    }
  });

  it('act at the same moment: one succeeds, the other is told', async () => {
    const id = await step.aPreparedNotice(app, world, items);
    const { office, otherOffice, otherClerk } = world.by;
    const together = async (verb: string, ...who: Person[]) =>
      (await Promise.all(who.map((by) => attempt(by, id, verb)))).map(({ status }) => status).sort();
    expect(await together('approve', office, otherOffice)).toEqual([200, 409]);
    const third = [otherClerk, everything];
    expect(await together('issue', ...third)).toEqual([200, 409]);
    expect((await read(id)).history.filter(({ action }) => action === 'issue')).toHaveLength(1);
  });
});
