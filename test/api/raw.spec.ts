import { Accounts } from '../../src/platform/accounts/accounts.service';
import { BODY_LIMIT } from '../../src/platform/web/server';
import { type RunningApp, startApp } from '../support/harness';
import { nameOf, type Operation, operationsOf, urlOf } from '../support/openapi';
import { footprintOf } from './footprint';
import { anInsider } from './insider';
import { faultIn } from './refusal';

const JSON_TYPE = 'application/json';
const FORM = '--x\r\ncontent-disposition: form-data; name="version"\r\n\r\n1\r\n--x--\r\n';
const nested = (depth: number, [open, close]: string) => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** Name, content type, body, and the status that fits. */
const BODIES: [string, string, string | Buffer, number[]][] = [
  ['half a JSON', JSON_TYPE, '{"version":', [400]],
  ['an empty JSON', JSON_TYPE, '', [400]],
  ['two of them', JSON_TYPE, '{}{}', [400]],
  ['NaN', JSON_TYPE, '{"version":NaN}', [400]],
  ['a comment', JSON_TYPE, '{/* */}', [400]],
  ['a BOM of another encoding', JSON_TYPE, Buffer.from('\ufeff{"version":1}', 'utf16le'), [400]],
  [
    'bytes that are no text',
    JSON_TYPE,
    Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    [400, 422],
  ],
  ['a text', JSON_TYPE, '"text"', [422]],
  ['a number', JSON_TYPE, '1e999', [422]],
  ['a flag', JSON_TYPE, 'false', [422]],
  ['a list', JSON_TYPE, '[]', [422]],
  ['a list of bodies', JSON_TYPE, '[{"version":1}]', [422]],
  ['a prototype', JSON_TYPE, '{"__proto__":{"version":1}}', [400]],
  ['a hidden prototype', JSON_TYPE, '{"\\u005f_proto__":{"version":1}}', [400]],
  ['a constructor', JSON_TYPE, '{"constructor":{"prototype":{"version":1}}}', [400, 422]],
  ['the name of a method', JSON_TYPE, '{"toString":1,"valueOf":2}', [422]],
  ['a NUL in a name', JSON_TYPE, '{"\\u0000":1}', [422]],
  ['half a character in a name', JSON_TYPE, '{"\\ud800":1}', [422]],
  ['deep objects', JSON_TYPE, nested(5000, ['{"a":', '}'] as unknown as string), [422]],
  ['deep lists', JSON_TYPE, `{"version":${nested(20_000, '[]')}}`, [422]],
  ['a hundred thousand entries', JSON_TYPE, `{"ids":[${'1,'.repeat(99_999)}1]}`, [422]],
  [
    'ten thousand fields',
    JSON_TYPE,
    `{${Array.from({ length: 10_000 }, (_, at) => `"f${at}":1`).join()}}`,
    [422],
  ],
  ['a field with an endless name', JSON_TYPE, `{"${'x'.repeat(100_000)}":1}`, [422]],
  ['a number of a hundred thousand digits', JSON_TYPE, `{"version":${'9'.repeat(100_000)}}`, [422]],
  ['XML', 'application/xml', '<version>1</version>', [415]],
  ['plain text', 'text/plain', 'version=1', [415]],
  ['a type that is none', 'x', '{}', [415]],
  ['packed JSON', 'application/gzip', Buffer.from('1f8b08', 'hex'), [415]],
  ['a form it does not take', 'multipart/form-data; boundary=x', FORM, [415]],
  ['a form with unknown fields', 'application/x-www-form-urlencoded', 'nothing=1&a[b][c]=2', [415]],
  [
    'a form that reaches for prototypes',
    'application/x-www-form-urlencoded',
    '__proto__[version]=1&constructor=1',
    [415],
  ],
];

describe('A body', () => {
  let app: RunningApp;
  let headers: Record<string, string>;
  let operations: Operation[];
  beforeAll(async () => {
    app = await startApp();
    headers = await anInsider(app);
    operations = (await operationsOf(app)).filter(
      ({ method, path }) => method !== 'GET' && path.startsWith('/api/') && path !== '/api/sign-in',
    );
  });
  afterAll(() => app.close());

  const send = ({ method, path }: Operation, type: string, payload: string | Buffer) =>
    app.inject({
      method,
      url: urlOf({ path }, (name) => (name === 'code' ? 'sector' : '1')),
      headers: { ...headers, 'content-type': type },
      payload,
    });

  it.each(BODIES)(
    'that is %s is refused by every route, and changes nothing',
    async (_, type, payload, statuses) => {
      const before = await footprintOf(app);
      const wrong: string[] = [];
      for (const operation of operations) {
        // What a form route says of bodies that are no form has a spec of its own.
        if (operation.multipart && type.startsWith('multipart')) continue;
        const answer = await send(operation, type, payload);
        const fits = statuses.includes(answer.statusCode);
        const fault = faultIn(answer) || (fits ? '' : `${answer.statusCode} ${answer.body.slice(0, 300)}`);
        if (fault) wrong.push(`${nameOf(operation)}: ${fault}`);
      }
      expect(wrong.slice(0, 10)).toEqual([]);
      expect(await footprintOf(app)).toEqual(before);
    },
    60_000,
  );

  it('that is too large is refused, however it is too large', async () => {
    const before = await footprintOf(app);
    const large = JSON.stringify({ reason: '长'.repeat(BODY_LIMIT / 3) });
    for (const size of [large, JSON.stringify({ reason: 'x'.repeat(10_000_000) })])
      for (const operation of operations
        .filter(({ multipart }) => !multipart)
        .filter((_, at) => at % 12 === 0)) {
        const answer = await send(operation, JSON_TYPE, size);
        expect([nameOf(operation), answer.statusCode, faultIn(answer)]).toEqual([nameOf(operation), 413, '']);
        expect(answer.json().detail).toBe('提交的内容过大，请减少后重试。');
      }
    expect(await footprintOf(app)).toEqual(before);
  });

  it('that just fits is looked at', async () => {
    const fitting = JSON.stringify({ reason: 'x'.repeat(BODY_LIMIT - 20) });
    const [operation] = operations.filter(({ path }) => path.endsWith('/withdraw'));
    const answer = await send(operation, JSON_TYPE, fitting);
    expect([answer.statusCode, answer.json().errors]).toMatchObject([
      422,
      [{ field: 'reason', code: 'tooLong' }],
    ]);
  });

  it('of a sign-in is refused as any other', async () => {
    await app.get(Accounts).create({ username: 'wang', displayName: '王', password: 'three blind mice' });
    const [signIn] = (await operationsOf(app)).filter(({ path }) => path === '/api/sign-in');
    for (const [name, type, payload, statuses] of BODIES) {
      const answer = await send(signIn, type, payload);
      expect([name, faultIn(answer), statuses]).toEqual([
        name,
        '',
        expect.arrayContaining([answer.statusCode]),
      ]);
    }
  });
});
