import { eachDatabase, type RunningApp } from '../../support/harness';
import { type Person, signInAs } from '../../support/people';

const EMPTY: unknown[] = [null, '', []];
const TEXTS: unknown[] = ["' OR 1=1 --", '../../etc/passwd'];
const HOSTILE: unknown[] = [
  ...EMPTY,
  ...TEXTS,
  true,
  -1,
  1.5,
  1e308,
  {},
  [[]],
  { $gt: '' },
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x'.repeat(300),
];

const FIELDS: [string, string[]][] = [
  ['/api/sign-in', ['username', 'password']],
  ['/api/accounts', ['username', 'displayName', 'hats']],
  ['/api/accounts/1/hats', ['hat', 'scopeId', 'since', 'until']],
];
const VALID: Record<string, unknown> = {
  username: 'somebody',
  password: 'three blind mice',
  displayName: '某人',
  hats: [],
  hat: 'office',
};

eachDatabase('Hostile input', (open) => {
  let app: RunningApp;
  let admin: Person;

  beforeAll(async () => {
    app = await open();
    admin = await signInAs(app, { hats: ['administrator'] });
  });

  const post = (url: string, payload: object | string) =>
    app.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...admin.headers, 'content-type': 'application/json' },
    });

  const rows = async () => {
    const counts = ['account', 'wornHat', 'signIn', 'apiToken'].map(
      (table) => `(SELECT COUNT(*) FROM "${table}")`,
    );
    return app.database.rows(`SELECT ${counts.map((count, at) => `${count} AS "c${at}"`).join(', ')}`);
  };

  it.each(FIELDS)('in any field of %s is refused with a reason and changes nothing', async (url, fields) => {
    for (const field of fields) {
      for (const value of HOSTILE) {
        const before = await rows();
        const rest = Object.fromEntries(
          fields.filter((each) => each in VALID).map((each) => [each, VALID[each]]),
        );
        const answer = await post(url, { ...rest, [field]: value });
        // A field that may be left out may be empty, and people may have any name.
        const harmless = [...EMPTY, ...(field === 'displayName' ? TEXTS : [])].includes(value);
        if (harmless && answer.statusCode === 201) continue;
        expect([401, 422, 429]).toContain(answer.statusCode);
        expect(answer.headers['content-type']).toMatch('application/problem+json');
        expect(answer.json<{ detail: string }>().detail).toMatch(/\p{Script=Han}/u);
        expect(await rows()).toEqual(before);
      }
    }
  });

  it.each([
    ['no JSON', '{', 400],
    ['text', '"text"', 422],
    ['a list', '[]', 422],
    ['an unknown field', '{"username":"a","password":"b","admin":true}', 422],
    ['a prototype', '{"username":"a","password":"b","__proto__":{"admin":true}}', 400],
    ['deep nesting', `{"username":${'['.repeat(5000)}${']'.repeat(5000)}}`, 422],
    ['ten megabytes', JSON.stringify({ username: 'x'.repeat(10_000_000), password: 'y' }), 413],
  ])('as the body of a sign-in is refused: %s', async (_, payload, status) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await app.inject({ method: 'POST', url: '/api/sign-in', payload, headers });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ status, detail: expect.stringMatching(/\p{Script=Han}/u) });
  });

  it('as another content type is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const headers = { 'content-type': type };
      const answer = await app.inject({
        method: 'POST',
        url: '/api/sign-in',
        payload: 'username=a',
        headers,
      });
      expect([415, 422]).toContain(answer.statusCode);
    }
  });

  it.each([
    'page=0',
    'page=x',
    'size=1000',
    'q=%00',
    'active=maybe',
    'q[]=1',
    'order=password',
    'page=1&page=2',
  ])('in the query of the list is refused: %s', async (query) => {
    const answer = await app.inject({ url: `/api/accounts?${query}`, headers: admin.headers });
    expect(answer.statusCode).toBe(422);
  });
});
