import { deadlinesOf } from '../support/deadlines';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { must, send } from '../support/requests';
import { aRepliedProposal, PLANNED_REPLY } from '../support/steps/handling';
import { aWorld, type World } from '../support/world';

const TWO = {
  ...PLANNED_REPLY,
  promises: [
    { text: '六月底前完成施划。', dueOn: '2026-06-28' },
    { text: '年底前建成停车楼。', dueOn: '2026-12-31' },
  ],
};

eachDatabase('what a reply promises', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => app.clock.set(START));

  const kept = (promiseId: number) => ({ promiseId, evidence: '已建成并投入使用。', keptOn: '2026-03-02' });
  const keep = (id: number, payload: object, by = world.by.transport.handler) =>
    send(app, by, 'POST', `/api/assignments/${id}/keep-promise`, payload);

  async function promised() {
    const { id, assignments, replies } = await aRepliedProposal(app, world, undefined, { parts: TWO });
    return { id, lead: assignments[0], promises: replies[0].promises };
  }

  it('has a clock each, due on its own day, even on a Sunday', async () => {
    const { promises } = await promised();
    expect(promises.map(({ dueOn }) => dueOn)).toEqual(['2026-06-28', '2026-12-31']);
    for (const { id, dueOn } of promises)
      expect((await deadlinesOf(app, id, 'promise')).promise).toMatchObject({ state: 'running', dueOn });
  });

  it('turns a B into an A when all of it is kept, and the first class is kept, too', async () => {
    const { id, lead, promises } = await promised();
    app.clock.set('2026-07-01T01:00:00.000Z');
    const first = await keep(lead.id, kept(promises[0].id));
    expect(first.body).toMatchObject({ stage: 'issued', class: 'B', firstClass: 'B' });
    expect((await deadlinesOf(app, promises[0].id, 'promise')).promise).toMatchObject({
      state: 'met',
      late: true,
    });
    expect((await deadlinesOf(app, promises[1].id, 'promise')).promise.state).toBe('running');
    const second = await keep(lead.id, kept(promises[1].id));
    expect(second.body).toMatchObject({ class: 'A', firstClass: 'B' });
    const [own] = (await must(app, world.by.first, 'GET', `/api/proposals/${id}`)).assignments;
    expect(own.reply).toMatchObject({ class: 'A', firstClass: 'B' });
    const third = await keep(lead.id, kept(promises[1].id));
    expect([third.status, third.body.reasons[0].code]).toEqual([409, 'noOpenPromise']);
  });

  it('is kept once, by the unit that made it, and not ahead of time', async () => {
    const { lead, promises } = await promised();
    const other = await promised();
    expect((await keep(lead.id, kept(promises[0].id), world.by.first)).status).toBe(403);
    const early = await keep(lead.id, { ...kept(promises[0].id), keptOn: '2026-03-03' });
    expect(early.body.errors).toMatchObject([{ field: 'keptOn', code: 'inFuture' }]);
    const foreign = await keep(lead.id, kept(other.promises[0].id));
    expect(foreign.body.errors).toMatchObject([{ field: 'promiseId', code: 'unknown' }]);
    expect((await keep(lead.id, kept(promises[0].id))).status).toBe(201);
    const again = await keep(lead.id, kept(promises[0].id));
    expect(again.body.errors).toMatchObject([{ field: 'promiseId', code: 'alreadyKept' }]);
  });

  it('is all kept in the end, though two are reported at once', async () => {
    const { lead, promises } = await promised();
    const answers = await Promise.all(promises.map(({ id }) => keep(lead.id, kept(id))));
    for (const [at, { status }] of answers.entries())
      if (status === 409) await keep(lead.id, kept(promises[at].id));
    const [reply] = await app.database.rows<{ class: string }>(
      'SELECT "class" FROM "reply" WHERE "assignmentId" = ?',
      [lead.id],
    );
    expect(reply.class).toBe('A');
  });
});
