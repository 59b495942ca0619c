import { workbookOf } from '../platform/spreadsheet/archives';
import { eachDatabase, type RunningApp } from '../support/harness';
import { codesOf } from './client';
import { type Prepared, prepared, workbook } from './rosters';

const BOUNDARY = 'multipart/form-data; boundary=edge';

eachDatabase('A hostile roster', (open) => {
  let app: RunningApp;
  let at: Prepared;

  beforeAll(async () => {
    app = await open();
    at = await prepared(app);
  });

  afterEach(async () => {
    expect((await at.clerk.get('/api/members')).body.total).toBe(0);
  });

  const send = (file: Buffer) => at.clerk.upload('/api/members/import?preview=false', file);

  it.each([
    ['that is no workbook', 'notASpreadsheet', Buffer.from('姓名,届')],
    ['that is empty', 'required', Buffer.alloc(0)],
    ['over 5 MB', 'tooLarge', Buffer.alloc(5 * 1024 * 1024 + 1)],
    [
      'that unpacks to more than 50 MB',
      'tooLarge',
      workbookOf({ content: Buffer.alloc(51 * 1024 * 1024, 32) }),
    ],
  ])('is refused: a file %s', async (_, code, file) => {
    const answer = await send(file);
    expect([answer.status, codesOf(answer)]).toEqual([422, [['file', code]]]);
    expect(answer.body.detail).toMatch(/请/);
  });

  it.each([
    ['no form', '{}', 'application/json', 'required'],
    [
      'a form without a file',
      '--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--edge--\r\n',
      BOUNDARY,
      'required',
    ],
    [
      'half a form',
      '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nabc',
      BOUNDARY,
      'unreadable',
    ],
    ['an empty form', '', BOUNDARY, 'required'],
  ])('is refused: %s', async (_, payload, type, code) => {
    const answer = await at.clerk.send('POST', '/api/members/import', payload, type);
    expect([answer.status, codesOf(answer)]).toEqual([422, [['file', code]]]);
  });

  it('is refused: a preview that is neither wanted nor not', async () => {
    const answer = await at.clerk.upload('/api/members/import?preview=perhaps', Buffer.from('x'));
    expect([answer.status, codesOf(answer)]).toEqual([422, [['preview', 'wrongType']]]);
  });

  it('of more than 5,000 rows is refused', async () => {
    const rows = Array.from({ length: 5_001 }, (_, index) => [`委员${index}`, '15']);
    expect(codesOf(await send(await workbook([['姓名', '届'], ...rows])))).toEqual([['file', 'tooManyRows']]);
  });

  it('with characters nobody can store is refused row by row', async () => {
    const name = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c><c><v>15</v></c></row>`;
    const heading = '<row><c t="str"><v>姓名</v></c><c t="str"><v>届</v></c></row>';
    const rows = ['a&#0;b', '&#xD800;', '_x0000_a', 'x'.repeat(40_000), '=cmd()'].map(name).join('');
    const answer = await send(workbookOf(`<worksheet><sheetData>${heading}${rows}</sheetData></worksheet>`));
    expect(answer.status).toBe(422);
    expect(codesOf(answer)).toEqual([
      ['第2行.姓名', 'unstorable'],
      ['第3行.姓名', 'unstorable'],
      ['第4行.姓名', 'unstorable'],
      ['第5行.姓名', 'tooLong'],
    ]);
  });

  it('whose file name climbs out of its folder is only a name', async () => {
    const file = await workbook([
      ['姓名', '届'],
      [null, '15'],
    ]);
    const answer = await at.clerk.upload('/api/members/import', file, '../../../../etc/passwd\\..\\x.xlsx');
    expect(answer).toMatchObject({ status: 200, body: { faults: [{ row: 2, code: 'required' }] } });
  });
});
