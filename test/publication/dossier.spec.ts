import { eachDatabase, type RunningApp } from '../support/harness';
import { codesOf, faultsOf } from '../support/problems';
import { must, perform, send } from '../support/requests';
import { aRepliedProposal, WHOLE_REPLY } from '../support/steps/handling';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const PRIVATE = '可联系李二平，手机13800138000，邮箱 li.er@example.com，住万昌中路233号3幢402室，请知悉。';

eachDatabase('The dossier of a case', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const aReplied = async () => (await aRepliedProposal(app, world)).id;
  const read = (id: number, by = world.by.clerk) => must(app, by, 'GET', `/api/proposals/${id}/dossier`);
  const decide = (id: number, decisions: object[], more: object = {}) =>
    send(app, world.by.clerk, 'POST', `/api/proposals/${id}/decide-personal-data`, { decisions, ...more });
  const check = (id: number, accepted: string[] = []) =>
    send(app, world.by.clerk, 'POST', `/api/proposals/${id}/check-personal-data`, { accepted });

  it('shows each hit with what was decided, and the text as it would come out', async () => {
    const id = await aReplied();
    await step.summarise(app, world, id, { summary: PRIVATE });
    const before = await read(id);
    const kinds = before.hits.map(({ kind, decision }: { kind: string; decision: null }) => [kind, decision]);
    expect(kinds).toEqual([
      ['name', null],
      ['mobile', null],
      ['email', null],
      ['address', null],
    ]);
    const open = await check(id);
    expect(faultsOf(open)[0]).toBe(422);
    const address = before.hits[3].text;
    const decided = await decide(id, [
      { text: '李二平', decision: 'masked' },
      { text: '13800138000', decision: 'masked' },
      { text: 'li.er@example.com', decision: 'cut' },
      { text: address, decision: 'masked' },
    ]);
    expect(decided.status).toBe(200);
    const after = await read(id);
    expect(after.asPublished.text).toBe(
      '可联系李某某，手机138****8000，邮箱 ，住万昌中路***号*幢***室，请知悉。',
    );
    expect(after.undecided).toEqual([]);
    expect((await check(id)).status).toBe(200);
  });

  it('is not prepared while a hit is undecided, and comes out as decided', async () => {
    const { id } = await step.aPublishableCase(app, world);
    await step.summarise(app, world, id, { summary: PRIVATE });
    const noticeId = await step.anArrangedNotice(app, world, [{ proposalId: id }]);
    const lacks = async () =>
      (await step.readNotice(app, world.by.clerk, noticeId)).unready.map((item) => item.lacks);
    expect(await lacks()).toEqual(['secrecyReview', 'hitsUndecided', 'personalDataCheck']);
    const { hits } = await read(id);
    await decide(
      id,
      hits.map(({ text }: { text: string }) => ({ text, decision: 'cut' })),
    );
    await step.lookThrough(app, world, id);
    expect(await lacks()).toEqual([]);
    await step.onNotice(app, world.by.clerk, noticeId, 'prepare');
    const [item] = (await step.readNotice(app, world.by.clerk, noticeId)).items;
    expect(item.summary).not.toMatch(/13800138000|李二平|example/);
    await decide(id, [{ text: '13800138000', decision: 'masked' }]);
    expect((await step.readNotice(app, world.by.clerk, noticeId)).outdated).toEqual([1]);
  });

  it('keeps the words of a decision out of the history', async () => {
    const id = await aReplied();
    await step.summarise(app, world, id, { summary: PRIVATE });
    await decide(id, [{ text: '13800138000', decision: 'masked' }]);
    const [{ change }] = await app.database.rows<{ change: string }>(
      `SELECT "change" FROM "history" WHERE "action" = 'decidePersonalData' AND "proposalId" = ?`,
      [id],
    );
    expect(change).not.toContain('13800138000');
    const seen = await must(app, world.by.first, 'GET', `/api/proposals/${id}/history`);
    expect(JSON.stringify(seen)).not.toContain('13800138000');
  });

  it('takes decisions only about what stands there', async () => {
    const id = await aReplied();
    await step.summarise(app, world, id);
    expect(faultsOf(await decide(id, [{ text: '13900139000', decision: 'cut' }]))).toEqual([
      422,
      ['decisions.0.text unknown'],
    ]);
    const elsewhere = await decide(id, [{ text: '1', decision: 'cut' }], { attachmentId: 999_999 });
    expect(elsewhere.status).toBe(404);
  });

  it('may publish the reply itself, in full', async () => {
    const parts = { ...WHOLE_REPLY, body: '经研究，已落实全部建议，详询 13800138000。' };
    const replied = await aRepliedProposal(app, world, undefined, { parts });
    const { id } = replied;
    await step.summarise(app, world, id, { extent: 'full', document: 'reply' });
    await decide(id, [{ text: '13800138000', decision: 'masked' }]);
    const { asPublished, wishes } = await read(id);
    expect(asPublished).toMatchObject({ document: 'reply' });
    expect(asPublished.text).toContain('138****8000');
    expect(wishes.units).toHaveLength(1);
    const noticeId = await step.anArrangedNotice(app, world, [{ proposalId: id }]);
    const [item] = (await step.readNotice(app, world.by.clerk, noticeId)).items;
    expect(item).toMatchObject({ document: 'reply' });
    expect(item.summary).toContain('经研究');
  });

  it('is reviewed for secrets by the committee, on a day that has come, each time it changes', async () => {
    const id = await aReplied();
    const review = (more: object, by = world.by.clerk) =>
      send(app, by, 'POST', `/api/proposals/${id}/review-secrecy`, {
        ...{ result: 'open', reviewedOn: '2026-03-02', note: '不涉密。', ...more },
      });
    expect(codesOf(await review({}))).toEqual([409, ['noSummary']]);
    await step.summarise(app, world, id);
    expect(faultsOf(await review({ reviewedOn: '2026-03-03' }))).toEqual([422, ['reviewedOn stillToCome']]);
    expect((await review({}, world.by.office)).status).toBe(403);
    expect((await review({ result: 'secret' })).status).toBe(200);
    expect((await read(id)).secrecy).toMatchObject({
      result: 'secret',
      on: '2026-03-02',
      by: '提案委经办甲',
    });
    const noticeId = await step.anArrangedNotice(app, world, [{ proposalId: id }]);
    const { unready } = await step.readNotice(app, world.by.clerk, noticeId);
    expect(unready.map(({ lacks }) => lacks)).toContain('secret');
    await step.summarise(app, world, id);
    expect((await read(id)).secrecy).toBeNull();
  });

  it('is the business of the committee alone', async () => {
    const id = await aReplied();
    for (const by of [world.by.first, world.by.transport.leader]) {
      const { status } = await send(app, by, 'GET', `/api/proposals/${id}/dossier`);
      expect(status).toBe(404);
    }
    await perform(app, world.by.clerk, id, 'summarise', { summary: step.SUMMARY, extent: 'none' });
    expect((await read(id, world.by.office)).extent).toBe('none');
  });
});
