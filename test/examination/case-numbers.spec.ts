import { SYSTEM } from '../../src/lifecycle/people';
import { SessionsService } from '../../src/people/terms/sessions.service';
import { eachDatabase, type RunningApp } from '../support/harness';
import { must, perform, send } from '../support/requests';
import { aFiledProposal, recommend, type Filed } from '../support/steps/examination';
import { mergeInto } from '../support/steps/merging';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const MANY = 50;

eachDatabase('Case numbers', (open) => {
  let app: RunningApp;
  let world: World;

  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const numbers = (query: object = {}, by = world.by.clerk) => {
    const parameters = new URLSearchParams({ sessionId: `${world.sessionId}`, ...query });
    return must(app, by, 'GET', `/api/examination/numbers?${parameters}`);
  };

  it(`are consecutive when ${MANY} proposals are filed at once`, async () => {
    const ids: number[] = [];
    for (let count = 0; count < MANY; count++) ids.push((await submitProposal(app, world)).id);
    for (const id of ids) await recommend(app, world, id);
    const filed = await Promise.all(ids.map((id) => perform<Filed>(app, world.by.director, id, 'file')));
    const given = filed.map(({ caseNo }) => caseNo);
    expect([...given].sort((one, other) => one - other)).toEqual(ids.map((_, at) => at + 1));
    expect(await numbers()).toMatchObject({ total: MANY, gaps: 0, withdrawn: 0, merged: 0 });
  });

  it('are not used up by a filing that is refused', async () => {
    const first = await aFiledProposal(app, world);
    const { id } = await submitProposal(app, world);
    const { version } = await recommend(app, world, id);
    for (const payload of [{ version: version - 1 }, { version: version + 1 }])
      expect((await send(app, world.by.director, 'POST', `/api/proposals/${id}/file`, payload)).status).toBe(
        409,
      );
    expect((await send(app, world.by.director, 'POST', `/api/proposals/${first.id}/file`, {})).status).toBe(
      409,
    );
    const racing = await Promise.all(
      [1, 2, 3].map(() => send(app, world.by.director, 'POST', `/api/proposals/${id}/file`, {})),
    );
    expect(racing.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await aFiledProposal(app, world)).caseNo).toBe(first.caseNo + 2);
    expect((await numbers()).gaps).toBe(0);
  });

  it('begin anew with each session', async () => {
    expect((await aFiledProposal(app, world)).caseNo).toBe(1);
    const next = {
      opensOn: '2027-02-01',
      closesOn: '2027-02-05',
      submissionDeadline: '2027-02-03T09:00:00.000Z',
    };
    const { id: sessionId } = await app
      .get(SessionsService)
      .create(SYSTEM, { termId: world.termId, number: 2, ...next });
    expect((await aFiledProposal(app, world, { sessionId })).caseNo).toBe(1);
    expect((await aFiledProposal(app, world)).caseNo).toBe(2);
  });

  it('are listed with those that are no active case, and why', async () => {
    const [kept, gone, principal] = [1, 2, 3].map(() => aFiledProposal(app, world));
    const [{ id: keptId }, { id: goneId }, { id: principalId }] = [await kept, await gone, await principal];
    const { id: followerId } = await aFiledProposal(app, world, { subject: '关于增设停车位的建议' });
    await perform(app, world.by.first, goneId, 'ask-withdrawal', { reason: '已另行解决。' });
    await perform(app, world.by.director, goneId, 'consent-to-withdrawal', { note: '同意。' });
    await mergeInto(app, world, followerId, principalId);

    const list = await numbers();
    expect(list).toMatchObject({ total: 4, withdrawn: 1, merged: 1, gaps: 0 });
    const standings = list.items.map((item: { standing: string }) => item.standing);
    expect([...standings].sort()).toEqual(['active', 'active', 'merged', 'withdrawn']);
    expect(list.items.find((item: { proposalId: number }) => item.proposalId === keptId).reason).toBeNull();

    const missing = await numbers({ missing: 'true' });
    expect(missing.total).toBe(2);
    const of = (id: number) => missing.items.find((item: { proposalId: number }) => item.proposalId === id);
    expect(of(goneId)).toMatchObject({ standing: 'withdrawn', reason: '撤案：已另行解决。' });
    expect(of(followerId)).toMatchObject({
      standing: 'merged',
      subject: '关于增设停车位的建议',
      reason: expect.stringMatching(/^并入政协温岭市第十五届委员会第一次会议第\d号提案$/),
    });
  });

  it('show a number that belongs to nothing, should there ever be one', async () => {
    await aFiledProposal(app, world);
    await app.database.transaction((em) =>
      app.database.change(
        'UPDATE "plenarySession" SET "caseNoLast" = 2 WHERE "id" = ?',
        [world.sessionId],
        em,
      ),
    );
    expect(await numbers({ missing: 'true' })).toMatchObject({
      ...{ total: 1, gaps: 1 },
      items: [{ caseNo: 2, proposalId: null, standing: 'gap', reason: '缺号：没有对应的提案' }],
    });
  });

  it('come in pages, for committee, director, office and auditor', async () => {
    for (let count = 0; count < 3; count++) await aFiledProposal(app, world);
    const second = await numbers({ page: '2', size: '2' }, world.by.auditor);
    expect(second).toMatchObject({ total: 3, page: 2, size: 2, items: [{ caseNo: 3 }] });
    const url = `/api/examination/numbers?sessionId=${world.sessionId}`;
    for (const by of [
      world.by.first,
      world.by.government,
      world.by.transport.handler,
      world.by.administrator,
    ])
      expect((await send(app, by, 'GET', url)).status).toBe(403);
    expect((await send(app, world.by.clerk, 'GET', '/api/examination/numbers')).status).toBe(422);
    expect((await send(app, world.by.clerk, 'GET', '/api/examination/numbers?sessionId=999')).status).toBe(
      404,
    );
  });
});
