import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import {
  fileProposal,
  notFile,
  recommend,
  returnForRevision,
  type Filed,
} from '../support/steps/examination';
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
    const filed = await perform<Filed>(app, world.by.director, id, 'file');
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
});
