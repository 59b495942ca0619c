import { type Block, linesOf } from '../../../src/platform/documents/blocks';
import { documentPage } from '../../../src/platform/documents/document.page';
import { docxOf } from '../../../src/platform/documents/official-document';
import { openArchive } from '../../../src/platform/spreadsheet/archive';
import { tagsOf } from '../../support/drawing';

const LETTER: Block[] = [
  { kind: 'stamp', text: '草稿' },
  { kind: 'mark', text: 'A类' },
  { kind: 'head', text: '温岭市交通运输局' },
  { kind: 'number', text: '温交提〔2026〕1号', signer: '陈局长' },
  { kind: 'title', text: '关于市政协十五届一次会议\n第1号提案的答复' },
  { kind: 'signature', names: ['温岭市交通运输局'], day: '2026年3月2日' },
  { kind: 'imprint', copies: ['市政协提案委', '市府办'], issuer: '温岭市交通运输局', day: '2026年3月2日' },
];
const SHEET: Block = {
  kind: 'sheet',
  rows: [
    { pairs: [{ label: '案由', text: '停车\n难' }] },
    {
      pairs: [
        { label: '签名', text: '' },
        { label: '日期', text: '' },
      ],
      room: 'some',
    },
    { pairs: [{ label: '内容', text: '长'.repeat(400) }] },
  ],
};

const bodyOf = async (blocks: Block[], more: object = {}) => {
  const archive = openArchive(await docxOf({ name: '答复', issuer: '交通局', blocks, ...more }), 5_000_000);
  const part = (name: string) => archive.read(name)?.toString('utf8') ?? '';
  return { body: part('word/document.xml'), foot: part('word/footer1.xml') + part('word/footer2.xml') };
};
const paragraphWith = (body: string, text: string): string =>
  body.split('<w:p>').find((paragraph) => paragraph.includes(`>${text}<`)) ?? '';

describe('The parts of a letter', () => {
  it('stand as GB/T 9704 has them: a red head over a red line, the class at the right, the number below', async () => {
    const { body } = await bodyOf(LETTER);
    const head = paragraphWith(body, '温岭市交通运输局');
    expect(head).toContain('w:color w:val="FF0000"');
    expect(head).toMatch(/<w:bottom[^>]*w:color="FF0000"/);
    expect(head).toContain('w:eastAsia="方正小标宋简体"');
    expect(paragraphWith(body, 'A类')).toContain('<w:jc w:val="right"/>');
    expect(paragraphWith(body, '2026年3月2日')).toContain('<w:jc w:val="center"/>');
    expect(body.indexOf('A类')).toBeLessThan(body.indexOf('>温岭市交通运输局<'));
    expect(body).toContain('抄送：市政协提案委，市府办。');
  });

  it('a head of many characters is set smaller, never below the size of a title', async () => {
    const sizeOf = async (text: string) =>
      Number(
        /<w:sz w:val="(\d+)"/.exec(paragraphWith((await bodyOf([{ kind: 'head', text }])).body, text))?.[1],
      );
    const [short, long, longest] = [
      await sizeOf('市经信局'),
      await sizeOf('市公共卫生应急指挥部办公室'),
      await sizeOf('办'.repeat(60)),
    ];
    expect(short).toBe(84);
    expect(long).toBeLessThan(short);
    expect(long * 10 * '市公共卫生应急指挥部办公室'.length).toBeLessThanOrEqual(8845);
    expect(longest).toBe(44);
  });

  it('the seal, the name and the day are never parted by a page', async () => {
    const { body } = await bodyOf(LETTER);
    for (const text of ['（印章）']) expect(paragraphWith(body, text)).toContain('<w:keepNext/>');
    const [, signature] = body.split('（印章）');
    expect(signature.slice(0, signature.indexOf('2026年3月2日'))).toContain('<w:keepNext/>');
  });

  it('numbers its pages at the outer edges, when it is asked to', async () => {
    expect((await bodyOf(LETTER, { numbered: true })).foot.match(/PAGE/g)).toHaveLength(2);
    expect((await bodyOf(LETTER)).foot).toBe('');
  });

  it('a sheet has labels beside texts, room for a hand, and lets only long texts go on over a page', async () => {
    const { body } = await bodyOf([SHEET], { form: true });
    expect(body.match(/<w:tr>/g)).toHaveLength(3);
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(2);
    expect(body).toContain('<w:gridSpan w:val="3"/>');
    expect(body).toMatch(/<w:trHeight w:val="1680" w:hRule="atLeast"\/>/);
    expect(body).not.toContain('w:top="2098"');
  });

  it('the page has the same parts, no inline style, and rows named by their labels', () => {
    const html = documentPage({ title: '答复', links: [{ href: '/proposals/1', label: '返回提案' }] }, [
      ...LETTER,
      SHEET,
    ]);
    const elements = tagsOf(html);
    expect(elements.filter(({ attributes }) => 'style' in attributes)).toEqual([]);
    expect(elements.filter(({ name }) => name === 'style')).toEqual([]);
    expect(elements.filter(({ name }) => name === 'h1')).toHaveLength(1);
    const labels = elements.filter(({ name }) => name === 'th');
    expect(labels.map(({ attributes }) => attributes.scope)).toEqual(['row', 'row', 'row', 'row']);
    for (const part of [
      'letter-stamp',
      'letter-mark',
      'letter-head',
      'letter-no',
      'letter-sign',
      'letter-copies',
    ])
      expect(elements.filter(({ attributes }) => attributes.class === part)).toHaveLength(1);
  });

  it('without links there is no script: a screen on the wall needs none', () => {
    expect(documentPage({ title: '大屏', refreshAfter: 5 }, LETTER)).not.toContain('<script');
  });

  it('of a text of very many lines the last ones come in one: nothing is lost, and no server is kept busy', () => {
    expect(linesOf(' 甲 \n\n乙\u2028丙')).toEqual(['甲', '乙', '丙']);
    const lines = linesOf('行\n'.repeat(20_000));
    expect(lines).toHaveLength(500);
    expect(lines.join('').replace(/ /g, '')).toHaveLength(20_000);
  });
});
