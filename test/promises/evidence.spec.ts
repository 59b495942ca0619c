import { deadlinesOf } from '../support/deadlines';
import { PDF, upload } from '../support/files';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { toldOf } from '../support/inbox';
import { signInAs } from '../support/people';
import { must, perform } from '../support/requests';
import { conclude, rate, archive } from '../support/steps/feedback';
import {
  aPromisedCase,
  EVIDENCE,
  keep,
  onPromise,
  type Promised,
  register,
  tryOnPromise,
} from '../support/steps/promises';
import { aWorld, type World } from '../support/world';

eachDatabase('evidence that a promise was kept', (open) => {
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

  const reason = '现场尚未施划。';
  const reject = (by = world.by.clerk) =>
    tryOnPromise(app, by, made.lead, 'reject-evidence', { promiseId, reason });
  const confirm = (by = world.by.clerk) =>
    tryOnPromise(app, by, made.lead, 'confirm-evidence', { promiseId });
  const lineOf = async () =>
    (await register(app, world.by.clerk, '?size=100')).items.find(
      ({ id }: { id: number }) => id === promiseId,
    );
  const attach = (by = world.by.transport.handler, id = promiseId, content = PDF) =>
    upload(app, by, `/api/assignments/${made.lead.id}/promises/${id}/attachments`, {
      name: '竣工照片.pdf',
      content,
    });

  it('is confirmed by the committee, and then stands', async () => {
    expect(await confirm()).toEqual([409, 'noEvidence']);
    await keep(app, world, made.lead, promiseId);
    expect(await confirm()).toEqual([201]);
    expect(await lineOf()).toMatchObject({ state: 'kept', confirmed: true, class: 'A', firstClass: 'B' });
    expect(await confirm()).toEqual([409, 'noEvidence']);
    expect(await reject()).toEqual([409, 'noEvidence']);
    expect((await attach()).status).toBe(409);
  });

  it('is rejected: open again with its clock and its class, and told to everybody concerned', async () => {
    await keep(app, world, made.lead, promiseId);
    expect(await lineOf()).toMatchObject({ class: 'A' });
    expect(await reject()).toEqual([201]);
    expect(await lineOf()).toMatchObject({
      ...{ state: 'open', class: 'B', firstClass: 'B', evidence: null, keptOn: null, rejection: reason },
    });
    expect((await deadlinesOf(app, promiseId, 'promise')).promise).toMatchObject({
      state: 'running',
      dueOn: '2026-12-31',
    });
    expect(await toldOf(app, 'rejectEvidence', made.lead.id)).toEqual(
      expect.arrayContaining(['王一文', '交通局经办']),
    );
    const history = JSON.stringify(
      await must(app, world.by.clerk, 'GET', `/api/proposals/${made.id}/history`),
    );
    expect(history).toContain(EVIDENCE);
    await keep(app, world, made.lead, promiseId);
    expect(await lineOf()).toMatchObject({ state: 'kept', rejection: null, class: 'A' });
  });

  it('is judged by the committee alone, and never by whoever reported it', async () => {
    const both = await signInAs(app, {
      name: '挂职干部',
      hats: [{ hat: 'unitHandler', scopeId: world.units.transport }, 'committee'],
    });
    await onPromise(app, both, made.lead, 'keep-promise', {
      promiseId,
      evidence: EVIDENCE,
      keptOn: '2026-03-02',
    });
    for (const who of [both, world.by.transport.leader, world.by.first, world.by.government]) {
      expect(await confirm(who)).toEqual([403, 'notYours']);
      expect(await reject(who)).toEqual([403, 'notYours']);
    }
    expect(await reject(world.by.director)).toEqual([201]);
  });

  it('may have files of the unit that promised', async () => {
    expect((await attach()).status).toBe(201);
    expect((await attach()).status).toBe(422);
    expect(await lineOf()).toMatchObject({ files: 1 });
    expect((await attach(world.by.clerk)).status).toBe(403);
    expect((await attach(world.by.housing.handler)).status).toBe(404);
    const other = await aPromisedCase(app, world);
    expect((await attach(world.by.transport.handler, other.promises[0].id)).status).toBe(404);
    expect((await attach(world.by.transport.handler, 999_999)).status).toBe(404);
    expect((await attach(world.by.transport.handler, promiseId, Buffer.from('MZ not a pdf'))).status).toBe(
      422,
    );
  });

  it('is what a case is archived on: nothing is opened again in the archive', async () => {
    await rate(app, world.by.first, made.id);
    await conclude(app, world, made.id);
    await expect(archive(app, world, made.id)).rejects.toThrow('promisesOutstanding');
    await keep(app, world, made.lead, promiseId);
    await archive(app, world, made.id);
    expect(await reject()).toEqual([409, 'caseEnded']);
    expect(await confirm()).toEqual([201]);
    await expect(perform(app, world.by.clerk, made.id, 'archive')).rejects.toThrow('wrongStage');
  });
});
