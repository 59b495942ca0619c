import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { anAssignedProposal } from '../support/steps/assignment';
import { aFiledProposal, designateKey } from '../support/steps/examination';
import { aWorld, type World } from '../support/world';

eachDatabase('urging and supervision', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(async () => {
    ({ id } = await anAssignedProposal(app, world));
  });

  const letter = { body: '请于三个工作日内签收并与提案者联系。' };
  const note = { heldOn: '2026-03-02', leader: '分管副市长', note: '现场督办，要求加快进度。' };
  const happeningsFor = async (by: typeof world.by.first) =>
    (await must(app, by, 'GET', `/api/proposals/${id}`)).happenings.map(({ kind }: { kind: string }) => kind);

  it('numbers urging letters without gaps, however many are issued at once', async () => {
    const others = [await anAssignedProposal(app, world), await anAssignedProposal(app, world)];
    const cases = [id, ...others.map((other) => other.id)];
    const first = await perform<{ number: number }>(app, world.by.clerk, id, 'urge', letter);
    const urge = (at: number) =>
      perform<{ number: number }>(app, world.by.clerk, cases[at % 3], 'urge', letter).catch(() => null);
    const letters = await Promise.all(Array.from({ length: 12 }, (_, at) => urge(at)));
    const numbers = letters.flatMap((it) => it?.number ?? []).sort((a, b) => a - b);
    // Two letters on one case at once: the second is refused and takes no number with it.
    expect(numbers.length).toBeGreaterThanOrEqual(3);
    expect(numbers).toEqual(numbers.map((_, at) => first.number + 1 + at));
  });

  it('shows letters to office and unit, and not to the sponsor', async () => {
    await perform(app, world.by.clerk, id, 'urge', letter);
    for (const by of [world.by.clerk, world.by.government, world.by.transport.handler])
      expect(await happeningsFor(by)).toEqual(['urging']);
    expect(await happeningsFor(world.by.first)).toEqual([]);
  });

  it('urges only what is being handled, and only for the committee', async () => {
    const filed = await aFiledProposal(app, world);
    const early = await send(app, world.by.clerk, 'POST', `/api/proposals/${filed.id}/urge`, letter);
    expect([early.status, early.body.reasons[0].code]).toEqual([409, 'wrongStage']);
    expect((await send(app, world.by.government, 'POST', `/api/proposals/${id}/urge`, letter)).status).toBe(
      403,
    );
    expect((await send(app, world.by.clerk, 'POST', `/api/proposals/${id}/urge`, { body: ' ' })).status).toBe(
      422,
    );
  });

  it('supervises key proposals alone, and records what has happened', async () => {
    const url = `/api/proposals/${id}/supervise`;
    const plain = await send(app, world.by.clerk, 'POST', url, note);
    expect([plain.status, plain.body.reasons[0].code]).toEqual([409, 'notKey']);
    await designateKey(app, world, id);
    const ahead = await send(app, world.by.clerk, 'POST', url, { ...note, heldOn: '2026-03-03' });
    expect(ahead.body.errors).toMatchObject([{ field: 'heldOn', code: 'inFuture' }]);
    expect((await send(app, world.by.director, 'POST', url, note)).status).toBe(201);
    expect(await happeningsFor(world.by.transport.leader)).toEqual(['supervision']);
  });
});
