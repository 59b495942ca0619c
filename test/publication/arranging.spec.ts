import { eachDatabase, type RunningApp } from '../support/harness';
import { faultsOf } from '../support/problems';
import { must, send } from '../support/requests';
import { SEPARATE } from '../support/steps/assignment';
import { aFiledCollective, aFiledProposal } from '../support/steps/examination';
import { handleAndReply } from '../support/steps/feedback';
import { mergeInto } from '../support/steps/merging';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

eachDatabase('The items of a notice', (open) => {
  let app: RunningApp;
  let world: World;
  let ids: number[];
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    ids = [];
    for (const subject of ['关于甲的建议', '关于乙的建议', '关于丙的建议'])
      ids.push((await step.aPublishableCase(app, world, { subject })).id);
  });

  const read = (id: number) => step.readNotice(app, world.by.clerk, id);
  const ofCases = (...at: number[]) => at.map((each) => ({ proposalId: ids[each] }));
  const put = (id: number, payload: object, by = world.by.clerk) =>
    send(app, by, 'PUT', `/api/notices/${id}`, { ...step.HEAD, ...payload });

  it('stand in the order in which they were arranged, each with its tag, and may be arranged anew', async () => {
    const tagged = [
      { proposalId: ids[2], tag: '合并' },
      ...ofCases(0),
      { proposalId: ids[1], tag: '专题类' },
    ];
    const id = await step.anArrangedNotice(app, world, tagged);
    expect((await read(id)).items).toMatchObject([
      { proposalId: ids[2], subject: '关于丙的建议', tag: '合并' },
      { proposalId: ids[0], subject: '关于甲的建议', tag: null },
      { proposalId: ids[1], subject: '关于乙的建议', tag: '专题类' },
    ]);
    await step.arrange(app, world, id, ofCases(1, 2), { title: '另一标题' });
    const { items, history } = await read(id);
    expect(items.map(({ proposalId }) => proposalId)).toEqual([ids[1], ids[2]]);
    expect(history[0]).toMatchObject({ action: 'arrange', actor: world.by.clerk.name });
    expect(history[0].change).toEqual({ title: '另一标题', items: [ids[1], ids[2]] });
    await step.onNotice(app, world.by.clerk, id, 'prepare');
    expect((await read(id)).items.map(({ proposalId }) => proposalId)).toEqual([ids[1], ids[2]]);
  });

  it('are copied with all sponsors of a merged case, under its joint subject', async () => {
    const { id } = await aFiledProposal(app, world);
    const follower = await aFiledCollective(app, world);
    const joint = {
      jointSubject: '关于停车难的建议',
      sponsorOrder: [world.sponsors.sector, world.sponsors.first],
    };
    await mergeInto(app, world, follower.id, id, joint);
    await handleAndReply(app, world, id, { chosen: SEPARATE });
    const noticeId = await step.anArrangedNotice(app, world, [{ proposalId: id, tag: '合并' }]);
    expect((await read(noticeId)).items).toMatchObject([
      {
        subject: '关于停车难的建议',
        sponsors: ['经济界', '王一文'],
        leadUnits: ['市交通运输局', '市住房和城乡建设局'],
        summary: '',
      },
    ]);
    expect(faultsOf(await put(noticeId, { items: [{ proposalId: follower.id }] }))).toEqual([
      422,
      ['items.0.proposalId notPublishable'],
    ]);
  });

  it('are named one by one where something is wrong with them, and nothing changes', async () => {
    const id = await step.anArrangedNotice(app, world, ofCases(0));
    const before = await read(id);
    const wrong: [unknown, string][] = [
      [{ proposalId: 'x' }, 'items.1.proposalId'],
      [{ proposalId: ids[1], tag: '长'.repeat(21) }, 'items.1.tag'],
      [{ proposalId: ids[1], tag: '两\n行' }, 'items.1.tag'],
      [{ proposalId: ids[1], subject: '自拟案由' }, 'items.1.subject'],
      [{}, 'items.1.proposalId'],
    ];
    for (const [item, field] of wrong) {
      const { status, body } = await put(id, { items: [...ofCases(0), item] });
      expect([status, body.errors.map((error: { field: string }) => error.field)]).toEqual([422, [field]]);
    }
    expect((await put(id, { items: [null] })).status).toBe(422);
    expect((await put(id, { items: ofCases(0), title: ' ' })).status).toBe(422);
    expect((await put(id, { items: ofCases(0), datedOn: '2026-02-30' })).status).toBe(422);
    expect(await read(id)).toEqual(before);
  });

  it('are arranged by the committee, and by one at a time', async () => {
    const id = await step.anArrangedNotice(app, world, ofCases(0));
    for (const by of [world.by.director, world.by.office, world.by.auditor])
      expect((await put(id, { items: [] }, by)).status).toBe(403);
    for (const by of [world.by.first, world.by.transport.leader, world.by.government, world.by.administrator])
      expect((await put(id, { items: [] }, by)).status).toBe(404);
    const { version } = await read(id);
    const answers = await Promise.all([
      put(id, { version, items: ofCases(1, 2) }),
      put(id, { version, items: ofCases(2, 1) }, world.by.otherClerk),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(id)).items).toHaveLength(2);
  });

  it('are counted in the list of notices, which only those who make notices see', async () => {
    const id = await step.anArrangedNotice(app, world, ofCases(0, 1));
    const { items, total } = await must(app, world.by.office, 'GET', '/api/notices?size=1');
    expect(items).toMatchObject([{ id, stage: 'composing', stageWord: '编制中', items: 2, issuedAt: null }]);
    expect(total).toBe(id);
    for (const by of [world.by.first, world.by.transport.handler, world.by.standing])
      expect((await send(app, by, 'GET', '/api/notices')).status).toBe(404);
    const anonymous = await app.inject(`/api/notices/${id}`);
    expect(anonymous.statusCode).toBe(401);
  });
});
