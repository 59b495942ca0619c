import { eachDatabase, type RunningApp } from '../support/harness';
import { inboxOf, toldOf } from '../support/inbox';
import { elementsOf, textOf } from '../support/markup';
import { codesOf, faultsOf } from '../support/problems';
import { must, send } from '../support/requests';
import * as step from '../support/steps/comments';
import { aNotice, aPublishableCase, onNotice, readNotice, visit } from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const DAY = 24 * 3_600_000;
const PAGES = ['', '.json', '.md', '/comment', '/comment/thanks'];

eachDatabase('The public, writing about a notice,', (open) => {
  let app: RunningApp;
  let world: World;
  let items: { proposalId: number }[];
  let sender = 1;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    items = [{ proposalId: (await aPublishableCase(app, world)).id }];
  });

  const notice = () => aNotice(app, world, items);
  const someone = () => `198.51.100.${(sender += 1)}`;
  const everything = async (id: number) =>
    (await Promise.all(PAGES.map((page) => visit(app, `/${id}${page}`)))).map(({ body }) => body).join();
  const itemOf = async (id: number) => (await readNotice(app, world.by.clerk, id)).items[0].id;

  it('finds a form that works without script, with every field named', async () => {
    const id = await notice();
    const item = await itemOf(id);
    const { statusCode, headers, body } = await step.openForm(app, id, `?item=${item}&utm=x`);
    expect([statusCode, headers['cache-control'], headers['set-cookie']]).toEqual([
      200,
      'no-store',
      undefined,
    ]);
    const elements = elementsOf(body);
    expect(elements.some(({ name }) => name === 'script')).toBe(false);
    const form = elements.find(({ name }) => name === 'form');
    expect(form?.attributes).toEqual({ method: 'post', action: `/notices/${id}/comment` });
    const labels = elements.filter(({ name }) => name === 'label').map(({ attributes }) => attributes.for);
    expect(labels).toEqual(['item', 'text', 'website']);
    const chosen = elements.find(({ attributes }) => 'selected' in attributes);
    expect(chosen?.attributes.value).toBe(String(item));
    const page = (await visit(app, `/${id}`)).body;
    expect(page).toContain(`<a href="/notices/${id}/comment?item=${item}">对此条留言<span`);
    expect(page).toContain(`<a href="/notices/${id}/comment">对本公示留言</a>`);
  });

  it('is thanked, and seen by nobody but the committee before it is released', async () => {
    const id = await notice();
    const answer = await step.write(app, id, { text: `${step.TEXT}甲` }, someone());
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/notices/${id}/comment/thanks`]);
    expect((await visit(app, `/${id}/comment/thanks`)).body).toContain('感谢您的留言');
    expect(await everything(id)).not.toContain('晚上也向');
    const { items: list, total } = await step.commentsOf(app, world, `?notice=${id}&state=held`);
    expect([total, list[0].text, list[0].stateWord, list[0].item]).toEqual([
      1,
      `${step.TEXT}甲`,
      '待审核',
      null,
    ]);
    for (const by of [world.by.first, world.by.transport.handler, world.by.director, world.by.auditor])
      for (const url of ['/api/comments', `/api/comments/${list[0].id}`, '/api/comments/statistics'])
        expect((await send(app, by, 'GET', url)).status).toBe(403);
  });

  it('is read with the committee’s answer beside it once it is released', async () => {
    const id = await notice();
    const [item, before] = [await itemOf(id), (await visit(app, `/${id}`)).headers.etag];
    const { id: commentId } = await step.comment(app, world, id, { item });
    await step.onComment(app, world, commentId, 'answer', { text: '已协调三家单位夜间开放。' });
    expect(await everything(id)).not.toContain('夜间开放');
    const done = await step.onComment(app, world, commentId, 'release', { version: 2 });
    expect(done).toEqual({ id: commentId, state: 'released', version: 3 });
    const page = await visit(app, `/${id}`);
    expect(page.headers.etag).not.toBe(before);
    expect(textOf(page.body)).toMatch(/对此条留言|夜间开放/);
    const quoted = elementsOf(page.body).find(({ name }) => name === 'blockquote');
    expect(quoted?.path).toContain('section article blockquote');
    expect((await visit(app, `/${id}.json`)).json().comments).toEqual([
      {
        id: commentId,
        itemId: item,
        at: expect.any(String),
        text: step.TEXT,
        answer: '已协调三家单位夜间开放。',
        answeredAt: expect.any(String),
      },
    ]);
    const { body } = await visit(app, `/${id}`);
    for (const text of [step.TEXT, '已协调三家单位夜间开放。']) expect(body).toContain(text);
  });

  it('is taken back from the public when it was released by mistake, and not answered then', async () => {
    const id = await notice();
    const { id: commentId } = await step.comment(app, world, id, {}, someone());
    await step.onComment(app, world, commentId, 'release');
    expect(await everything(id)).toContain(step.TEXT);
    const lacking = await send(app, world.by.clerk, 'POST', `/api/comments/${commentId}/refuse`, {});
    expect(faultsOf(lacking)).toEqual([422, ['reason required']]);
    await step.onComment(app, world, commentId, 'refuse', { reason: '涉及个人纠纷。' });
    expect(await everything(id)).not.toContain(step.TEXT);
    const url = `/api/comments/${commentId}`;
    const answer = await send(app, world.by.clerk, 'POST', `${url}/answer`, { text: '谢谢。' });
    expect(codesOf(answer)).toEqual([409, ['wrongStage']]);
    const stale = await send(app, world.by.clerk, 'POST', `${url}/release`, { version: 1 });
    expect(stale.status).toBe(409);
    await step.onComment(app, world, commentId, 'release');
    expect((await must(app, world.by.clerk, 'GET', url)).refusedReason).toBeNull();
  });

  it('has personal data looked at, in the comment and in the answer', async () => {
    const id = await notice();
    const text = '请联系我，电话13812345678，谢谢。';
    const found = await step.comment(app, world, id, { text }, someone());
    expect(found.findings).toEqual([{ kind: 'mobile', text: '13812345678' }]);
    const act = (verb: string, payload: object) =>
      send(app, world.by.clerk, 'POST', `/api/comments/${found.id}/${verb}`, payload);
    expect(faultsOf(await act('release', {}))).toEqual([422, ['accepted mobile']]);
    expect(faultsOf(await act('answer', { text: '请拨13912345678。' }))).toEqual([422, ['accepted mobile']]);
    expect((await act('release', { accepted: ['13812345678'] })).status).toBe(200);
    expect((await act('answer', { text: '请拨13912345678。', accepted: ['13912345678'] })).status).toBe(200);
  });

  it('tells the committee, without putting the text into the history', async () => {
    const id = await notice();
    const { id: commentId } = await step.comment(
      app,
      world,
      id,
      { text: '独一无二的一句留言在这里。' },
      someone(),
    );
    expect(await toldOf(app, 'receive', commentId)).toContain(world.by.clerk.name);
    const { items: told } = await inboxOf(app, world.by.clerk);
    expect(told.find(({ kind }) => kind === 'comment')).toMatchObject({
      kind: 'comment',
      action: 'receive',
      actionWord: '收到公众留言',
      actor: '公众',
    });
    const forOthers = (await inboxOf(app, world.by.director)).items;
    expect(forOthers.filter(({ kind }) => kind === 'comment')).toEqual([]);
    const rows = await app.database.rows<{ change: string }>(
      `SELECT "change" FROM "history" WHERE "kind" = 'comment'`,
    );
    expect(rows.map(({ change }) => change).join()).not.toContain('独一无二');
  });

  it('is decided about once, by whoever is first, and the history says by whom', async () => {
    const id = await notice();
    // Whoever is first: a text that was refused may not come again, and the others use theirs.
    const text = `${step.TEXT}先到先得`;
    const { id: commentId } = await step.comment(app, world, id, { text }, someone());
    const act = (verb: string, payload: object) =>
      send(app, world.by.clerk, 'POST', `/api/comments/${commentId}/${verb}`, { version: 1, ...payload });
    const done = await Promise.all([
      act('release', {}),
      act('refuse', { reason: '重复。' }),
      act('release', {}),
    ]);
    expect(done.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const rows = await app.database.rows<object>(
      `SELECT "action", "actorName", "stageFrom", "proposalId" FROM "history"
        WHERE "kind" = 'comment' AND "subjectId" = ? ORDER BY "id"`,
      [commentId],
    );
    expect(rows).toEqual([
      { action: 'receive', actorName: '公众', stageFrom: null, proposalId: null },
      {
        action: expect.stringMatching(/release|refuse/),
        actorName: world.by.clerk.name,
        stageFrom: 'held',
        proposalId: null,
      },
    ]);
  });

  it('is counted, in all and by notice', async () => {
    const before = await must(app, world.by.clerk, 'GET', '/api/comments/statistics');
    const id = await notice();
    const texts = ['第一条留言，内容各不相同。', '第二条留言，内容各不相同。', '第三条留言，内容各不相同。'];
    const ids: number[] = [];
    for (const text of texts) ids.push((await step.comment(app, world, id, { text }, someone())).id);
    await step.onComment(app, world, ids[0], 'release');
    await step.onComment(app, world, ids[0], 'answer', { text: '谢谢您的意见。' });
    await step.onComment(app, world, ids[1], 'refuse', { reason: '与公示无关。' });
    const after = await must(app, world.by.clerk, 'GET', '/api/comments/statistics');
    expect(after.notices[0]).toEqual({
      ...{ noticeId: id, title: expect.any(String) },
      ...{ received: 3, held: 1, released: 1, refused: 1, answered: 1 },
    });
    expect([after.received - before.received, after.answered - before.answered]).toEqual([3, 1]);
  });

  it('is gone with the notice, and can write no more', async () => {
    const id = await notice();
    const held = await step.comment(app, world, id, {}, someone());
    const shown = await step.comment(app, world, id, { text: `${step.TEXT}另一条` }, someone());
    await step.onComment(app, world, shown.id, 'release');
    const token = step.tokenIn((await step.openForm(app, id)).body);
    await onNotice(app, world.by.office, id, 'take-down', { reason: '须重新核实。' });
    expect(await everything(id)).not.toContain('晚上也向');
    app.clock.advance(step.A_WHILE);
    const late = await step.sendForm(
      app,
      id,
      { text: '还想再说一句话，可以吗。', token },
      { from: someone() },
    );
    expect([late.statusCode, (await step.openForm(app, id)).statusCode]).toEqual([410, 410]);
    expect((await step.commentsOf(app, world, `?notice=${id}`)).total).toBe(2);
    const release = await send(app, world.by.clerk, 'POST', `/api/comments/${held.id}/release`, {});
    expect(codesOf(release)).toEqual([409, ['takenDown']]);
  });

  it('writes as many days after the issue as the settings say', async () => {
    const id = await notice();
    app.clock.advance(30 * DAY);
    const { statusCode, body } = await step.openForm(app, id);
    expect([statusCode, body.includes('留言已截止')]).toEqual([200, false]);
    const token = step.tokenIn(body);
    app.clock.advance(DAY);
    const late = await step.sendForm(app, id, { text: step.TEXT, token }, { from: someone() });
    expect([late.statusCode, late.body.includes('留言已截止')]).toEqual([409, true]);
    expect((await step.openForm(app, id)).body).toContain('留言已截止');
    expect((await visit(app, `/${id}`)).body).not.toContain(`/notices/${id}/comment`);
  });

  it('finds no form where there is no notice', async () => {
    for (const id of [0, 'x', 999_999, '1;DROP']) {
      expect((await step.openForm(app, id as never)).statusCode).toBe(404);
      expect((await step.sendForm(app, id as never, { text: step.TEXT })).statusCode).toBe(404);
    }
  });
});
