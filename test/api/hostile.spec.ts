import fc from 'fast-check';
import { eachDatabase, type RunningApp } from '../support/harness';
import { nameOf, operationsOf, type Schema, urlOf } from '../support/openapi';
import { type Known, validBodies, wrongBodies } from './bodies';
import { countedTables, footprintOf, glanceOf } from './footprint';
import { OpenDoors, type Visit } from './open-doors';
import { faultIn } from './refusal';
import { aBusyOffice, type BusyOffice } from './stages';

/** The same requests every time; change it to look elsewhere. */
const SEED = 20261121;
const RUNS = 600;
const SECONDS = 1000;
const AT_MOST = { seed: SEED, endOnFailure: true, interruptAfterTimeLimit: 40 * SECONDS };

// Codes of the rules and of kinds; without them little of what is written would mean anything.
const CODES = {
  reasonCode: ['beyondPowers'],
  disposition: ['socialOpinion'],
  category: ['社会'],
  kindCode: ['sector'],
  hat: ['unitHandler', 'committee', 'sponsor'],
  phrase: ['春风又绿江南岸！'],
};

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
  }, 60 * SECONDS);

  /** Sends it; fails unless it was done, or refused clearly with nothing changed. */
  const pay = async (visit: Visit, payload: object | undefined, look: () => Promise<string>) => {
    const { operation, by, ids } = visit;
    const url = urlOf(operation, (name) => ids[name] ?? 1);
    const before = await look();
    const answer = await app.inject({ method: operation.method, url, headers: by.headers, payload });
    answered.add(answer.statusCode);
    const changed = (await look()) !== before;
    const done = answer.statusCode < 300 && !answer.body.includes('"fault"');
    const fault = done ? '' : faultIn(answer) || (changed ? 'changed something' : '');
    if (fault)
      throw new Error(`${by.name} ${nameOf(operation)} ${url}: ${fault} ${answer.body.slice(0, 500)}`);
    if (changed) await doors.lookAgain(visit);
  };

  /** Visits so many routes with bodies of this sort, each from one throw of the dice. */
  const visitMany = (numRuns: number, bodies: (schema: Schema, known: Known) => fc.Arbitrary<object>) => {
    const property = fc.asyncProperty(fc.nat(), fc.nat(), async (dice, seed) => {
      const at = doors.pick(dice);
      const { body, multipart } = at.operation;
      const known = { ...office.known, ...CODES, version: [at.version] };
      const [payload] =
        body && !multipart ? fc.sample(bodies(body, known), { seed, numRuns: 1 }) : [undefined];
      // To compare everything takes longer than all the rest.
      await pay(at, payload, () => (seed % 8 === 0 ? footprintOf(app) : glanceOf(app, tables)));
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
