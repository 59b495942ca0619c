import { randomBytes } from 'node:crypto';
import { eachDatabase, type RunningApp, startApp } from '../support/harness';
import { send } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import { aWorld, type World } from '../support/world';

eachDatabase('The ballot box', (open, kind) => {
  let app: RunningApp;
  let world: World;
  let seats: steps.Seat[];
  let proposalId: number;
  let id: number;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    seats = await steps.standingCommittee(app, world, 3);
  });
  beforeEach(async () => {
    proposalId = await steps.aKeyCase(app, world);
    id = await steps.anOpenBox(app, world, { proposalIds: [proposalId], present: seats });
  });

  const post = (verb: string, payload: object, by = world.by.teller) =>
    send(app, by, 'POST', `/api/evaluations/${id}/${verb}`, payload);
  const close = (phrases: object[], by = world.by.teller) => post('close', { phrases }, by);
  const reasons = (code: string) => ({ status: 409, body: { reasons: [{ code }] } });
  const sheet = () => steps.sheetOf(app, world.by.clerk, id);
  const rowsIn = (table: string) =>
    app.database.rows(`SELECT * FROM "${table}" WHERE "evaluationId" = ?`, [id]);

  it('opens with the phrases of both tellers, and counts what is not marked as abstention', async () => {
    await steps.vote(app, seats[0], id, ['satisfied']);
    await steps.vote(app, seats[1], id, ['basicallySatisfied']);
    await steps.vote(app, seats[2], id, []);
    await steps.closeBox(app, world, id);
    const { items, collected } = await sheet();
    expect(collected).toBe(3);
    expect(items).toMatchObject([
      {
        counts: { satisfied: 1, basicallySatisfied: 1, dissatisfied: 0, abstained: 1 },
        grade: 'basicallySatisfied',
        passed: true,
      },
    ]);
    expect([await rowsIn('ballot'), await rowsIn('ballotLock')]).toEqual([[], []]);
  });

  it('stays shut for any other phrase, and nothing has changed', async () => {
    await steps.vote(app, seats[0], id, ['satisfied']);
    const before = [await rowsIn('ballot'), await rowsIn('ballotLock'), await sheet()];
    const [first, second] = steps.phrasesOf(world);
    const wrong = { ...second, phrase: '猜一个口令试试看' };
    expect(await close([first, wrong])).toMatchObject(reasons('wrongPhrase'));
    expect(await close([{ ...first, phrase: second.phrase }, second])).toMatchObject(reasons('wrongPhrase'));
    const faults = (at: number, code: string) => ({
      status: 422,
      body: { errors: [{ field: `phrases.${at}.accountId`, code }] },
    });
    expect(await close([first, first])).toMatchObject(faults(1, 'repeated'));
    expect(await close([first, { ...second, accountId: world.by.clerk.accountId }])).toMatchObject(
      faults(1, 'noLock'),
    );
    expect((await close([first])).status).toBe(422);
    expect((await close([first, { ...second, phrase: '短' }])).status).toBe(422);
    expect((await close([first, second], world.by.clerk)).status).toBe(403);
    expect([await rowsIn('ballot'), await rowsIn('ballotLock'), await sheet()]).toEqual(before);
    expect((await close([second, first])).status).toBe(201);
  });

  it('has two locks of two tellers, put on before it is opened', async () => {
    expect(await post('lock-box', { phrase: '再上一把锁试一试看' }, world.by.otherTeller)).toMatchObject({
      status: 403,
    });
    await post('break-off', { reason: '换锁。' });
    expect((await post('lock-box', { phrase: '短口令' })).status).toBe(422);
    expect((await post('lock-box', { phrase: steps.PHRASES[0] }, world.by.clerk)).status).toBe(403);
    await post('lock-box', { phrase: steps.PHRASES[0] });
    expect((await post('lock-box', { phrase: steps.PHRASES[1] })).status).toBe(403);
    expect(await send(app, world.by.clerk, 'POST', `/api/evaluations/${id}/open`, {})).toMatchObject(
      reasons('boxNotLocked'),
    );
    await post('lock-box', { phrase: steps.PHRASES[1] }, world.by.otherTeller);
    expect((await sheet()).locks.map(({ name }) => name)).toEqual(['监票人甲', '监票人乙']);
  });

  it('is not counted when there lies in it what nobody has put in, and can then be broken off', async () => {
    await steps.vote(app, seats[0], id, ['satisfied']);
    const [{ sealed }] = (await rowsIn('ballot')) as { sealed: string }[];
    const stuff = (content: string) =>
      app.database.transaction((em) =>
        app.database.change(
          'INSERT INTO "ballot" ("key", "evaluationId", "sealed") VALUES (?, ?, ?)',
          [randomBytes(16).toString('hex'), id, content],
          em,
        ),
      );
    for (const content of [sealed, randomBytes(200).toString('base64')]) {
      await stuff(content);
      expect(await close(steps.phrasesOf(world))).toMatchObject(reasons('boxTampered'));
    }
    expect(await post('break-off', { reason: '票箱与记录不符。' })).toMatchObject({
      status: 201,
      body: { stage: 'planned' },
    });
    expect(await rowsIn('ballot')).toEqual([]);
  });

  it('loses nothing when it is broken off but the round: everybody votes anew', async () => {
    await steps.vote(app, seats[0], id, ['dissatisfied']);
    expect((await post('break-off', { reason: '有人未拿到票。' }, world.by.clerk)).status).toBe(403);
    await post('break-off', { reason: '有人未拿到票。' });
    expect(await sheet()).toMatchObject({
      stage: 'planned',
      round: 2,
      present: 3,
      receipts: 0,
      issued: 0,
      locks: [],
    });
    await steps.lockBox(app, world, id);
    await steps.openBox(app, world, id);
    expect((await steps.vote(app, seats[0], id, ['satisfied'])).status).toBe(201);
    await steps.closeBox(app, world, id);
    expect((await sheet()).items[0].counts).toMatchObject({ satisfied: 1, dissatisfied: 0 });
  });

  it('gives no result for an item of which everybody abstained', async () => {
    for (const seat of seats) await steps.vote(app, seat, id, []);
    await steps.closeBox(app, world, id);
    expect((await sheet()).items[0]).toMatchObject({ counts: { abstained: 3 }, grade: null, passed: null });
    await steps.announce(app, world, id);
    const next = await steps.plan(app, world, { title: '下次会议' });
    await steps.changeAgenda(app, world, next.id, [proposalId]);
  });

  it('may be closed empty, and the count cannot be voided when it holds', async () => {
    await steps.closeBox(app, world, id);
    expect(await sheet()).toMatchObject({ issued: 3, collected: 0 });
    const reason = { reason: '票数不符。' };
    expect(await post('void-round', reason)).toMatchObject(reasons('countHolds'));
    expect((await post('announce', {}, world.by.teller)).status).toBe(403);
  });

  it('is still there after a restart, and opens with the same phrases', async () => {
    const { environment } = app;
    for (const seat of seats.slice(0, 2)) await steps.vote(app, seat, id, ['dissatisfied']);
    await app.app.close();
    app = await startApp({ database: kind, environment });
    expect((await steps.vote(app, seats[2], id, ['satisfied'])).status).toBe(201);
    await steps.closeBox(app, world, id);
    expect((await sheet()).items[0].counts).toMatchObject({ satisfied: 1, dissatisfied: 2 });
    await app.app.close();
  });
});
