import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from '../../../src/platform/documents/blocks';
import { docxOf } from '../../../src/platform/documents/official-document';
import { openArchive } from '../../../src/platform/spreadsheet/archive';

const SOFFICE = '/usr/bin/soffice';
const text = (value: string, more: object = {}): Block => ({
  kind: 'paragraph',
  pieces: [{ text: value }],
  ...more,
});
const documentOf = async (...blocks: Block[]) => {
  const file = await docxOf({ name: '公示', issuer: '市政协办公室', blocks });
  const part = (name: string) => openArchive(file, 5_000_000).read(name)?.toString('utf8') ?? '';
  return { file, body: part('word/document.xml'), about: part('docProps/core.xml') };
};

describe('An official document', () => {
  it('has the page of GB/T 9704 and Chinese fonts', async () => {
    const { body } = await documentOf({ kind: 'title', text: '公示' }, text('正文。'));
    expect(body).toContain('w:w="11906" w:h="16838"');
    expect(body).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(body).toContain('w:eastAsia="方正小标宋简体"');
    expect(body).toContain('w:eastAsia="仿宋_GB2312"');
    expect(body).toMatch(/w:line="560"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="560"/);
    expect(body).toContain('w:firstLine="640"');
  });

  it('takes what it is given for text, never for markup', async () => {
    const hostile = '<w:br/>&amp;"\u0000\u000b]]>𠮷👩‍👩‍👧 {MERGEFIELD x}';
    const { body } = await documentOf(text(hostile));
    expect(body).toContain('&lt;w:br/&gt;&amp;amp;');
    // eslint-disable-next-line no-control-regex
    expect(body).not.toMatch(/[\u0000-\u0008\u000b\u000c]/);
    expect(body).not.toContain('w:fldChar');
  });

  it('names its issuer and nobody else', async () => {
    const { about } = await documentOf(text('正文。'));
    expect(about).toContain('<dc:creator>市政协办公室</dc:creator>');
    expect(about).toContain('<cp:lastModifiedBy>市政协办公室</cp:lastModifiedBy>');
  });

  it('shows tables with a head that repeats on every page', async () => {
    const rows = Array.from({ length: 3 }, (_, at) => [`第${at + 1}号`, '满意']);
    const { body } = await documentOf({ kind: 'table', head: ['案号', '等次'], rows });
    expect(body.match(/<w:tr>|<w:tr /g)).toHaveLength(4);
    expect(body).toContain('w:tblHeader');
  });

  (existsSync(SOFFICE) ? it : it.skip)(
    'opens in LibreOffice',
    async () => {
      const { file } = await documentOf({ kind: 'title', text: '公示' }, text('正文。', { flush: true }));
      const folder = mkdtempSync(join(process.env.TEST_FOLDER as string, 'docx-'));
      writeFileSync(join(folder, 'notice.docx'), file);
      const args = ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'notice.docx')];
      spawnSync(SOFFICE, [`-env:UserInstallation=file://${folder}/profile`, ...args], { timeout: 90_000 });
      expect(readFileSync(join(folder, 'notice.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    },
    120_000,
  );
});
