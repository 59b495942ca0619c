import { Lapses } from '../../src/proposals/lapses';
import { deadlinesOf } from '../support/deadlines';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { toldOf } from '../support/inbox';
import { must, send } from '../support/requests';
import { owedBy, readCase } from '../support/reading';
import { conclude, rate } from '../support/steps/feedback';
import {
  aPromisedCase,
  keep,
  onPromise,
  type Promised,
  startFollowUp,
  tryOnPromise,
} from '../support/steps/promises';
import { aWorld, type World } from '../support/world';

const TWO = [
  { text: '六月底前完成施划。', dueOn: '2026-06-30' },
  { text: '年底前建成停车楼。', dueOn: '2026-12-31' },
];

eachDatabase('a look back at what was promised', (open) => {
  let app: RunningApp;
  let world: World;
  let made: Promised;
  beforeEach(async () => {
    await app?.close();
    app = await open({ at: START });
    world = await aWorld(app);
    made = await aPromisedCase(app, world, TWO);
  });

  const start = (more: object = {}, by = world.by.clerk) =>
    startFollowUp(app, by, { sessionId: world.sessionId, ...more });
  const overview = (id: number) => must(app, world.by.clerk, 'GET', `/api/follow-ups/${id}`);
  const answer = (requestId: number, by = world.by.transport.leader) =>
    tryOnPromise(app, by, made.lead, 'answer-follow-up', {
      requestId,
      situation: 'underWay',
      evidence: '已完成六成。',
    });

  it('asks every unit about every open promise by a day, and the leader owes the answer', async () => {
    const other = await aPromisedCase(app, world);
    await keep(app, world, made.lead, made.promises[0].id);
    const { status, body } = await start();
    expect([status, body.asked]).toEqual([201, 2]);
    expect(await owedBy(app, world.by.transport.leader, made.id)).toContain('followUp');
    expect(await toldOf(app, 'askFollowUp', other.lead.id)).toEqual(['交通局经办', '交通局领导']);
    const { requests, ...counts } = await overview(body.id);
    expect(counts).toMatchObject({ asked: 2, answered: 0, open: 2, unanswered: 0, closedAt: null });
    expect(requests.map(({ promiseId }: { promiseId: number }) => promiseId)).toEqual([
      made.promises[1].id,
      other.promises[0].id,
    ]);
    const [{ id: requestId }] = requests;
    expect((await deadlinesOf(app, requestId, 'followUpRequest')).followUp).toMatchObject({
      dueOn: '2026-11-30',
    });
    const asked = (await readCase(app, world.by.transport.handler, made.id)).happenings;
    expect(asked.filter(({ kind }: { kind: string }) => kind === 'followUp')).toMatchObject([
      { id: requestId, result: 'open' },
    ]);
    expect(await answer(requestId)).toEqual([201]);
    expect(await answer(requestId)).toEqual([409, 'noFollowUpAsked']);
    expect(await overview(body.id)).toMatchObject({ answered: 1, open: 1 });
  });

  it('is answered by keeping the promise, too', async () => {
    const { body } = await start();
    await keep(app, world, made.lead, made.promises[0].id);
    const { requests } = await overview(body.id);
    expect(requests).toMatchObject([{ state: 'answered', situation: 'done' }, { state: 'open' }]);
    expect((await deadlinesOf(app, requests[0].id, 'followUpRequest')).followUp.state).toBe('met');
    expect((await deadlinesOf(app, requests[1].id, 'followUpRequest')).followUp.state).toBe('running');
  });

  it('is closed once: what was not answered stays so, and nobody owes it any more', async () => {
    const { body } = await start();
    const close = () =>
      send(app, world.by.clerk, 'POST', `/api/follow-ups/${body.id}/close`, { note: '转入下一年度。' });
    await rate(app, world.by.first, made.id);
    await conclude(app, world, made.id);
    for (const { id } of made.promises) await keep(app, world, made.lead, id);
    const more = await aPromisedCase(app, world);
    expect((await start()).body.asked).toBe(1);
    const closed = await close();
    expect([closed.status, closed.body.unanswered]).toEqual([200, 0]);
    expect((await close()).status).toBe(409);
    const [{ id: second }] = (await must(app, world.by.clerk, 'GET', '/api/follow-ups')).items;
    const end = await send(app, world.by.clerk, 'POST', `/api/follow-ups/${second}/close`, {});
    expect(end.body.unanswered).toBe(1);
    const { requests } = await overview(second);
    expect(requests).toMatchObject([{ state: 'unanswered', promiseId: more.promises[0].id }]);
    expect((await deadlinesOf(app, requests[0].id, 'followUpRequest')).followUp.state).toBe('cancelled');
    expect(
      await tryOnPromise(app, world.by.transport.leader, more.lead, 'answer-follow-up', {
        requestId: requests[0].id,
        situation: 'done',
        evidence: '迟到的情况。',
      }),
    ).toEqual([409, 'noFollowUpAsked']);
  });

  it('holds up the archive until it is answered or closed', async () => {
    const { body } = await start();
    await rate(app, world.by.first, made.id);
    await conclude(app, world, made.id);
    await app.get(Lapses).sweep();
    const refused = await send(app, world.by.clerk, 'POST', `/api/proposals/${made.id}/archive`, {});
    expect(refused.body.reasons.map(({ code }: { code: string }) => code)).toEqual([
      'promisesOutstanding',
      'followUpOpen',
    ]);
    await must(app, world.by.clerk, 'POST', `/api/follow-ups/${body.id}/close`, {});
    for (const { id } of made.promises) await keep(app, world, made.lead, id);
    expect((await send(app, world.by.clerk, 'POST', `/api/proposals/${made.id}/archive`, {})).status).toBe(
      201,
    );
  });

  it('is of one session or one year, for a day ahead, by the committee, and not of nothing', async () => {
    const { by } = world;
    const refused = async (more: object) =>
      (await start(more)).body as unknown as { errors: { code: string }[] };
    const WRONG: [object, string][] = [
      [{ year: 2026 }, 'oneScope'],
      [{ sessionId: null }, 'oneScope'],
      [{ dueOn: '2026-03-02' }, 'notAhead'],
      [{ sessionId: 999_999 }, 'unknown'],
      [{ sessionId: null, year: 2025 }, 'nothingToAsk'],
    ];
    for (const [more, code] of WRONG)
      expect([more, (await refused(more)).errors[0].code]).toEqual([more, code]);
    for (const who of [by.director, by.government, by.transport.leader, by.first, by.auditor])
      expect((await start({}, who)).status).toBe(403);
    expect((await send(app, by.transport.leader, 'GET', '/api/follow-ups')).status).toBe(403);
    expect((await start({ sessionId: null, year: 2026 })).body.asked).toBe(2);
    expect(await answer(999_999)).toEqual([409, 'noFollowUpAsked']);
  });

  it('asks once, though two start it at once', async () => {
    const answers = await Promise.all([start(), start({ title: '再来一次' }, world.by.otherClerk)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const [{ open: asked }] = await app.database.rows<{ open: number }>(
      `SELECT COUNT(*) AS "open" FROM "followUpRequest"`,
    );
    expect(asked).toBe(2);
    await onPromise(app, world.by.transport.handler, made.lead, 'report-progress', {
      reportedOn: '2026-03-02',
      text: '正常推进。',
    });
  });
});
