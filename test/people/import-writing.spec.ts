import ExcelJS from 'exceljs';
import { HistoryVerification } from '../../src/platform/history/verification';
import { eachDatabase, type RunningApp } from '../support/harness';
import { faultsIn, type Prepared, prepared, type RosterArguments, uploadRoster, workbook } from './rosters';

const MEMBERS = ['姓名', '委员证号', '届', '界别', '常委', '联系电话', '生效日期'];
const UNITS = ['单位名称', '简称', '单位类别', '交办单位', '别名', '联系人', '联系电话', '生效日期'];

eachDatabase('Importing a roster', (open) => {
  let app: RunningApp;
  let at: Prepared;

  beforeEach(async () => {
    app = await open();
    at = await prepared(app);
  });

  const upload = (...args: RosterArguments) => uploadRoster(at.clerk, ...args);
  const count = async (what: string) => (await at.clerk.get(`/api/${what}`)).body.total;

  it('takes in handling units with their aliases', async () => {
    const rows = [
      UNITS,
      [
        '市经信局',
        '经信局',
        '政府部门',
        '市府办督查室',
        '市经济和信息化局、信息局',
        '李某',
        '0576-86110000',
        null,
      ],
      ['市人武部', null, '军队', '市府办 督查室', null, null, null, '2022-01-01'],
      ['市经信局', null, '政府部门', '市委办', '市 经信局、局', null, '无', null],
      ['市民宗局', null, '政府部门', '市府办督查室', '民宗局、市民宗局', null, '无', null],
    ];
    const preview = await upload('units', '', rows);
    expect(faultsIn(preview)).toEqual([
      [4, '交办单位', 'unknown'],
      [4, '联系电话', 'notAPhone'],
      [4, '别名', 'duplicate'],
      [4, '单位名称', 'repeated'],
      [5, '联系电话', 'notAPhone'],
      [5, '别名', 'duplicate'],
    ]);
    const written = await upload('units', '?preview=false', rows.slice(0, 3));
    expect(written.body).toMatchObject({ written: 2 });
    const [unit] = (await at.clerk.get('/api/units?q=信息化')).body.items;
    expect(unit).toMatchObject({ name: '市经信局', officeId: at.officeId, validFrom: '2026-03-02' });
    expect(unit.aliases.map((alias: { name: string }) => alias.name)).toEqual(['市经济和信息化局', '信息局']);
    expect(faultsIn(await upload('units', '', rows.slice(0, 2)))).toEqual([[2, '单位名称', 'duplicate']]);
  });

  it('gives a template that it understands itself', async () => {
    for (const [what, headings] of [
      ['members', MEMBERS],
      ['units', UNITS],
    ] as const) {
      const answer = await app.inject({
        url: `/api/${what}/import-template`,
        headers: at.clerk.person.headers,
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-disposition']).toMatch("filename*=UTF-8''");
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(answer.rawPayload as never);
      expect((book.worksheets[0].getRow(1).values as string[]).slice(1)).toEqual(headings);
      const empty = await at.clerk.upload(`/api/${what}/import?preview=false`, answer.rawPayload);
      expect(empty.body).toMatchObject({ total: 0, written: 0, faults: [], ignoredSheets: ['填写说明'] });
    }
  });

  it('of hundreds of rows makes each member the sponsor of that name', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => [`委员${index}`, '15', `A${index}`]);
    const answer = await upload('members', '?preview=false', [['姓名', '届', '委员证号'], ...rows]);
    expect(answer.body.written).toBe(450);
    const [{ pairs }] = await app.database.rows<{ pairs: number }>(
      `SELECT COUNT(*) AS "pairs" FROM "member" m JOIN "sponsor" s ON s."id" = m."sponsorId" AND s."name" = m."name"
        JOIN "history" h ON h."kind" = 'member' AND h."subjectId" = m."id" AND h."change" LIKE '%"' || m."name" || '"%'`,
    );
    expect(pairs).toBe(450);
    expect(await app.get(HistoryVerification).verify()).toMatchObject({ sound: true });
  });

  it('of two at once takes in one', async () => {
    const file = await workbook([
      ['姓名', '届'],
      ['王云安', '15'],
      ['李强', '15'],
    ]);
    const write = () => at.clerk.upload('/api/members/import?preview=false', file);
    const statuses = (await Promise.all([write(), write(), write()])).map((answer) => answer.status).sort();
    expect(statuses).toEqual([200, 422, 422]);
    expect(await count('members')).toBe(2);
  });
});
