import { Relay } from '../../src/notifications/relay';
import { wordsOf } from '../support/doors';
import { eachDatabase, type RunningApp } from '../support/harness';
import type { Person } from '../support/people';
import { perform } from '../support/requests';
import * as assignment from '../support/steps/assignment';
import { plan, changeAgenda } from '../support/steps/evaluation';
import { aFiledCollective, designateKey, fileProposal, recommend } from '../support/steps/examination';
import { conclude, DISSATISFIED, rate } from '../support/steps/feedback';
import * as handling from '../support/steps/handling';
import { proposeMerge } from '../support/steps/merging';
import { consentToPublication, summarise } from '../support/steps/publication';
import { cosign, draftProposal, inviteCosigners, submit } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

// Within a case that many see: who reads which words. Every text below is a word of its own that nobody else writes.
const SPONSORS = ['first', 'second'];
const WORKING = ['government', 'lead', 'co'];
const EVERYBODY = [...SPONSORS, 'clerk', ...WORKING];

eachDatabase('What is said in confidence', (open) => {
  let app: RunningApp;
  let world: World;
  let by: World['by'];
  let id: number;
  let [returned, lead, co] = [] as assignment.Begun[];
  let people: Record<string, Person>;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    ({ by } = world);
    const { first, second, sector, clerk, government, standing, auditor } = by;
    const units = { returned: by.transport.handler, lead: by.housing.handler, co: by.publicity.leader };
    people = { ...{ first, second, sector, clerk, government, standing, auditor }, ...units };
  });

  /** Who finds each word in anything they can read, besides the auditor, who reads everything. */
  const areRead = async (expected: Record<string, string[]>) => {
    await app.get(Relay).drain();
    const found = Object.keys(expected).map((word) => [word, [] as string[]] as const);
    for (const [who, person] of Object.entries(people)) {
      const words = await wordsOf(app, person, [id]);
      for (const [word, readers] of found) if (words.includes(word)) readers.push(who);
    }
    for (const [word, readers] of found)
      expect([word, readers.sort()]).toEqual([word, [...expected[word], 'auditor'].sort()]);
  };

  it('whoever declined to sign is known to the sponsors alone, and what was said', async () => {
    ({ id } = await draftProposal(app, by.first, world.sponsors.first));
    await inviteCosigners(app, by.first, id, [world.sponsors.second, world.sponsors.sector]);
    await cosign(app, by.second, id, { opinion: '联名意见' });
    await perform(app, by.sector, id, 'decline-cosign', { opinion: '谢绝意见' });
    await areRead({ 联名意见: SPONSORS, 谢绝意见: SPONSORS });
    await submit(app, by.first, id);
    await areRead({ 联名意见: [...SPONSORS, 'clerk'], 谢绝意见: SPONSORS });
  });

  it('the preliminary examination is the committee’s', async () => {
    await recommend(app, world, id, { outcome: 'file', reason: '初审意见' });
    await areRead({ 初审意见: ['clerk'] });
    await perform(app, by.director, id, 'reexamine', { note: '发回意见' });
    await areRead({ 发回意见: ['clerk'] });
    await fileProposal(app, world, id);
    await designateKey(app, world, id);
  });

  it('what is said of a merge stays between sponsors and committee', async () => {
    const { id: other } = await aFiledCollective(app, world);
    await proposeMerge(app, world, id, other, { reason: '并案理由' });
    await perform(app, by.first, id, 'answer-merge', { answer: 'objected', note: '反对并案' });
    await areRead({ 反对并案: [...SPONSORS, 'sector', 'clerk'] });
    await perform(app, by.clerk, id, 'drop-merge', { reason: '放弃并案' });
    await areRead({ 反对并案: [...SPONSORS, 'clerk'], 放弃并案: [...SPONSORS, 'clerk'] });
  });

  it('why a unit would not have it is spared the sponsors', async () => {
    await assignment.handOver(app, world, id);
    ({
      assignments: [returned],
    } = await assignment.assign(app, world, id));
    await assignment.requestReturn(app, world, returned, { reason: '退办理由' });
    await areRead({ 退办理由: ['clerk', 'government', 'returned'] });
    await assignment.onAssignment(app, by.government, returned.id, 'grant-return', { note: '退办批复' });
    const chosen = [
      ['housing', 'lead'],
      ['publicity', 'coHandler'],
    ] as const;
    ({
      assignments: [lead, co],
    } = await assignment.assign(app, world, id, chosen));
    for (const begun of [lead, co]) await assignment.acknowledge(app, world, begun);
    await areRead({ 退办理由: ['clerk', ...WORKING], 退办批复: ['clerk', ...WORKING] });
  });

  it('that sponsors think of withdrawing is not the units’ to know', async () => {
    await perform(app, by.first, id, 'ask-withdrawal', { reason: '撤案理由' });
    await areRead({ 撤案理由: [...SPONSORS, 'clerk'], decideWithdrawal: [...SPONSORS, 'clerk'] });
    await perform(app, by.director, id, 'refuse-withdrawal', { note: '不准撤案' });
    await areRead({ 不准撤案: [...SPONSORS, 'clerk'] });
  });

  it('urging and supervision are for those who work', async () => {
    await perform(app, by.clerk, id, 'urge', { body: '催办内容' });
    await areRead({ 催办内容: ['clerk', ...WORKING] });
    const held = { heldOn: '2026-03-02', leader: '督办领导', note: '督办情况' };
    await perform(app, by.clerk, id, 'supervise', held);
    await areRead({ 督办情况: ['clerk', ...WORKING] });
  });

  it('meetings are open to all; an opinion of a co-handler is the lead’s, never a sponsor’s', async () => {
    await handling.consult(app, world, lead, { outcome: '面商结果' });
    await areRead({ 面商结果: EVERYBODY });
    const opinion = { docNo: '温宣提〔2026〕1号', body: '结合旧改一并实施', signer: '会办签发' };
    await assignment.onAssignment(app, by.publicity.leader, co.id, 'give-opinion', opinion);
    await areRead({ 结合旧改一并实施: ['clerk', ...WORKING], '温宣提〔2026〕1号': ['clerk', ...WORKING] });
  });

  it('a draft is read by units and office; by the sponsor once it is issued', async () => {
    await handling.draftReply(app, world, lead, { ...handling.WHOLE_REPLY, body: '答复草稿' });
    await areRead({ 答复草稿: WORKING });
    await handling.askCountersign(app, world, lead);
    await assignment.onAssignment(app, by.publicity.leader, co.id, 'countersign', { note: '会签意见' });
    await areRead({ 会签意见: ['clerk', ...WORKING] });
    await handling.submitForAudit(app, world, lead);
    await assignment.onAssignment(app, by.government, lead.id, 'send-back', { reason: '点位不明请补写' });
    await areRead({ 点位不明请补写: ['clerk', ...WORKING], 答复草稿: WORKING });
    await handling.submitForAudit(app, world, lead);
    await handling.passAudit(app, world, lead);
    await handling.issueReply(app, world, lead);
    await areRead({ 答复草稿: EVERYBODY });
  });

  it('a rating is its sponsor’s and the committee’s until the round is closed', async () => {
    await rate(app, by.first, id, { ...DISSATISFIED, text: '反馈意见' });
    await areRead({ 反馈意见: ['first', 'clerk'] });
    await perform(app, by.director, id, 'decline-rehandling', { reason: '办法已经用尽' });
    await areRead({ 反馈意见: ['first', 'clerk'], 办法已经用尽: [...SPONSORS, 'clerk'] });
    await conclude(app, world, id);
    await areRead({ 反馈意见: EVERYBODY });
  });

  it('the summary is the committee’s until it is published; who agreed is said to those who were asked', async () => {
    await summarise(app, world, id, { summary: '尚未公开的落实情况摘要' });
    await areRead({ 尚未公开的落实情况摘要: ['clerk'] });
    await consentToPublication(app, by.first, id, { note: '公开意见' });
    await areRead({ 公开意见: [...SPONSORS, 'clerk', 'lead', 'co'] });
  });

  it('the Standing Committee reads what it votes on, and none of all this', async () => {
    const { id: meetingId } = await plan(app, world);
    await changeAgenda(app, world, meetingId, [id]);
    const words = await wordsOf(app, by.standing, [id]);
    for (const open of ['面商结果', '答复草稿', '反馈意见']) expect(words).toContain(open);
    const closed = [
      '谢绝意见',
      '初审意见',
      '反对并案',
      '退办理由',
      '撤案理由',
      '催办内容',
      '旧改',
      '尚未公开',
      '公开意见',
    ];
    expect(closed.filter((word) => words.includes(word))).toEqual([]);
  });
});
