import ExcelJS from 'exceljs';
import { MOST_ROWS } from '../../../src/pages/export/exported-list.service';
import { eachDatabase, type RunningApp } from '../../support/harness';
import { type PageVisitor, visit } from '../../support/page-visitor';
import type { Person } from '../../support/people';
import { anAcknowledgedProposal } from '../../support/steps/assignment';
import { aFiledProposal, recommend } from '../../support/steps/examination';
import { submitProposal } from '../../support/steps/submission';
import { aWorld, type World } from '../../support/world';

eachDatabase('The list of proposals', (open) => {
  let app: RunningApp;
  let world: World;
  let ids: { waiting: number; evil: number; filed: number; handling: number };

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    const { id: waiting } = await submitProposal(app, world, { subject: '关于甲事的建议', category: '文化' });
    const { id: evil } = await submitProposal(app, world, { subject: '=HYPERLINK("http://x","看,这里")' });
    const { id: filed } = await aFiledProposal(app, world, { subject: '关于乙事的建议' });
    const { id: handling } = await anAcknowledgedProposal(app, world, undefined, {
      subject: '关于丙事的建议',
    });
    ids = { waiting, evil, filed, handling };
  });
  const visitors = new Map<Person, PageVisitor>();
  const as = (by = world.by.clerk) => {
    const visitor = visitors.get(by) ?? visit(app, by);
    visitors.set(by, visitor);
    return visitor;
  };
  const subjects = (html: string) =>
    [...html.matchAll(/<a href="\/proposals\/(\d+)">/g)].map(([, id]) => Number(id));

  it('shows to each reader what passes the gate, and says what to do where there is nothing', async () => {
    expect(subjects((await as().get('/proposals')).html)).toEqual([
      ids.handling,
      ids.filed,
      ids.evil,
      ids.waiting,
    ]);
    expect(subjects((await as(world.by.transport.handler).get('/proposals')).html)).toEqual([ids.handling]);
    const none = await as(world.by.housing.handler).get('/proposals');
    expect(none.text).toContain('还没有您可以看到的提案');
    expect((await as().get('/proposals?subject=没有这样的')).text).toContain('没有符合条件的提案');
  });

  it('is narrowed by a form that stays filled in, empty fields and all', async () => {
    const page = await as().get('/proposals');
    const filtered = await as().submit(page, '/proposals', { stage: 'submitted', category: '文化' });
    expect([filtered.status, subjects(filtered.html)]).toEqual([200, [ids.waiting]]);
    const { fields } = filtered.form('/proposals');
    expect([fields.get('stage'), fields.get('category'), fields.get('unitId')]).toEqual([
      ['submitted'],
      ['文化'],
      [''],
    ]);
    const unit = await as().submit(page, '/proposals', { unitId: world.units.transport });
    expect(subjects(unit.html)).toEqual([ids.handling]);
  });

  it('refuses what is no filter in words', async () => {
    const page = await as().get('/proposals?stage=nowhere');
    expect([page.status, page.text]).toEqual([422, expect.stringContaining('环节')]);
  });

  it('is sorted and paged by links that keep the rest', async () => {
    const page = await as().get('/proposals?size=3&category=社会');
    const [sort] = page.links('编号');
    expect(sort).toBe('/proposals?size=3&category=%E7%A4%BE%E4%BC%9A&sort=caseNo');
    const first = await as().get('/proposals?size=3');
    const second = await as().get(first.links('下一页')[0]);
    expect([subjects(first.html).length, subjects(second.html)]).toEqual([3, [ids.waiting]]);
  });

  it('goes into a CSV that Excel opens as it is meant and runs nothing of', async () => {
    const { body, headers, rawPayload } = await as().download('/proposals/export.csv?stage=submitted&size=1');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [head, ...lines] = body.trim().split('\r\n');
    expect(head).toContain('会议,案号,流水号,案由');
    expect(lines.length).toBe(2);
    expect(lines[0]).toContain(`"'=HYPERLINK(""http://x"",""看,这里"")"`);
    expect(lines[1]).toMatch(/^第15届第1次会议,,1,关于甲事的建议,,王一文,待审查,文化,,2026-03-16,$/);
  });

  it('goes into a workbook with the same rows, texts as texts', async () => {
    const { rawPayload } = await as().download('/proposals/export.xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(rawPayload as unknown as ArrayBuffer);
    const [sheet] = workbook.worksheets;
    expect(sheet.getColumn(4).values.slice(2)).toEqual([
      ...['关于丙事的建议', '关于乙事的建议', '=HYPERLINK("http://x","看,这里")', '关于甲事的建议'],
    ]);
    const own = await as(world.by.transport.handler).download('/proposals/export.csv');
    expect(own.body.trim().split('\r\n').length).toBe(2);
  });

  it('is as long in a file as a file may be, and no longer', () => expect(MOST_ROWS).toBe(20_000));

  it('lets the director file many at once, and says of each what became of it', async () => {
    await recommend(app, world, ids.waiting);
    const page = await as(world.by.director).get('/proposals?stage=submitted');
    expect(page.html).toContain('formaction="/desk/examination/many/file"');
    const list = '/desk/examination/many/recommend';
    expect(page.form(list).names.has('ids')).toBe(true);
    expect((await as(world.by.transport.handler).get('/proposals')).actions).not.toContain(list);
    const many = [ids.waiting, ids.evil];
    const done = await as(world.by.director).submit(page, list, { ids: many }, '确认立案');
    expect(done.text).toContain('办成 1 件，未办成 1 件');
  });
});
