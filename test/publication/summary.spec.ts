import { eachDatabase, type RunningApp } from '../support/harness';
import { codesOf, faultsOf } from '../support/problems';
import { must, perform, send } from '../support/requests';
import { aRepliedProposal } from '../support/steps/handling';
import { checkPersonalData, SUMMARY, summarise } from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const WITH_PHONES = '新增停车位一千二百个，可致电０５７６－８６１１１９７０，或联系陈师傅 138 1234 5678。';

eachDatabase('The public summary', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const post = (id: number, verb: string, payload: object, by = world.by.clerk) =>
    send(app, by, 'POST', `/api/proposals/${id}/${verb}`, payload);
  const read = async (id: number, by = world.by.clerk) =>
    (await must(app, by, 'GET', `/api/proposals/${id}`)).publicity;
  const aReplied = async () => (await aRepliedProposal(app, world)).id;

  it('is a document of its own: the reply stays as it was issued', async () => {
    const id = await aReplied();
    const replies = () => app.database.rows('SELECT "body" FROM "reply" ORDER BY "id"');
    const before = await replies();
    expect(await summarise(app, world, id)).toMatchObject({ stage: 'replied', summaryVersion: 1 });
    expect(await replies()).toEqual(before);
    expect(await read(id)).toMatchObject({ summary: SUMMARY, extent: 'summary', version: 1 });
  });

  it('has versions; a change voids the check, and the earlier text stays in the history', async () => {
    const id = await aReplied();
    await summarise(app, world, id);
    await checkPersonalData(app, world, id);
    expect((await read(id)).checkedAt).not.toBeNull();
    const summary = `${SUMMARY}另有三处在建。`;
    expect(await summarise(app, world, id, { summary })).toMatchObject({ summaryVersion: 2 });
    expect(await read(id)).toMatchObject({ summary, checkedAt: null, version: 2 });
    const { history } = await must(app, world.by.clerk, 'GET', `/api/proposals/${id}`);
    expect(history[0].change).toMatchObject({ summaryVersion: 2, before: SUMMARY, after: summary });
  });

  it('comes after the reply, and from the committee alone', async () => {
    const id = await aReplied();
    const summary = { summary: SUMMARY, extent: 'summary' };
    const strangers = [world.by.director, world.by.office, world.by.first, world.by.transport.leader];
    for (const by of [...strangers, world.by.government, world.by.auditor])
      expect(codesOf(await post(id, 'summarise', summary, by))).toEqual([403, ['notYours']]);
    expect((await post(id, 'summarise', summary, world.by.second)).status).toBe(404);
    await perform(app, world.by.first, id, 'rate', {
      ...{ attitude: 'satisfied', result: 'dissatisfied', met: false, answersPoints: false },
    });
    await perform(app, world.by.director, id, 'rehandle', { reason: '提案者意见属实。' });
    expect(codesOf(await post(id, 'summarise', summary))).toEqual([409, ['wrongStage']]);
  });

  it('is the committee’s until it is issued', async () => {
    const id = await aReplied();
    await summarise(app, world, id);
    for (const by of [world.by.first, world.by.transport.leader, world.by.government])
      expect(Object.keys(await read(id, by))).toEqual(['consents']);
  });

  it('is cleared place by place: what looks like personal data is cut or said to be fine', async () => {
    const id = await aReplied();
    expect(codesOf(await post(id, 'check-personal-data', {}))).toEqual([409, ['noSummary']]);
    await summarise(app, world, id, { summary: WITH_PHONES });
    const check = (accepted: string[]) => post(id, 'check-personal-data', { accepted });
    expect(faultsOf(await check([]))).toEqual([422, ['accepted landline', 'accepted mobile']]);
    expect(faultsOf(await check(['0576-86111970']))).toEqual([422, ['accepted mobile']]);
    expect(faultsOf(await check(['13812345678', '电话']))[0]).toBe(422);
    expect((await read(id)).checkedAt).toBeNull();
    // As it stands in the text, or as the fault has named it.
    const cleared = await check(['０５７６－８６１１１９７０', '138 1234 5678']);
    expect(cleared.body.hits).toEqual([
      { kind: 'landline', text: '0576-86111970' },
      { kind: 'mobile', text: '138 1234 5678' },
    ]);
    expect((await read(id)).checkedAt).not.toBeNull();
  });

  it('is written by one at a time: who has seen an older version learns of it', async () => {
    const id = await aReplied();
    const { version } = await summarise(app, world, id);
    const write = (by = world.by.clerk) =>
      post(id, 'summarise', { version, summary: SUMMARY, extent: 'none' }, by);
    const statuses = (await Promise.all([write(), write(world.by.otherClerk)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
    expect(await read(id)).toMatchObject({ version: 2, extent: 'none' });
  });
});
