import { Controller, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { TakesForm } from '../../../src/platform/web/form';
import { Public } from '../../../src/platform/web/public';
import { UPLOAD_LIMIT } from '../../../src/platform/web/server';
import { receiveUpload } from '../../../src/platform/web/upload';
import { type RunningApp, startApp } from '../../support/harness';

@Public()
@Controller('api/files')
class FilesApi {
  @TakesForm()
  @Post()
  async receive(@Req() request: FastifyRequest) {
    const { name, content, fields } = await receiveUpload(request);
    return { name, size: content.length, fields };
  }
}

const END = '\r\n--x--\r\n';
const part = (content: string) =>
  `--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n${content}`;

describe('An upload', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp({ controllers: [FilesApi] });
  });
  afterAll(() => app.close());

  const upload = (payload: string, type = 'multipart/form-data; boundary=x') =>
    app.inject({ method: 'POST', url: '/api/files', payload, headers: { 'content-type': type } });

  const field = (content: string) =>
    `--x\r\ncontent-disposition: form-data; name="kind"\r\n\r\n${content}\r\n`;
  const named = (name: string) => part('abc').replace('a.txt', name) + END;

  it('arrives with the fields before it', async () => {
    const answer = await upload(field('scan') + part('abc') + END);
    expect([answer.statusCode, answer.json()]).toEqual([
      201,
      { name: 'a.txt', size: 3, fields: { kind: 'scan' } },
    ]);
  });

  it.each([
    ['more than 20 MB', () => part('a'.repeat(UPLOAD_LIMIT + 1)) + END, 'tooLarge'],
    ['no end', () => part('abc'), 'unreadable'],
    ['a broken head', () => `--x\r\ncontent-disp${END}`, 'required'],
    ['no content', () => part('') + END, 'required'],
    ['nothing', () => '', 'required'],
    ['an unstorable field', () => field('a\u0000') + part('abc') + END, 'unstorable'],
    ['a field too long', () => field('a'.repeat(20_000)) + part('abc') + END, 'tooLong'],
  ])('with %s is refused clearly', async (_, payload, code) => {
    const answer = await upload(payload());
    expect([answer.statusCode, answer.json().errors?.[0].code]).toEqual([422, code]);
  });

  it('keeps no path of the file', async () => {
    for (const name of ['../../etc/passwd', '..\\\\..\\\\boot.ini', '/etc/passwd']) {
      expect((await upload(named(name))).json().name).not.toMatch(/[/\\]/);
    }
  });

  it('without a boundary is refused clearly', async () => {
    expect((await upload(part('abc') + END, 'multipart/form-data')).statusCode).toBe(422);
  });

  it('that is no upload at all is refused clearly', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/files', payload: { a: 1 } });
    expect(answer.json().errors).toEqual([
      { field: 'file', code: 'required', message: '请选择要上传的文件。' },
    ]);
  });
});
