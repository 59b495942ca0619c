import { dumpOf } from '../support/bytes';
import { eachDatabase, type RunningApp } from '../support/harness';
import { elementsOf, textOf } from '../support/markup';
import * as step from '../support/steps/comments';
import { aNotice, aPublishableCase, visit } from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const HOUR = 3_600_000;
const MARKUP = [
  '</textarea></p></form><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)> 停车难',
  '<!-- 注释没有结束，后面的都不见了',
  '&lt;b&gt; &#60;script&#62; &copy; 实体',
  '<svg/onload=alert(1)> 以及 javascript:alert(1)',
  '𠮷😀👨‍👩‍👧‍👦🇨🇳 家人都说好，谢谢！',
];
const WRONG: [string, Record<string, unknown> | string, string][] = [
  ['empty', { text: '' }, '「留言」不能为空'],
  ['of blanks and signs nobody sees', { text: ' \n\u200b\u202e\u2066 ' }, '「留言」不能为空'],
  ['too short', { text: '太短了' }, '最少 10 个字，现有 3 个'],
  ['too long', { text: '长'.repeat(1001) }, '最多 1000 个字，现有 1001 个'],
  ['a megabyte long', { text: 'x'.repeat(1_000_000) }, '最多 1000 个字'],
  ['with NUL', { text: `${step.TEXT}\0` }, '无法保存的字符'],
  ['with another control sign', { text: `${step.TEXT}\u0007` }, '无法保存的字符'],
  [
    'with too many links',
    { text: '请看 http://a.example/1 和 www.b.example 还有 c.com。' },
    '最多可以有 1 个网址',
  ],
  ['with the hidden field filled in', { website: 'http://a.example' }, '请不要填写隐藏的'],
  ['about an item that is no number', { item: 'x' }, '「留言对象」应当是编号'],
  ['about an item elsewhere', { item: '999999' }, '「留言对象」不在这份公示中'],
  ['with a field nobody knows', { state: 'released' }, '不认识的字段「state」'],
];
const TOKENS: [string, (token: string) => string, string][] = [
  ['none', () => '', '「表单凭证」不能为空'],
  ['one that is none', () => 'x', '表单已失效'],
  ['one that reaches far', () => `${'z'.repeat(9)}.${'a'.repeat(16)}.${'a'.repeat(43)}`, '表单已失效'],
  [
    'a later one',
    (token) => token.replace(/^\w+/, (shown) => (parseInt(shown, 36) + 1).toString(36)),
    '表单已失效',
  ],
  ['another nonce', (token) => token.replace(/\.[\w-]{16}\./, `.${'A'.repeat(16)}.`), '表单已失效'],
  ['an endless one', (token) => token.repeat(100), '最多 100 个字'],
];

eachDatabase('Whatever is sent as a comment', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;
  let sender = 1;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    const items = [{ proposalId: (await aPublishableCase(app, world)).id }];
    id = await aNotice(app, world, items);
  });

  const from = () => `2001:db8:${(sender += 1).toString(16)}::1`;
  const aToken = async () => step.tokenIn((await step.openForm(app, id)).body);
  const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1] ?? '';
  const count = async () => (await step.commentsOf(app, world)).total;

  it.each(WRONG)(
    'is refused when it is %s, in the same form with what was typed',
    async (_, fields, message) => {
      const before = await dumpOf(app, []);
      const { statusCode, body } = await step.write(app, id, fields as object, from());
      expect([statusCode, titleOf(body).startsWith('错误：')]).toEqual([422, true]);
      expect(textOf(body)).toContain(message);
      const elements = elementsOf(body);
      const ids = elements.map(({ attributes }) => attributes.id);
      const links = elements.filter(({ path }) => path.endsWith('ul li a'));
      expect(links.length).toBeGreaterThan(0);
      for (const { attributes } of links) expect(ids).toContain(attributes.href.slice(1));
      const typed = (fields as { text?: string }).text ?? step.TEXT;
      if (typed.trim().length < 2000) expect(textOf(body)).toContain(typed.trim().replace(/\p{Cc}/gu, ''));
      expect(body.length).toBeLessThan(50_000);
      expect(await dumpOf(app, [])).toEqual(before);
    },
  );

  it.each(TOKENS)(
    'is refused with %s for a token, and taken with the new one',
    async (_, change, message) => {
      const token = await aToken();
      app.clock.advance(step.A_WHILE);
      const text = `${step.TEXT}${sender}`;
      const refused = await step.sendForm(app, id, { text, token: change(token) }, { from: from() });
      expect([refused.statusCode, textOf(refused.body).includes(message)]).toEqual([422, true]);
      app.clock.advance(step.A_WHILE);
      const next = step.tokenIn(refused.body);
      expect((await step.sendForm(app, id, { text, token: next }, { from: from() })).statusCode).toBe(303);
    },
  );

  it('is refused too early and too late', async () => {
    const token = await aToken();
    const fields = { text: '时间不对的一条留言，请重来。', token };
    const early = await step.sendForm(app, id, fields, { from: from() });
    expect([early.statusCode, step.tokenIn(early.body)]).toEqual([422, token]);
    app.clock.advance(25 * HOUR);
    const late = await step.sendForm(app, id, fields, { from: from() });
    expect([late.statusCode, textOf(late.body).includes('打开的时间过长')]).toEqual([422, true]);
    expect(step.tokenIn(late.body)).not.toBe(token);
  });

  it('is taken once from each form, however often and however fast it is sent', async () => {
    const [token, before] = [await aToken(), await count()];
    app.clock.advance(step.A_WHILE);
    const fields = { text: '同一张表单连续点击了好几次。', token };
    const sent = await Promise.all(Array.from({ length: 4 }, () => step.sendForm(app, id, fields)));
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303]);
    expect(await count()).toBe(before + 1);
    const other = await step.sendForm(app, id, { ...fields, text: '同一张表单换了一段文字再提交。' });
    expect([other.statusCode, textOf(other.body).includes('已经提交过一次')]).toEqual([422, true]);
    expect(step.tokenIn(other.body)).not.toBe(token);
    expect(await count()).toBe(before + 1);
  });

  it('is refused when the same words are there, in whatever signs, and where they were refused elsewhere', async () => {
    const first = await step.comment(app, world, id, { text: '请 加快 ABC 项目建设进度！' }, from());
    const again = await step.write(app, id, { text: '请加快ａｂｃ项目，建设进度。。。' }, from());
    expect([again.statusCode, textOf(again.body).includes('已经收到过同样内容')]).toEqual([422, true]);
    await step.onComment(app, world, first.id, 'refuse', { reason: '广告。' });
    const items = [{ proposalId: (await aPublishableCase(app, world)).id }];
    const elsewhere = await aNotice(app, world, items);
    const spread = await step.write(app, elsewhere, { text: '请加快abc项目建设进度' }, from());
    expect(spread.statusCode).toBe(422);
  });

  it('with a token of another notice is refused', async () => {
    const items = [{ proposalId: (await aPublishableCase(app, world)).id }];
    const elsewhere = await aNotice(app, world, items);
    const token = await aToken();
    app.clock.advance(step.A_WHILE);
    const answer = await step.sendForm(app, elsewhere, { text: step.TEXT, token }, { from: from() });
    expect(answer.statusCode).toBe(422);
  });

  it.each(MARKUP)('is text wherever it is shown: %s', async (text) => {
    const tame = elementsOf((await visit(app, `/${id}/comment`)).body).map(({ path }) => path);
    const refused = await step.write(app, id, { text, website: 'x' }, from());
    expect(elementsOf(refused.body).map(({ path }) => path)).toEqual(expect.arrayContaining(tame));
    expect(textOf(refused.body)).toContain(text);
    const { id: commentId } = await step.comment(app, world, id, { text }, from());
    await step.onComment(app, world, commentId, 'answer', { text });
    await step.onComment(app, world, commentId, 'release');
    const { body } = await visit(app, `/${id}`);
    const names = new Set(elementsOf(body).map(({ name }) => name));
    for (const name of ['script', 'img', 'svg', 'b', 'textarea']) expect(names.has(name)).toBe(false);
    expect(textOf(body).split(text)).toHaveLength(3);
    const { comments } = (await visit(app, `/${id}.json`)).json();
    expect(comments.at(-1)).toMatchObject({ text, answer: text });
  });

  it('turns nothing around it', async () => {
    const text = '正常的文字\u202e倒过来的文字\u2066隔离\u200f还有\u{e0041}看不见的';
    const { text: kept } = await step.comment(app, world, id, { text }, from());
    expect(kept).toBe('正常的文字倒过来的文字隔离还有看不见的');
  });

  it('is a form, and nothing else', async () => {
    const before = await dumpOf(app, []);
    const token = await aToken();
    app.clock.advance(step.A_WHILE);
    const payload = { text: step.TEXT, token };
    const url = `/notices/${id}/comment`;
    const json = await app.inject({ method: 'POST', url, payload });
    const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
    const parts = await app.inject({ method: 'POST', url, headers: multipart, payload: '--x--\r\n' });
    const nothing = await app.inject({ method: 'POST', url });
    for (const { statusCode } of [json, parts, nothing]) expect(statusCode).toBe(415);
    for (const odd of [
      'text=a&text=b',
      'text[]=a',
      '=',
      '&&&',
      'a'.repeat(10_000),
      'x=1&'.repeat(3000),
      '%zz=%',
    ])
      expect((await step.sendForm(app, id, odd)).statusCode).toBe(422);
    for (const key of ['__proto__=1', '__proto__[x]=1', 'constructor=1', 'toString=1'])
      expect([400, 422]).toContain((await step.sendForm(app, id, key)).statusCode);
    expect((await step.sendForm(app, id, `text=${'x'.repeat(3_000_000)}`)).statusCode).toBe(413);
    expect(await dumpOf(app, [])).toEqual(before);
  });

  it('leaves the API closed to forms, which any page anywhere can send', async () => {
    const { headers } = world.by.clerk;
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const { id: commentId } = await step.comment(
      app,
      world,
      id,
      { text: '接口不接受表单，对不对？' },
      from(),
    );
    for (const [url, payload] of [
      [`/api/comments/${commentId}/refuse`, 'reason=x'],
      [`/api/comments/${commentId}/release`, ''],
      ['/api/sign-in', 'username=a&password=b'],
    ]) {
      const answer = await app.inject({ method: 'POST', url, headers: form, payload });
      expect([url, answer.statusCode]).toEqual([url, 415]);
    }
  });
});
