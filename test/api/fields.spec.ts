import { type RunningApp, startApp } from '../support/harness';
import { nameOf, type Operation, operationsOf, urlOf } from '../support/openapi';
import { footprintOf } from './footprint';
import { anInsider } from './insider';
import { faultIn, fieldsOf } from './refusal';
import { bodyOf, type Fault, faultsOf, valueOf } from './wrong-values';

/** No number of a row: too small, too large, written otherwise, or meant for something else. */
const NO_IDS = [
  '0 -1 01 1.0 1e0 1e99 2147483648 99999999999999999999 NaN null x 1;DROP __proto__ constructor',
  '%00 1%00 %ED%A0%80 %D9%A1 %EF%BC%91 %F0%9D%9F%8F .. ..%2f1 %2e%2e%2f 1%20 %0a1 %5Bobject%5D %27--',
  '9'.repeat(150),
].flatMap((some) => some.split(' '));

const MOST_SHOWN = 20;

// What is said here is said before any database is asked; one is enough.
describe('What is sent to any route', () => {
  let app: RunningApp;
  let headers: Record<string, string>;
  let operations: Operation[];
  beforeAll(async () => {
    app = await startApp();
    headers = await anInsider(app);
    // The public form takes no JSON and answers with pages; it has a spec of its own.
    const takesJson = ({ method, path }: Operation) => method === 'GET' || path.startsWith('/api/');
    operations = (await operationsOf(app)).filter(takesJson);
  });
  afterAll(() => app.close());

  const send = ({ method }: Operation, url: string, payload?: object) =>
    app.inject({ method, url, headers, payload });

  /** Sends every fault of every route and gives those that were not refused as they should be. */
  const notRefused = async (
    faultsFor: (operation: Operation) => (Fault & { url: string; body?: object })[],
  ) => {
    const before = await footprintOf(app);
    const wrong: string[] = [];
    let count = 0;
    for (const operation of operations)
      for (const { field, url, body, sent } of faultsFor(operation)) {
        const answer = await send(operation, url, body);
        count += 1;
        const named = answer.statusCode === 422 && fieldsOf(answer).some((each) => isWithin(each, field));
        const fault = faultIn(answer) || (named ? '' : `${answer.statusCode} ${answer.body}`);
        if (fault) wrong.push(`${nameOf(operation)} ${JSON.stringify(sent).slice(0, 100)}: ${fault}`);
      }
    expect(await footprintOf(app)).toEqual(before);
    return { wrong, count };
  };

  it('is refused in every field of every body where it is wrong, with the field named, and changes nothing', async () => {
    const { wrong, count } = await notRefused((operation) => {
      if (!operation.body || operation.multipart) return [];
      const url = urlOf(operation, () => '1');
      return faultsOf(operation.body).map((fault) => ({ ...fault, url, body: fault.sent }));
    });
    expect(wrong.slice(0, MOST_SHOWN)).toEqual([]);
    expect(count).toBeGreaterThan(3000);
  }, 180_000);

  it('is refused in every field of every query where it is wrong, with the field named', async () => {
    const { wrong } = await notRefused((operation) => {
      if (isPublic(operation)) return [];
      const url = urlOf(operation, () => '1');
      const body = plainBodyOf(operation);
      return queriesOf(operation).map(({ query, field }) => ({
        url: `${url}?${query}`,
        field,
        body,
        sent: { query },
      }));
    });
    expect(wrong.slice(0, MOST_SHOWN)).toEqual([]);
  }, 120_000);

  it('is refused where the route takes nothing at all', async () => {
    const { wrong } = await notRefused((operation) => {
      if (operation.body || isPublic(operation)) return [];
      const url = urlOf(operation, () => '1');
      const sent = { nothing: 1 };
      return operation.method === 'GET' ? [] : [{ field: 'nothing', url, body: sent, sent }];
    });
    expect(wrong.slice(0, MOST_SHOWN)).toEqual([]);
  });

  it('names nothing where the path names nothing', async () => {
    const before = await footprintOf(app);
    const found: string[] = [];
    for (const operation of operations.filter(({ path }) => path.includes('{')))
      for (const name of operation.path.match(/(?<=\{)\w+(?=\})/g) ?? [])
        for (const wrong of NO_IDS) {
          const url = urlOf(operation, (each) => (each === name ? wrong : '1'));
          // `/notices/..` is `/`, which is the reader's own page and no notice.
          if (new URL(url, 'http://office').pathname === '/') continue;
          const body = plainBodyOf(operation);
          const answer = await send(operation, url, body);
          const fault = faultIn(answer) || (NO_THING.includes(answer.statusCode) ? '' : answer.body);
          if (fault) found.push(`${operation.method} ${url}: ${fault}`);
        }
    expect(found.slice(0, MOST_SHOWN)).toEqual([]);
    expect(await footprintOf(app)).toEqual(before);
  }, 300_000);
});

/** The plainest thing to send; of a form, everything but its file. */
function plainBodyOf({ body, multipart }: Operation): object | undefined {
  if (!multipart) return body && bodyOf(body);
  const { file: _, ...texts } = body?.properties ?? {};
  return bodyOf({ properties: texts, required: Object.keys(texts) });
}

// `..` in an address is resolved before it is looked up, and what cannot be decoded is no address at all.
const NO_THING = [400, 404];

const isPublic = ({ path }: Operation) => !path.startsWith('/api/') || path === '/api/sign-in';
const isWithin = (named: string, field: string) =>
  named === field || named.startsWith(`${field}.`) || field.startsWith(`${named}.`);

/** What can be wrong with a query: every field of it, and what it does not know. */
function queriesOf({ query }: Operation): { query: string; field: string }[] {
  const all = Object.entries(query.properties);
  const plain = all
    .filter(([name]) => query.required.includes(name))
    .map(([name, schema]) => `${name}=${valueOf(schema)}`);
  const rest = (name: string) => plain.filter((each) => !each.startsWith(`${name}=`));
  const one = (name: string, ...said: string[]) => ({
    field: name,
    query: [...rest(name), ...said].join('&'),
  });
  const unknown = ['nothing', 'order', 'id', '__proto__', 'constructor', 'toString'].map((name) =>
    one(name, `${name}=1`),
  );
  const wrong = all.flatMap(([name, schema]) => [
    ...['%00', '%01', 'a%07b']
      .filter(() => schema.type === 'string')
      .map((value) => one(name, `${name}=${value}`)),
    ...(schema.type === 'string' && !schema.enum && !schema.format
      ? []
      : ['x', 'NaN', '1e99', '-1', '1.5', '[]', '%5B1%5D', '١'].map((value) =>
          one(name, `${name}=${value}`),
        )),
    one(name, `${name}=${valueOf(schema)}`, `${name}=${valueOf(schema)}`),
    one(`${name}[]`, `${name}[]=1`),
    one(`${name}[a]`, `${name}[a]=1`),
  ]);
  return [...unknown, ...wrong];
}
