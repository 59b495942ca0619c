import { Lapses } from '../../src/proposals/lapses';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { signInAs } from '../support/people';
import { must, perform, send } from '../support/requests';
import { cosign, draftProposal, inviteCosigners, saveText, submit } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const HOUR = 3_600_000;

eachDatabase('Co-signing', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => app.clock.set(START));

  const read = (id: number, by = world.by.first) => must(app, by, 'GET', `/api/proposals/${id}`);
  const versions = (id: number, by = world.by.first) => must(app, by, 'GET', `/api/proposals/${id}/versions`);
  const signatures = async (id: number) =>
    Object.fromEntries(
      (await read(id)).sponsors.map((each: { name: string; signature: string }) => [
        each.name,
        each.signature,
      ]),
    );
  const cosignClocks = async (id: number) =>
    (await read(id)).clocks.filter(({ clock }: { clock: string }) => clock === 'cosign');
  const invited = async (...sponsorIds: number[]): Promise<number> => {
    const { id } = await draftProposal(app, world.by.first, world.sponsors.first);
    await inviteCosigners(app, world.by.first, id, sponsorIds);
    return id;
  };

  it('runs for each who was asked, three hours while the session sits, and ends with the answer', async () => {
    const id = await invited(world.sponsors.second, world.sponsors.sector);
    expect(await cosignClocks(id)).toEqual([
      expect.objectContaining({ owerScope: world.sponsors.second, dueAt: '2026-03-02T04:00:00.000Z' }),
      expect.objectContaining({ owerScope: world.sponsors.sector, dueAt: '2026-03-02T04:00:00.000Z' }),
    ]);
    await cosign(app, world.by.second, id, { opinion: '同意，建议尽快办理。' });
    expect(await cosignClocks(id)).toHaveLength(1);
    await perform(app, world.by.sector, id, 'decline-cosign', { opinion: '与我界别无关。' });
    expect(await signatures(id)).toEqual({ 王一文: 'agreed', 李二平: 'agreed', 经济界: 'declined' });
    expect((await read(id)).sponsors[1]).toMatchObject({ place: 2, opinion: '同意，建议尽快办理。' });
    const clocks = await app.database.rows(
      `SELECT "state" FROM "deadline" WHERE "clock" = 'cosign' AND "proposalId" = ?`,
      [id],
    );
    expect(clocks).toEqual([{ state: 'met' }, { state: 'met' }]);
  });

  it('runs a day otherwise, but never past the submission deadline', async () => {
    app.clock.set('2026-03-04T07:30:00.000Z');
    const sitting = await invited(world.sponsors.second);
    expect(await cosignClocks(sitting)).toEqual([
      expect.objectContaining({ dueAt: '2026-03-04T09:00:00.000Z' }),
    ]);
    app.clock.set('2026-03-10T01:00:00.000Z');
    const between = await invited(world.sponsors.second);
    expect(await cosignClocks(between)).toEqual([
      expect.objectContaining({ dueAt: '2026-03-11T01:00:00.000Z' }),
    ]);
  });

  it('shows the draft to who is asked, and only while the question is open', async () => {
    const id = await invited(world.sponsors.second);
    expect(await read(id, world.by.second)).toMatchObject({ stage: 'draft' });
    const edit = await send(app, world.by.second, 'PUT', `/api/proposals/${id}/text`, { version: 2 });
    expect(edit.status).toBe(403);
    await perform(app, world.by.second, id, 'decline-cosign');
    expect((await send(app, world.by.second, 'GET', `/api/proposals/${id}`)).status).toBe(404);
  });

  it('asks no one twice, nor who does not exist', async () => {
    const id = await invited(world.sponsors.second);
    const sponsorIds = [world.sponsors.second, world.sponsors.first, 99_999, world.sponsors.sector];
    const answer = await send(app, world.by.first, 'POST', `/api/proposals/${id}/invite-cosigners`, {
      sponsorIds,
    });
    expect(answer.status).toBe(422);
    expect(
      answer.body.errors.map((fault: { field: string; code: string }) => [fault.field, fault.code]),
    ).toEqual([
      ['sponsorIds.2', 'unknown'],
      ['sponsorIds.0', 'alreadyAsked'],
      ['sponsorIds.1', 'alreadyAsked'],
    ]);
    expect(await signatures(id)).toEqual({ 王一文: 'agreed', 李二平: 'invited' });
  });

  it('may be asked again after a refusal, and keeps the place', async () => {
    const id = await invited(world.sponsors.second, world.sponsors.sector);
    await perform(app, world.by.second, id, 'decline-cosign', { opinion: '再想想。' });
    await inviteCosigners(app, world.by.first, id, [world.sponsors.second]);
    await cosign(app, world.by.second, id);
    const dossier = await read(id);
    expect(dossier.sponsors.map(({ name }: { name: string }) => name)).toEqual([
      '王一文',
      '李二平',
      '经济界',
    ]);
    expect(dossier.sponsors[1]).toMatchObject({ signature: 'agreed', opinion: null });
  });

  it("is each sponsor's own: neither the first sponsor nor a stranger signs for another", async () => {
    const id = await invited(world.sponsors.second);
    const sponsorId = world.sponsors.second;
    for (const payload of [{}, { sponsorId }, { sponsorId: world.sponsors.first }]) {
      const answer = await send(app, world.by.first, 'POST', `/api/proposals/${id}/cosign`, payload);
      expect(answer).toMatchObject({ status: 403, body: { reasons: [{ code: 'notYours' }] } });
    }
    const stranger = await send(app, world.by.sector, 'POST', `/api/proposals/${id}/cosign`, { sponsorId });
    expect(stranger.status).toBe(404);
  });

  it('lets who stands for two sponsors say for which', async () => {
    const id = await invited(world.sponsors.second, world.sponsors.sector);
    const both = await signInAs(app, {
      hats: [
        { hat: 'sponsor', scopeId: world.sponsors.second },
        { hat: 'sponsor', scopeId: world.sponsors.sector },
      ],
    });
    const vague = await send(app, both, 'POST', `/api/proposals/${id}/cosign`, {});
    expect(vague).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'sponsorId', code: 'required' }] },
    });
    await cosign(app, both, id, { sponsorId: world.sponsors.sector });
    await cosign(app, both, id);
    expect(await signatures(id)).toEqual({ 王一文: 'agreed', 李二平: 'agreed', 经济界: 'agreed' });
  });

  it('is recorded by staff for what they entered, as on behalf, and only for who was asked', async () => {
    const { id } = await draftProposal(app, world.by.clerk, world.sponsors.first);
    await inviteCosigners(app, world.by.clerk, id, [world.sponsors.second]);
    const nobody = await send(app, world.by.clerk, 'POST', `/api/proposals/${id}/cosign`, {
      sponsorId: world.sponsors.sector,
    });
    expect(nobody).toMatchObject({ status: 409, body: { reasons: [{ code: 'notInvited' }] } });
    await cosign(app, world.by.clerk, id, { sponsorId: world.sponsors.second });
    expect((await read(id)).history[0]).toMatchObject({ actor: '提案委经办甲', onBehalfOf: '李二平' });
    const own = await draftProposal(app, world.by.first, world.sponsors.first);
    await inviteCosigners(app, world.by.first, own.id, [world.sponsors.second]);
    expect((await send(app, world.by.clerk, 'POST', `/api/proposals/${own.id}/cosign`, {})).status).toBe(404);
  });

  it('asks everybody again who has signed when the text changes, showing the difference', async () => {
    const id = await invited(world.sponsors.second, world.sponsors.sector);
    await cosign(app, world.by.second, id);
    app.clock.advance(HOUR);
    const { version } = await read(id);
    const before = (await read(id)).text.analysis;
    const saved = await saveText(app, world.by.first, id, { version, analysis: `${before}\n补充一段。` });
    expect(saved).toMatchObject({ textVersion: 2, askedAgain: 1 });
    expect(await signatures(id)).toEqual({ 王一文: 'agreed', 李二平: 'invited', 经济界: 'invited' });
    // The one who had signed has the whole time anew; the other's goes on.
    expect(await cosignClocks(id)).toEqual([
      expect.objectContaining({ owerScope: world.sponsors.sector, dueAt: '2026-03-02T04:00:00.000Z' }),
      expect.objectContaining({ owerScope: world.sponsors.second, dueAt: '2026-03-02T05:00:00.000Z' }),
    ]);
    const change = { part: 'analysis', before: '', after: '补充一段。' };
    expect(await versions(id, world.by.second)).toEqual([
      expect.objectContaining({ version: 1, kind: 'sponsor', by: '王一文', changes: [] }),
      expect.objectContaining({ version: 2, analysis: `${before}\n补充一段。`, changes: [change] }),
    ]);
    const told = (await read(id)).history[0];
    expect(told).toMatchObject({ action: 'edit', change: { changes: [change], askedAgain: ['李二平'] } });
    // They sign the new text; until somebody has, it is still being written.
    const again = await saveText(app, world.by.first, id, { version: saved.version, analysis: '全改了。' });
    expect(again).toMatchObject({ textVersion: 2, askedAgain: 0 });
    await cosign(app, world.by.second, id);
    const rows = await app.database.rows(
      'SELECT "signedVersion" FROM "sponsorship" WHERE "proposalId" = ? AND "sponsorId" = ?',
      [id, world.sponsors.second],
    );
    expect(rows).toEqual([{ signedVersion: 2 }]);
  });

  it('leaves signatures alone when only category, units or the wish change', async () => {
    const id = await invited(world.sponsors.second);
    await cosign(app, world.by.second, id);
    const { version, text } = await read(id);
    const same = { subject: text.subject, recommendations: text.recommendations };
    const saved = await saveText(app, world.by.first, id, {
      version,
      ...same,
      category: '经济',
      publicityWish: 'open',
    });
    expect(saved).toMatchObject({ textVersion: 1, askedAgain: 0 });
    expect(await signatures(id)).toEqual({ 王一文: 'agreed', 李二平: 'agreed' });
  });

  it('lapses when the time is over, also before the system has written it down', async () => {
    const id = await invited(world.sponsors.second);
    app.clock.set('2026-03-02T04:00:00.000Z');
    app.clock.advance(1);
    const late = await send(app, world.by.second, 'POST', `/api/proposals/${id}/cosign`, {});
    expect(late).toMatchObject({ status: 409, body: { reasons: [{ code: 'invitationOver' }] } });
    await app.get(Lapses).sweep();
    expect(await signatures(id)).toEqual({ 王一文: 'agreed', 李二平: 'lapsed' });
    await inviteCosigners(app, world.by.first, id, [world.sponsors.second]);
    expect(await cosign(app, world.by.second, id)).toMatchObject({ stage: 'draft' });
  });

  it('counts to the very end of the time', async () => {
    const id = await invited(world.sponsors.second);
    app.clock.set('2026-03-02T04:00:00.000Z');
    expect(await cosign(app, world.by.second, id)).toMatchObject({ id });
  });

  it('ends with the submission: who has not answered does not sign', async () => {
    const id = await invited(world.sponsors.second, world.sponsors.sector);
    await cosign(app, world.by.second, id);
    await submit(app, world.by.first, id);
    expect(await signatures(id)).toEqual({ 王一文: 'agreed', 李二平: 'agreed', 经济界: 'lapsed' });
    expect(await cosignClocks(id)).toEqual([]);
    expect((await send(app, world.by.sector, 'GET', `/api/proposals/${id}`)).status).toBe(404);
    expect((await send(app, world.by.sector, 'POST', `/api/proposals/${id}/cosign`, {})).status).toBe(404);
    expect(await read(id, world.by.second)).toMatchObject({ stage: 'submitted' });
  });

  it('tells one of two who act at once, and counts both signatures in the end', async () => {
    const id = await invited(world.sponsors.second, world.sponsors.sector);
    const sign = (by: typeof world.by.second) => send(app, by, 'POST', `/api/proposals/${id}/cosign`, {});
    const [one, other] = await Promise.all([sign(world.by.second), sign(world.by.sector)]);
    if (one.status === 409) await sign(world.by.second);
    if (other.status === 409) await sign(world.by.sector);
    expect(await signatures(id)).toEqual({ 王一文: 'agreed', 李二平: 'agreed', 经济界: 'agreed' });
  });
});
