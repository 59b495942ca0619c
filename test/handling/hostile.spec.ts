import fc from 'fast-check';
import { eachDatabase, type RunningApp } from '../support/harness';
import type { Person } from '../support/people';
import { send } from '../support/requests';
import * as step from '../support/steps/assignment';
import * as handling from '../support/steps/handling';
import { aWorld, type World } from '../support/world';

/** Values that no field of this kind may take. */
const WRONG = {
  text: [1, true, [], {}, '\0', '\ud800', ' ', '长'.repeat(60_000)],
  id: ['x', '1; DROP TABLE assignment', 0, -1, 1.5, 2 ** 31, 1e300, [1], {}],
  day: ['2026-02-30', '昨天', '20260302', 20_260_302, {}, []],
  choice: ['其他方式', 7, {}, ['visit']],
  flag: ['也许', 3, {}, []],
  list: ['x', 1, {}, [1], ['x'], [[]], [null]],
};

type Kind = keyof typeof WRONG;

const NOTE = { note: 'text' } as const;
const REASON = { reason: 'text' } as const;

/** What each action of an assignment takes. */
const ACTIONS: Record<string, Record<string, Kind>> = {
  acknowledge: { version: 'id' },
  recall: REASON,
  'request-return': { ...REASON, suggestedUnitId: 'id' },
  'grant-return': { version: 'id' },
  'refuse-return': NOTE,
  'ask-to-add': { ...REASON, unitId: 'id' },
  'refuse-add': NOTE,
  'ask-extension': { ...REASON, until: 'day' },
  'grant-extension': { until: 'day' },
  'refuse-extension': NOTE,
  'record-consultation': { heldOn: 'day', mode: 'choice', people: 'text', outcome: 'text', declined: 'flag' },
  'report-progress': { reportedOn: 'day', text: 'text', figures: 'list' },
  'give-opinion': { docNo: 'text', body: 'text', signer: 'text' },
  'draft-reply': { version: 'id', class: 'choice', promises: 'list', publicity: 'choice' },
  'explain-missing': { ...REASON, coAssignmentId: 'id' },
  'correct-class': { ...NOTE, class: 'choice' },
  'send-back': REASON,
  'issue-reply': { docNo: 'text', signer: 'text', principalLeader: 'flag' },
  'keep-promise': { promiseId: 'id', evidence: 'text', keptOn: 'day' },
};

eachDatabase('Whatever is sent to a unit’s work', (open) => {
  let app: RunningApp;
  let world: World;
  let begun: step.Begun;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    [begun] = (await step.anAcknowledgedProposal(app, world)).assignments;
  });

  const post = (
    verb: string,
    payload: object,
    by: Person = world.by.transport.leader,
    id: unknown = begun.id,
  ) => send(app, by, 'POST', `/api/assignments/${id}/${verb}`, payload);
  const happened = async () => {
    const [{ count }] = await app.database.rows<{ count: number }>(
      'SELECT COUNT(*) AS "count" FROM "history"',
    );
    return count;
  };

  it.each(Object.entries(ACTIONS))(
    '%s refuses what cannot be, naming the field, and does nothing',
    async (verb, fields) => {
      const before = await happened();
      for (const [field, kind] of Object.entries(fields))
        for (const value of WRONG[kind]) {
          const { status, body } = await post(verb, { [field]: value });
          expect([verb, field, status]).toEqual([verb, field, 422]);
          const named = body.errors.map((it: { field: string }) => it.field.split('.')[0]);
          expect(named).toContain(field);
          expect(body.detail).toMatch(/\p{Script=Han}/u);
        }
      const unknown = await post(verb, { stage: 'released', releaseReason: 'x' });
      expect([
        unknown.status,
        unknown.body.errors.some((it: { code: string }) => it.code === 'unknownField'),
      ]).toEqual([422, true]);
      expect(await happened()).toBe(before);
    },
  );

  it.each(['abc', '0', '-1', '1.5', '2147483648', '999999', '1%20OR%201', '%00', '..%2f1'])(
    'names nothing when the path says %s',
    async (id) => {
      expect((await post('acknowledge', {}, undefined, id)).status).toBe(404);
    },
  );

  it('never fails, whatever the body holds', async () => {
    const keys = [...new Set(Object.values(ACTIONS).flatMap((fields) => Object.keys(fields)))];
    const anything = fc.oneof(
      fc.anything({ maxDepth: 3, withNullPrototype: false }).filter((value) => value !== undefined),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('2026-03-02', 'visit', 'B', 1, null),
    );
    const payload = fc.dictionary(fc.constantFrom(...keys, '__proto__', 'units', 'id'), anything, {
      maxKeys: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(ACTIONS)), payload, async (verb, body) => {
        expect((await post(verb, body)).status).toBeLessThan(500);
      }),
      { numRuns: 120 },
    );
  });

  it('never fails the routes of a proposal, nor those for many', async () => {
    const { id } = await step.aHandedOverProposal(app, world);
    const urls = ['hand-over', 'hand-back', 'assign', 'assign-more', 'urge', 'supervise'].map(
      (verb) => `/api/proposals/${id}/${verb}`,
    );
    const all = [...urls, '/api/assignment/hand-over', '/api/assignment/assign'];
    const unit = fc.record({
      unitId: fc.oneof(fc.integer(), fc.string()),
      role: fc.oneof(fc.string(), fc.constant('lead')),
    });
    const item = fc.record({ proposalId: fc.oneof(fc.constant(id), fc.anything()), officeId: fc.anything() });
    const payload = fc.record(
      {
        officeId: fc.oneof(fc.constant(world.offices.party), fc.anything()),
        mode: fc.oneof(fc.constantFrom('sole', 'joint', 'separate'), fc.anything()),
        units: fc.oneof(fc.array(unit, { maxLength: 4 }), fc.anything()),
        items: fc.oneof(fc.array(item, { maxLength: 3 }), fc.anything()),
        reason: fc.string({ unit: 'binary' }),
        body: fc.string(),
      },
      { requiredKeys: [] },
    );
    const people = [world.by.clerk, world.by.government];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        fc.constantFrom(...people),
        payload,
        async (url, by, body) => {
          const answer = await send(app, by, 'POST', url, body);
          expect(answer.status).toBeLessThan(500);
          expect(JSON.stringify(answer.body)).not.toContain('"fault"');
        },
      ),
      { numRuns: 120 },
    );
  });

  it('takes the text of a reply up to its length as it is, markup and all', async () => {
    const body = `<script>alert(1)</script>'"; DROP TABLE reply; -- {{7*7}} 𠮷 \n第二行`;
    const [lead] = (await step.anAcknowledgedProposal(app, world)).assignments;
    await handling.draftReply(app, world, lead, { body });
    const { body: seen } = await send(
      app,
      world.by.transport.handler,
      'GET',
      `/api/proposals/${lead.proposalId}`,
    );
    expect(seen.assignments[0].reply.body).toBe(body);
  });
});
