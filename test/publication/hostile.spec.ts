import { eachDatabase, type RunningApp } from '../support/harness';
import type { Person } from '../support/people';
import { send } from '../support/requests';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const WRONG = {
  text: [null, '', ' \n ', 1, true, [], {}, '\0', '\ud800', '长'.repeat(6000)],
  line: [null, '', 1, [], '两\n行', '长'.repeat(400)],
  choice: [null, '', 'all', 7, ['full'], {}],
  party: ['public', 0, [], {}],
  id: ['x', 0, -1, 1.5, 2 ** 31, [1], {}],
  day: [null, '2026-02-30', '昨天', 20_260_302, {}],
  texts: ['x', 1, {}, [1], [[]], ['长'.repeat(300)], Array.from({ length: 101 }, (_, at) => `${at}`)],
  items: [null, 'x', 1, {}, [1], [null], Array.from({ length: 101 }, (_, at) => ({ proposalId: at + 1 }))],
};

type Kind = keyof typeof WRONG;

const CASE: Record<string, Record<string, Kind>> = {
  summarise: { summary: 'text', extent: 'choice', version: 'id' },
  'consent-to-publication': { answer: 'choice', party: 'party', sponsorId: 'id' },
  'check-personal-data': { accepted: 'texts' },
  'review-secrecy': { result: 'choice', reviewedOn: 'day', note: 'text' },
  'release-attachment': { attachmentId: 'id' },
  'withdraw-attachment': { attachmentId: 'id', reason: 'text' },
  'decide-personal-data': { attachmentId: 'id', decisions: 'items' },
};
const HEAD: Record<string, Kind> = {
  ...{ title: 'line', preface: 'text', issuer: 'line', contactAddress: 'line' },
  ...{ contactPhone: 'line', datedOn: 'day' },
};
const NOTICE: Record<string, Record<string, Kind>> = {
  'send-back': { reason: 'text' },
  correct: { itemId: 'id', summary: 'text', note: 'text', accepted: 'texts' },
  'take-down': { reason: 'text' },
  discard: { reason: 'text' },
  issue: { version: 'id' },
  'schedule-issue': { moment: 'day' },
  'unschedule-issue': { version: 'id' },
};
const RIGHT: Record<string, unknown> = {
  ...{ summary: step.SUMMARY, moment: '2026-03-03T01:00:00.000Z', extent: 'summary', answer: 'agreed' },
  ...{ result: 'open', reviewedOn: '2026-03-01', attachmentId: 1 },
  decisions: [{ text: '13800138000', decision: 'cut' }],
  ...{ reason: '须核实。', itemId: 1, note: '有误。' },
};

eachDatabase('Whatever is sent about publication', (open) => {
  let app: RunningApp;
  let world: World;
  let caseId: number;
  let noticeId: number;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    caseId = (await step.aPublishableCase(app, world)).id;
    noticeId = await step.aNotice(app, world, [{ proposalId: caseId }]);
  });

  const state = async () => [
    await app.database.rows('SELECT "version" FROM "proposal" ORDER BY "id"'),
    await app.database.rows('SELECT * FROM "notice" ORDER BY "id"'),
    await app.database.rows('SELECT * FROM "publicationConsent" ORDER BY "id"'),
  ];
  const payloadOf = (fields: Record<string, Kind>, head: object) => {
    const right = Object.entries(RIGHT).filter(([name]) => name in fields);
    return { ...head, ...Object.fromEntries(right) };
  };
  /** Each wrong value alone, in a request that is right otherwise. */
  const refusals = async (
    by: Person,
    method: 'POST' | 'PUT',
    url: string,
    fields: Record<string, Kind>,
    head = {},
  ) => {
    for (const [field, kind] of Object.entries(fields))
      for (const value of WRONG[kind]) {
        const payload = { ...payloadOf(fields, head), [field]: value };
        const { status, body } = await send(app, by, method, url, payload);
        const named = body.errors?.some((error: { field: string }) => error.field.startsWith(field));
        expect([url, field, value, status, named]).toEqual([url, field, value, 422, true]);
      }
    const unknown = await send(app, by, method, url, { ...payloadOf(fields, head), stage: 'issued' });
    expect([url, unknown.status]).toEqual([url, 422]);
  };

  it('is refused with its field, and changes nothing', async () => {
    const before = await state();
    for (const [verb, fields] of Object.entries(CASE))
      await refusals(world.by.clerk, 'POST', `/api/proposals/${caseId}/${verb}`, fields);
    for (const [verb, fields] of Object.entries(NOTICE))
      await refusals(world.by.office, 'POST', `/api/notices/${noticeId}/${verb}`, fields);
    await refusals(world.by.clerk, 'POST', '/api/notices', HEAD, step.HEAD);
    const whole = { ...step.HEAD, items: [] };
    await refusals(world.by.clerk, 'PUT', `/api/notices/${noticeId}`, { ...HEAD, items: 'items' }, whole);
    expect(await state()).toEqual(before);
  });

  it('is about something that exists', async () => {
    for (const id of ['0', '-1', '01', 'x', '99999999999', `${noticeId + 100}`, '1;DROP'])
      for (const verb of ['prepare', 'approve', 'issue'])
        expect((await step.tryOnNotice(app, world.by.office, id as never, verb)).status).toBe(404);
  });

  it('comes from somebody who has signed in', async () => {
    const nobody = { headers: { authorization: '' } };
    for (const verb of Object.keys(NOTICE))
      expect((await send(app, nobody, 'POST', `/api/notices/${noticeId}/${verb}`, {})).status).toBe(401);
    for (const verb of Object.keys(CASE))
      expect((await send(app, nobody, 'POST', `/api/proposals/${caseId}/${verb}`, {})).status).toBe(401);
    expect((await send(app, nobody, 'GET', '/api/notices')).status).toBe(401);
  });
});
