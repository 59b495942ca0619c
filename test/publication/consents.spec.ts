import { eachDatabase, type RunningApp } from '../support/harness';
import { type Person, signInAs } from '../support/people';
import { codesOf, faultsOf } from '../support/problems';
import { must, send } from '../support/requests';
import { JOINT, SEPARATE } from '../support/steps/assignment';
import { aFiledCollective, aFiledProposal } from '../support/steps/examination';
import { handleAndReply } from '../support/steps/feedback';
import { aRepliedProposal } from '../support/steps/handling';
import { mergeInto } from '../support/steps/merging';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

eachDatabase('Consent to publication', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const answer = (id: number, by: Person, more: object = {}) =>
    send(app, by, 'POST', `/api/proposals/${id}/consent-to-publication`, { answer: 'agreed', ...more });
  const agree = (id: number, by: Person, more: object = {}) => step.consentToPublication(app, by, id, more);
  const consentsOf = async (id: number) =>
    (await must(app, world.by.clerk, 'GET', `/api/proposals/${id}`)).publicity.consents;
  const unanswered = async (id: number): Promise<(string | null)[]> =>
    (await must(app, world.by.clerk, 'GET', `/api/proposals/${id}/dossier`)).unanswered.map(
      ({ name }: { name: string | null }) => name,
    );
  /** A summarised and checked case in a notice; gives what it still lacks. */
  const noticeOf = async (id: number) => {
    await step.summarise(app, world, id);
    await step.lookThrough(app, world, id);
    const noticeId = await step.anArrangedNotice(app, world, [{ proposalId: id }]);
    return async () =>
      (await step.readNotice(app, world.by.clerk, noticeId)).unready.map(({ lacks }) => lacks);
  };

  it('is asked of the sponsor, the lead unit and the committee, each alone', async () => {
    const { id } = await aRepliedProposal(app, world, JOINT);
    const lacks = await noticeOf(id);
    const voices = [world.by.first, world.by.transport.leader, world.by.clerk];
    const names = ['王一文', '市交通运输局', null];
    for (const [at, by] of voices.entries()) {
      expect(await lacks()).toEqual(['consent']);
      expect((await unanswered(id)).sort()).toEqual(names.slice(at).sort());
      await agree(id, by);
    }
    expect(await lacks()).toEqual([]);
    expect(await unanswered(id)).toEqual([]);
    expect(await consentsOf(id)).toMatchObject([
      { party: 'sponsor', partyId: world.sponsors.first, answer: 'agreed', onBehalf: false },
      { party: 'unit', partyId: world.units.transport },
      { party: 'committee', partyId: 0 },
    ]);
  });

  it('is asked of every lead of a case that several units handle each for itself', async () => {
    const { id } = await aRepliedProposal(app, world, SEPARATE);
    const lacks = await noticeOf(id);
    for (const by of [world.by.first, world.by.clerk, world.by.transport.leader]) await agree(id, by);
    expect(await lacks()).toEqual(['consent']);
    await agree(id, world.by.housing.leader);
    expect(await lacks()).toEqual([]);
  });

  it('is asked of every first sponsor of a merged case', async () => {
    const { id } = await aFiledProposal(app, world);
    const follower = await aFiledCollective(app, world);
    await mergeInto(app, world, follower.id, id);
    await handleAndReply(app, world, id);
    const lacks = await noticeOf(id);
    for (const by of [world.by.first, world.by.clerk, world.by.transport.leader]) await agree(id, by);
    expect(await lacks()).toEqual(['consent']);
    await agree(id, world.by.sector);
    expect(await lacks()).toEqual([]);
  });

  it('refused by one stops the notice, until that one changes its mind', async () => {
    const { id } = await step.aPublishableCase(app, world);
    const lacks = await noticeOf(id);
    await agree(id, world.by.transport.leader, { answer: 'objected', note: '数据尚未公布。' });
    expect(await lacks()).toEqual(['objected']);
    await agree(id, world.by.transport.leader);
    expect(await lacks()).toEqual([]);
  });

  it('is given by nobody else, nor for another', async () => {
    const { id } = await aRepliedProposal(app, world, JOINT);
    const { transport, housing, government, director, office, auditor } = world.by;
    for (const by of [transport.handler, housing.leader, government, director, office, auditor])
      expect(codesOf(await answer(id, by))).toEqual([403, ['notYours']]);
    expect((await answer(id, world.by.second)).status).toBe(404);
    const { first, second } = world.sponsors;
    expect(codesOf(await answer(id, world.by.first, { sponsorId: second }))).toEqual([403, ['notYours']]);
    expect(codesOf(await answer(id, transport.leader, { sponsorId: first }))).toEqual([403, ['notYours']]);
    const stranger = await answer(id, world.by.clerk, { sponsorId: second });
    expect(codesOf(stranger)).toEqual([409, ['notAskedToConsent']]);
    expect(faultsOf(await answer(id, world.by.clerk, { party: 'unit' }))).toEqual([422, ['party notYours']]);
    expect(await consentsOf(id)).toEqual([]);
  });

  it('of a sponsor may be entered by the committee, on behalf, while the sponsor has not spoken', async () => {
    const { id } = await aRepliedProposal(app, world);
    const sponsorId = world.sponsors.first;
    await agree(id, world.by.clerk, { sponsorId, answer: 'objected', note: '电话答复。' });
    const { history } = await must(app, world.by.clerk, 'GET', `/api/proposals/${id}`);
    expect(history[0]).toMatchObject({ actor: '提案委经办甲', onBehalfOf: '王一文' });
    expect(await consentsOf(id)).toMatchObject([{ party: 'sponsor', partyId: sponsorId, onBehalf: true }]);
    await agree(id, world.by.first, { answer: 'objected' });
    const overruling = await answer(id, world.by.otherClerk, { sponsorId });
    expect(codesOf(overruling)).toEqual([409, ['consentedInPerson']]);
    expect(await consentsOf(id)).toMatchObject([{ answer: 'objected', onBehalf: false }]);
  });

  it('says in whose name, when one person speaks for several', async () => {
    const { id } = await aRepliedProposal(app, world);
    const { sponsors, units } = world;
    const hats = [
      'committee',
      { hat: 'sponsor', scopeId: sponsors.first },
      { hat: 'unitLeader', scopeId: units.transport },
    ];
    const everybody = await signInAs(app, { hats, name: '身兼数职' });
    expect(faultsOf(await answer(id, everybody))).toEqual([422, ['party required']]);
    for (const party of ['unit', 'committee', 'sponsor'])
      expect((await answer(id, everybody, { party })).body.voices).toMatchObject([{ party }]);
    const { history } = await must(app, world.by.clerk, 'GET', `/api/proposals/${id}`);
    expect(history[0]).toMatchObject({ actor: '身兼数职', onBehalfOf: null });
    const both = await answer(id, everybody, { sponsorId: sponsors.first, party: 'unit' });
    expect(faultsOf(both)).toEqual([422, ['party notYours']]);
  });

  it('given at the same time twice counts once', async () => {
    const { id } = await aRepliedProposal(app, world);
    const answers = await Promise.all([1, 2, 3].map(() => answer(id, world.by.first)));
    expect(answers.map(({ status }) => status)).toContain(200);
    expect(answers.filter(({ status }) => ![200, 409].includes(status))).toEqual([]);
    expect(await consentsOf(id)).toHaveLength(1);
  });
});
