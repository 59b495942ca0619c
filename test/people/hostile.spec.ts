import { eachDatabase, type RunningApp } from '../support/harness';
import { Client } from './client';

const HOSTILE: unknown[] = [
  {},
  [[]],
  true,
  -1,
  1.5,
  1e308,
  { $gt: '' },
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\nb',
  'x'.repeat(300),
];
const NO_DAYS = ['2022-13-45', '2022-02-29', '10/1/2022'];
const IS_DAY = /(On|Day|From|By|Deadline)$/;
const DRAFTS: [string, object][] = [
  [
    '/api/members',
    {
      name: '甲',
      number: 'A1',
      termId: 1,
      sectorSponsorId: 1,
      standingCommittee: true,
      phone: '13800000000',
      validFrom: '2022-01-10',
    },
  ],
  [
    '/api/sponsors',
    {
      kindCode: 'sector',
      name: '科技界',
      contactName: '甲',
      contactPost: '干事',
      contactPhone: '13800000000',
      validFrom: '2022-01-10',
      aliases: ['科协界'],
    },
  ],
  [
    '/api/units',
    {
      name: '市经信局',
      shortName: '经信局',
      kind: '政府部门',
      officeId: 1,
      contactName: '甲',
      contactPhone: '13800000000',
      validFrom: '2022-01-10',
      aliases: ['信息局'],
    },
  ],
  ['/api/offices', { name: '市府办', kind: '政府系统' }],
  ['/api/terms', { number: 16, name: '第十六届', fromDay: '2022-01-10', toDay: '2027-01-10' }],
  [
    '/api/sessions',
    {
      termId: 1,
      number: 2,
      opensOn: '2022-01-10',
      closesOn: '2022-01-12',
      submissionDeadline: '2022-01-11T09:00:00Z',
      replyBy: '2022-06-30',
    },
  ],
  [
    '/api/sponsor-kinds',
    { code: 'other', name: '其他', collective: true, needsConvener: true, betweenSessions: true },
  ],
];
const TABLES = [
  'member',
  'sponsor',
  'sponsorAlias',
  'handlingUnit',
  'unitAlias',
  'assigningOffice',
  'term',
  'plenarySession',
  'sponsorKind',
  'history',
];

eachDatabase('Hostile input to the directory', (open) => {
  let app: RunningApp;
  let clerk: Client;

  beforeAll(async () => {
    app = await open();
    clerk = await Client.as(app, 'committee');
    await clerk.post('/api/terms', { number: 15, name: '第十五届', fromDay: '2022-01-10' });
    await clerk.post('/api/offices', { name: '市委办', kind: '党委系统' });
    await clerk.post('/api/sponsors', { kindCode: 'sector', name: '农业界', validFrom: '2022-01-10' });
  });

  const rows = () =>
    app.database.rows(
      `SELECT ${TABLES.map((table) => `(SELECT COUNT(*) FROM "${table}") AS "${table}"`).join(', ')}`,
    );

  it.each(DRAFTS)('in any field for %s is refused with a reason and changes nothing', async (url, draft) => {
    const before = await rows();
    for (const field of Object.keys(draft)) {
      const isFlag = typeof (draft as Record<string, unknown>)[field] === 'boolean';
      const values = [...HOSTILE, ...(IS_DAY.test(field) ? NO_DAYS : [])];
      for (const value of values.filter((each) => !(isFlag && each === true))) {
        const answer = await clerk.post(url, { ...draft, [field]: value });
        expect([field, value, answer.status]).toEqual([field, value, 422]);
        expect(answer.body.detail).toMatch(/\p{Script=Han}/u);
      }
    }
    expect(await rows()).toEqual(before);
    expect((await clerk.post(url, { ...draft, extra: 1 })).status).toBe(422);
    expect((await clerk.post(url, draft)).status).toBe(201);
  });

  it.each(['q=%00', 'on=2022-02-30', 'page=0', 'size=101', 'termId=x', 'q[]=1', 'sort=phone', 'q=a&q=b'])(
    'in a query is refused: %s',
    async (query) => {
      expect((await clerk.get(`/api/members?${query}`)).status).toBe(422);
    },
  );

  it.each(['0', '-1', '1.5', 'x', '99999999999', '1%00', '../1'])(
    'as an id names nothing: %s',
    async (id) => {
      for (const route of ['members', 'sponsors', 'units', 'offices', 'terms', 'sessions']) {
        const answer = await clerk.get(`/api/${route}/${encodeURIComponent(decodeURIComponent(id))}`);
        expect([404, 422]).toContain(answer.status);
      }
    },
  );
});
