import fc from 'fast-check';
import { asItStands, type Rewrite } from '../../../src/platform/cleaning/cleaned';
import { cleanedCopy } from '../../../src/platform/cleaning/cleaning';
import { Uncleanable } from '../../../src/platform/cleaning/uncleanable';
import { openArchive } from '../../../src/platform/spreadsheet/archive';
import { JPG, PDF, zip } from '../../support/files';
import { aDocx, anXlsx, paragraph, relations } from '../../support/office-files';

const everything = (copy: Buffer): string => {
  const archive = openArchive(copy, 1e8);
  return archive.names.map((name) => `${name}\n${archive.read(name)?.toString('utf8')}`).join('\n');
};
const counts = (bytes: Buffer, kind: string): Record<string, number> =>
  Object.fromEntries(cleanedCopy(kind, bytes, asItStands).findings.map(({ code, count }) => [code, count]));
const reasonOf = (kind: string, bytes: Buffer): string => {
  try {
    cleanedCopy(kind, bytes, asItStands);
  } catch (error) {
    if (error instanceof Uncleanable) return error.reason;
    throw error;
  }
  return 'cleaned';
};
const ID = 'w:id="1" w:author="作者甲" w:date="2026-01-01T00:00:00Z"';

describe('the copy of a document', () => {
  const docx = aDocx(
    [
      paragraph('看得见的', '文字'),
      `<w:p><w:ins ${ID}><w:r><w:t>加入的</w:t></w:r></w:ins><w:del ${ID}><w:r><w:delText>删去的机密</w:delText></w:r></w:del></w:p>`,
      `<w:p><w:pPr><w:pPrChange ${ID}><w:pPr/></w:pPrChange></w:pPr><w:commentRangeStart w:id="0"/><w:r><w:t>有批注</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏起来的</w:t></w:r></w:p>',
      '<w:p><w:hyperlink r:id="h"><w:r><w:t>链接文字</w:t></w:r></w:hyperlink></w:p>',
      '<w:p><w:r><w:object><o:OLEObject xmlns:o="o" r:id="o"/></w:object></w:r></w:p>',
      `<w:tbl><w:tr><w:trPr><w:del ${ID}/></w:trPr><w:tc>${paragraph('删去的一行')}</w:tc></w:tr></w:tbl>`,
    ].join(''),
    [
      ['c', 'comments', 'comments.xml'],
      ['h', 'hyperlink', 'mailto:someone@example.com', 'External'],
      ['o', 'oleObject', 'embeddings/oleObject1.bin'],
      ['s', 'settings', 'settings.xml'],
    ],
    {
      'word/comments.xml':
        '<w:comments xmlns:w="w"><w:comment w:author="作者甲">批注内容</w:comment></w:comments>',
      'word/embeddings/oleObject1.bin': '嵌入的内容',
      'word/settings.xml': '<w:settings xmlns:w="w"><w:docVar w:val="作者甲"/></w:settings>',
      'docProps/custom.xml': '<p>客户名称</p>',
      'docProps/app.xml': '<Properties><Company>某公司</Company></Properties>',
      'customXml/item1.xml': '<x>数据</x>',
    },
  );

  it('says what its readers see, and nothing else', () => {
    const copy = cleanedCopy('docx', docx, asItStands);
    for (const line of ['看得见的文字', '加入的', '有批注', '链接文字']) expect(copy.text).toContain(line);
    const all = everything(copy.content);
    const gone = [
      '作者甲',
      '删去的',
      '批注内容',
      '藏起来的',
      'mailto',
      '嵌入',
      '客户名称',
      '某公司',
      '数据',
      'rsid',
    ];
    expect(gone.filter((text) => all.includes(text))).toEqual([]);
  });

  it('comes with a list of what was found', () => {
    expect(counts(docx, 'docx')).toMatchObject({
      ...{ comments: 1, trackedChanges: 4, hiddenText: 1, links: 1, authors: 2, customProperties: 2 },
    });
    expect(counts(docx, 'docx').embedded).toBeGreaterThan(0);
  });

  it('is clean itself', () => {
    const { content } = cleanedCopy('docx', docx, asItStands);
    expect(counts(content, 'docx')).toEqual({});
    expect(cleanedCopy('docx', content, asItStands).content.equals(content)).toBe(true);
  });

  it('has other words where they are wanted, also across the pieces of a paragraph', () => {
    const hide: Rewrite = (text) => text.split('').map((sign) => (/\d/.test(sign) ? '*' : sign));
    const copy = cleanedCopy('docx', aDocx(paragraph('电话138', '0013', '8000。')), hide);
    expect(copy.text.split('\n')[0]).toBe('电话***********。');
    expect(everything(copy.content)).not.toMatch(/138|8000/);
  });

  it('is not made where something cannot be looked into', () => {
    const linked = aDocx(paragraph('x'), [['i', 'image', 'http://example.com/x.png', 'External']]);
    const chart = aDocx(paragraph('x'), [['i', 'chart', 'charts/chart1.xml']]);
    const emf = aDocx(paragraph('x'), [['i', 'image', 'media/image1.emf']], {
      'word/media/image1.emf': 'EMF',
    });
    expect([linked, chart, emf].map((bytes) => reasonOf('docx', bytes))).toEqual([
      'linked',
      'unknownPart',
      'picture',
    ]);
    expect([reasonOf('doc', PDF), reasonOf('pptx', PDF), reasonOf('macros', PDF)]).toEqual([
      'kind',
      'kind',
      'kind',
    ]);
  });

  it('has pictures without what a camera wrote into them', () => {
    const exif = Buffer.concat([
      JPG.subarray(0, 2),
      Buffer.from('ffe10010', 'hex'),
      Buffer.from('Exif GPS here!'),
      JPG.subarray(2),
    ]);
    const bytes = aDocx(paragraph('x'), [['i', 'image', 'media/a.jpg']], { 'word/media/a.jpg': exif });
    expect(everything(cleanedCopy('docx', bytes, asItStands).content)).not.toContain('GPS');
  });
});

describe('the copy of a workbook', () => {
  const cells = (...all: string[]) => `<sheetData><row r="1">${all.join('')}</row></sheetData>`;
  const xlsx = anXlsx(
    [
      {
        name: '公开',
        xml: `<cols><col min="3" max="3" hidden="1"/></cols>${cells('<c r="A1" t="s"><v>0</v></c>', '<c r="B1"><f>SECRET!A1</f><v>13800138000</v></c>', '<c r="C1" t="inlineStr"><is><t>藏列</t></is></c>')}<drawing r:id="d"/>`,
      },
      { name: '内部', state: 'veryHidden', xml: cells('<c r="A1" t="s"><v>1</v></c>') },
    ],
    ['看得见', '藏表'],
    {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(['c', 'comments', '../comments1.xml']),
      'xl/comments1.xml': '<x>批注</x>',
    },
  );

  it('has the cells that are seen, and figures instead of formulas', () => {
    const copy = cleanedCopy('xlsx', xlsx, asItStands);
    expect(copy.text.split('\n')).toEqual(['看得见', '公开', '13800138000']);
    const all = everything(copy.content);
    expect(['藏', '内部', '批注', 'SECRET', '作者甲'].filter((text) => all.includes(text))).toEqual([]);
    expect(counts(xlsx, 'xlsx')).toEqual({
      ...{ hiddenSheets: 1, hiddenCells: 1, comments: 1, authors: 1, pictures: 1, formulas: 1 },
    });
  });

  it('masks figures as well; the cell then holds text', () => {
    const copy = cleanedCopy('xlsx', xlsx, (text) => text.replace('13800138000', '138****8000').split(''));
    expect(everything(copy.content)).toContain('<c r="B1" t="str"><v>138****8000</v></c>');
  });
});

describe('what cannot be read', () => {
  const bomb = zip({ '_rels/.rels': Buffer.alloc(101 * 1024 * 1024, 32) });
  it('is refused with a reason, never with an error', () => {
    const tooDeep = `${'<w:p>'.repeat(400)}${'</w:p>'.repeat(400)}`;
    const broken = [
      Buffer.from('PK\x03\x04nothing'),
      zip({ a: 'b' }),
      aDocx('<w:p>'),
      aDocx('</w:p>'),
      aDocx(tooDeep),
    ];
    expect(broken.map((bytes) => reasonOf('docx', bytes))).toEqual(broken.map(() => 'broken'));
    expect(reasonOf('docx', bomb)).toBe('tooLarge');
    expect(reasonOf('docx', aDocx(paragraph('x'.repeat(17 * 1024 * 1024))))).toBe('tooLarge');
    expect(reasonOf('xlsx', anXlsx([]))).toBe('broken');
    const entity = aDocx('').toString('latin1');
    expect(entity.length).toBeGreaterThan(0);
    expect(reasonOf('docx', zip({ '_rels/.rels': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }))).toBe('broken');
  });

  it('stays a refusal whatever bytes come', () => {
    const whole = aDocx(paragraph('文字'));
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.constantFrom('docx', 'xlsx', 'txt'),
        (at, byte, kind) => {
          const bytes = Buffer.from(whole);
          bytes[at] = byte;
          return typeof reasonOf(kind, bytes) === 'string';
        },
      ),
    );
  });
});
