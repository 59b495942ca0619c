import type { LightMyRequestResponse } from 'fastify';
import { type RunningApp, startApp } from '../support/harness';
import { PDF } from '../support/files';
import { type Operation, operationsOf, urlOf } from '../support/openapi';
import { type Person, signInAs } from '../support/people';
import { send } from '../support/requests';
import { HEAD } from '../support/steps/publication';
import { aBusyOffice, type BusyOffice } from './stages';
import { bodyOf } from './wrong-values';

/** No row has this number. */
const NOBODYS = 999_999;
const NOUNS = ['proposals', 'assignments', 'evaluations', 'notices'];

/** Everything an answer tells but what is new with each answer. */
function toldBy(answer: LightMyRequestResponse, id: number): string {
  const { date: _, 'x-request-id': requestId, 'content-length': __, ...headers } = answer.headers;
  const body = answer.body.replaceAll(String(requestId), '').replaceAll(`"id":${id},`, '');
  return JSON.stringify([answer.statusCode, headers, body]);
}

describe('What one may not see', () => {
  let app: RunningApp;
  let office: BusyOffice;
  let operations: Operation[];
  let people: Person[];

  beforeAll(async () => {
    app = await startApp();
    office = await aBusyOffice(app);
    operations = await operationsOf(app);
    const { by } = office.world;
    const some = [
      by.first,
      by.second,
      by.sector,
      by.standing,
      by.clerk,
      by.director,
      by.teller,
      by.administrator,
    ];
    const others = [by.government, by.party, by.transport.leader, by.housing.handler, by.publicity.handler];
    people = [...some, ...others, await signInAs(app, { name: '没有身份的人' })];
    for (const { headers } of people) await app.inject({ url: '/api/me', headers });
  }, 60_000);
  afterAll(() => app.close());

  const ask = (operation: Operation, by: Person, id: number) => {
    const { method, body, multipart } = operation;
    const url = urlOf(operation, (name) => (name === 'id' ? id : 1));
    const form = { ...by.headers, 'content-type': 'multipart/form-data; boundary=x' };
    return multipart
      ? app.inject({ method, url, headers: form, payload: FORM })
      : app.inject({ method, url, headers: by.headers, payload: body && bodyOf(body) });
  };

  /** Whether it exists for somebody; an assignment does where its case does. */
  const sees = async (by: Person, noun: string, id: number) => {
    if (noun !== 'assignments') return (await send(app, by, 'GET', `/api/${noun}/${id}`)).status === 200;
    const sql = 'SELECT "proposalId" FROM "assignment" WHERE "id" = ?';
    const [{ proposalId }] = await app.database.rows<{ proposalId: number }>(sql, [id]);
    return (await send(app, by, 'GET', `/api/proposals/${proposalId}`)).status === 200;
  };

  it.each(NOUNS)(
    'does not exist, by whatever route of %s one asks',
    async (noun) => {
      const routes = operations.filter(({ path }) => path.startsWith(`/api/${noun}/{id}`));
      const differing: string[] = [];
      let compared = 0;
      for (const by of people) {
        const hidden: number[] = [];
        for (const id of office.ids[noun]) if (!(await sees(by, noun, id))) hidden.push(id);
        for (const operation of routes) {
          const missing = toldBy(await ask(operation, by, NOBODYS), NOBODYS);
          // A few in turn: every case comes before every person, and every route meets many cases.
          for (const id of hidden.filter((each, at) => (at + routes.indexOf(operation)) % 5 === 0)) {
            const told = toldBy(await ask(operation, by, id), id);
            compared += 1;
            if (told !== missing)
              differing.push(`${by.name} ${operation.method} ${operation.path} ${id}: ${told} ${missing}`);
          }
        }
      }
      expect(differing.slice(0, 10)).toEqual([]);
      expect(compared).toBeGreaterThan(20);
    },
    120_000,
  );

  it('does not exist where a body or a query refers to it', async () => {
    const { by } = office.world;
    const drafts = await numbers(
      `SELECT "id" FROM "proposal" WHERE "stage" = 'draft' AND NOT "enteredOnBehalf"`,
    );
    const elsewhere = await numbers(
      `SELECT "id" FROM "proposal" WHERE "officeId" IS NULL AND "stage" = 'filed'`,
    );
    const [filed] = elsewhere;
    const [meeting] = await numbers(`SELECT "id" FROM "evaluation" WHERE "stage" = 'planned'`);
    const [notice] = office.ids.notices;
    const references: [
      Person,
      'GET' | 'POST' | 'PUT',
      string,
      (id: number) => object | undefined,
      number[],
    ][] = [
      [
        by.clerk,
        'POST',
        `/api/proposals/${filed}/propose-merge`,
        (principalId) => ({ principalId, reason: '相同' }),
        drafts,
      ],
      [by.clerk, 'PUT', `/api/evaluations/${meeting}/agenda`, (id) => ({ proposalIds: [id] }), drafts],
      [
        by.clerk,
        'PUT',
        `/api/notices/${notice}`,
        (proposalId) => ({ ...HEAD, items: [{ proposalId }] }),
        drafts,
      ],
      [by.director, 'POST', '/api/examination/file', (id) => ({ ids: [id] }), drafts],
      [by.clerk, 'POST', '/api/examination/recommend', (id) => ({ ids: [id], outcome: 'file' }), drafts],
      [
        by.clerk,
        'POST',
        '/api/assignment/hand-over',
        (proposalId) => ({ items: [{ proposalId, officeId: 1 }] }),
        drafts,
      ],
      [
        by.government,
        'POST',
        '/api/assignment/assign',
        (proposalId) => ({ items: [{ proposalId, mode: 'sole', units: [{ unitId: 1, role: 'lead' }] }] }),
        elsewhere,
      ],
      [by.government, 'GET', '/api/assignment/refusals?proposalId=ID', () => undefined, elsewhere],
    ];
    for (const [person, method, path, body, hidden] of references) {
      const tell = async (id: number) => {
        const url = path.replace('ID', String(id));
        return toldBy(await app.inject({ method, url, headers: person.headers, payload: body(id) }), id);
      };
      expect(hidden.length).toBeGreaterThan(0);
      for (const id of hidden) expect([path, await tell(id)]).toEqual([path, await tell(NOBODYS)]);
    }
  });

  const numbers = async (sql: string) => (await app.database.rows<{ id: number }>(sql)).map(({ id }) => id);
});

const FORM = Buffer.from(
  [
    '--x\r\ncontent-disposition: form-data; name="sponsorId"\r\n\r\n1\r\n',
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n',
    `${PDF.toString()}\r\n--x--\r\n`,
  ].join(''),
);
