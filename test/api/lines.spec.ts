import { connect } from 'node:net';
import { type RunningApp, startApp } from '../support/harness';
import { operationsOf, urlOf } from '../support/openapi';
import { anInsider } from './insider';

/** What comes back on a line of its own until it is cut. */
function answerTo(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (part) => (answer += part)).on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

describe('A request', () => {
  let app: RunningApp;
  let headers: Record<string, string>;
  beforeAll(async () => {
    app = await startApp();
    headers = await anInsider(app);
  });
  afterAll(() => app.close());

  it('for the head of something is answered as for the whole, without the body', async () => {
    const routes = (await operationsOf(app)).filter(({ method }) => method === 'GET');
    for (const route of routes) {
      const url = urlOf(route, () => '1');
      const [whole, head] = [
        await app.inject({ url, headers }),
        await app.inject({ method: 'HEAD', url, headers }),
      ];
      expect([url, head.statusCode, head.body]).toEqual([url, whole.statusCode, '']);
      expect(head.headers['content-type']).toEqual(whole.headers['content-type']);
    }
  });

  it('whose head is too long or broken ends in 4xx', async () => {
    for (const url of [
      '/api/me?',
      `/api/proposals?subject=${'x'.repeat(20_000)}`,
      `/api/proposals/${'1'.repeat(5000)}`,
    ]) {
      const { statusCode } = await app.inject({ url, headers });
      expect([url.slice(0, 20), statusCode < 500]).toEqual([url.slice(0, 20), true]);
    }
  });

  it('that is no HTTP is answered in Chinese, too, and the line is cut', async () => {
    await app.app.listen(0, '127.0.0.1');
    const port = Number(new URL(await app.app.getUrl()).port);
    const long = `x-long: ${'x'.repeat(60_000)}\r\n`;
    const broken: [string, number][] = [
      ['GET / HTTP/1.1\r\nhost: a\r\nno header\r\n\r\n', 400],
      ['BREW /api/me HTTP/1.1\r\nhost: a\r\n\r\n', 400],
      ['GET /api/me HTTP/9.9\r\nhost: a\r\n\r\n', 400],
      ['POST /api/sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: -5\r\n\r\n{}', 400],
      ['POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', 400],
      [`GET /api/me HTTP/1.1\r\nhost: a\r\n${long}\r\n`, 431],
      // Ten kilobytes of Chinese are still a question; this one lacks a sign-in alone.
      [`GET /api/search?q=${'%E4%B8%AD'.repeat(3333)} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`, 401],
    ];
    for (const [request, status] of broken) {
      const [head, body] = (await answerTo(port, request)).split('\r\n\r\n');
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*application/problem\\+json; charset=utf-8`));
      expect(JSON.parse(body)).toMatchObject({ status, detail: expect.stringMatching(/\p{Script=Han}/u) });
    }
  });

  it('gets a name to save under that every browser reads, and no header of its own making', async () => {
    for (const [url, name] of [
      ['/api/members/import-template', '.xlsx'],
      ['/api/units/import-template', '.xlsx'],
    ]) {
      const answer = await app.inject({ url, headers });
      const disposition = String(answer.headers['content-disposition']);
      expect(disposition).toMatch(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9%._-]+$/,
      );
      expect(decodeURIComponent(disposition.split("''")[1])).toContain(name);
    }
  });
});
