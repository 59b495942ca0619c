import { Controller, Get, Header, HttpCode, Param, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { encodingFor } from '../../../src/platform/web/encoding';
import { Public } from '../../../src/platform/web/public';
import { publicAnswer } from '../../../src/platform/web/public-answer';
import { type RunningApp, startApp } from '../../support/harness';

const PAGE = `<!doctype html>${'<p>提案办理</p>'.repeat(200)}`;

@Public()
@Controller('pages')
class Pages {
  @Get('long')
  @Header('content-type', 'text/html; charset=utf-8')
  long() {
    return PAGE;
  }

  @Get('short')
  @Header('content-type', 'text/html; charset=utf-8')
  short() {
    return '<p>短</p>';
  }

  @Get('refused')
  @HttpCode(422)
  @Header('content-type', 'text/html; charset=utf-8')
  refused() {
    return PAGE;
  }

  @Get('rows')
  rows() {
    return { text: PAGE };
  }

  @Get('file')
  file() {
    return new StreamableFile(Readable.from([PAGE]), { type: 'text/html' });
  }

  @Get('known/:name')
  known(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const type = name === 'feed' ? 'application/atom+xml' : 'text/html';
    return publicAnswer(request, reply, { type, text: PAGE });
  }
}

describe('A page', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ controllers: [Pages] });
  });
  afterAll(() => app.close());

  const get = (url: string, headers: Record<string, string> = { 'accept-encoding': 'gzip, deflate, br' }) =>
    app.inject({ url, headers });

  it('leaves compressed, with its own length', async () => {
    const { headers, rawPayload } = await get('/pages/long');
    expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(Number(headers['content-length'])).toBe(rawPayload.length);
    expect(rawPayload.length).toBeLessThan(300);
    expect(brotliDecompressSync(rawPayload).toString()).toBe(PAGE);
  });

  it('leaves as gzip for those who know no better', async () => {
    const { headers, rawPayload } = await get('/pages/long', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(rawPayload).toString()).toBe(PAGE);
  });

  it('is compressed when it tells what is wrong, too', async () => {
    const { statusCode, headers } = await get('/pages/refused');
    expect([statusCode, headers['content-encoding']]).toEqual([422, 'br']);
  });

  it.each([
    ['for those who do not ask for it', {}],
    ['for those who refuse it', { 'accept-encoding': 'br;q=0, gzip;q=0.0' }],
    ['for those who take something else', { 'accept-encoding': 'deflate' }],
  ] as [string, Record<string, string>][])('goes as it is %s', async (_, headers) => {
    const answer = await get('/pages/long', headers);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers.vary).toBe('accept-encoding');
    expect(answer.body).toBe(PAGE);
  });

  it.each(['short', 'rows', 'file', 'known/feed'])('alone is compressed: not /pages/%s', async (name) => {
    expect((await get(`/pages/${name}`)).headers['content-encoding']).toBeUndefined();
  });

  it('answers HEAD with the headers of GET', async () => {
    const { headers: wanted } = await get('/pages/long');
    const { headers, body } = await app.inject({
      method: 'HEAD',
      url: '/pages/long',
      headers: { 'accept-encoding': 'br' },
    });
    expect(body).toBe('');
    for (const name of ['content-encoding', 'content-length', 'vary'])
      expect(headers[name]).toBe(wanted[name]);
  });

  it('is known again by its tag, from the route and from the cache', async () => {
    for (const url of ['/pages/known/page', '/pages/known/page', '/pages/known/page?again']) {
      const first = await get(url);
      expect(first.headers).toMatchObject({ 'content-encoding': 'br', etag: expect.stringMatching(/^W\/"/) });
      const headers = { 'accept-encoding': 'br', 'if-none-match': String(first.headers.etag) };
      const again = await get(url, headers);
      expect([again.statusCode, again.body]).toEqual([304, '']);
      expect(again.headers['content-encoding']).toBeUndefined();
      expect(again.headers.vary).toBe('accept-encoding');
    }
  });
});

describe('The encoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['br; q=0.000, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
    ['*;q=0', undefined],
    ['brr, xgzip', undefined],
    [',;,=', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('asked for by %j is %j', (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding));
});
