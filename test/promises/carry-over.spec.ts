import { deadlinesOf } from '../support/deadlines';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { toldOf } from '../support/inbox';
import { signInAs } from '../support/people';
import { must } from '../support/requests';
import { owedBy } from '../support/reading';
import { conclude, rate } from '../support/steps/feedback';
import {
  aPromisedCase,
  keep,
  onPromise,
  type Promised,
  register,
  tryOnPromise,
} from '../support/steps/promises';
import { aWorld, type World } from '../support/world';

eachDatabase('a promise carried over', (open) => {
  let app: RunningApp;
  let world: World;
  let made: Promised;
  let promiseId: number;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(async () => {
    app.clock.set(START);
    made = await aPromisedCase(app, world);
    promiseId = made.promises[0].id;
  });

  const reason = '管线迁改未完成，须跨年施工。';
  const wish = (more: object = {}) => ({ promiseId, until: '2027-06-30', reason, ...more });
  const ask = (more: object = {}, by = world.by.transport.handler) =>
    tryOnPromise(app, by, made.lead, 'ask-carry-over', wish(more));
  const lineOf = async (by = world.by.clerk) =>
    (await register(app, by, '?size=100')).items.find(({ id }: { id: number }) => id === promiseId);

  it('is asked by the unit, owed an answer by the committee, and keeps its first day', async () => {
    expect(await ask()).toEqual([201]);
    expect(await owedBy(app, world.by.clerk, made.id)).toContain('decideCarryOver');
    expect(await lineOf()).toMatchObject({ carryOverAsked: true, dueOn: '2026-12-31' });
    const granted = await onPromise(app, world.by.clerk, made.lead, 'grant-carry-over', { promiseId });
    expect(granted).toMatchObject({ stage: 'issued', dueOn: '2027-06-30', firstDueOn: '2026-12-31' });
    expect(await deadlinesOf(app, promiseId, 'promise')).toMatchObject({
      promise: { state: 'running', dueOn: '2027-06-30' },
      decideCarryOver: { state: 'met' },
    });
    expect(await lineOf()).toMatchObject({
      state: 'carriedOver',
      carryOverAsked: false,
      firstDueOn: '2026-12-31',
    });
    const told = await toldOf(app, 'grantCarryOver', made.lead.id);
    expect(told).toEqual(expect.arrayContaining(['王一文', '交通局经办', '交通局领导']));
    app.clock.set('2027-05-06T01:00:00.000Z');
    await keep(app, world, made.lead, promiseId, '2027-05-06');
    const { all } = await must(app, world.by.clerk, 'GET', '/api/promises/statistics');
    expect(all).toMatchObject({ keptAfterCarryOver: 1, keptLate: 0, carriedOver: 1 });
  });

  it('puts off the archive, which waits for it', async () => {
    await rate(app, world.by.first, made.id);
    await conclude(app, world, made.id);
    const archive = async () => (await deadlinesOf(app, made.id, 'proposal')).archive;
    expect(await archive()).toMatchObject({ state: 'running', dueOn: '2027-03-31' });
    await ask();
    await onPromise(app, world.by.clerk, made.lead, 'grant-carry-over', { promiseId });
    expect(await archive()).toMatchObject({ state: 'running', dueOn: '2027-09-30' });
  });

  it('stays due as it was when the committee refuses, and may be asked for again', async () => {
    await ask();
    expect(await ask()).toEqual([409, 'carryOverOpen']);
    await onPromise(app, world.by.director, made.lead, 'refuse-carry-over', {
      promiseId,
      reason: '可分段开放。',
    });
    expect((await deadlinesOf(app, promiseId, 'promise')).promise.dueOn).toBe('2026-12-31');
    const again = await tryOnPromise(app, world.by.clerk, made.lead, 'refuse-carry-over', {
      promiseId,
      reason: '同上。',
    });
    expect(again).toEqual([409, 'noCarryOver']);
    expect(await ask({ until: '2027-03-31' })).toEqual([201]);
  });

  it('is decided by nobody who asked for it, whatever hats they wear', async () => {
    const both = await signInAs(app, {
      name: '挂职干部',
      hats: [{ hat: 'unitHandler', scopeId: world.units.transport }, 'committee'],
    });
    expect(await ask({}, both)).toEqual([201]);
    expect(await tryOnPromise(app, both, made.lead, 'refuse-carry-over', { promiseId, reason })).toEqual([
      403,
      'notYours',
    ]);
    expect(await tryOnPromise(app, both, made.lead, 'grant-carry-over', { promiseId })).toEqual([
      403,
      'notYours',
    ]);
    expect(
      await tryOnPromise(app, world.by.transport.leader, made.lead, 'grant-carry-over', { promiseId }),
    ).toEqual([403, 'notYours']);
    expect(await tryOnPromise(app, world.by.clerk, made.lead, 'grant-carry-over', { promiseId })).toEqual([
      201,
    ]);
  });

  it('goes to a later day only, not too far, and only for a promise of this reply', async () => {
    const other = await aPromisedCase(app, world);
    expect(await ask({ until: '2026-12-31' })).toEqual([409, 'carryOverNotLater']);
    expect(await ask({ until: '9999-12-31' })).toEqual([422, 'tooLate']);
    expect(await ask({ promiseId: other.promises[0].id })).toEqual([409, 'promiseNotOpen']);
    expect(await ask({ promiseId: 999_999 })).toEqual([409, 'promiseNotOpen']);
    expect(await ask({}, world.by.first)).toEqual([403, 'notYours']);
    app.clock.set('2027-02-01T01:00:00.000Z');
    expect(await ask({ until: '2027-01-31' })).toEqual([409, 'carryOverNotLater']);
    expect(await ask({ until: '2027-02-28' })).toEqual([201]);
    app.clock.set('2027-03-01T01:00:00.000Z');
    expect(await tryOnPromise(app, world.by.clerk, made.lead, 'grant-carry-over', { promiseId })).toEqual([
      409,
      'carryOverNotLater',
    ]);
  });

  it('needs no decision any more when it has been kept', async () => {
    await ask();
    await keep(app, world, made.lead, promiseId);
    expect((await deadlinesOf(app, promiseId, 'promise')).decideCarryOver.state).toBe('cancelled');
    expect(await tryOnPromise(app, world.by.clerk, made.lead, 'grant-carry-over', { promiseId })).toEqual([
      409,
      'noCarryOver',
    ]);
    expect(await ask()).toEqual([409, 'noOpenPromise', 'promiseNotOpen']);
  });

  it('is decided once, though two decide at once', async () => {
    await ask();
    const decide = (verb: string, by = world.by.clerk) =>
      tryOnPromise(app, by, made.lead, verb, {
        promiseId,
        ...(verb === 'refuse-carry-over' ? { reason } : {}),
      });
    const answers = await Promise.all([
      decide('grant-carry-over'),
      decide('refuse-carry-over', world.by.director),
    ]);
    expect(answers.map(([status]) => status).sort()).toEqual([201, 409]);
  });
});
