import { Lapses } from '../../src/proposals/lapses';
import { eachDatabase, type RunningApp } from '../support/harness';
import { toldOf } from '../support/inbox';
import type { Person } from '../support/people';
import { must, perform } from '../support/requests';
import * as assignment from '../support/steps/assignment';
import * as meeting from '../support/steps/evaluation';
import { aFiledCollective, designateKey, recommend } from '../support/steps/examination';
import { conclude, rate } from '../support/steps/feedback';
import * as handling from '../support/steps/handling';
import { answerMerge, proposeMerge } from '../support/steps/merging';
import * as notice from '../support/steps/publication';
import * as submission from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

// One case that is told of to everybody in turn; whoever does something is never told of it.
eachDatabase('Whom the deeds tell', (open) => {
  let app: RunningApp;
  let world: World;
  let by: World['by'];
  let id: number;
  let followerId: number;
  let [lead, co] = [] as assignment.Begun[];
  let units: Person[];

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    ({ by } = world);
    units = [by.transport.handler, by.transport.leader, by.housing.handler, by.housing.leader];
    ({ id } = await submission.draftProposal(app, by.first, world.sponsors.first));
  });

  const told = async (action: string, ...people: Person[]) =>
    expect([action, await toldOf(app, action)]).toEqual([action, people.map(({ name }) => name).sort()]);
  const without = (people: Person[], ...actors: Person[]) =>
    people.filter((person) => !actors.includes(person));
  const committee = () => [by.clerk, by.otherClerk];
  const family = () => [by.first, by.second, by.sector];

  it('while it is written: those who are asked, and the first sponsor of what they answer', async () => {
    const { second, sector } = world.sponsors;
    await told('draft');
    await submission.inviteCosigners(app, by.first, id, [second, sector]);
    await told('inviteCosigners', by.second, by.sector);
    await perform(app, by.sector, id, 'decline-cosign');
    await told('declineCosign', by.first);
    const { version } = await submission.cosign(app, by.second, id);
    await told('cosign', by.first);
    await submission.saveText(app, by.first, id, { version, analysis: '改写。' });
    await told('edit', by.second);
    app.clock.advance(4 * 60 * 60 * 1000);
    await app.get(Lapses).sweep();
    await told('lapseCosign', by.first);
    await submission.inviteCosigners(app, by.first, id, [second]);
    await told('inviteCosigners', by.second);
    await submission.cosign(app, by.second, id);
  });

  it('while it is examined: its sponsors, the committee and the director', async () => {
    await submission.submit(app, by.first, id);
    await told('submit', by.second, ...committee());
    await perform(app, by.otherClerk, id, 'correct', { subject: '关于停车难的建议', note: '文字规范。' });
    await told('correct', by.first);
    await recommend(app, world, id);
    await told('recommend', by.director);
    await perform(app, by.director, id, 'file');
    await told('file', by.first, by.second, ...committee());
    await designateKey(app, world, id);
    await told('designateKey', by.first, by.second, by.otherClerk);
    await perform(app, by.first, id, 'ask-withdrawal', { reason: '拟另提。' });
    await told('askWithdrawal', by.director, ...committee());
    await perform(app, by.director, id, 'refuse-withdrawal', { note: '已立案，请继续。' });
    await told('refuseWithdrawal', by.first, ...committee());
  });

  it('of a merge: both who are asked, then all sponsors of the family', async () => {
    followerId = (await aFiledCollective(app, world)).id;
    await proposeMerge(app, world, followerId, id);
    await told('proposeMerge', by.first, by.sector);
    await perform(app, by.clerk, followerId, 'drop-merge', { reason: '再议。' });
    await told('dropMerge', by.first, by.sector);
    await proposeMerge(app, world, followerId, id);
    await answerMerge(app, by.sector, followerId, 'agreed');
    await told('answerMerge', ...committee());
    await answerMerge(app, by.first, followerId, 'agreed');
    await perform(app, by.clerk, followerId, 'merge');
    await told('merge', by.first, by.sector, by.otherClerk);
    await told('joined', ...family(), by.otherClerk);
  });

  it('when it is assigned: the one office, the units chosen, and whoever asks them', async () => {
    await assignment.handOver(app, world, id);
    await told('handOver', ...family(), by.government);
    ({
      assignments: [lead, co],
    } = await assignment.assign(app, world, id, assignment.JOINT));
    await told('assign', ...family(), ...committee(), ...units);
    expect(await toldOf(app, 'begin', lead.id)).toEqual(
      [by.transport.handler, by.transport.leader].map(({ name }) => name).sort(),
    );
    await assignment.acknowledge(app, world, lead);
    await told('acknowledge', by.government, ...committee());
    await assignment.requestReturn(app, world, co);
    await told('requestReturn', by.government, ...committee());
    await assignment.refuseReturn(app, world, co);
    await told('refuseReturn', by.housing.handler, by.housing.leader, ...committee());
  });

  it('while it is handled: the lead of opinions, the co-handlers of the draft, the office of the audit', async () => {
    const transport = [by.transport.handler, by.transport.leader];
    await handling.giveOpinion(app, world, co);
    await told('giveOpinion', ...transport);
    await handling.consult(app, world, lead);
    await told('recordConsultation', ...family());
    await handling.draftReply(app, world, lead, handling.PLANNED_REPLY);
    await told('draftReply');
    await handling.askCountersign(app, world, lead);
    await told('askCountersign', ...without(units, by.transport.handler));
    await handling.countersign(app, world, co);
    await told('countersign', ...transport);
    await handling.submitForAudit(app, world, lead);
    await told('submitForAudit', by.government);
    await handling.passAudit(app, world, lead);
    await told('passAudit', ...transport);
    await perform(app, by.clerk, id, 'urge', { body: '请抓紧办理。' });
    await told('urge', by.government, ...units);
  });

  it('of the reply and what follows: the merged family, and the units not before the round is closed', async () => {
    await handling.issueReply(app, world, lead);
    const rest = [...family(), ...committee(), by.government];
    await told('issueReply', ...rest, ...without(units, by.transport.leader));
    await told('completeReplies', ...rest);
    for (const rater of [by.first, by.sector]) {
      await rate(app, rater, id);
      await told('rate', ...committee());
    }
    await conclude(app, world, id);
    await told('conclude', ...family(), by.government, ...units);
  });

  it('of a ballot: voters and tellers, and then everybody of the result', async () => {
    const [seat] = await meeting.standingCommittee(app, world, 1);
    const meetingId = await meeting.anOpenBox(app, world, { proposalIds: [id], present: [seat] });
    await told('open', by.standing, by.teller, by.otherTeller);
    await meeting.onMeeting(app, by.teller, meetingId, 'break-off', { reason: '设备故障。' });
    await told('breakOff', by.standing, ...committee());
    await meeting.lockBox(app, world, meetingId);
    await meeting.openBox(app, world, meetingId);
    await meeting.vote(app, seat, meetingId, ['satisfied']);
    await told('vote');
    await meeting.closeBox(app, world, meetingId);
    await meeting.announce(app, world, meetingId);
    await told('announce', by.standing, by.otherClerk);
    await told('evaluated', ...family(), ...units, by.government, by.otherClerk);
  });

  it('of a notice: the office and the committee', async () => {
    await notice.makePublishable(app, world, lead);
    await notice.consentToPublication(app, by.sector, id);
    await told('consentToPublication', ...committee());
    const { id: noticeId } = await notice.compose(app, world);
    await notice.arrange(app, world, noticeId, [{ proposalId: id }]);
    await notice.onNotice(app, by.clerk, noticeId, 'prepare');
    await told('prepare', by.office, by.otherOffice);
    await notice.onNotice(app, by.office, noticeId, 'approve');
    await told('approve', by.otherOffice, ...committee());
    await notice.onNotice(app, by.otherOffice, noticeId, 'issue');
    await told('issue', by.office, ...committee());
  });

  it('of a promise kept: sponsors and committee; of the archive: nobody', async () => {
    const { happenings } = await must(app, by.first, 'GET', `/api/proposals/${id}`);
    const { id: promiseId } = happenings.find(({ kind }: { kind: string }) => kind === 'promise');
    const kept = { promiseId, evidence: '已完成。', keptOn: '2026-03-02' };
    await assignment.onAssignment(app, by.transport.handler, lead.id, 'keep-promise', kept);
    await told('keepPromise', ...family(), ...committee());
    await perform(app, by.clerk, id, 'archive');
    await told('archive');
  });
});
