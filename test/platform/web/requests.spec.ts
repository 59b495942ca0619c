import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import * as fc from 'fast-check';
import { Conflict, Invalid, NotFound, Refused } from '../../../src/platform/web/errors';
import { ListOf, Text } from '../../../src/platform/web/fields';
import { IdParam } from '../../../src/platform/web/id.pipe';
import { PageQuery, windowOf } from '../../../src/platform/web/page.dto';
import { Public } from '../../../src/platform/web/public';
import { currentRequestId } from '../../../src/platform/web/request-id';
import { type RunningApp, startApp } from '../../support/harness';

class NoteBody {
  @Text('内容', { max: 100 })
  words: string;

  @ListOf('单位', 'id', { optional: true })
  ids?: number[] | null;
}

const ERRORS: Record<string, () => Error> = {
  missing: () => new NotFound(),
  invalid: () => new Invalid([{ field: 'a.0', code: 'required', message: '「甲」不能为空，请填写。' }]),
  refused: () => new Refused([{ code: 'notYours', message: '此事不归您办理。' }], 403),
  early: () => new Refused([{ code: 'tooEarly', message: '还没有到时候。' }]),
  conflict: () => new Conflict(undefined, { title: '新案由' }),
  bug: () => new TypeError("Cannot read properties of undefined (reading 'secret')"),
};

@Public()
@Controller('api/notes')
class NotesApi {
  @Post()
  write(@Body() body: NoteBody) {
    return body;
  }

  @Get()
  list(@Query() query: PageQuery) {
    return windowOf(query);
  }

  @Get('request')
  request() {
    return { requestId: currentRequestId() };
  }

  @Post('request')
  requestAfterBody() {
    return { requestId: currentRequestId() };
  }

  @Get('errors/:id')
  error(@IdParam() id: number): never {
    throw ERRORS[Object.keys(ERRORS)[id - 1]]();
  }
}

describe('A request', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ controllers: [NotesApi] });
  });
  afterAll(() => app.close());

  const post = (payload: unknown) =>
    app.inject({ method: 'POST', url: '/api/notes', payload: payload as object });
  const postText = (payload: string, type = 'application/json') =>
    app.inject({ method: 'POST', url: '/api/notes', payload, headers: { 'content-type': type } });

  it('is validated and answered', async () => {
    const answer = await post({ words: ' 甲 ', ids: [1] });
    expect([answer.statusCode, answer.json()]).toEqual([201, { words: '甲', ids: [1] }]);
  });

  it('is refused with every faulty field', async () => {
    const answer = await post({ ids: 'x', more: 1 });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({
      type: 'about:blank',
      title: '填写有误',
      status: 422,
      requestId: answer.headers['x-request-id'],
      errors: expect.arrayContaining([
        { field: 'words', code: 'required', message: '「内容」不能为空，请填写。' },
        { field: 'ids', code: 'wrongType', message: '「单位」应当是列表。' },
        { field: 'more', code: 'unknownField', message: '不认识的字段「more」，请核对接口说明。' },
      ]),
    });
  });

  it.each([
    [1, 404, { title: '没有找到' }],
    [2, 422, { errors: [{ field: 'a.0', code: 'required', message: '「甲」不能为空，请填写。' }] }],
    [3, 403, { reasons: [{ code: 'notYours', message: '此事不归您办理。' }] }],
    [4, 409, { reasons: [{ code: 'tooEarly', message: '还没有到时候。' }], detail: '还没有到时候。' }],
    [5, 409, { what: { title: '新案由' } }],
    [6, 500, { detail: '系统出现故障，请稍后重试；如仍有问题，请将请求编号告知管理员。' }],
  ])('that ends in error %i is answered with %i', async (id, status, problem) => {
    const answer = await app.inject(`/api/notes/errors/${id}`);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ ...problem, status });
    expect(answer.payload).not.toContain('secret');
  });

  it.each(['0', '-1', '1.5', 'x', '2147483648', '%00', '1%20', '١'])(
    'for the id %s finds nothing',
    async (id) => {
      expect((await app.inject(`/api/notes/errors/${id}`)).statusCode).toBe(404);
    },
  );

  it('reads which page is wanted', async () => {
    expect((await app.inject('/api/notes')).json()).toEqual({ page: 1, size: 20, offset: 0 });
    expect((await app.inject('/api/notes?page=3&size=100')).json()).toEqual({
      page: 3,
      size: 100,
      offset: 200,
    });
    for (const query of ['size=101', 'page=0', 'page=x', 'page=1&page=2', 'other=1', 'page=1e9']) {
      expect((await app.inject(`/api/notes?${query}`)).statusCode).toBe(422);
    }
  });

  it('has one id in the header and everywhere within', async () => {
    const own = { 'x-request-id': 'mine' };
    const got = await app.inject({ url: '/api/notes/request', headers: own });
    const posted = await app.inject({
      method: 'POST',
      url: '/api/notes/request',
      payload: { a: 1 },
      headers: own,
    });
    for (const answer of [got, posted]) {
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(answer.json()).toEqual({ requestId: answer.headers['x-request-id'] });
    }
  });

  it.each([
    ['broken JSON', '{"words":', 'application/json', 400],
    ['an empty body', '', 'application/json', 400],
    ['a prototype', '{"__proto__":{"admin":true},"words":"x"}', 'application/json', 400],
    ['a constructor', '{"constructor":{"prototype":{"admin":true}},"words":"x"}', 'application/json', 400],
    ['a name every object has', '{"toString":1,"words":"x"}', 'application/json', 422],
    ['another format', '<words/>', 'application/xml', 415],
    ['NUL', '{"words":"a\\u0000"}', 'application/json', 422],
    ['a lone surrogate', '{"words":"\\ud800"}', 'application/json', 422],
    ['NUL in an unknown key', '{"words":"a","\\u0000":1}', 'application/json', 422],
    ['deep nesting', `{"words":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'application/json', 422],
    [
      'masses of entries',
      JSON.stringify({ words: 'a', ids: Array.from({ length: 3000 }, (_, at) => at) }),
      'application/json',
      422,
    ],
    ['10 MB', JSON.stringify({ words: 'a'.repeat(10_000_000) }), 'application/json', 413],
    ['text', 'words=a', 'text/plain', 415],
    ['a form with a deep key', 'words[a][b]=c', 'application/x-www-form-urlencoded', 415],
  ])('with %s is refused clearly', async (_, payload, type, status) => {
    const answer = await postText(payload, type);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ status, title: expect.stringMatching(/\p{Script=Han}/u) });
  });

  it.each([
    '/api/nothing',
    '/api/notes/%E0%A4%A',
    `/api/notes/errors/${'1'.repeat(500)}`,
    '/../../etc/passwd',
    '//',
    '/api/notes?x=%ff',
  ])('for %s is refused clearly', async (url) => {
    const answer = await app.inject(url);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.json().title).toMatch(/\p{Script=Han}/u);
  });

  it('never ends in 500, whatever it carries', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 20 }), async (payload) => {
        expect((await postText(payload)).statusCode).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });

  it('forbids content from elsewhere and does not force https', async () => {
    const policy = (await app.inject('/api/docs')).headers['content-security-policy'];
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('upgrade-insecure-requests');
  });
});

describe('The API document', () => {
  it('is served, with a page to browse it that needs nothing from elsewhere', async () => {
    const app = await startApp({ controllers: [NotesApi] });
    const document = (await app.inject('/api/openapi.json')).json();
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/health', '/api/notes', '/api/notes/errors/{id}']),
    );
    expect(document.components.schemas.NoteBody.properties.words).toMatchObject({
      description: '内容',
      maxLength: 100,
    });
    const page = await app.inject('/api/docs');
    expect(page.payload).not.toMatch(/https?:\/\//);
    for (const [, path] of page.payload.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await app.inject(path)).statusCode).toBe(200);
    }
    await app.close();
  });
});
