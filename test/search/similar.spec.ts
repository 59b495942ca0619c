import { SYSTEM } from '../../src/lifecycle/people';
import { SessionsService } from '../../src/people/terms/sessions.service';
import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import * as assignment from '../support/steps/assignment';
import { aFiledProposal, fileProposal } from '../support/steps/examination';
import * as handling from '../support/steps/handling';
import { agreeAll, proposeMerge } from '../support/steps/merging';
import { draftProposal, submit, submitCollective } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const PARKING = {
  subject: '关于整治老旧小区停车难的建议',
  situation: '老旧小区建成早，车位配比不足三成，消防通道夜间常被占用，居民为抢车位争吵。',
  analysis: '小区建成年代早，停车配建标准低；周边机关单位车位夜间空置。',
  recommendations: ['机关事业单位车位夜间向周边居民错时开放。', '利用小区边角空地增设生态车位。'],
};
const LIKE = {
  subject: '关于破解老旧小区停车位不足的建议',
  situation: '老旧小区停车位少，消防通道夜间被车辆占用，邻里常有争吵。',
  analysis: '早年小区没有配建车位，机关单位的车位夜间却空着。',
  recommendations: ['机关单位车位夜间错时向居民开放。', '小区空地增设生态停车位。'],
};
const OTHER = {
  subject: '关于加强全科医生队伍建设的建议',
  situation: '每万名居民拥有的全科医生不足两名，卫生院医生年龄偏大。',
  analysis: '编制少、待遇低，医务人员留不住。',
  recommendations: ['与医学院校签订定向培养协议。'],
};

interface Answer {
  items: {
    id: number;
    score: number;
    reasons: { words: string[]; recommendations: object[] };
    decision: object | null;
  }[];
}

eachDatabase('Similar proposals', (open) => {
  let app: RunningApp;
  let world: World;
  let by: World['by'];
  let [parking, like, other] = [0, 0, 0];

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    ({ by } = world);
    ({ id: parking } = await aFiledProposal(app, world, PARKING));
    ({ id: like } = await submitCollective(app, world, LIKE));
    ({ id: other } = await aFiledProposal(app, world, OTHER));
  });

  const similar = async (person = by.clerk, id = parking) =>
    (await must<Answer>(app, person, 'GET', `/api/proposals/${id}/similar`)).items;
  const hints = (person = by.first, text: object = LIKE) =>
    must<Answer & { published: object[] }>(app, person, 'POST', '/api/similar/hints', text);

  it('are found with reasons that people can read', async () => {
    const [first, ...more] = await similar();
    expect([first.id, more]).toEqual([like, []]);
    expect(first.reasons.words).toEqual(expect.arrayContaining(['老旧小区停车']));
    expect(first.reasons.recommendations).toHaveLength(2);
    expect(await similar(by.clerk, other)).toEqual([]);
  });

  it('stand side by side with what both say marked', async () => {
    const { parts, score } = await must(app, by.clerk, 'GET', `/api/proposals/${parking}/similar/${like}`);
    expect(score).toBeGreaterThan(50);
    const [subject] = parts;
    expect(subject.mine).toContainEqual({ text: '老旧小区停车', hit: true });
    expect(subject.mine.map(({ text }: { text: string }) => text).join('')).toBe(PARKING.subject);
  });

  it('do not tell sponsors of the cases of others', async () => {
    expect((await hints(by.first)).items.map(({ id }) => id)).toEqual([parking]);
    expect((await hints(by.sector)).items.map(({ id }) => id)).toEqual([like]);
    const nothing = { items: [], published: [] };
    expect(await hints(by.second)).toMatchObject(nothing);
    expect((await send(app, by.first, 'GET', `/api/proposals/${like}/similar`)).status).toBe(404);
    expect(await similar(by.first)).toEqual([]);
    for (const path of [`similar/${like}`, 'similar/999'])
      expect((await send(app, by.first, 'GET', `/api/proposals/${parking}/${path}`)).status).toBe(404);
    expect((await hints(by.clerk)).items.map(({ id }) => id)).toEqual(
      expect.arrayContaining([parking, like]),
    );
    // What others have makes no difference to how like my own is.
    const before = await hints(by.first, PARKING);
    const { id } = await draftProposal(app, by.second, world.sponsors.second, PARKING);
    expect(await hints(by.first, PARKING)).toEqual(before);
    await perform(app, by.second, id, 'withdraw', { reason: '不提了。' });
  });

  it('take anything that has been written so far', async () => {
    for (const text of [
      { subject: null },
      { subject: '停车' },
      { situation: '"；--' },
      { recommendations: ['。'] },
    ])
      expect((await send(app, by.first, 'POST', '/api/similar/hints', text)).status).toBe(200);
  });

  it('are not the same when an examiner says so, which measures the score', async () => {
    const judge = (person: typeof by.clerk, otherId: number, decision = 'notTheSame') =>
      send(app, person, 'POST', `/api/proposals/${parking}/judge-likeness`, { otherId, decision });
    expect((await judge(by.first, like)).status).toBe(403);
    expect((await judge(by.clerk, parking)).body.errors[0].code).toBe('itself');
    expect((await judge(by.clerk, 9999)).body.errors[0].code).toBe('unknown');
    expect((await judge(by.clerk, like)).status).toBe(200);
    for (const [id, otherId] of [
      [parking, like],
      [like, parking],
    ])
      expect((await similar(by.clerk, id)).find((item) => item.id === otherId)?.decision).toMatchObject({
        decision: 'notTheSame',
        by: by.clerk.name,
      });
    const measure = () => must(app, by.clerk, 'GET', '/api/similar/measure');
    expect(await measure()).toMatchObject({ decided: 1, shown: 1, shownAndSame: 0, precision: 0 });
    await judge(by.clerk, like, 'same');
    expect(await measure()).toMatchObject({ decided: 1, same: 1, shownAndSame: 1, precision: 1, recall: 1 });
  });

  it('of earlier sessions are told with their reply, who handled them, and how often it was proposed', async () => {
    await assignment.handOver(app, world, parking);
    const { assignments } = await assignment.assign(app, world, parking);
    await assignment.acknowledge(app, world, { ...assignments[0], proposalId: parking });
    await handling.reply(app, world, { ...assignments[0], proposalId: parking });
    const session = { termId: world.termId, number: 2, opensOn: '2027-03-01', closesOn: '2027-03-06' };
    const { id: sessionId } = await app
      .get(SessionsService)
      .create(SYSTEM, { ...session, submissionDeadline: '2027-03-04T09:00:00.000Z' });
    const { id } = await draftProposal(app, by.first, world.sponsors.first, { ...LIKE, sessionId });
    await submit(app, by.first, id);
    const [item] = (await similar(by.clerk, id)).filter((each) => each.id === parking);
    expect(item).toMatchObject({ replies: [{ class: 'A' }], openPromises: [] });
    const { repetition } = await must(app, by.clerk, 'GET', `/api/proposals/${id}/repetition`);
    expect(repetition).toMatchObject({ sessions: 2 });
    expect(repetition.chain.map((each: { id: number }) => each.id)).toEqual([parking, like]);
    const [unit] = await must(app, by.clerk, 'GET', `/api/proposals/${id}/handled-before`);
    expect(unit).toMatchObject({ name: '市交通运输局', cases: [{ id: parking, class: 'A' }] });
    expect(await must(app, by.clerk, 'GET', `/api/proposals/${other}/repetition`)).toEqual({
      repetition: null,
    });
  });

  it('that were merged are no news any more', async () => {
    const { id: follower } = await submitCollective(app, world, LIKE);
    await fileProposal(app, world, follower);
    const { id: principal } = await aFiledProposal(app, world, PARKING);
    await proposeMerge(app, world, follower, principal);
    await agreeAll(app, world, follower);
    await perform(app, by.clerk, follower, 'merge');
    expect((await similar(by.clerk, principal)).find(({ id }) => id === follower)?.decision).toMatchObject({
      decision: 'merged',
    });
  });
});
