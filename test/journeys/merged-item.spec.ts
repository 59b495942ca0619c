import { Relay } from '../../src/notifications/relay';
import { HistoryVerification } from '../../src/platform/history/verification';
import { eachDatabase, type RunningApp } from '../support/harness';
import { codesOf } from '../support/problems';
import { publicly, readCase, statusOf, timelineOf, toDoOf } from '../support/reading';
import { must, perform, send } from '../support/requests';
import { standsAt } from '../support/station';
import * as assignment from '../support/steps/assignment';
import * as meeting from '../support/steps/evaluation';
import { designateKey, fileProposal } from '../support/steps/examination';
import * as feedback from '../support/steps/feedback';
import * as handling from '../support/steps/handling';
import { answerMerge, family, mergeInto, proposeMerge } from '../support/steps/merging';
import * as notice from '../support/steps/publication';
import { submitFor, type SponsorBody, threeSponsors } from '../support/three-sponsors';
import { aWorld, type World } from '../support/world';

const JOINT_SUBJECT = '关于打造科创高地的建议';
const IN_ORDER = ['青联', '科技界', '王云安'];

// Three proposals of the same matter become one case.
eachDatabase('The merged item of 青联、科技界、王云安', (open) => {
  let app: RunningApp;
  let world: World;
  let sponsors: SponsorBody[];
  let [principal, science, member] = [0, 0, 0];
  let lead: assignment.Begun;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    sponsors = await threeSponsors(app, world);
    const ids: number[] = [];
    for (const sponsor of sponsors)
      ids.push(await submitFor(app, sponsor, `关于科技创新的建议（${sponsor.name}）`));
    [principal, science, member] = ids;
    // Filed in another order than the one they will agree on.
    for (const id of [member, science, principal]) await fileProposal(app, world, id);
  });

  const namesOf = async (by = world.by.clerk) =>
    (await family(app, by, principal)).sponsors.map(({ name }) => name);
  const counts = () => must(app, world.by.clerk, 'GET', `/api/merging/counts?sessionId=${world.sessionId}`);
  const follow = async (follower: number, more: object = {}) => {
    await proposeMerge(app, world, follower, principal, more);
    const asked = (await family(app, world.by.clerk, follower)).mergings.at(-1)?.consents ?? [];
    for (const { sponsorId } of asked) {
      const sponsor = sponsors.find(({ id }) => id === sponsorId);
      if (sponsor) await answerMerge(app, sponsor.by, follower, 'agreed');
    }
    return perform(app, world.by.clerk, follower, 'merge');
  };
  /** Everything of the follower that a merge must leave alone. */
  const wholeOf = async (id: number) => {
    const {
      text,
      sponsors: own,
      caseNo,
      receiptNo,
      stage,
      moments,
      attachments,
    } = await readCase(app, world.by.clerk, id);
    return { text, own, caseNo, receiptNo, stage, moments, attachments };
  };

  it('is known to each of the three alone before anybody proposes to merge', async () => {
    for (const [at, { by }] of sponsors.entries()) {
      const seen = await Promise.all([principal, science, member].map((id) => statusOf(app, by, id)));
      expect(seen).toEqual([0, 1, 2].map((own) => (own === at ? 200 : 404)));
    }
  });

  it('asks both sides each time, and has all sponsors in the order they agreed on', async () => {
    expect((await follow(science)).stage).toBe('merged');
    const order = { sponsorOrder: sponsors.map(({ id }) => id), jointSubject: JOINT_SUBJECT };
    await follow(member, order);
    for (const { by } of sponsors) {
      expect(await namesOf(by)).toEqual(IN_ORDER);
      expect((await readCase(app, by, principal)).jointSubject).toBe(JOINT_SUBJECT);
    }
    expect(await counts()).toMatchObject({ received: 3, filed: 3, merged: 2, cases: 1 });
    for (const search of ['stage=filed', 'subject=科创高地']) {
      const [line] = (await must(app, sponsors[2].by, 'GET', `/api/proposals?${search}`)).items;
      expect(line).toMatchObject({ id: principal, subject: JOINT_SUBJECT });
    }
    const owed = (await toDoOf(app, world.by.clerk)).map(({ subject }) => subject);
    expect(owed).toEqual([JOINT_SUBJECT]);
  });

  it('is handed over and assigned as one; office and unit read the originals, too', async () => {
    const { by } = world;
    await assignment.handOver(app, world, principal);
    await standsAt({ app, world }, principal, {
      stage: 'handedOver',
      last: 'handOver',
      owes: [[by.government, 'route']],
    });
    ({
      assignments: [lead],
    } = await assignment.assign(app, world, principal));
    await assignment.acknowledge(app, world, lead);
    for (const reader of [by.government, by.transport.handler])
      for (const id of [principal, science, member]) expect(await statusOf(app, reader, id)).toBe(200);
    expect(await statusOf(app, by.housing.handler, member)).toBe(404);
  });

  it('gives a case back whole when it is un-merged before the reply', async () => {
    const { by } = world;
    const merged = await wholeOf(member);
    await perform(app, by.clerk, member, 'unmerge', { reason: '侧重点不同。' });
    expect(await wholeOf(member)).toEqual({ ...merged, stage: 'filed' });
    await standsAt({ app, world }, member, {
      stage: 'filed',
      last: 'unmerge',
      owes: [[by.clerk, 'handOver']],
    });
    expect(await namesOf()).toEqual(['青联', '科技界']);
    expect((await readCase(app, by.clerk, principal)).jointSubject).toBeNull();
    expect(await statusOf(app, sponsors[2].by, principal)).toBe(404);
    expect(await statusOf(app, by.transport.handler, member)).toBe(404);
    expect(await counts()).toMatchObject({ filed: 3, merged: 1, cases: 2 });
  });

  it('takes it in again while it is being handled, and tells whoever is at work', async () => {
    await follow(member, { sponsorOrder: sponsors.map(({ id }) => id), jointSubject: JOINT_SUBJECT });
    expect(await namesOf()).toEqual(IN_ORDER);
    const { by } = world;
    expect((await timelineOf(app, by.transport.handler, principal))[0].action).toBe('joined');
    const owes = [[by.transport.handler, 'firstContact'] as const, [by.transport.handler, 'reply'] as const];
    await standsAt({ app, world }, principal, { stage: 'handling', last: 'joined', owes });
  });

  it('is replied once, to each of the three', async () => {
    await handling.reply(app, world, lead);
    await app.get(Relay).drain();
    for (const { by } of sponsors) {
      const [{ reply }] = (await readCase(app, by, principal)).assignments;
      expect(reply.body).toBe(handling.WHOLE_REPLY.body);
      const told = (await must(app, by, 'GET', '/api/inbox')).items;
      expect(told[0]).toMatchObject({
        action: 'completeReplies',
        subject: JOINT_SUBJECT,
        proposalId: principal,
      });
    }
    const owes = sponsors.map(({ by }) => [by, 'feedback'] as const);
    await standsAt({ app, world }, principal, { stage: 'replied', last: 'completeReplies', owes });
  });

  it('cannot be parted any more', async () => {
    const late = await send(app, world.by.clerk, 'POST', `/api/proposals/${member}/unmerge`, {
      reason: '迟了。',
    });
    expect(codesOf(late)).toEqual([409, ['principalReplied']]);
    expect(await namesOf()).toEqual(IN_ORDER);
  });

  it('is rated by each of the three, and concluded with the last', async () => {
    for (const { by } of sponsors) {
      const early = await send(app, world.by.clerk, 'POST', `/api/proposals/${principal}/conclude`, {});
      expect(codesOf(early)).toEqual([409, ['formsOutstanding']]);
      await feedback.rate(app, by, principal);
    }
    const { raters } = await feedback.feedback(app, world.by.clerk, principal);
    expect(raters.map(({ name }) => name).sort()).toEqual([...IN_ORDER].sort());
    await feedback.conclude(app, world, principal);
    const owes = [[world.by.clerk, 'archive'] as const];
    await standsAt({ app, world }, principal, { stage: 'concluded', last: 'conclude', owes });
  });

  it('is published under all three names, in their order', async () => {
    await notice.makePublishable(app, world, lead, sponsors[0].by);
    for (const { by } of sponsors.slice(1)) await notice.consentToPublication(app, by, principal);
    const noticeId = await notice.aNotice(app, world, [{ proposalId: principal, tag: '合并' }]);
    const { items } = (await publicly(app, `/notices/${noticeId}.json`)).json();
    expect(items).toMatchObject([{ subject: JOINT_SUBJECT, tag: '合并', sponsors: IN_ORDER }]);
    const page = (await publicly(app, `/notices/${noticeId}`)).body;
    expect(page).toContain('青联、科技界、王云安');
    expect(page).toContain(`《${JOINT_SUBJECT}》（合并）`);
  });

  it('has its sponsors in one order for all who show them, also where nobody agreed on one', async () => {
    const ids: number[] = [];
    for (const sponsor of sponsors)
      ids.push(await submitFor(app, sponsor, `关于数字经济的建议（${sponsor.name}）`));
    const [one, other, third] = ids;
    for (const id of [third, one, other]) {
      await fileProposal(app, world, id);
      app.clock.advance(60_000);
    }
    await designateKey(app, world, one);
    for (const follower of [other, third]) await mergeInto(app, world, follower, one);
    await feedback.handleAndReply(app, world, one);
    for (const { by } of sponsors) await feedback.rate(app, by, one);
    await feedback.conclude(app, world, one);
    const { id: meetingId } = await meeting.plan(app, world);
    await meeting.changeAgenda(app, world, meetingId, [one]);
    const { id: noticeId } = await notice.compose(app, world);
    await notice.arrange(app, world, noticeId, [{ proposalId: one }]);
    const asFiled = ['青联', '王云安', '科技界'];
    expect((await family(app, world.by.clerk, one)).sponsors.map(({ name }) => name)).toEqual(asFiled);
    expect((await meeting.sheetOf(app, world.by.clerk, meetingId)).items[0].sponsors).toEqual(asFiled);
    expect((await notice.readNotice(app, world.by.clerk, noticeId)).items[0].sponsors).toEqual(asFiled);
  });

  it('counts both ways to the end, with a sound history', async () => {
    expect(await counts()).toMatchObject({ received: 6, filed: 6, merged: 4, cases: 2 });
    expect(await app.get(HistoryVerification).verify()).toMatchObject({ sound: true });
    expect((await timelineOf(app, sponsors[1].by, science)).at(-1)?.action).toBe('draft');
  });
});
