import { IndexChecking } from '../../src/search/indexing/index-checking';
import type { SearchAnswer } from '../../src/search/searching/search.service';
import { eachDatabase, type RunningApp } from '../support/harness';
import type { Person } from '../support/people';
import { must, perform } from '../support/requests';
import * as assignment from '../support/steps/assignment';
import { aFiledProposal, designateKey } from '../support/steps/examination';
import { conclude, rate, SATISFIED } from '../support/steps/feedback';
import * as handling from '../support/steps/handling';
import { consentToPublication, summarise } from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

// Within a case that many see: whom each word leads to it. Every text below is a word of its own that nobody else writes.
const EVERYBODY = ['first', 'clerk', 'director', 'office', 'government', 'lead', 'co', 'auditor'];
const INSIDE = ['clerk', 'director', 'office', 'auditor'];

eachDatabase('What is said in confidence is not found', (open) => {
  let app: RunningApp;
  let world: World;
  let by: World['by'];
  let id: number;
  let people: Record<string, Person>;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    ({ by } = world);
    const { first, clerk, director, office, government, auditor } = by;
    people = {
      first,
      clerk,
      director,
      office,
      government,
      auditor,
      lead: by.housing.handler,
      co: by.publicity.leader,
    };
    ({ id } = await aFiledProposal(app, world, { subject: '关于水獭栖息地的建议' }));
    await designateKey(app, world, id);
    await assignment.handOver(app, world, id);
  });

  const search = (person: Person, q: string) =>
    must<SearchAnswer>(app, person, 'GET', `/api/search?q=${encodeURIComponent(q)}`);

  /** Who is led to the case; whoever is not sees the word in no snippet either. */
  const areLed = async (expected: Record<string, string[]>) => {
    for (const [word, readers] of Object.entries(expected)) {
      const led: string[] = [];
      for (const [who, person] of Object.entries(people)) {
        const answer = await search(person, word);
        const isLed = answer.total > 0 && !answer.loose;
        if (isLed) led.push(who);
        const { snippets = [] } = (await search(person, `水獭 ${word}`)).items[0] ?? {};
        const read = snippets.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
        expect([who, word, read.includes(word)]).toEqual([who, word, isLed]);
      }
      expect([word, led.sort()]).toEqual([word, [...readers].sort()]);
    }
    expect(await app.get(IndexChecking).check()).toEqual([]);
  };

  it('opinions and drafts lead nobody to a case, an issued reply and progress lead everybody', async () => {
    const chosen = [
      ['housing', 'lead'],
      ['publicity', 'coHandler'],
    ] as const;
    const { assignments } = await assignment.assign(app, world, id, chosen);
    const [lead, co] = assignments;
    for (const begun of [lead, co]) await assignment.acknowledge(app, world, begun);
    const opinion = { docNo: '温宣提〔2026〕1号', body: '貔貅会办意见', signer: '会办签发' };
    await assignment.onAssignment(app, by.publicity.leader, co.id, 'give-opinion', opinion);
    await handling.consult(app, world, lead, { outcome: '麒麟面商结果' });
    await assignment.onAssignment(app, by.housing.handler, lead.id, 'report-progress', {
      ...{ reportedOn: '2026-03-02', text: '饕餮办理进展' },
    });
    await perform(app, by.clerk, id, 'supervise', { heldOn: '2026-03-02', leader: '督办', note: '玄武督办' });
    await handling.draftReply(app, world, lead, { ...handling.WHOLE_REPLY, body: '混沌答复正文' });
    await areLed({ 貔貅会办: [], 麒麟面商: [], 混沌答复: [], 玄武督办: [], 饕餮办理: EVERYBODY });
    await handling.askCountersign(app, world, lead);
    await assignment.onAssignment(app, by.publicity.leader, co.id, 'countersign', { note: '梼杌会签' });
    await handling.submitForAudit(app, world, lead);
    await handling.passAudit(app, world, lead);
    await areLed({ 梼杌会签: [], 混沌答复: [] });
    await handling.issueReply(app, world, lead);
    await areLed({ 混沌答复: EVERYBODY, 市委宣传部: EVERYBODY });
  });

  it('ratings lead nobody, a summary only the committee', async () => {
    await rate(app, by.first, id, { ...SATISFIED, text: '穷奇反馈意见' });
    await conclude(app, world, id);
    await summarise(app, world, id, { summary: '獬豸落实情况摘要，尚未公开。' });
    await consentToPublication(app, by.first, id, { note: '朱雀公开意见' });
    await perform(app, by.clerk, id, 'supervise', {
      heldOn: '2026-03-02',
      leader: '督办',
      note: '玄武督办情况',
    }).catch(() => undefined);
    await areLed({ 穷奇反馈: [], 獬豸落实: INSIDE, 朱雀公开: [] });
  });
});
