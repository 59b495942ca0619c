import { eachDatabase, type RunningApp } from '../support/harness';
import { historyOf } from './client';
import {
  type CellValue,
  excelDay,
  faultsIn,
  type Prepared,
  prepared,
  type RosterArguments,
  uploadRoster,
} from './rosters';

const MEMBERS = ['姓名', '委员证号', '届', '界别', '常委', '联系电话', '生效日期'];

eachDatabase('The preview of a roster', (open) => {
  let app: RunningApp;
  let at: Prepared;

  beforeEach(async () => {
    app = await open();
    at = await prepared(app);
  });

  const upload = (...args: RosterArguments) => uploadRoster(at.clerk, ...args);
  const count = async (what: string) => (await at.clerk.get(`/api/${what}`)).body.total;

  it('shows what it understood and writes nothing unless told to', async () => {
    const rows = [MEMBERS, ['王云安', 150001, '15', '科技界', '是', 13800000000, excelDay('2022-02-01')]];
    const answer = await upload(
      'members',
      '',
      rows,
      (sheet) => (sheet.getCell('G2').numFmt = 'yyyy"年"m"月"d"日"'),
    );
    expect(answer).toMatchObject({ status: 200, body: { total: 1, written: 0, faults: [] } });
    expect(answer.body.rows).toEqual([
      {
        row: 2,
        values: {
          姓名: '王云安',
          委员证号: '150001',
          届: '第十五届',
          界别: '科学技术界',
          常委: '是',
          联系电话: '13800000000',
          生效日期: '2022-02-01',
        },
      },
    ]);
    expect(await count('members')).toBe(0);
    const written = await upload(
      'members',
      '?preview=false',
      rows,
      (sheet) => (sheet.getCell('G2').numFmt = 'yyyy-mm-dd'),
    );
    expect(written.body.written).toBe(1);
    expect((await at.clerk.get('/api/members')).body.items[0]).toMatchObject({
      name: '王云安',
      number: '150001',
      termId: at.termId,
      sectorSponsorId: at.sectorId,
      standingCommittee: true,
      phone: '13800000000',
      validFrom: '2022-02-01',
    });
    expect((await historyOf(app, 'member')).map((row) => row.action)).toEqual(['added']);
    expect((await historyOf(app, 'sponsor')).at(-1)).toMatchObject({
      action: 'imported',
      change: { after: { rows: 1 } },
    });
  });

  it('finds the headings whatever their order, blanks and notes, below a title', async () => {
    const rows = [
      ['政协温岭市第十五届委员会委员名单'],
      ['序号', ' 手机 号码', '姓　名*', '届次（必填）', '性别'],
      [1, '138 0000 0000', '王云安', '第十五届', '男'],
      [],
      [2, null, '李　强', '十五', '女'],
    ];
    const answer = await upload('members', '', rows, (sheet) => sheet.mergeCells('A1:E1'));
    expect(answer.body).toMatchObject({ total: 2, faults: [], ignoredColumns: ['序号', '性别'] });
    expect(answer.body.rows.map((row: { row: number }) => row.row)).toEqual([3, 5]);
    expect(answer.body.rows[1].values).toMatchObject({
      姓名: '李　强',
      届: '第十五届',
      生效日期: '2022-01-10',
    });
  });

  it('names every fault of every row, with what to do', async () => {
    await at.clerk.post('/api/members', {
      name: '赵已在',
      termId: at.termId,
      validFrom: '2022-01-10',
      number: 'A9',
    });
    const rows = [
      MEMBERS,
      ['王云安', 'A1', '15', '科技界', '是', '13800000000', '2022/1/10'],
      [null, 'A2', '16', '无此界', '也许', '没有', '2022-02-30'],
      ['王云安', null, '15', '科技界', '', '', '2022年1月10日'],
      ['李强', 'A1', '15', '', '', '', '20220110'],
      ['赵已在', null, '15'],
      ['x'.repeat(61), 'A9', '15'],
    ];
    const answer = await upload('members', '', rows);
    expect(faultsIn(answer)).toEqual([
      [3, '常委', 'notAFlag'],
      [3, '生效日期', 'notADay'],
      [3, '届', 'unknown'],
      [3, '姓名', 'required'],
      [3, '联系电话', 'notAPhone'],
      [4, '姓名', 'repeated'],
      [5, '委员证号', 'duplicate'],
      [6, '姓名', 'duplicate'],
      [7, '姓名', 'tooLong'],
    ]);
    expect(answer.body.rows.map((row: { row: number }) => row.row)).toEqual([2]);
    expect(answer.body.faults[0]).toEqual({
      row: 3,
      column: '常委',
      value: '也许',
      code: 'notAFlag',
      message: '「常委」请填“是”或“否”。',
    });
    for (const fault of answer.body.faults) expect(fault.message).toMatch(/\p{Script=Han}/u);
    const refused = await upload('members', '?preview=false', rows);
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toHaveLength(9);
    expect(refused.body.errors[0]).toMatchObject({ field: '第3行.常委', code: 'notAFlag' });
    expect(await count('members')).toBe(1);
  });

  it('reads formulas, merged cells and hidden rows as a person sees them', async () => {
    const rows: CellValue[][] = [
      ['姓名', '届', '界别', '联系电话'],
      [
        { richText: [{ text: '王' }, { text: '云安' }] },
        '15',
        '科技界',
        { formula: 'A1', result: '13800000000' },
      ],
      ['李强', '15', null, { formula: 'B1' } as CellValue],
      ['张敏', '15', null, { error: '#REF!' }],
      ['赵某', '15'],
      ['钱某', '15', '科技界'],
    ];
    const answer = await upload('members', '', rows, (sheet) => {
      sheet.mergeCells('C2:C4');
      sheet.mergeCells('C6:D6');
      sheet.getRow(5).hidden = true;
    });
    expect(answer.body.rows[0].values).toMatchObject({
      姓名: '王云安',
      界别: '科学技术界',
      联系电话: '13800000000',
    });
    expect(faultsIn(answer)).toEqual([
      [3, '联系电话', 'uncalculated'],
      [4, '联系电话', 'error'],
      [5, '', 'hidden'],
      [6, '联系电话', 'merged'],
    ]);
  });

  it('reads the first sheet that can be seen', async () => {
    const answer = await upload(
      'members',
      '',
      [
        ['姓名', '届'],
        ['王云安', '15'],
      ],
      (sheet, book) => {
        sheet.state = 'hidden';
        book.addWorksheet('委员').addRows([
          ['姓名', '届'],
          ['李强', '15'],
        ]);
        book.addWorksheet('说明');
      },
    );
    expect(answer.body).toMatchObject({ sheet: '委员', ignoredSheets: ['名册', '说明'], total: 1 });
  });

  it('never guesses which of two is meant', async () => {
    const economy = { kindCode: 'sectorGroup', validFrom: '2022-01-10', aliases: ['经济界'] };
    for (const name of ['经济界一组', '经济界二组'])
      await at.clerk.post('/api/sponsors', { ...economy, name });
    const answer = await upload('members', '', [
      ['姓名', '届', '界别'],
      ['王云安', '15', '经济界'],
      ['李强', '15', '经济界二组'],
    ]);
    expect(faultsIn(answer)).toEqual([[2, '界别', 'ambiguous']]);
    expect(answer.body.faults[0].message).toMatch('经济界一组（编号');
  });

  it('says what is missing at the top', async () => {
    const codes = async (rows: CellValue[][]) => (await upload('members', '', rows)).body.errors;
    expect(await codes([['王云安', '15']])).toEqual([
      expect.objectContaining({ field: 'file', code: 'noHeading' }),
    ]);
    expect(await codes([])).toEqual([expect.objectContaining({ code: 'noHeading' })]);
    expect(await codes([['姓名']])).toEqual([
      { field: 'file', code: 'missingColumn', message: '缺少列：届，请对照模板补上。' },
    ]);
    expect(await codes([['姓名', '届', '姓 名']])).toEqual([
      expect.objectContaining({ code: 'repeatedColumn' }),
    ]);
  });
});
