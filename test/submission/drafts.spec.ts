import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { draftProposal, saveText, submit, WHOLE_TEXT } from '../support/steps/submission';
import { aWorld, SESSION, type World } from '../support/world';
import { SessionsService } from '../../src/people/terms/sessions.service';
import { UnitsService } from '../../src/people/units/units.service';
import { SYSTEM } from '../../src/lifecycle/people';

eachDatabase('A draft', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const draft = (overrides: object = {}) =>
    draftProposal(app, world.by.first, world.sponsors.first, overrides);
  const read = (id: number, by = world.by.first) => must(app, by, 'GET', `/api/proposals/${id}`);

  it('belongs to the sponsor who writes it, with the contact of the day', async () => {
    const { id, stage, version } = await draftProposal(app, world.by.sector, world.sponsors.sector);
    expect({ stage, version }).toEqual({ stage: 'draft', version: 1 });
    const dossier = await read(id, world.by.sector);
    expect(dossier).toMatchObject({ subject: WHOLE_TEXT.subject, collective: true, enteredOnBehalf: false });
    expect(dossier.sponsors).toEqual([
      expect.objectContaining({ place: 1, name: '经济界', signature: 'agreed', contactName: '周召集' }),
    ]);
    expect(dossier.clocks).toEqual([expect.objectContaining({ clock: 'submit', dueOn: '2026-05-06' })]);
  });

  it('may begin with nothing but its sponsor', async () => {
    const { id } = await must(app, world.by.first, 'POST', '/api/proposals', {
      sponsorId: world.sponsors.first,
    });
    expect(await read(id)).toMatchObject({ subject: '', text: { recommendations: [] } });
    const refused = await send(app, world.by.first, 'POST', `/api/proposals/${id}/submit`, {});
    expect(refused).toMatchObject({ status: 409, body: { reasons: [{ code: 'textIncomplete' }] } });
  });

  it('is entered by staff on behalf of any sponsor, and the history says so', async () => {
    const { id } = await draftProposal(app, world.by.clerk, world.sponsors.first);
    expect(await read(id, world.by.clerk)).toMatchObject({ enteredOnBehalf: true });
    const sponsors = await read(id);
    const drafted = sponsors.history.at(-1);
    expect(drafted).toMatchObject({ actor: '提案委经办甲', onBehalfOf: '王一文' });
    // Another of the staff goes on with it.
    const saved = await saveText(app, world.by.otherClerk, id, { version: 1, analysis: '另一位经办补充。' });
    expect(saved).toMatchObject({ version: 2, textVersion: 1 });
  });

  it("is nobody else's to begin, to see or to write", async () => {
    const foreign = await send(app, world.by.second, 'POST', '/api/proposals', {
      sponsorId: world.sponsors.first,
    });
    expect(foreign).toMatchObject({ status: 403, body: { reasons: [{ code: 'notYours' }] } });
    const { id } = await draft();
    for (const by of [world.by.second, world.by.clerk, world.by.director, world.by.transport.handler]) {
      expect((await send(app, by, 'GET', `/api/proposals/${id}`)).status).toBe(404);
      expect((await send(app, by, 'GET', `/api/proposals/${id}/versions`)).status).toBe(404);
      expect((await send(app, by, 'PUT', `/api/proposals/${id}/text`, { version: 1 })).status).toBe(404);
    }
    for (const by of [world.by.director, world.by.transport.handler, world.by.office]) {
      const payload = { sponsorId: world.sponsors.first };
      expect((await send(app, by, 'POST', '/api/proposals', payload)).status).toBe(403);
    }
  });

  it('stays unseen by the committee when it is thrown away', async () => {
    const { id } = await draft();
    await perform(app, world.by.first, id, 'withdraw', { reason: '不写了' });
    expect((await send(app, world.by.clerk, 'GET', `/api/proposals/${id}`)).status).toBe(404);
    expect(await read(id)).toMatchObject({ stage: 'withdrawn' });
  });

  it('keeps what is left out and clears what is null', async () => {
    const { id } = await draft({ suggestedUnits: [world.units.transport], publicityWish: 'open' });
    await saveText(app, world.by.first, id, { version: 1, analysis: null, category: null });
    await saveText(app, world.by.first, id, { version: 2, situation: '改写的情况。\n第二段。' });
    const { text, category } = await read(id);
    expect(text).toMatchObject({
      subject: WHOLE_TEXT.subject,
      situation: '改写的情况。\n第二段。',
      analysis: '',
      suggestedUnits: [world.units.transport],
      publicityWish: 'open',
      version: 1,
    });
    expect(category).toBeNull();
  });

  it('lets the second of two savers know that the first was there, and loses nothing', async () => {
    const { id } = await draft();
    const save = (analysis: string) =>
      send(app, world.by.first, 'PUT', `/api/proposals/${id}/text`, { version: 1, analysis });
    const answers = await Promise.all([save('甲的文字'), save('乙的文字')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = answers[0].status === 200 ? '甲的文字' : '乙的文字';
    expect((await read(id)).text).toMatchObject({ analysis: won });
    expect(await send(app, world.by.first, 'PUT', `/api/proposals/${id}/text`, { version: 1 })).toMatchObject(
      {
        status: 409,
        body: { what: { version: 2, stage: 'draft' } },
      },
    );
  });

  it('asks for the version with every save', async () => {
    const { id } = await draft();
    const blind = await send(app, world.by.first, 'PUT', `/api/proposals/${id}/text`, { analysis: '盲写' });
    expect(blind).toMatchObject({ status: 422, body: { errors: [{ field: 'version', code: 'required' }] } });
  });

  it('asks why not everything may be published, before submission and not while writing', async () => {
    const { id } = await draft({ publicityWish: 'none' });
    const early = await send(app, world.by.first, 'POST', `/api/proposals/${id}/submit`, {});
    expect(early.body.reasons).toEqual([expect.objectContaining({ code: 'textIncomplete' })]);
    await saveText(app, world.by.first, id, { version: 1, publicityReason: '涉及个人住址。' });
    expect(await submit(app, world.by.first, id)).toMatchObject({ stage: 'submitted' });
  });

  it('suggests only units that exist today, and only known categories', async () => {
    const units = app.get(UnitsService);
    const old = await units.create(SYSTEM, {
      name: '市农业局',
      kind: '部门',
      officeId: world.offices.government,
      validFrom: '2022-01-01',
    });
    await units.end(SYSTEM, old.id, { validTo: '2025-12-31', version: 1 });
    const wrong = { sponsorId: world.sponsors.first, category: '体育' };
    const suggestedUnits = [world.units.transport, old.id, 99_999];
    const answer = await send(app, world.by.first, 'POST', '/api/proposals', { ...wrong, suggestedUnits });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'category',
      'suggestedUnits.1',
      'suggestedUnits.2',
    ]);
  });

  it('is of a sponsor who exists', async () => {
    const answer = await send(app, world.by.clerk, 'POST', '/api/proposals', { sponsorId: 99_999 });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'sponsorId' }] } });
  });

  it('belongs to the session whose deadline comes next, or to one of those that are open', async () => {
    const next = await app.get(SessionsService).create(SYSTEM, {
      termId: world.termId,
      ...SESSION,
      number: 2,
      opensOn: '2027-02-01',
      closesOn: '2027-02-05',
      submissionDeadline: '2027-02-03T09:00:00.000Z',
    });
    const sessionOf = async (overrides: object) => (await read((await draft(overrides)).id)).sessionId;
    expect(await sessionOf({})).toBe(world.sessionId);
    expect(await sessionOf({ sessionId: next.id })).toBe(next.id);
    app.clock.set('2026-03-05T01:00:00.000Z');
    expect(await sessionOf({})).toBe(next.id);
    expect(await sessionOf({ sessionId: world.sessionId })).toBe(world.sessionId);
    app.clock.set('2027-02-02T01:00:00.000Z');
    const superseded = { sponsorId: world.sponsors.first, sessionId: world.sessionId };
    const answer = await send(app, world.by.first, 'POST', '/api/proposals', superseded);
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'sessionId', code: 'unknown' }] },
    });
  });
});
