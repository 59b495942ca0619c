import { join } from 'node:path';
import { type RunningApp, startApp } from '../support/harness';
import { documentOf, nameOf, type Operation, operationsOf, type Schema } from '../support/openapi';
import { ROOT, sourcesOf } from '../support/sources';

/** Actions that are complete with their address: nothing can be sent with them. */
const TAKE_NOTHING = [
  'POST /api/sign-out',
  'POST /api/accounts/{id}/deactivate',
  'POST /api/accounts/{id}/activate',
  'POST /api/accounts/{id}/reset-password',
  'POST /api/accounts/{id}/unlock',
  'POST /api/me/calendar-feed',
  'POST /api/inbox/read',
  'POST /api/inbox/{id}/read',
  'POST /api/me/notifications/code',
  'POST /api/deliveries/{id}/retry',
  'POST /api/deliveries/{id}/cancel',
];

/** Every class that a file exports, whatever it is for. */
function classesIn(path: string): (new () => object)[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const exported = Object.values(require(join(ROOT, path)) as object);
  return exported.filter((each) => typeof each === 'function' && /^class\b/.test(String(each)));
}

describe('The API document', () => {
  let app: RunningApp;
  let operations: Operation[];
  beforeAll(async () => {
    app = await startApp();
    operations = await operationsOf(app);
  });
  afterAll(() => app.close());

  it('says of every POST and PUT what it takes', () => {
    const silent = operations.filter(({ method, body }) => ['POST', 'PUT'].includes(method) && !body);
    expect(silent.map(nameOf)).toEqual(TAKE_NOTHING);
    for (const { body } of operations.filter((operation) => operation.body))
      expect(Object.keys(body?.properties ?? {})).not.toEqual([]);
  });

  it('says of every field what it is and how it is called', async () => {
    const vague: string[] = [];
    const look = (schema: Schema & { description?: string }, at: string, named: boolean) => {
      if (!schema.type || (named && !schema.description)) vague.push(at);
      if (schema.type === 'array') look(schema.items ?? {}, `${at}[]`, false);
      for (const [name, part] of Object.entries(schema.properties ?? {})) look(part, `${at}.${name}`, true);
    };
    for (const operation of operations.filter(({ multipart }) => !multipart))
      if (operation.body) look(operation.body, nameOf(operation), false);
    expect(vague).toEqual([]);
  });

  it('says of every text how long and of every list how many', () => {
    const endless: string[] = [];
    const look = (schema: Schema, at: string) => {
      const plain = schema.type === 'string' && !schema.enum && !schema.format;
      if (plain && schema.maxLength === undefined) endless.push(at);
      if (schema.type === 'integer' && (schema.minimum === undefined || schema.maximum === undefined))
        endless.push(at);
      if (schema.type === 'array' && (schema.minItems === undefined || schema.maxItems === undefined))
        endless.push(at);
      if (schema.items) look(schema.items, `${at}[]`);
      for (const [name, part] of Object.entries(schema.properties ?? {})) look(part, `${at}.${name}`);
    };
    for (const operation of operations.filter(({ multipart }) => !multipart)) {
      look(operation.query, `${nameOf(operation)}?`);
      if (operation.body) look(operation.body, nameOf(operation));
    }
    expect(endless).toEqual([]);
  });

  // A schema goes by the name of its class: of two with one name the document keeps the later.
  it('has one class for each name', () => {
    const files = sourcesOf('src').filter(({ path }) => /\.(dto|api|public)\.ts$/.test(path));
    const homes = new Map<string, Set<unknown>>();
    for (const each of files.flatMap(({ path }) => classesIn(path)))
      homes.set(each.name, (homes.get(each.name) ?? new Set()).add(each));
    expect([...homes].filter(([, classes]) => classes.size > 1).map(([name]) => name)).toEqual([]);
    expect([...homes.keys()]).toEqual(expect.arrayContaining(['ReasonDto', 'ProposalsQuery']));
  });

  it('names no schema that is not a class of what is sent or answered', async () => {
    const known = sourcesOf('src')
      .filter(({ path }) => /\.(dto|api)\.ts$/.test(path))
      .flatMap(({ path }) => classesIn(path).map(({ name }) => name));
    const { components } = await documentOf(app);
    expect(Object.keys(components.schemas).filter((name) => !known.includes(name))).toEqual([]);
  });
});
