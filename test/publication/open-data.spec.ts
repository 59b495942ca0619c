import { csvOf } from '../../src/platform/spreadsheet/csv';
import { openArchive } from '../../src/platform/spreadsheet/archive';
import { eachDatabase, type RunningApp } from '../support/harness';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const MARKUP = '<b>&"\'</b>';

eachDatabase('Notices as open data', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    id = await issue(`公示${MARKUP}`, { tag: '合并' });
  });

  /** Issued under that title. */
  const issue = async (title: string, item: object = {}) => {
    const { id: proposalId } = await step.aPublishableCase(app, world);
    const notice = await step.anArrangedNotice(app, world, [{ proposalId, ...item }], { title });
    await step.onNotice(app, world.by.clerk, notice, 'prepare');
    await step.onNotice(app, world.by.office, notice, 'approve');
    await step.onNotice(app, world.by.otherOffice, notice, 'issue');
    return notice;
  };
  const visit = (path: string, headers = {}) => app.inject({ url: `/notices${path}`, headers });
  const documentIn = (file: Buffer) =>
    openArchive(file, 5_000_000).read('word/document.xml')?.toString('utf8') ?? '';

  it('are a document with every field', async () => {
    const answer = await visit(`/${id}.docx`);
    expect(answer.headers['content-type']).toMatch(/wordprocessingml/);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="notice-${id}.docx"`);
    const text = documentIn(answer.rawPayload).replace(/<[^>]+>/g, '');
    for (const part of [
      '案由：',
      '《关于整治老旧小区停车难的建议》（合并）',
      '提案领衔者：王一文',
      '市交通运输局',
    ])
      expect(text).toContain(part);
    expect(text).toContain('公示&lt;b&gt;&amp;');
  });

  it('are not made again for whoever has the document already', async () => {
    const { etag } = (await visit(`/${id}.docx`)).headers;
    const again = await visit(`/${id}.docx`, { 'if-none-match': String(etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('are a feed with ids that stay', async () => {
    const answer = await visit('/feed.atom');
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(answer.body).toContain(`<id>urn:tiban:notice:${id}</id>`);
    expect(answer.body).toContain(`href="/notices/${id}"`);
    expect(answer.body).toContain('<title>公示&lt;b>&amp;');
    // Well-formed: each element that opens closes.
    const names = [...answer.body.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)];
    const depth = names.reduce((sum, [, closes, , single]) => sum + (single ? 0 : closes ? -1 : 1), 0);
    expect(depth).toBe(0);
  });

  it('are a table that Excel opens', async () => {
    const answer = await visit('/items.csv');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [head, line] = answer.body.split('\r\n');
    expect(head).toContain('公示编号,条目编号');
    expect(line).toContain(`"公示${MARKUP.replaceAll('"', '""')}"`);
    expect(line).toContain('《关于整治老旧小区停车难的建议》,（合并）,王一文,市交通运输局');
  });

  it('end with the notice', async () => {
    const gone = await issue('将被撤下');
    expect((await visit('/feed.atom')).body).toContain('将被撤下');
    await step.onNotice(app, world.by.office, gone, 'take-down', { reason: '内容有误。' });
    for (const path of ['/feed.atom', '/items.csv'])
      expect((await visit(path)).body).not.toContain('将被撤下');
    const tombstone = await visit(`/${gone}.docx`);
    expect(tombstone.statusCode).toBe(410);
    const text = documentIn(tombstone.rawPayload);
    expect(text).toContain('内容有误');
    expect(text).not.toContain('市交通运输局');
  });

  it('know nothing of what is not issued', async () => {
    const proposalId = (await step.aPublishableCase(app, world)).id;
    await step.anArrangedNotice(app, world, [{ proposalId }], { title: '尚未发布' });
    for (const path of ['/feed.atom', '/items.csv'])
      expect((await visit(path)).body).not.toContain('尚未发布');
  });
});

describe('A table as CSV', () => {
  it('quotes what needs it and disarms what would be executed', () => {
    const rows = [['=1+1', '+8613', '-x', '@a', '\t=2', '甲,乙', '丙"丁', '戊\n己', 7, null]];
    const [, line] = csvOf(['a'], rows).split('\r\n');
    expect(line).toBe(`'=1+1,'+8613,'-x,'@a,'\t=2,"甲,乙","丙""丁","戊\n己",7,`);
  });
});
