import { HistoryVerification } from '../../src/platform/history/verification';
import { deadlinesOf } from '../support/deadlines';
import { eachDatabase } from '../support/harness';
import { timelineOf } from '../support/reading';
import { isAnswered } from './whole-life/answering';
import { isEvaluated } from './whole-life/evaluating';
import { isExaminedAndAssigned } from './whole-life/examining';
import { isHandled } from './whole-life/handling';
import { Life } from './whole-life/life';
import { isArchived, isPublished } from './whole-life/publishing';
import { isWritten } from './whole-life/writing';

// One proposal, from its first word to the tombstone of its notice.
eachDatabase('The whole life of a proposal', (open) => {
  const life = new Life();
  beforeAll(() => life.begin(open));

  isWritten(life);
  isExaminedAndAssigned(life);
  isHandled(life);
  isAnswered(life);
  isEvaluated(life);
  isPublished(life);
  isArchived(life);

  it('has a history that nobody can change unseen, and each reads what is meant for them', async () => {
    const { app, by, id } = life;
    expect(await app.get(HistoryVerification).verify()).toMatchObject({ sound: true });
    const read = async (reader: typeof by.first) =>
      (await timelineOf(app, reader, id)).map(({ action }) => action);
    const everything = await read(by.auditor);
    expect(everything.length).toBeGreaterThan(50);
    expect(everything.at(-1)).toBe('draft');
    const sponsor = await read(by.second);
    for (const inside of ['recommend', 'askToAdd', 'giveOpinion', 'draftReply', 'sendBack', 'summarise'])
      expect(sponsor).not.toContain(inside);
    const unit = await read(by.housing.handler);
    for (const inside of ['edit', 'inviteCosigners', 'recommend', 'rate', 'summarise'])
      expect(unit).not.toContain(inside);
  });

  it('has every clock stopped, and none of them late', async () => {
    const { app, id, lead, co } = life;
    const clocks = [
      ...Object.values(await deadlinesOf(app, id, 'proposal')),
      ...Object.values(await deadlinesOf(app, lead.id)),
      ...Object.values(await deadlinesOf(app, co.id)),
    ];
    expect(clocks.length).toBeGreaterThan(12);
    for (const row of clocks) expect(row).toMatchObject({ state: expect.stringMatching(/met|cancelled/) });
    expect(clocks.filter(({ late }) => late).map(({ clock }) => clock)).toEqual([]);
  });
});
