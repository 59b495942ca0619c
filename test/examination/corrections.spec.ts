import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { fileProposal, returnForRevision } from '../support/steps/examination';
import { draftProposal, submit, submitProposal, WHOLE_TEXT } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('A correction', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const CORRECTED = { subject: '关于整治停车难的建议', note: '案由过长。' };
  const read = (id: number, by = world.by.first) => must(app, by, 'GET', `/api/proposals/${id}`);
  const versions = (id: number, by = world.by.first) => must(app, by, 'GET', `/api/proposals/${id}/versions`);
  const post = (by: typeof world.by.first, id: number, verb: string, payload: object) =>
    send(app, by, 'POST', `/api/proposals/${id}/${verb}`, payload);

  it('is a version of its own, shown to the sponsor beside what was submitted', async () => {
    const { id } = await submitProposal(app, world);
    await perform(app, world.by.clerk, id, 'correct', { ...CORRECTED, recommendations: ['增设车位。'] });
    expect(await read(id)).toMatchObject({ subject: CORRECTED.subject, text: { version: 2 } });
    expect(await versions(id)).toEqual([
      expect.objectContaining({ version: 1, kind: 'sponsor', subject: WHOLE_TEXT.subject }),
      expect.objectContaining({
        ...{ version: 2, kind: 'correction', by: '提案委经办甲', note: CORRECTED.note },
        ...{ analysis: WHOLE_TEXT.analysis, recommendations: ['增设车位。'] },
      }),
    ]);
    const [{ tells }] = await app.database.rows<{ tells: string }>(
      `SELECT "tells" FROM "history" WHERE "proposalId" = ? AND "action" = 'correct'`,
      [id],
    );
    expect(JSON.parse(tells)).toEqual(['leadSponsor']);
  });

  it('falls to the objection of the sponsor, whose own words come back whole', async () => {
    const { id } = await submitProposal(app, world);
    await perform(app, world.by.clerk, id, 'correct', CORRECTED);
    await fileProposal(app, world, id);
    await perform(app, world.by.clerk, id, 'correct', { analysis: '改写后的分析。', note: '精简。' });
    await perform(app, world.by.first, id, 'object-to-correction', { reason: '改变了原意。' });
    const [own, , , restored] = await versions(id);
    expect(restored).toMatchObject({ version: 4, kind: 'restored', note: '改变了原意。' });
    for (const part of ['subject', 'situation', 'analysis', 'recommendations'])
      expect(restored[part]).toEqual(own[part]);
    expect(await read(id)).toMatchObject({ stage: 'filed', subject: WHOLE_TEXT.subject });
    const again = await post(world.by.first, id, 'object-to-correction', { reason: '再次。' });
    expect(again).toMatchObject({ status: 409, body: { reasons: [{ code: 'notCorrected' }] } });
  });

  it('of a proposal entered by staff may be objected to for the sponsor, recorded as such', async () => {
    const { id } = await draftProposal(app, world.by.clerk, world.sponsors.first);
    await submit(app, world.by.clerk, id);
    await perform(app, world.by.otherClerk, id, 'correct', CORRECTED);
    await perform(app, world.by.clerk, id, 'object-to-correction', { reason: '委员来电不同意。' });
    const [entry] = (await read(id)).history;
    expect(entry).toMatchObject({
      action: 'objectToCorrection',
      actor: '提案委经办甲',
      onBehalfOf: '王一文',
    });
  });

  it('is followed by the sponsor’s own words when the proposal comes back', async () => {
    const { id } = await submitProposal(app, world);
    await perform(app, world.by.clerk, id, 'correct', CORRECTED);
    const { version } = await returnForRevision(app, world, id, '请补充数据。');
    await must(app, world.by.first, 'PUT', `/api/proposals/${id}/text`, {
      version,
      analysis: '补充了数据。',
    });
    await submit(app, world.by.first, id);
    await perform(app, world.by.clerk, id, 'correct', { situation: '车位少。', note: '精简。' });
    await perform(app, world.by.first, id, 'object-to-correction', { reason: '不同意。' });
    expect(await read(id)).toMatchObject({
      ...{ subject: CORRECTED.subject },
      text: { situation: WHOLE_TEXT.situation, analysis: '补充了数据。' },
    });
  });

  it('has to change something and say why', async () => {
    const { id } = await submitProposal(app, world);
    const same = await post(world.by.clerk, id, 'correct', { subject: WHOLE_TEXT.subject, note: '无。' });
    expect(same).toMatchObject({ status: 422, body: { errors: [{ code: 'nothingChanged' }] } });
    const silent = await post(world.by.clerk, id, 'correct', { subject: '新案由' });
    expect(silent).toMatchObject({ status: 422, body: { errors: [{ field: 'note', code: 'required' }] } });
    expect(await versions(id)).toHaveLength(1);
  });

  it('is the committee’s to make and the first sponsor’s to take back', async () => {
    const { id } = await submitProposal(app, world);
    expect((await post(world.by.first, id, 'correct', CORRECTED)).status).toBe(403);
    expect((await post(world.by.director, id, 'correct', CORRECTED)).status).toBe(403);
    expect((await post(world.by.transport.handler, id, 'correct', CORRECTED)).status).toBe(404);
    await perform(app, world.by.clerk, id, 'correct', CORRECTED);
    const objection = { reason: '不同意。' };
    expect((await post(world.by.clerk, id, 'object-to-correction', objection)).status).toBe(403);
    expect((await post(world.by.second, id, 'object-to-correction', objection)).status).toBe(404);
  });

  it('by two clerks at once is one', async () => {
    const { id, version } = await submitProposal(app, world);
    const answers = await Promise.all([
      post(world.by.clerk, id, 'correct', { ...CORRECTED, version }),
      post(world.by.otherClerk, id, 'correct', { analysis: '另一改法。', note: '精简。', version }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await versions(id)).toHaveLength(2);
  });
});
