import { eachDatabase, type RunningApp } from '../support/harness';
import { wordsOf } from '../support/doors';
import { deadlinesOf } from '../support/deadlines';
import { toldOf } from '../support/inbox';
import type { Person } from '../support/people';
import { given, goTo, sweepOn } from '../support/reminders';
import { must, perform, send } from '../support/requests';
import { anAcknowledgedProposal, aHandedOverProposal } from '../support/steps/assignment';
import { aFiledCollective, aFiledProposal } from '../support/steps/examination';
import { aRepliedProposal, PLANNED_REPLY } from '../support/steps/handling';
import { mergeInto } from '../support/steps/merging';
import { aWorld, type World } from '../support/world';

eachDatabase('A sponsor who asks for an urging letter', (open) => {
  let app: RunningApp;
  let world: World;
  let by: World['by'];
  let id: number;

  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
    ({ by } = world);
    ({ id } = await anAcknowledgedProposal(app, world));
  });

  const reason = { reason: '两周以来无人联系。' };
  const ask = (who: Person = by.first, of = id) =>
    send(app, who, 'POST', `/api/proposals/${of}/ask-urging`, reason);
  const codeOf = async (answer: ReturnType<typeof ask>) => {
    const { status, body } = await answer;
    return [status, body.reasons?.[0].code];
  };
  const requestsSeenBy = async (who: Person) =>
    (await must(app, who, 'GET', `/api/proposals/${id}`)).happenings.filter(
      ({ kind }: { kind: string }) => kind === 'urgingRequest',
    );
  const actionsOpenTo = async (who: Person): Promise<string[]> => {
    const { actions } = await must(app, who, 'GET', `/api/proposals/${id}`);
    return actions
      .filter(({ reasons }: { reasons: object[] }) => reasons.length === 0)
      .map(({ action }: { action: string }) => action);
  };
  const names = (...people: Person[]) => people.map(({ name }) => name).sort();

  it('is heard by the committee, which owes an answer within five working days', async () => {
    expect((await ask()).status).toBe(201);
    expect(await toldOf(app, 'askUrging')).toEqual(names(by.clerk, by.otherClerk));
    const { answerUrging } = await deadlinesOf(app, id, 'proposal');
    expect(answerUrging).toMatchObject({ state: 'running', dueOn: '2026-03-09' });
    await sweepOn(app, '2026-03-10');
    expect((await given(app, 'answerUrging')).map(({ told }) => told)).toEqual([
      names(by.clerk, by.otherClerk),
    ]);
  });

  it('learns that the letter has been written, though not what it says', async () => {
    await ask();
    const { version } = await perform<{ version: number }>(app, by.clerk, id, 'urge', {
      body: '请抓紧办理。',
    });
    expect(await toldOf(app, 'urgingGranted')).toEqual([by.first.name]);
    expect((await deadlinesOf(app, id, 'proposal')).answerUrging).toMatchObject({ state: 'met' });
    expect((await must(app, by.clerk, 'GET', `/api/proposals/${id}`)).version).toBe(version);
    expect(await requestsSeenBy(by.first)).toMatchObject([{ text: reason.reason, result: 'urged' }]);
    const { happenings } = await must(app, by.first, 'GET', `/api/proposals/${id}`);
    expect(JSON.stringify(happenings)).not.toContain('请抓紧办理');
  });

  it('learns why nobody is urged', async () => {
    await ask();
    const no = { reason: '单位已约定下周面商。' };
    await perform(app, by.clerk, id, 'decline-urging', no);
    expect(await toldOf(app, 'declineUrging')).toEqual([by.first.name]);
    expect((await deadlinesOf(app, id, 'proposal')).answerUrging).toMatchObject({
      state: 'met',
      late: false,
    });
    expect(await requestsSeenBy(by.first)).toMatchObject([{ result: no.reason }]);
    const again = send(app, by.clerk, 'POST', `/api/proposals/${id}/decline-urging`, no);
    expect(await codeOf(again)).toEqual([409, 'noUrgingAsked']);
  });

  it('asks once, and after an answer not again for a week, whoever of the sponsors asks', async () => {
    await ask();
    expect(await codeOf(ask())).toEqual([409, 'urgingOpen']);
    await perform(app, by.clerk, id, 'decline-urging', { reason: '请稍候。' });
    goTo(app, '2026-03-08');
    expect(await codeOf(ask())).toEqual([409, 'urgedTooSoon']);
    expect(await actionsOpenTo(by.first)).not.toContain('askUrging');
    goTo(app, '2026-03-09');
    expect(await actionsOpenTo(by.first)).toContain('askUrging');
    expect((await ask()).status).toBe(201);
  });

  it('is a sponsor of the case, also of one that was merged into it', async () => {
    expect((await ask(by.second)).status).toBe(404);
    for (const other of [by.clerk, by.government, by.transport.handler])
      expect(await codeOf(ask(other))).toEqual([403, 'notYours']);
    const { id: principal } = await aFiledProposal(app, world);
    const { id: follower } = await aFiledCollective(app, world);
    await mergeInto(app, world, follower, principal);
    const handedOver = { officeId: world.offices.government };
    await perform(app, by.clerk, principal, 'hand-over', handedOver);
    expect((await ask(by.sector, principal)).status).toBe(201);
    expect(await toldOf(app, 'askUrging', principal)).toEqual(names(by.clerk, by.otherClerk));
    await perform(app, by.clerk, principal, 'decline-urging', { reason: '刚刚交办。' });
    expect(await toldOf(app, 'declineUrging', principal)).toEqual([by.sector.name]);
  });

  it('asks while others are at work, and after the reply only for what was promised and not kept', async () => {
    const filed = await aFiledProposal(app, world);
    expect(await codeOf(ask(by.first, filed.id))).toEqual([409, 'wrongStage']);
    const early = await aHandedOverProposal(app, world);
    expect((await ask(by.first, early.id)).status).toBe(201);
    const { id: replied } = await aRepliedProposal(app, world, undefined, { parts: PLANNED_REPLY });
    expect(await codeOf(ask(by.first, replied))).toEqual([409, 'nothingToUrge']);
    goTo(app, '2027-01-05');
    expect((await ask(by.first, replied)).status).toBe(201);
  });

  it('is not known to units and offices: neither the request, nor its clock, nor its answer', async () => {
    await ask();
    await perform(app, by.clerk, id, 'decline-urging', { reason: '单位已约定下周面商。' });
    for (const who of [by.government, by.transport.handler, by.transport.leader]) {
      const words = JSON.stringify(await wordsOf(app, who, [id]));
      for (const word of [reason.reason, '单位已约定下周面商', 'answerUrging', 'askUrging'])
        expect([word, words.includes(word)]).toEqual([word, false]);
    }
    expect(await requestsSeenBy(by.clerk)).toHaveLength(1);
  });
});
