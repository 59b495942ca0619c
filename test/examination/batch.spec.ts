import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import { aFiledProposal, recommend } from '../support/steps/examination';
import { draftProposal, submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('A batch', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const post = (verb: string, payload: object, by = world.by.director) =>
    send(app, by, 'POST', `/api/examination/${verb}`, payload);
  const stageOf = async (id: number) =>
    (await must(app, world.by.clerk, 'GET', `/api/proposals/${id}`)).stage;

  it('files in the order given and says of each what became of it', async () => {
    const ready = [await submitProposal(app, world), await submitProposal(app, world)];
    for (const { id } of ready) await recommend(app, world, id);
    const bare = await submitProposal(app, world);
    const filed = await aFiledProposal(app, world);
    const draft = await draftProposal(app, world.by.first, world.sponsors.first);
    const ids = [ready[1].id, bare.id, filed.id, draft.id, 999_999, ready[0].id];

    const { status, body } = await post('file', { ids });
    expect(status).toBe(200);
    expect(body).toEqual([
      expect.objectContaining({ id: ids[0], ok: true, stage: 'filed', caseNo: filed.caseNo + 1 }),
      { id: ids[1], ok: false, reasons: [expect.objectContaining({ code: 'notRecommendedFile' })] },
      { id: ids[2], ok: false, reasons: [expect.objectContaining({ code: 'wrongStage' })] },
      { id: ids[3], ok: false, reasons: [expect.objectContaining({ code: 'notFound' })] },
      { id: ids[4], ok: false, reasons: [expect.objectContaining({ code: 'notFound' })] },
      expect.objectContaining({ id: ids[5], ok: true, caseNo: filed.caseNo + 2 }),
    ]);
    expect(await stageOf(bare.id)).toBe('submitted');
  });

  it('recommends the same for each', async () => {
    const [one, two] = [await submitProposal(app, world), await submitProposal(app, world)];
    const filed = await aFiledProposal(app, world);
    const outcome = { outcome: 'notFile', reasonCode: 'empty', disposition: 'returnedToSponsor' };
    const { body } = await post('recommend', { ids: [one.id, filed.id, two.id], ...outcome }, world.by.clerk);
    expect(body.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, false, true]);
    const { recommendation } = await must(app, world.by.clerk, 'GET', `/api/proposals/${two.id}`);
    expect(recommendation).toMatchObject({ outcome: 'notFile' });
  });

  it('keeps the four eyes for each', async () => {
    const { id } = await submitProposal(app, world);
    await recommend(app, world, id);
    const { status, body } = await post('file', { ids: [id] }, world.by.clerk);
    expect(status).toBe(200);
    expect(body).toEqual([{ id, ok: false, reasons: [expect.objectContaining({ code: 'notYours' })] }]);
    expect(await stageOf(id)).toBe('submitted');
  });

  it.each([
    ['file', {}, 'ids'],
    ['file', { ids: [] }, 'ids'],
    ['file', { ids: [1, 1] }, 'ids'],
    ['file', { ids: Array.from({ length: 201 }, (_, at) => at + 1) }, 'ids'],
    ['file', { ids: ['x'] }, 'ids'],
    ['recommend', { ids: [1], outcome: 'notFile', reasonCode: 'empty' }, 'disposition'],
    ['recommend', { ids: [1] }, 'outcome'],
  ])('to %s does not understand %#', async (verb, payload, field) => {
    const { status, body } = await post(verb, payload);
    expect(status).toBe(422);
    expect(body.errors).toContainEqual(expect.objectContaining({ field }));
  });
});
