import { lackWords } from '../../src/lifecycle/words/terms';
import { eachDatabase, type RunningApp } from '../support/harness';
import { codesOf, faultsOf } from '../support/problems';
import { must, perform, send } from '../support/requests';
import { aHandedOverProposal } from '../support/steps/assignment';
import {
  aKeyCase,
  announce,
  anOpenBox,
  closeBox,
  standingCommittee,
  vote,
} from '../support/steps/evaluation';
import { archive, DISSATISFIED, handleAndReply, rate, rehandle } from '../support/steps/feedback';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

eachDatabase('What a notice may hold', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const lacksOf = async (noticeId: number) =>
    (await step.readNotice(app, world.by.clerk, noticeId)).unready.map(({ lacks }) => lacks);
  const put = (noticeId: number, items: unknown[]) =>
    send(app, world.by.clerk, 'PUT', `/api/notices/${noticeId}`, { ...step.HEAD, items });

  it('is nothing at all: there must be an item', async () => {
    const { id } = await step.compose(app, world);
    const refused = await step.tryOnNotice(app, world.by.clerk, id, 'prepare');
    expect(codesOf(refused)).toEqual([409, ['noticeEmpty']]);
  });

  it('are cases with reply, summary, check and consents; what is missing is said in words', async () => {
    const { id } = await step.aPublishableCase(app, world);
    const noticeId = await step.anArrangedNotice(app, world, [{ proposalId: id }]);
    await step.summarise(app, world, id, { extent: 'none' });
    const { unready, actions } = await step.readNotice(app, world.by.clerk, noticeId);
    expect(unready).toEqual([
      { place: 1, lacks: 'withheld', word: lackWords.withheld },
      { place: 1, lacks: 'secrecyReview', word: lackWords.secrecyReview },
      { place: 1, lacks: 'personalDataCheck', word: lackWords.personalDataCheck },
    ]);
    expect(actions.find(({ action }) => action === 'prepare')?.reasons).toMatchObject([
      { code: 'itemsUnready' },
    ]);
    const refused = await step.tryOnNotice(app, world.by.clerk, noticeId, 'prepare');
    expect(codesOf(refused)).toEqual([409, ['itemsUnready']]);
  });

  it('are cases that were replied to, which the actor may see, each once', async () => {
    const [published, unreplied] = [
      await step.aPublishableCase(app, world),
      await aHandedOverProposal(app, world),
    ];
    const { id: noticeId } = await step.compose(app, world);
    const draft = await must(app, world.by.first, 'POST', '/api/proposals', {
      sponsorId: world.sponsors.first,
      subject: '关于尚未提交之事的建议',
    });
    const ids = [published.id, unreplied.id, draft.id, 999_999, published.id];
    const items = ids.map((proposalId) => ({ proposalId }));
    expect(faultsOf(await put(noticeId, items))).toEqual([
      422,
      [
        'items.1.proposalId notPublishable',
        'items.2.proposalId notPublishable',
        'items.3.proposalId notPublishable',
        'items.4.proposalId repeated',
      ],
    ]);
    expect((await step.readNotice(app, world.by.clerk, noticeId)).items).toEqual([]);
  });

  it('are key proposals only after the Standing Committee’s evaluation', async () => {
    const id = await aKeyCase(app, world);
    await step.makePublishable(app, world, { proposalId: id, unitId: world.units.transport });
    const noticeId = await step.anArrangedNotice(app, world, [{ proposalId: id }]);
    expect(await lacksOf(noticeId)).toEqual(['evaluation']);
    const seats = await standingCommittee(app, world, 3);
    const meeting = await anOpenBox(app, world, { proposalIds: [id], present: seats });
    for (const seat of seats) await vote(app, seat, meeting, ['satisfied']);
    await closeBox(app, world, meeting);
    expect(await lacksOf(noticeId)).toEqual(['evaluation']);
    await announce(app, world, meeting);
    expect(await lacksOf(noticeId)).toEqual([]);
  });

  it('is no case that is back at work; of the next round summary and consents are new ones', async () => {
    const { id } = await step.aPublishableCase(app, world);
    const noticeId = await step.anApprovedNotice(app, world, [{ proposalId: id }]);
    await rate(app, world.by.first, id, DISSATISFIED);
    app.clock.advance(60_000);
    await rehandle(app, world, id);
    expect(await lacksOf(noticeId)).toContain('reply');
    const issue = () => step.tryOnNotice(app, world.by.otherOffice, noticeId, 'issue');
    expect(codesOf(await issue())).toEqual([409, ['itemsUnready']]);
    await handleAndReply(app, world, id, { handedOver: true });
    expect(await lacksOf(noticeId)).toEqual(['summary', 'consent']);
    const check = await send(app, world.by.clerk, 'POST', `/api/proposals/${id}/check-personal-data`, {});
    expect(codesOf(check)).toEqual([409, ['noSummary']]);
    await step.makePublishable(app, world, { proposalId: id, unitId: world.units.transport });
    expect(await lacksOf(noticeId)).toEqual([]);
    expect(codesOf(await issue())).toEqual([409, ['itemsOutdated']]);
  });

  it('keeps its cases out of the archive until it is out', async () => {
    const { id } = await step.aPublishableCase(app, world);
    await rate(app, world.by.first, id);
    await perform(app, world.by.clerk, id, 'conclude');
    const noticeId = await step.aPreparedNotice(app, world, [{ proposalId: id }]);
    const tooEarly = await send(app, world.by.clerk, 'POST', `/api/proposals/${id}/archive`, {});
    expect(codesOf(tooEarly)).toEqual([409, ['noticeUnderway']]);
    await step.onNotice(app, world.by.office, noticeId, 'approve');
    await step.onNotice(app, world.by.otherOffice, noticeId, 'issue');
    expect((await archive(app, world, id)).stage).toBe('archived');
    expect(await lacksOf(noticeId)).toEqual([]);
  });
});
