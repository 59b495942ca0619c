import fc from 'fast-check';
import { eachDatabase, type RunningApp } from '../support/harness';
import { nameOf, operationsOf, type Schema, urlOf } from '../support/openapi';
import { validBodies, wrongBodies } from './bodies';
import { CODES } from './codes';
import { countedTables, footprintOf, glanceOf } from './footprint';
import { OpenDoors, type Visit } from './open-doors';
import { faultIn } from './refusal';
import { aBusyOffice, type BusyOffice } from './stages';

/** The same requests every time; change it to look elsewhere. */
const SEED = 20261121;
const RUNS = 600;
const SECONDS = 1000;
// Nothing may hang: an answer that does not come is a failure, not the end of the time.
const AT_MOST = {
  seed: SEED,
  endOnFailure: true,
  timeout: 20 * SECONDS,
  interruptAfterTimeLimit: 40 * SECONDS,
};

interface Sent {
  query: string;
  payload?: object;
}

/** As a form writes it; what is not there is left out. */
function queryOf(fields: Record<string, unknown>): string {
  const said = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  return `?${said.map((pair) => pair.map((each) => encodeURIComponent(inWords(each))).join('=')).join('&')}`;
}

// Half a character has no form in an address.
const inWords = (value: unknown) =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replaceAll(/\p{Surrogate}/gu, '?');

eachDatabase('Whatever anybody sends to any route', (open) => {
  let app: RunningApp;
  let office: BusyOffice;
  let doors: OpenDoors;
  let tables: string[];
  const answered = new Set<number>();

  beforeAll(async () => {
    app = await open();
    office = await aBusyOffice(app);
    doors = new OpenDoors(app, office, await operationsOf(app));
    await doors.lookEverywhere();
    // That somebody was here today is written down once.
    for (const { headers } of office.people) await app.inject({ url: '/api/me', headers });
    tables = await countedTables(app);
  }, 300 * SECONDS);

  /** Sends it; fails unless it was done, or refused clearly with nothing changed. */
  const pay = async (visit: Visit, { query, payload }: Sent, look: () => Promise<string>) => {
    const { operation, by, ids } = visit;
    const url = urlOf(operation, (name) => ids[name] ?? 1);
    const before = await look();
    const { method } = operation;
    const answer = await app.inject({ method, url: url + query, headers: by.headers, payload });
    answered.add(answer.statusCode);
    const changed = (await look()) !== before;
    const done = answer.statusCode < 300 && !answer.body.includes('"fault"');
    const fault = done ? '' : faultIn(answer) || (changed ? 'changed something' : '');
    if (fault)
      throw new Error(
        `${by.name} ${nameOf(operation)} ${url}${query}: ${fault} ${answer.body.slice(0, 500)}`,
      );
    if (changed) await doors.lookAgain(visit);
  };

  /** Visits so many routes with something of this sort, each from one throw of the dice. */
  const visitMany = (numRuns: number, bodies: typeof validBodies) => {
    const property = fc.asyncProperty(fc.nat(), fc.nat(), async (dice, seed) => {
      const at = doors.pick(dice);
      const { body, multipart, query } = at.operation;
      const known = { ...office.known, ...CODES, version: [at.version] };
      const one = (schema: Schema) => fc.sample(bodies(schema, known), { seed, numRuns: 1 })[0];
      const payload = body && !multipart ? one(body) : undefined;
      const sent = { query: Object.keys(query.properties).length > 0 ? queryOf(one(query)) : '', payload };
      // To compare everything takes longer than all the rest.
      await pay(at, sent, () => (seed % 8 === 0 ? footprintOf(app) : glanceOf(app, tables)));
    });
    return fc.assert(property, { ...AT_MOST, numRuns });
  };

  it(
    'is done or refused clearly, with nothing changed where it was refused',
    async () => {
      await visitMany(RUNS, validBodies);
      expect([...answered]).toEqual(expect.arrayContaining([200, 201, 403, 404, 409, 422]));
    },
    60 * SECONDS,
  );

  it(
    'is refused where something in it is wrong',
    async () => {
      await visitMany(RUNS / 3, wrongBodies);
    },
    60 * SECONDS,
  );
});
