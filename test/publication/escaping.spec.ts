import fc from 'fast-check';
import { noticeHtml, noticesHtml, tombstoneHtml } from '../../src/publication/notice.page';
import { noticeMarkdown, tombstoneMarkdown } from '../../src/publication/notice-markdown';
import { inBookMarks } from '../../src/proposals/book-marks';
import { inBrackets } from '../../src/publication/notice-words';
import { elementsOf, textOf } from '../support/markup';
import { anItem, aPublicNotice } from './notices';

const HOSTILE = [
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[点此](javascript:alert(1))',
  '![图](https://example.com/x.png)',
  '<javascript:alert(1)>',
  '<!-- 注释',
  '&lt;b&gt; &#60; &copy;',
  '`代码` ```',
  '**粗** __线__ ~~删~~ *斜*',
  '| 甲 | 乙 |',
  '\\[反斜杠\\]',
  '# 标题',
  '- 项',
  '+ 项',
  '* 项',
  '1. 项',
  '23) 项',
  '> 引用',
  '--- ',
  '===',
  '    缩进',
  '```',
  '[甲]: https://example.com',
];

/** What CommonMark shows of a paragraph that holds no markup. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const shown = (line: string): string => line.replace(ESCAPED, '$1');
/** The signs that begin markup and stand there without a backslash. */
const active = (line: string): string[] =>
  line.replace(ESCAPED, 'x').match(/[\\`*_{}[\]<>#|&~!]|^(?:[-+=]|\d+[.)])/g) ?? [];

/** The text in every place a writer can fill. */
const everywhere = (text: string) =>
  aPublicNotice({
    ...{ title: text, preface: text, issuer: text, contactAddress: text, contactPhone: text },
    items: [
      anItem({ subject: text, tag: text, sponsors: [text, text], leadUnits: [text], summary: `甲\n${text}` }),
    ],
    corrections: [{ itemId: 7, at: '2022-11-18T01:00:00.000Z', note: text }],
  });

const LABELS = /^(?:# |\*\*[^*]+：\*\*)/;

describe.each(HOSTILE)('%j in a notice', (text) => {
  const notice = everywhere(text);

  it('is text on the page', () => {
    const tombstone = { id: 1, title: text, takenDownAt: '2022-11-18T01:00:00.000Z', reason: text };
    const line = { id: 1, title: text, issuer: text, datedOn: '2022-11-18', takenDown: false };
    const tame = noticeHtml(everywhere('甲'));
    const html = noticeHtml(notice);
    expect(elementsOf(html).map(({ path }) => path)).toEqual(elementsOf(tame).map(({ path }) => path));
    for (const page of [html, tombstoneHtml(tombstone), noticesHtml([line])])
      expect(textOf(page)).toContain(text.trim());
  });

  it('is text in Markdown', () => {
    const tombstone = { id: 1, title: text, takenDownAt: '2022-11-18T01:00:00.000Z', reason: text };
    const lines = [noticeMarkdown(notice), tombstoneMarkdown(tombstone)].flatMap((all) => all.split('\n'));
    const said = lines.map((line) => line.replace(LABELS, '').replace(/ {2}$/, ''));
    expect(said.flatMap(active)).toEqual([]);
    expect(said.filter((line) => shown(line).includes(text.trim()))).toHaveLength(12);
    expect(said.filter((line) => /^\s/.test(line))).toEqual([]);
  });
});

it('Whatever is written in one line comes out in Markdown as it was written', () => {
  const line = fc
    .string({ unit: fc.oneof(fc.constantFrom(...'\\`*_{}[]<>#|&~!+-=1.) \t'), fc.string({ maxLength: 1 })) })
    .filter((text) => text.trim() !== '' && !/[\n\r\u2028\u2029]/.test(text));
  fc.assert(
    fc.property(line, (text) => {
      const [first] = noticeMarkdown(aPublicNotice({ title: text })).split('\n');
      expect(active(first.slice(2))).toEqual([]);
      expect(shown(first.slice(2))).toBe(text.trim());
    }),
  );
});

describe('A subject', () => {
  it('stands in book marks, once, with single ones inside', () => {
    expect(inBookMarks('关于甲的建议')).toBe('《关于甲的建议》');
    expect(inBookMarks('《关于“甲” 乙的建议》')).toBe('《关于“甲” 乙的建议》');
    expect(inBookMarks('关于修订《条例》的建议')).toBe('《关于修订〈条例〉的建议》');
    expect(inBookMarks('《甲》和《乙》')).toBe('《〈甲〉和〈乙〉》');
    for (const odd of ['》甲《', '《', '》', '《甲', '甲》', '《甲》》'])
      expect(inBookMarks(odd)).toMatch(/^《[^《》]*》$/);
  });

  it('has its tag in brackets, once', () => {
    expect([inBrackets('合并'), inBrackets('（合并）'), inBrackets(null)]).toEqual([
      '（合并）',
      '（合并）',
      '',
    ]);
  });
});
