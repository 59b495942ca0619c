import { eachDatabase, type RunningApp } from '../support/harness';
import { nameOf, type Operation, operationsOf, urlOf } from '../support/openapi';
import type { Person } from '../support/people';
import { CODES } from './codes';
import { type Edge, edgesOf } from './edges';
import { countedTables, glanceOf } from './footprint';
import { OpenDoors, type Visit } from './open-doors';
import { faultIn } from './refusal';
import { aBusyOffice, type BusyOffice } from './stages';

const SECONDS = 1000;
const NO_EDGES: Edge[] = [];

eachDatabase('At the edge of what a schema allows, every route', (open) => {
  let app: RunningApp;
  let office: BusyOffice;
  let doors: OpenDoors;
  let tables: string[];
  let operations: Operation[];
  /** How things stood after the last request. */
  let seen: string;

  beforeAll(async () => {
    app = await open();
    office = await aBusyOffice(app);
    operations = (await operationsOf(app)).filter(
      ({ body, multipart, path }) => body && !multipart && path !== '/api/sign-in',
    );
    doors = new OpenDoors(app, office, operations);
    await doors.lookEverywhere();
    tables = await countedTables(app);
    for (const { headers } of office.people) await app.inject({ url: '/api/me', headers });
    seen = await glanceOf(app, tables);
  }, 60 * SECONDS);

  /** Sends it through an open door, where there is one, and tells what is wrong with the answer. */
  const push = async (operation: Operation, { sent, absent }: Edge): Promise<string> => {
    const visit = doors.to(operation) ?? doorless(operation);
    const url = urlOf(operation, (name) => visit.ids[name] ?? 1);
    const payload = 'version' in sent && sent.version === 1 ? { ...sent, version: visit.version } : sent;
    const answer = await app.inject({ method: operation.method, url, headers: visit.by.headers, payload });
    const after = await glanceOf(app, tables);
    const changed = after !== seen;
    seen = after;
    if (changed) await doors.lookAgain(visit);
    // The database says so, too, but not what is meant.
    if (answer.body.includes('所引用的内容已不存在')) return answer.body;
    if (answer.statusCode >= 300) return faultIn(answer) || (changed ? 'changed something' : '');
    if (answer.body.includes('"fault"')) return answer.body;
    return absent && !isBatch(operation) ? `took what is not there: ${answer.body}` : '';
  };

  const doorless = (operation: Operation): Visit => {
    const [, , noun] = operation.path.split('/');
    const by = startersOf(office)[noun] ?? office.keeper;
    return { operation, by, ids: { id: office.ids[noun]?.[0] ?? 1, code: 'sector' }, version: 1 };
  };

  it.each([true, false])(
    'does it or refuses it clearly (refers to what is not there: %s)',
    async (absent) => {
      const wrong: string[] = [];
      for (const operation of operations) {
        const edges = operation.body ? edgesOf(operation.body, { ...office.known, ...CODES }) : NO_EDGES;
        for (const edge of edges.filter((each) => each.absent === absent)) {
          const fault = await push(operation, edge);
          if (fault)
            wrong.push(
              `${nameOf(operation)} ${edge.field} ${JSON.stringify(edge.sent).slice(0, 200)}: ${fault.slice(0, 300)}`,
            );
        }
      }
      expect(wrong).toEqual([]);
    },
    120 * SECONDS,
  );
});

/** A list of many is answered for each of them. */
const isBatch = ({ path }: Operation) => /^\/api\/(examination|assignment)\//.test(path);

/** Who begins what is not there yet. */
const startersOf = ({ world: { by } }: BusyOffice): Record<string, Person> => ({
  proposals: by.first,
  evaluations: by.clerk,
  notices: by.clerk,
  'old-notices': by.clerk,
  examination: by.clerk,
  assignment: by.government,
});
