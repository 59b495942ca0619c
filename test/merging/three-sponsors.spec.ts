import { SYSTEM } from '../../src/lifecycle/people';
import { MembersService } from '../../src/people/members/members.service';
import { SponsorsService } from '../../src/people/sponsors/sponsors.service';
import { eachDatabase, type RunningApp } from '../support/harness';
import { type Person, signInAs } from '../support/people';
import { must, perform } from '../support/requests';
import { fileProposal } from '../support/steps/examination';
import { answerMerge, family, proposeMerge } from '../support/steps/merging';
import { draftProposal, signAsConvener, submit } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const SINCE = '2022-01-01';

// As in the notice of 2022: one case with the sponsors 青联、科技界、王云安.
eachDatabase('A case of 青联、科技界、王云安', (open) => {
  let app: RunningApp;
  let world: World;
  let sponsors: { id: number; by: Person }[];
  let cases: number[];

  const names = async (id: number, by = world.by.clerk) =>
    (await family(app, by, id)).sponsors.map(({ name }) => name).join('、');

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    sponsors = [
      await aBody('organisation', '青联'),
      await aBody('sector', '科技界'),
      await aMember('王云安'),
    ];
    cases = [];
    for (const [at, { id, by }] of sponsors.entries()) {
      const draft = await draftProposal(app, by, id, { subject: `关于科技创新的建议之${at + 1}` });
      if (at < 2) await signAsConvener(app, by, draft.id);
      await submit(app, by, draft.id);
      cases.push(draft.id);
    }
    // Filed in another order than the one they agree on.
    for (const id of [cases[2], cases[1], cases[0]]) await fileProposal(app, world, id);
  });

  async function aBody(kindCode: string, name: string) {
    const { id } = await app.get(SponsorsService).create(SYSTEM, { kindCode, name, validFrom: SINCE });
    return { id, by: await signInAs(app, { hats: [{ hat: 'sponsor', scopeId: id }], name }) };
  }

  async function aMember(name: string) {
    const seat = { termId: world.termId, sectorSponsorId: sponsors?.[1]?.id, standingCommittee: false };
    const member = { name, phone: '13800000002', validFrom: SINCE, ...seat };
    const { sponsorId: id } = await app.get(MembersService).create(SYSTEM, member);
    return { id, by: await signInAs(app, { hats: [{ hat: 'sponsor', scopeId: id }], name }) };
  }

  async function merge(follower: number, more: object = {}) {
    await proposeMerge(app, world, follower, cases[0], more);
    for (const { sponsorId } of (await family(app, world.by.clerk, follower)).mergings.at(-1)?.consents ??
      []) {
      const sponsor = sponsors.find(({ id }) => id === sponsorId);
      if (sponsor) await answerMerge(app, sponsor.by, follower, 'agreed');
    }
    await perform(app, world.by.clerk, follower, 'merge');
  }

  it('has its followers in the order in which they were filed', async () => {
    await merge(cases[1]);
    await merge(cases[2]);
    expect(await names(cases[0])).toBe('青联、王云安、科技界');
  });

  it('has the sponsors in the order they agreed on, also before each of them', async () => {
    await perform(app, world.by.clerk, cases[2], 'unmerge', { reason: '重定顺序。' });
    expect(await names(cases[0])).toBe('青联、科技界');
    const order = { sponsorOrder: sponsors.map(({ id }) => id), jointSubject: '关于打造科创高地的建议' };
    await merge(cases[2], order);
    for (const { by } of sponsors) expect(await names(cases[0], by)).toBe('青联、科技界、王云安');
    const { jointSubject } = await must(app, sponsors[2].by, 'GET', `/api/proposals/${cases[0]}`);
    expect(jointSubject).toBe('关于打造科创高地的建议');
  });

  it('forgets the order with the merge that brought it', async () => {
    await perform(app, world.by.clerk, cases[2], 'unmerge', { reason: '内容不同。' });
    const whole = await family(app, world.by.clerk, cases[0]);
    expect(whole).toMatchObject({ principal: { jointSubject: null }, followers: [{ id: cases[1] }] });
    expect(await names(cases[0])).toBe('青联、科技界');
  });
});
