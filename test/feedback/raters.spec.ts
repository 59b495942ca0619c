import { loadCalendarYears } from '../../config/calendar';
import { loadHandlingRules } from '../../config/handling-rules';
import { Rules } from '../../src/proposals/rules';
import { eachDatabase, type RunningApp } from '../support/harness';
import { send } from '../support/requests';
import { aFiledProposal, fileProposal } from '../support/steps/examination';
import * as steps from '../support/steps/feedback';
import { mergeInto } from '../support/steps/merging';
import { draftProposal, submit, submitCollective, submitJoint } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const ALL_COSIGNERS = new Rules({ ...loadHandlingRules(), feedbackBy: 'allCosigners' }, loadCalendarYears());

eachDatabase('Who rates', (open) => {
  let app: RunningApp;
  let world: World;

  const answers = async (id: number, by = world.by.clerk) =>
    (await steps.feedback(app, by, id)).raters.map(({ name, answer }) => [
      name,
      typeof answer === 'string' ? answer : answer.result,
    ]);

  describe('by default', () => {
    let id: number;

    beforeAll(async () => {
      app = await open();
      world = await aWorld(app);
      ({ id } = await aFiledProposal(app, world));
      const sector = await submitCollective(app, world);
      await fileProposal(app, world, sector.id);
      await mergeInto(app, world, sector.id, id);
      await steps.handleAndReply(app, world, id);
    });

    it('is the first sponsor of every case that was merged, each alone and unseen by the other', async () => {
      await steps.rate(app, world.by.sector, id, steps.DISSATISFIED);
      expect(await answers(id)).toEqual([
        ['王一文', 'open'],
        ['经济界', 'dissatisfied'],
      ]);
      expect(await answers(id, world.by.first)).toEqual([
        ['王一文', 'open'],
        ['经济界', 'open'],
      ]);
    });

    it('may all rate at once, and nothing is lost', async () => {
      const raters = [world.by.first, world.by.sector];
      const done = await Promise.all(
        raters.map((by) => send(app, by, 'POST', `/api/proposals/${id}/rate`, steps.SATISFIED)),
      );
      expect(done.map(({ status }) => status)).toEqual([201, 201]);
      expect(await answers(id)).toEqual([
        ['王一文', 'satisfied'],
        ['经济界', 'satisfied'],
      ]);
    });

    it('is nobody who rates for another', async () => {
      const form = { ...steps.SATISFIED, sponsorId: world.sponsors.sector };
      expect((await send(app, world.by.first, 'POST', `/api/proposals/${id}/rate`, form)).status).toBe(403);
    });
  });

  describe('where the committee asks all co-signers', () => {
    beforeAll(async () => {
      const override: NonNullable<Parameters<typeof open>[0]>['override'] = (builder) =>
        builder.overrideProvider(Rules).useValue(ALL_COSIGNERS);
      app = await open({ override });
      world = await aWorld(app);
    });

    it('is everybody who signed, and the round waits for all of them', async () => {
      const { id } = await submitJoint(app, world);
      await fileProposal(app, world, id);
      await steps.handleAndReply(app, world, id);
      await steps.rate(app, world.by.first, id);
      const early = await send(app, world.by.clerk, 'POST', `/api/proposals/${id}/conclude`, {});
      expect(early.body.reasons).toMatchObject([{ code: 'formsOutstanding' }]);
      await steps.rate(app, world.by.second, id, steps.DISSATISFIED);
      expect(await answers(id)).toEqual([
        ['王一文', 'satisfied'],
        ['李二平', 'dissatisfied'],
      ]);
    });

    it('is everybody who signed a case that was merged, too, but nobody who declined', async () => {
      const { id } = await submitJoint(app, world);
      await fileProposal(app, world, id);
      const follower = await draftProposal(app, world.by.second, world.sponsors.second);
      await submit(app, world.by.second, follower.id);
      await fileProposal(app, world, follower.id);
      const sector = await submitCollective(app, world);
      await fileProposal(app, world, sector.id);
      await mergeInto(app, world, follower.id, id);
      await mergeInto(app, world, sector.id, id);
      await steps.handleAndReply(app, world, id);
      expect((await answers(id)).map(([name]) => name).sort()).toEqual(['李二平', '王一文', '经济界'].sort());
    });
  });
});
