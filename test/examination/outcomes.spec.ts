import { eachDatabase, type RunningApp } from '../support/harness';
import { signInAs } from '../support/people';
import { must, perform, send } from '../support/requests';
import { fileProposal, notFile, recommend, returnForRevision } from '../support/steps/examination';
import { submit, submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('The examination', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const read = (id: number, by = world.by.clerk) => must(app, by, 'GET', `/api/proposals/${id}`);
  const act = (by: { headers: { authorization: string } }, id: number, verb: string, payload: object = {}) =>
    send(app, by, 'POST', `/api/proposals/${id}/${verb}`, payload);
  const clocksOf = async (id: number) => (await read(id)).clocks.map((each: { clock: string }) => each.clock);

  it('files on recommendation, with a case number and the clock of the hand-over', async () => {
    const { id } = await submitProposal(app, world);
    await recommend(app, world, id, { outcome: 'file', reason: '符合立案条件。', category: '经济' });
    expect(await clocksOf(id)).toEqual(['confirmExamination']);
    const filed = await perform(app, world.by.director, id, 'file');
    expect(filed).toMatchObject({ stage: 'filed', caseNo: expect.any(Number) });
    expect(await read(id)).toMatchObject({
      ...{ caseNo: filed.caseNo, category: '经济', outcome: { reasonCode: null, note: '符合立案条件。' } },
      ...{ clocks: [{ clock: 'handOver' }], recommendation: null },
    });
  });

  it('decides nothing before somebody has recommended, and nothing else than that', async () => {
    const { id } = await submitProposal(app, world);
    const early = await act(world.by.director, id, 'file');
    expect(early).toMatchObject({ status: 409, body: { reasons: [{ code: 'notRecommendedFile' }] } });
    await recommend(app, world, id, { outcome: 'return', reason: '请一事一案。' });
    expect(await act(world.by.director, id, 'file')).toMatchObject({
      status: 409,
      body: { reasons: [{ code: 'notRecommendedFile' }] },
    });
    const other = await act(world.by.director, id, 'not-file');
    expect(other).toMatchObject({ status: 409, body: { reasons: [{ code: 'notRecommendedNotFile' }] } });
  });

  it('takes four eyes: the preparer may not decide, even as director', async () => {
    const both = await signInAs(app, { hats: ['committee', 'director'], name: '身兼两职' });
    const { id } = await submitProposal(app, world);
    await recommend(app, world, id, { outcome: 'file' }, both);
    expect(await act(both, id, 'file')).toMatchObject({
      status: 403,
      body: { reasons: [{ code: 'notYours' }] },
    });
    expect((await act(world.by.clerk, id, 'file')).status).toBe(403);
    expect((await act(world.by.director, id, 'file')).status).toBe(201);
  });

  it('forgets an earlier recommendation when there is a new one', async () => {
    const { id } = await submitProposal(app, world);
    await recommend(app, world, id, { outcome: 'return', reason: '请补充数据。' });
    await recommend(app, world, id, { outcome: 'file' }, world.by.otherClerk);
    expect(await read(id)).toMatchObject({ recommendation: { outcome: 'file' } });
    expect((await perform(app, world.by.director, id, 'file')).stage).toBe('filed');
    const states = await app.database.rows<{ outcome: string; state: string }>(
      'SELECT "outcome", "state" FROM "recommendation" WHERE "proposalId" = ? ORDER BY "id"',
      [id],
    );
    expect(states).toEqual([
      { outcome: 'return', state: 'overruled' },
      { outcome: 'file', state: 'confirmed' },
    ]);
  });

  it('starts anew when the director sends a recommendation back', async () => {
    const { id } = await submitProposal(app, world);
    expect((await act(world.by.director, id, 'reexamine', { note: '请再看。' })).status).toBe(409);
    await recommend(app, world, id);
    expect((await act(world.by.clerk, id, 'reexamine', { note: '请再看。' })).status).toBe(403);
    await perform(app, world.by.director, id, 'reexamine', { note: '建议部分空泛，请再看。' });
    expect(await clocksOf(id)).toEqual(['examine']);
    expect((await act(world.by.director, id, 'file')).status).toBe(409);
  });

  it('returns with the reason that was prepared, and takes the revised text again', async () => {
    const { id } = await submitProposal(app, world);
    const returned = await returnForRevision(app, world, id, '请写明具体小区。');
    expect(returned.stage).toBe('returned');
    const seen = await read(id, world.by.first);
    expect(seen).toMatchObject({ outcome: { note: '请写明具体小区。' }, clocks: [{ clock: 'revise' }] });
    await submit(app, world.by.first, id);
    expect((await fileProposal(app, world, id)).stage).toBe('filed');
    expect((await read(id)).outcome.note).toBeNull();
  });

  it('does not file with reason and disposition, which the director may change', async () => {
    const { id } = await submitProposal(app, world);
    expect((await notFile(app, world, id)).stage).toBe('notFiled');
    expect(await read(id, world.by.first)).toMatchObject({
      outcome: { reasonCode: 'beyondPowers', disposition: 'socialOpinion', note: '属上级事权。' },
      clocks: [],
    });
    const other = await submitProposal(app, world);
    await recommend(app, world, other.id, {
      outcome: 'notFile',
      reasonCode: 'empty',
      disposition: 'socialOpinion',
    });
    const changed = { reasonCode: 'academic', reason: '属学术探讨。' };
    await perform(app, world.by.director, other.id, 'not-file', changed);
    expect(await read(other.id)).toMatchObject({
      outcome: { reasonCode: 'academic', disposition: 'socialOpinion', note: '属学术探讨。' },
    });
  });

  it.each([
    [{}, 'outcome', 'required'],
    [{ outcome: 'maybe' }, 'outcome', 'unknownChoice'],
    [{ outcome: 'return' }, 'reason', 'required'],
    [{ outcome: 'notFile', disposition: 'socialOpinion' }, 'reasonCode', 'required'],
    [{ outcome: 'notFile', reasonCode: 'empty' }, 'disposition', 'required'],
    [
      { outcome: 'notFile', reasonCode: 'boring', disposition: 'socialOpinion' },
      'reasonCode',
      'unknownChoice',
    ],
    [{ outcome: 'notFile', reasonCode: 'empty', disposition: 'bin' }, 'disposition', 'unknownChoice'],
    [{ outcome: 'file', reasonCode: 'empty' }, 'reasonCode', 'notApplicable'],
    [{ outcome: 'file', category: '玄学' }, 'category', 'unknownChoice'],
  ])('does not understand %j', async (payload, field, code) => {
    const { id, version } = await submitProposal(app, world);
    const refused = await act(world.by.clerk, id, 'recommend', payload);
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toContainEqual(expect.objectContaining({ field, code }));
    expect(await read(id)).toMatchObject({ version, recommendation: null });
  });

  it('is closed to everybody else, and unseen by who may not know of the case', async () => {
    const { id } = await submitProposal(app, world);
    for (const by of [world.by.director, world.by.office, world.by.first])
      expect((await act(by, id, 'recommend', { outcome: 'file' })).status).toBe(403);
    for (const by of [
      world.by.second,
      world.by.government,
      world.by.transport.leader,
      world.by.administrator,
    ])
      expect((await act(by, id, 'recommend', { outcome: 'file' })).status).toBe(404);
    expect((await act(world.by.auditor, id, 'recommend', { outcome: 'file' })).status).toBe(403);
  });

  it('lets two directors decide once', async () => {
    const deputy = await signInAs(app, { hats: ['director'], name: '提案委副主任' });
    const { id } = await submitProposal(app, world);
    const { version } = await recommend(app, world, id);
    const decided = await Promise.all([
      act(world.by.director, id, 'file', { version }),
      act(deputy, id, 'file', { version }),
    ]);
    expect(decided.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('tells the sponsors at once, and keeps the recommendation among the committee', async () => {
    const { id } = await submitProposal(app, world);
    await fileProposal(app, world, id);
    const told = await app.database.rows<{ action: string; tells: string }>(
      'SELECT "action", "tells" FROM "history" WHERE "proposalId" = ? ORDER BY "id" DESC LIMIT 2',
      [id],
    );
    expect(told[0]).toEqual({ action: 'file', tells: expect.stringContaining('"sponsors"') });
    const actions = async (by = world.by.clerk) =>
      (await read(id, by)).history.map((entry: { action: string }) => entry.action);
    expect(await actions()).toContain('recommend');
    expect(await actions(world.by.first)).toEqual(expect.not.arrayContaining(['recommend']));
  });
});
