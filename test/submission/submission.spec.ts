import { SponsorKindsService } from '../../src/people/sponsors/sponsor-kinds.service';
import { SponsorsService } from '../../src/people/sponsors/sponsors.service';
import { SYSTEM } from '../../src/lifecycle/people';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { returnForRevision } from '../support/steps/examination';
import {
  cosign,
  draftProposal,
  inviteCosigners,
  saveText,
  signAsConvener,
  submit,
  submitProposal,
  WHOLE_TEXT,
} from '../support/steps/submission';
import { aWorld, SESSION, type World } from '../support/world';

eachDatabase('Submission', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => app.clock.set(START));

  const read = (id: number, by = world.by.first) => must(app, by, 'GET', `/api/proposals/${id}`);
  const draft = () => draftProposal(app, world.by.first, world.sponsors.first);
  /** The number the next submission will get. */
  const nextNumber = async (): Promise<number> => {
    const sql = 'SELECT "receiptNoLast" FROM "plenarySession" WHERE "id" = ?';
    const [row] = await app.database.rows<{ receiptNoLast: number }>(sql, [world.sessionId]);
    return row.receiptNoLast + 1;
  };

  const sendBack = (id: number) => returnForRevision(app, world, id, '请补充数据。');

  it('gives a receipt number and hands the next step to the committee', async () => {
    const { id } = await draft();
    const receiptNo = await nextNumber();
    expect(await submit(app, world.by.first, id)).toMatchObject({
      stage: 'submitted',
      receiptNo,
      origin: 'session',
    });
    const dossier = await read(id, world.by.clerk);
    expect(dossier).toMatchObject({
      receiptNo,
      origin: 'session',
      moments: { submittedAt: '2026-03-02T01:00:00.000Z' },
    });
    expect(dossier.clocks).toEqual([expect.objectContaining({ clock: 'examine', owerHat: 'committee' })]);
  });

  it('is of the session up to the very instant of its deadline, and between sessions after it', async () => {
    const [inTime, late] = [await draft(), await draft()];
    app.clock.set(SESSION.submissionDeadline);
    expect(await submit(app, world.by.first, inTime.id)).toMatchObject({ origin: 'session' });
    app.clock.advance(1);
    expect(await submit(app, world.by.first, late.id)).toMatchObject({ origin: 'between' });
  });

  it('is refused after the deadline for kinds that may not propose between sessions', async () => {
    const kind = {
      code: 'guest',
      name: '列席人员',
      collective: false,
      needsConvener: false,
      betweenSessions: false,
    };
    await app.get(SponsorKindsService).create(SYSTEM, kind);
    const guest = { kindCode: 'guest', name: '列席代表', validFrom: '2022-01-01' };
    const { id: sponsorId } = await app.get(SponsorsService).create(SYSTEM, guest);
    const [early, late] = [
      await draftProposal(app, world.by.clerk, sponsorId),
      await draftProposal(app, world.by.clerk, sponsorId),
    ];
    const { receiptNo } = await submit(app, world.by.clerk, early.id);
    await sendBack(early.id);
    app.clock.set('2026-03-05T01:00:00.000Z');
    const refused = await send(app, world.by.clerk, 'POST', `/api/proposals/${late.id}/submit`, {});
    expect(refused).toMatchObject({ status: 409, body: { reasons: [{ code: 'notBetweenSessions' }] } });
    // What came in time and was returned is not late.
    expect(await submit(app, world.by.clerk, early.id)).toMatchObject({ origin: 'session', receiptNo });
  });

  it('keeps number and origin after a return, with a version of its own for what was submitted', async () => {
    const { id, receiptNo } = await submitProposal(app, world);
    await submitProposal(app, world);
    await sendBack(id);
    app.clock.set('2026-03-09T01:00:00.000Z');
    const { version } = await read(id);
    const saved = await saveText(app, world.by.first, id, { version, analysis: '补充了数据。' });
    expect(saved).toMatchObject({ textVersion: 2 });
    const more = await saveText(app, world.by.first, id, {
      version: saved.version,
      analysis: '又补充了数据。',
    });
    expect(more).toMatchObject({ textVersion: 2 });
    expect(await submit(app, world.by.first, id)).toMatchObject({ receiptNo, origin: 'session' });
    const versions = await must(app, world.by.clerk, 'GET', `/api/proposals/${id}/versions`);
    expect(versions).toHaveLength(2);
    expect(versions[1].changes).toEqual([
      { part: 'analysis', before: WHOLE_TEXT.analysis, after: '又补充了数据。' },
    ]);
  });

  it('asks co-signers again when a returned text changes', async () => {
    const { id } = await draft();
    await inviteCosigners(app, world.by.first, id, [world.sponsors.second]);
    await cosign(app, world.by.second, id);
    await submit(app, world.by.first, id);
    await sendBack(id);
    const { version } = await read(id);
    const saved = await saveText(app, world.by.first, id, { version, subject: '关于整治停车难的建议' });
    expect(saved).toMatchObject({ askedAgain: 1, textVersion: 2 });
    await cosign(app, world.by.second, id);
    await submit(app, world.by.first, id);
    expect(await read(id, world.by.second)).toMatchObject({ subject: '关于整治停车难的建议' });
  });

  it('never writes over a correction of the staff', async () => {
    const { id } = await submitProposal(app, world);
    const correction = { subject: '关于整治老旧小区停车的建议', note: '删去赘字。' };
    await perform(app, world.by.clerk, id, 'correct', correction);
    await sendBack(id);
    const { version } = await read(id);
    await saveText(app, world.by.first, id, { version, subject: '关于老旧小区停车的建议' });
    const versions = await must(app, world.by.first, 'GET', `/api/proposals/${id}/versions`);
    expect(versions).toMatchObject([
      { version: 1, kind: 'sponsor', by: '王一文', subject: WHOLE_TEXT.subject },
      {
        version: 2,
        kind: 'correction',
        by: '提案委经办甲',
        note: '删去赘字。',
        changes: [{ part: 'subject' }],
      },
      { version: 3, kind: 'sponsor', by: '王一文', subject: '关于老旧小区停车的建议' },
    ]);
  });

  it('needs the convener of a body, whose word a later change of the text voids', async () => {
    const { id } = await draftProposal(app, world.by.sector, world.sponsors.sector);
    const bare = await send(app, world.by.sector, 'POST', `/api/proposals/${id}/submit`, {});
    expect(bare).toMatchObject({ status: 409, body: { reasons: [{ code: 'convenerMissing' }] } });
    const signed = await signAsConvener(app, world.by.sector, id);
    const wish = await saveText(app, world.by.sector, id, { version: signed.version, publicityWish: 'open' });
    expect((await read(id, world.by.sector)).text).toMatchObject({ convener: '周召集' });
    await saveText(app, world.by.sector, id, { version: wish.version, situation: '改了。' });
    expect((await read(id, world.by.sector)).text).toMatchObject({ convener: null });
    const voided = await send(app, world.by.sector, 'POST', `/api/proposals/${id}/submit`, {});
    expect(voided.body.reasons).toEqual([expect.objectContaining({ code: 'convenerMissing' })]);
    await signAsConvener(app, world.by.sector, id);
    expect(await submit(app, world.by.sector, id)).toMatchObject({ stage: 'submitted' });
  });

  it('has no use for a convener where the kind needs none', async () => {
    const { id } = await draft();
    const answer = await send(app, world.by.first, 'POST', `/api/proposals/${id}/sign-as-convener`, {
      name: '周召集',
    });
    expect(answer).toMatchObject({ status: 409, body: { reasons: [{ code: 'convenerNotNeeded' }] } });
  });

  it('writes down the contacts as they are at submission', async () => {
    const { id } = await draftProposal(app, world.by.sector, world.sponsors.sector);
    const sponsors = app.get(SponsorsService);
    const { version } = await sponsors.get(SYSTEM, world.sponsors.sector);
    await sponsors.update(SYSTEM, world.sponsors.sector, {
      kindCode: 'sector',
      name: '经济界',
      contactName: '新联系人',
      validFrom: '2022-01-01',
      version,
    });
    await signAsConvener(app, world.by.sector, id);
    await submit(app, world.by.sector, id);
    expect((await read(id, world.by.sector)).sponsors).toEqual([
      expect.objectContaining({ contactName: '新联系人', contactPost: null }),
    ]);
  });

  it('says everything that is missing, of text and convener, at once', async () => {
    const { id } = await draftProposal(app, world.by.sector, world.sponsors.sector, { category: null });
    const { body } = await send(app, world.by.sector, 'POST', `/api/proposals/${id}/submit`, {});
    expect(body.reasons.map(({ code }: { code: string }) => code)).toEqual([
      'textIncomplete',
      'convenerMissing',
    ]);
  });

  it('happens once when it is sent twice at once', async () => {
    const { id } = await draft();
    const first = await nextNumber();
    const once = () => send(app, world.by.first, 'POST', `/api/proposals/${id}/submit`, {});
    const answers = await Promise.all([once(), once()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await nextNumber()).toBe(first + 1);
  });

  it('numbers twenty that come at once without a gap', async () => {
    const ids: number[] = [];
    for (let count = 0; count < 20; count += 1) ids.push((await draft()).id);
    const first = await nextNumber();
    const receipts = await Promise.all(ids.map((id) => submit(app, world.by.first, id)));
    const numbers = receipts.map(({ receiptNo }) => receiptNo).sort((one, other) => one - other);
    expect(numbers).toEqual(ids.map((_, at) => first + at));
  });
});
