import fc from 'fast-check';
import { readNotice } from '../../../src/publication/old-notices/reader/notice-reader';
import { noticeMarkdown } from '../../../src/publication/notice-markdown';
import { anItem, aPublicNotice } from '../notices';
import { type Layout, PAPER, type PaperItem, printed, USUAL } from './papers';

const withoutBlanks = (text: string) => text.replace(/\s/g, '');
const wholeOf = (text: string) =>
  withoutBlanks(
    readNotice(text)
      .pieces.map((piece) => piece.text)
      .join(''),
  );

const words = (signs: string, min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...signs), minLength: min, maxLength: max });
const NAME = words('东南西北春夏秋冬', 2, 6);
const sentence = words('今年修好山路一二三四五5G“”，；8.9%', 1, 30).map((text) => `进展${text}完成。`);
const item: fc.Arbitrary<PaperItem> = fc.record({
  subject: words('关于修路清淤的建议，“” ', 1, 30).map((text) => `关于${text}事`),
  tag: fc.option(fc.constantFrom('专题类', '合并', '重点')),
  sponsors: fc.uniqueArray(NAME, { minLength: 1, maxLength: 4 }),
  leadUnits: fc.uniqueArray(NAME, { minLength: 1, maxLength: 3 }),
  paragraphs: fc.array(sentence, { minLength: 1, maxLength: 4 }),
});
const HAN = '一二三四五六七八九十';
const layout: fc.Arbitrary<Layout> = fc.record({
  order: fc.shuffledSubarray(['subject', 'sponsors', 'leadUnits', 'summary'] as const, { minLength: 4 }),
  labels: fc.record({
    subject: fc.constantFrom('案由', '提案名称', '案　由'),
    sponsors: fc.constantFrom('提案领衔者', '提案人', '领衔人', '提案单位'),
    leadUnits: fc.constantFrom('主办单位', '承办单位', '牵头单位'),
    summary: fc.constantFrom('办理落实情况摘要', '办理情况', '落实情况', '答复摘要'),
  }),
  colon: fc.constantFrom('：', ':', ' ： '),
  bold: fc.boolean(),
  separator: fc.constantFrom('、', '，', ',', ' ', '　', '；'),
  numbers: fc.constantFrom(
    () => '',
    (at: number) => `${at + 1}.`,
    (at: number) => `${HAN[at]}、`,
    (at: number) => `（${HAN[at]}）`,
    (at: number) => `第${at + 1}件\n`,
  ),
  isSignedAtTheEnd: fc.boolean(),
  gap: fc.constantFrom('\n', '\n\n', '\n \n　\n'),
});

describe('Whatever the layout,', () => {
  it('the same items are read', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), layout, (items, set) => {
        const text = printed(items, set);
        const read = readNotice(text);
        expect(
          read.items.map(({ subject, tag, sponsors, leadUnits, paragraphs }) => ({
            ...{ subject, tag, sponsors, leadUnits, paragraphs: paragraphs.map((each) => each.text) },
          })),
        ).toEqual(items.map((each) => ({ ...each, subject: each.subject.trim() })));
        expect([read.issuer, read.datedOn]).toEqual(['某市政协办公室', '2022-11-18']);
        expect(read.pieces.filter(({ as }) => as === 'notUnderstood')).toEqual([]);
        expect(wholeOf(text)).toBe(withoutBlanks(text));
      }),
      { numRuns: 300 },
    );
  });

  it('an order that changes from item to item is followed, while none lacks a field', () => {
    const orders = fc.array(fc.tuple(item, layout), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(orders, (all) => {
        const head = '公示\n某市政协办公室\n2022年11月18日\n';
        const text = all
          .map(([each, { order }]) => onlyItems(printed([each], { ...USUAL, order })))
          .join('\n');
        expect(readNotice(head + text).items.map(({ subject, sponsors }) => [subject, sponsors])).toEqual(
          all.map(([each]) => [each.subject.trim(), each.sponsors]),
        );
      }),
    );
  });
});

const onlyItems = (text: string) => text.slice(text.indexOf('2022年11月18日') + '2022年11月18日'.length);

describe('Nothing of a text is lost,', () => {
  const bits = [
    '案由：',
    '《',
    '》',
    '（合并）',
    '提案者',
    '：',
    ':',
    '**',
    '# ',
    '\\*',
    '主办单位：',
    '、',
    '1.',
    '一、',
  ];
  const more = [
    '办理情况：',
    '\n',
    '\n\n',
    ' ',
    '　',
    '2022年11月18日',
    '某市政协办公室',
    '来信地址：',
    '甲。',
    '会办：',
  ];
  const anything = fc
    .array(fc.oneof(fc.constantFrom(...bits, ...more), fc.string({ unit: 'grapheme', maxLength: 5 })), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''));

  it('however broken it is', () => {
    fc.assert(
      fc.property(anything, (text) => expect(wholeOf(text)).toBe(withoutBlanks(text))),
      { numRuns: 1000 },
    );
  });

  it('and what was taken for a field is in the field', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { pieces, items } = readNotice(text);
        const said = items.map((each) => [
          ...[each.subject, each.tag, ...each.sponsors, ...each.leadUnits],
          ...each.paragraphs.map((paragraph) => paragraph.text),
        ]);
        const taken = pieces.filter(({ as, item: at }) => at && FIELDS.includes(as));
        expect(hanIn(said.flat().join(''))).toEqual(hanIn(taken.map((piece) => piece.text).join('')));
      }),
      { numRuns: 1000 },
    );
  });

  it('cut anywhere', () => {
    for (let at = 0; at <= PAPER.length; at += 7) {
      for (const text of [PAPER.slice(0, at), PAPER.slice(at), `${PAPER.slice(0, at)}\n\n${PAPER.slice(at)}`])
        expect(wholeOf(text)).toBe(withoutBlanks(text));
    }
  });
});

const FIELDS: string[] = ['subject', 'tag', 'sponsors', 'leadUnits', 'summary'];
const hanIn = (text: string) => (text.match(/\p{Script=Han}/gu) ?? []).sort();

it('What our own Markdown says is read as it was said', () => {
  const line = fc.string({
    unit: fc.constantFrom(...'甲乙丙。*_`[]<>#|&~!\\1-+.“”（）'),
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), (lines) => {
      const paragraphs = lines.map((text) => `进展${text}完`);
      const notice = aPublicNotice({ items: [anItem({ summary: paragraphs.join('\n') })] });
      const [read] = readNotice(noticeMarkdown(notice)).items;
      expect(read.paragraphs.map(({ text }) => text)).toEqual(paragraphs);
      expect([read.subject, read.tag]).toEqual([notice.items[0].subject, '专题类']);
    }),
  );
});
