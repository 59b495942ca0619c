import { HistoryRow } from '../../src/platform/history/history.entity';
import { Lapses } from '../../src/proposals/lapses';
import { Rules } from '../../src/proposals/rules';
import { SecondRatingOpening } from '../../src/feedback/second-rating/opening.service';
import { deadlinesOf } from '../support/deadlines';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import { toldOf } from '../support/inbox';
import { type Person, signInAs } from '../support/people';
import { must, send } from '../support/requests';
import { owedBy } from '../support/reading';
import { aConcludedProposal, archive } from '../support/steps/feedback';
import { aConcludedPromise } from '../support/steps/promises';
import { aWorld, type World } from '../support/world';

/** Half a year after the reply. */
const LATER = '2026-09-02T01:00:00.000Z';
const WORDS = '停车楼至今没有动工。';
const NO = { attitude: 'satisfied', result: 'dissatisfied', kept: false, text: WORDS };
const YES = { attitude: 'satisfied', result: 'satisfied', kept: true };

eachDatabase('a second rating', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(async () => {
    app.clock.set(START);
    id = await aConcludedPromise(app, world);
  });

  const openDue = () => app.get(SecondRatingOpening).openDue();
  const rateAgain = (given: object, by: Person = world.by.first) =>
    send(app, by, 'POST', `/api/proposals/${id}/rate-again`, given);
  const sheet = async (by: Person) =>
    (await must(app, by, 'GET', `/api/proposals/${id}/second-rating`)).ratings;
  const codes = async (answer: ReturnType<typeof rateAgain>) => {
    const { status, body } = await answer;
    return [status, ...(body.reasons ?? []).map(({ code }: { code: string }) => code)];
  };

  it('opens once, half a year after a reply of class B, and is owed by the first sponsor', async () => {
    const { id: plain } = await aConcludedProposal(app, world);
    app.clock.set('2026-09-01T01:00:00.000Z');
    expect(await openDue()).toBe(0);
    expect(await codes(rateAgain(YES))).toEqual([409, 'noSecondRating', 'notAskedAgain']);
    app.clock.set(LATER);
    expect(await openDue()).toBe(1);
    expect(await openDue()).toBe(0);
    expect(await owedBy(app, world.by.first, id)).toEqual(['secondFeedback']);
    expect(await owedBy(app, world.by.first, plain)).toEqual([]);
    expect(await sheet(world.by.first)).toMatchObject([{ round: 1, mine: true, state: 'open' }]);
    await app.get(Lapses).sweep();
    await rateAgain(YES);
  });

  it('is not opened where the setting says never, nor for what lies long back', async () => {
    app.clock.set('2028-01-05T01:00:00.000Z');
    expect(await openDue()).toBe(0);
    app.clock.set(LATER);
    const rules = app.get(Rules);
    const { months } = rules.handling.secondRating;
    Object.assign(rules.handling.secondRating, { months: 0 });
    expect(await openDue()).toBe(0);
    Object.assign(rules.handling.secondRating, { months });
    await openDue();
    await rateAgain(YES);
  });

  it('is given once, in person, and told to the committee; 不满意 to the director, too, without another round', async () => {
    app.clock.set(LATER);
    await openDue();
    for (const who of [world.by.clerk, world.by.second, world.by.transport.leader])
      expect([403, 404]).toContain((await rateAgain({ ...NO, sponsorId: world.sponsors.first }, who)).status);
    expect((await rateAgain(NO)).status).toBe(201);
    expect(await codes(rateAgain(YES))).toEqual([409, 'noSecondRating', 'notAskedAgain']);
    const names = ['提案委主任', '提案委经办乙', '提案委经办甲'];
    expect(await toldOf(app, 'dissatisfiedAgain', id)).toEqual(names);
    expect(await toldOf(app, 'rateAgain', id)).toEqual(names.slice(1));
    const { stage, round } = await must(app, world.by.clerk, 'GET', `/api/proposals/${id}`);
    expect([stage, round]).toEqual(['concluded', 1]);
    expect(
      (await must(app, world.by.clerk, 'GET', `/api/proposals/${id}/feedback`)).raters[0].answer.result,
    ).toBe('satisfied');
  });

  it('leaves no trace for units and offices while it is open', async () => {
    const handlerAndMember = await signInAs(app, {
      name: '两栖',
      hats: [
        { hat: 'unitHandler', scopeId: world.units.transport },
        { hat: 'sponsor', scopeId: world.sponsors.second },
      ],
    });
    const outsiders = [
      world.by.transport.handler,
      world.by.transport.leader,
      world.by.government,
      handlerAndMember,
    ];
    const read = async (by: Person) => {
      const { version: _, ...dossier } = await must(app, by, 'GET', `/api/proposals/${id}`);
      const lists = await Promise.all(
        [
          `/api/proposals/${id}/history`,
          `/api/proposals/${id}/second-rating`,
          '/api/to-do',
          '/api/proposals?overdue=true',
        ].map((url) => must(app, by, 'GET', url)),
      );
      return JSON.stringify([dossier, lists]);
    };
    app.clock.set(LATER);
    const before = await Promise.all(outsiders.map(read));
    await openDue();
    expect(await Promise.all(outsiders.map(read))).toEqual(before);
    expect(await sheet(world.by.transport.leader)).toEqual([]);
    await rateAgain(NO);
    // The only one asked has answered: now it is closed, and what was said may be read.
    expect(await sheet(world.by.transport.leader)).toMatchObject([{ state: 'given', ...NO }]);
    const timeline = JSON.stringify(
      await must(app, world.by.transport.leader, 'GET', `/api/proposals/${id}/history`),
    );
    expect(timeline).not.toContain(WORDS);
  });

  it('runs out as no answer, never as a satisfied one', async () => {
    app.clock.set(LATER);
    await openDue();
    app.clock.set('2026-10-31T01:00:00.000Z');
    await app.get(Lapses).sweep();
    expect(await sheet(world.by.clerk)).toMatchObject([{ state: 'noAnswer', mine: false }]);
    expect(await codes(rateAgain(YES))).toEqual([409, 'noSecondRating', 'notAskedAgain']);
    expect((await deadlinesOf(app, world.sponsors.first, 'sponsor')).secondFeedback.state).toBe('cancelled');
  });

  it('is asked of what lies in the archive, and waited for before something is put there', async () => {
    const refused = async () => {
      const { body } = await send(app, world.by.clerk, 'POST', `/api/proposals/${id}/archive`, {});
      return (body.reasons ?? []).map(({ code }: { code: string }) => code);
    };
    app.clock.set(LATER);
    await openDue();
    expect(await refused()).toEqual(['promisesOutstanding', 'secondRatingUnderway']);
    await rateAgain(YES);
    expect(await refused()).toEqual(['promisesOutstanding']);
  });

  it('opens in the archive', async () => {
    const [{ id: promiseId, assignmentId }] = await app.database.rows<{ id: number; assignmentId: number }>(
      'SELECT "id", "assignmentId" FROM "promise" WHERE "proposalId" = ?',
      [id],
    );
    const kept = { promiseId, evidence: '已建成。', keptOn: '2026-03-02' };
    await must(
      app,
      world.by.transport.handler,
      'POST',
      `/api/assignments/${assignmentId}/keep-promise`,
      kept,
    );
    await archive(app, world, id);
    app.clock.set(LATER);
    expect(await openDue()).toBe(1);
    expect((await rateAgain(YES)).status).toBe(201);
    const entry = { proposalId: id, action: 'rateAgain' };
    expect(await app.database.reader.findBy(HistoryRow, entry)).toMatchObject([{ stageTo: 'archived' }]);
  });

  it('is counted apart from the first', async () => {
    const { first, second } = await must(
      app,
      world.by.director,
      'GET',
      `/api/second-ratings/statistics?sessionId=${world.sessionId}`,
    );
    expect(second).toMatchObject({ asked: 7, given: 6, open: 0, noAnswer: 1, kept: 4 });
    expect(second.result).toEqual({ satisfied: 4, basicallySatisfied: 0, dissatisfied: 2 });
    expect(first).toMatchObject({
      given: 7,
      result: { satisfied: 7, basicallySatisfied: 0, dissatisfied: 0 },
    });
    for (const who of [world.by.transport.leader, world.by.first, world.by.government])
      expect((await send(app, who, 'GET', '/api/second-ratings/statistics')).status).toBe(403);
  });
});
