import { HistoryVerification } from '../../src/platform/history/verification';
import { Lapses } from '../../src/proposals/lapses';
import { eachDatabase, type RunningApp } from '../support/harness';
import type { Person } from '../support/people';
import { readCase, timelineOf } from '../support/reading';
import { type App, send } from '../support/requests';
import * as step from '../support/steps/assignment';
import { aFiledCollective, aFiledProposal, recommend } from '../support/steps/examination';
import { feedback, handleAndReply, SATISFIED } from '../support/steps/feedback';
import { aDocNo, passAudit, prepareReply, submitForAudit } from '../support/steps/handling';
import { mergeInto } from '../support/steps/merging';
import { draftProposal, inviteCosigners, submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

// 50 filings at once: test/examination/case-numbers.spec.ts. Ballots at once: test/evaluation/voting.spec.ts.
eachDatabase('Two people at once', (open, kind) => {
  let app: RunningApp;
  let world: World;
  /** On PostgreSQL a second process of the same installation; SQLite has one. */
  let other: App;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    other = kind === 'postgres' ? await open({ environment: app.environment }) : app;
  });

  const post = (by: Person, path: string, payload: object = {}, at: App = app) =>
    send(at, by, 'POST', `/api/${path}`, payload);
  const statuses = async (...answers: Promise<{ status: number }>[]) =>
    (await Promise.all(answers)).map(({ status }) => status).sort();
  /** Each change of the case, or of one of its assignments, is a version and an entry: none is lost, none twice. */
  const isWhole = async (id: number) => {
    const seen = await readCase(app, world.by.auditor, id);
    const timeline = await timelineOf(app, world.by.auditor, id);
    const of = (subject: string, subjectId: number) =>
      timeline.filter((e) => e.subject === subject && e.subjectId === subjectId);
    expect([seen.version, seen.stage]).toEqual([of('proposal', id).length, of('proposal', id)[0].stage]);
    for (const { id: its, version, stage } of seen.assignments)
      expect([version, stage]).toEqual([of('assignment', its).length, of('assignment', its)[0].stage]);
    return timeline.map(({ action }) => action);
  };

  it.each([
    ['the same action', 'recommend', { outcome: 'file' }],
    ['different actions', 'correct', { subject: '关于停车难的建议', note: '文字规范。' }],
  ])(
    'on the same version: of %s one succeeds, one learns that the case has changed',
    async (_, verb, payload) => {
      const { by } = world;
      const { id, version } = await submitProposal(app, world);
      const answers = await Promise.all([
        post(by.clerk, `proposals/${id}/recommend`, { outcome: 'file', version }),
        post(by.otherClerk, `proposals/${id}/${verb}`, { ...payload, version }, other),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect((await isWhole(id)).length).toBe(3);
      expect((await readCase(app, by.clerk, id)).version).toBe(version + 1);
    },
  );

  it('the sponsor withdraws while the director files: one of both', async () => {
    const { by } = world;
    const { id } = await submitProposal(app, world);
    const { version } = await recommend(app, world, id);
    const answers = statuses(
      post(by.director, `proposals/${id}/file`, { version }),
      post(by.first, `proposals/${id}/withdraw`, { version, reason: '另行提出。' }, other),
    );
    expect(await answers).toEqual([201, 409]);
    expect(['file', 'withdraw']).toContain((await isWhole(id))[0]);
  });

  it('a draft is saved by twenty pages at once: by the first of them', async () => {
    const { by, sponsors } = world;
    const { id, version } = await draftProposal(app, by.first, sponsors.first);
    const pages = Array.from({ length: 20 }, (_, at) =>
      send(at % 2 ? app : other, by.first, 'PUT', `/api/proposals/${id}/text`, {
        version,
        analysis: `第${at}页。`,
      }),
    );
    const answers = await Promise.all(pages);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(409)]);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect((await readCase(app, by.first, id)).text.analysis).toBe(`第${winner}页。`);
    await isWhole(id);
  });

  it('twenty sponsors hand in at once: everybody gets a receipt, and no number is left out', async () => {
    const { by, sponsors } = world;
    const ids: number[] = [];
    while (ids.length < 20) ids.push((await draftProposal(app, by.first, sponsors.first)).id);
    const answers = await Promise.all(
      ids.map((id, at) => post(by.first, `proposals/${id}/submit`, {}, at % 2 ? app : other)),
    );
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 201));
    const given = answers.map(({ body }) => body.receiptNo as number).sort((one, next) => one - next);
    expect(given).toEqual(ids.map((_, at) => given[0] + at));
  });

  it('two who were invited sign at once, and both signatures are there in the end', async () => {
    const { by, sponsors } = world;
    const { id } = await draftProposal(app, by.first, sponsors.first);
    await inviteCosigners(app, by.first, id, [sponsors.second, sponsors.sector]);
    const signers = [by.second, by.sector];
    const answers = await Promise.all(
      signers.map((each, at) => post(each, `proposals/${id}/cosign`, {}, at ? app : other)),
    );
    for (const [at, { status }] of answers.entries()) {
      expect([201, 409]).toContain(status);
      if (status === 409) expect((await post(signers[at], `proposals/${id}/cosign`)).status).toBe(201);
    }
    const { sponsors: signed } = await readCase(app, by.first, id);
    expect(signed.map(({ signature }: { signature: string }) => signature)).toEqual([
      'agreed',
      'agreed',
      'agreed',
    ]);
    await isWhole(id);
  });

  it('two clerks hand over to two offices: the case is at one of them', async () => {
    const { by, offices } = world;
    const { id } = await aFiledProposal(app, world);
    const to = (clerk: Person, officeId: number, at: App) =>
      post(clerk, `proposals/${id}/hand-over`, { officeId }, at);
    expect(
      await statuses(to(by.clerk, offices.government, app), to(by.otherClerk, offices.party, other)),
    ).toEqual([201, 409]);
    const owed = (await readCase(app, by.clerk, id)).clocks;
    expect(owed.map(({ clock }: { clock: string }) => clock)).toEqual(['route']);
    await isWhole(id);
  });

  it('an office assigns twice at once: the units are at work once', async () => {
    const { by } = world;
    const { id } = await step.aHandedOverProposal(app, world);
    const wanted = { mode: 'joint', units: step.unitsFor(world, step.JOINT) };
    const assign = (at: App) => post(by.government, `proposals/${id}/assign`, wanted, at);
    expect(await statuses(assign(app), assign(other))).toEqual([201, 409]);
    expect((await readCase(app, by.clerk, id)).assignments).toHaveLength(2);
    await isWhole(id);
  });

  it('a unit acknowledges while its time runs out: it has taken the case on once', async () => {
    const { by } = world;
    const begun = app.clock.now();
    const { id, assignments } = await step.anAssignedProposal(app, world);
    app.clock.set('2026-03-09T01:00:00.000Z');
    const [answer] = await Promise.all([
      post(by.transport.handler, `assignments/${assignments[0].id}/acknowledge`, {}, other),
      app.get(Lapses).sweep(),
    ]);
    expect([201, 409]).toContain(answer.status);
    app.clock.set(begun);
    const taken = (await isWhole(id)).filter((action) => ['acknowledge', 'deemAccepted'].includes(action));
    expect(taken).toHaveLength(1);
  });

  it('two leads issue their replies at once: both are issued, and the case is replied once', async () => {
    const { id, assignments } = await step.anAcknowledgedProposal(app, world, step.SEPARATE);
    for (const lead of assignments) {
      await prepareReply(app, world, lead);
      await submitForAudit(app, world, lead);
      await passAudit(app, world, lead);
    }
    const issue = (lead: step.Begun, at: App) => {
      const letter = { docNo: aDocNo(), signer: '局长', principalLeader: true };
      return post(step.peopleOf(world, lead).leader, `assignments/${lead.id}/issue-reply`, letter, at);
    };
    expect(await statuses(issue(assignments[0], app), issue(assignments[1], other))).toEqual([201, 201]);
    expect((await readCase(app, world.by.first, id)).stage).toBe('replied');
    expect((await isWhole(id)).filter((action) => action === 'completeReplies')).toHaveLength(1);
  });

  it('both leads are given their return at once: the case goes back to the office once', async () => {
    const { id, assignments } = await step.anAssignedProposal(app, world, step.SEPARATE);
    for (const begun of assignments) await step.requestReturn(app, world, begun);
    const grant = ({ id: its }: step.Begun, at: App) =>
      post(world.by.government, `assignments/${its}/grant-return`, {}, at);
    expect(await statuses(grant(assignments[0], app), grant(assignments[1], other))).toEqual([201, 201]);
    expect((await readCase(app, world.by.clerk, id)).stage).toBe('handedOver');
    expect((await isWhole(id)).filter((action) => action === 'reroute')).toHaveLength(1);
  });

  it('a unit gives two opinions under one number: one of them has to take another', async () => {
    const [one, next] = [
      await step.anAcknowledgedProposal(app, world, step.JOINT),
      await step.anAcknowledgedProposal(app, world, step.JOINT),
    ].map(({ assignments }) => assignments[1]);
    const opinion = { docNo: aDocNo(), body: '同意。', signer: '林副局长' };
    const give = ({ id }: step.Begun, at: App) =>
      post(world.by.housing.leader, `assignments/${id}/give-opinion`, opinion, at);
    expect(await statuses(give(one, app), give(next, other))).toEqual([201, 422]);
    for (const { proposalId } of [one, next]) await isWhole(proposalId);
  });

  it('two sponsors of a merged case rate at once, and both ratings are there in the end', async () => {
    const { by } = world;
    const { id } = await aFiledProposal(app, world);
    await mergeInto(app, world, (await aFiledCollective(app, world)).id, id);
    await handleAndReply(app, world, id);
    const raters = [by.first, by.sector];
    const answers = await Promise.all(
      raters.map((each, at) => post(each, `proposals/${id}/rate`, SATISFIED, at ? app : other)),
    );
    for (const [at, { status }] of answers.entries())
      if (status === 409)
        expect((await post(raters[at], `proposals/${id}/rate`, SATISFIED)).status).toBe(201);
    const { raters: said } = await feedback(app, by.clerk, id);
    expect(said.map(({ answer }) => answer)).toMatchObject([
      { result: 'satisfied' },
      { result: 'satisfied' },
    ]);
    await isWhole(id);
  });

  it('leaves one chain behind', async () => {
    expect(await app.get(HistoryVerification).verify()).toMatchObject({ sound: true });
  });
});
