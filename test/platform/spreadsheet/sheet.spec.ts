import fc from 'fast-check';
import { readSheet } from '../../../src/platform/spreadsheet/sheet';
import { Unreadable } from '../../../src/platform/spreadsheet/unreadable';
import { archiveOf, workbookOf } from './archives';

const LIMITS = { unpacked: 1_000_000, rows: 10, columns: 8 };
const read = (file: Buffer) => readSheet(file, LIMITS);
const textsOf = (file: Buffer) =>
  read(file).rows.map((row) => [...row.cells.values()].map((cell) => cell.text));
const reasonFor = (file: Buffer) => {
  try {
    read(file);
    return 'none';
  } catch (error) {
    if (error instanceof Unreadable) return error.reason;
    throw error;
  }
};
const rowsXml = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const cell = (text: string, attributes = 't="str"') => `<c ${attributes}><v>${text}</v></c>`;

describe('A worksheet', () => {
  it('is read whatever prefixes, quotes and order its writer uses', () => {
    const sheet = `\uFEFF<?xml version='1.0'?><!-- a > b --><x:worksheet xmlns:x="a>b"><x:sheetData>
      <x:row r='3'><x:c t="s" r='B3'><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>a &lt; b</x:t></x:is></x:c></x:row>
      </x:sheetData></x:worksheet>`;
    const strings = '<sst><si><r><t>王</t></r><rPh><t>wang</t></rPh><r><t>云&#23433;</t></r></si></sst>';
    const { rows } = read(workbookOf(sheet, { 'xl/sharedStrings.xml': strings }));
    expect(rows).toEqual([
      {
        number: 3,
        hidden: false,
        cells: new Map([
          [1, { text: '王云安' }],
          [2, { text: 'a < b' }],
        ]),
      },
    ]);
  });

  it('shows numbers as days where its styles say so', () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
      <numFmt numFmtId="201" formatCode="[Red]0.00&quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="201"/><xf numFmtId="31"/></cellXfs></styleSheet>`;
    const cells =
      [0, 1, 2, 3, 4].map((style) => cell('44571.75', `s="${style}"`)).join('') + cell('1E99', 's="1"');
    const sheet = workbookOf(rowsXml(`<row>${cells}</row>`), { 'xl/styles.xml': styles });
    expect(textsOf(sheet)).toEqual([
      ['44571.75', '2022-01-10', '2022-01-10', '44571.75', '2022-01-10', '1e+99'],
    ]);
  });

  it('keeps only rows and columns that count', () => {
    const far = '<row r="1048576"><c r="XFD1048576" t="str"><v>far</v></c></row>';
    const many = '<row><c/></row>'.repeat(500) + `<row>${cell('a')}</row>`;
    expect(textsOf(workbookOf(rowsXml(far + many)))).toEqual([['a']]);
    expect(reasonFor(workbookOf(rowsXml(`<row>${cell('a')}</row>`.repeat(11))))).toBe('tooManyRows');
  });

  it('is not held up by ranges that name the whole sheet', () => {
    const ranges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(4_000);
    const started = performance.now();
    const sheet = `<worksheet><cols><col min="1" max="999999999"/></cols><sheetData><row r="1">${cell('a')}</row></sheetData>
      <mergeCells>${ranges}</mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations></worksheet>`;
    expect(reasonFor(workbookOf(sheet))).toBe('notASpreadsheet');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each([
    ['text', Buffer.from('姓名,届\n王云安,15')],
    ['nothing', Buffer.alloc(0)],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['another archive', archiveOf({ 'readme.txt': 'hello' })],
    ['a document', archiveOf({ 'word/document.xml': '<w/>' })],
    ['an encrypted part', workbookOf({ content: rowsXml(''), flags: 1 })],
    ['an unknown compression', workbookOf({ content: rowsXml(''), method: 99 })],
    ['a document type', workbookOf('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>')],
    ['broken XML', workbookOf('<worksheet><row r="1')],
    ['half a file', workbookOf(rowsXml(`<row>${cell('a')}</row>`)).subarray(0, 300)],
    ['a part smaller than it says', workbookOf({ content: rowsXml(''), claimedSize: 999 })],
  ])('is not made of %s', (_, file) => {
    expect(reasonFor(file)).toBe('notASpreadsheet');
  });

  it('is not unpacked when it says that it is too large', () => {
    expect(reasonFor(workbookOf({ content: 'a', claimedSize: 900_000_000 }))).toBe('tooLarge');
  });

  it('is unpacked no further than it said', () => {
    const bomb = { content: Buffer.alloc(50_000_000, 32), claimedSize: 1_000 };
    const before = process.memoryUsage().arrayBuffers;
    const file = workbookOf(bomb);
    expect(reasonFor(file)).toBe('notASpreadsheet');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });

  it('that has been damaged anywhere is read or refused, never a crash', () => {
    const file = workbookOf(
      rowsXml(`<row>${cell('姓名')}${cell('届')}</row><row>${cell('0', 't="s"')}</row>`),
      {
        'xl/sharedStrings.xml': '<sst><si><t>王云安</t></si></sst>',
      },
    );
    const damage = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(damage, (changes) => {
        const damaged = Buffer.from(file);
        for (const [at, byte] of changes) damaged[at] = byte;
        expect(['none', 'notASpreadsheet', 'tooLarge', 'tooManyRows']).toContain(reasonFor(damaged));
      }),
      { numRuns: 500 },
    );
  });

  it('of any XML text is read or refused, in a time that grows no faster than the text', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '"',
      "'",
      '=',
      ' ',
      '&',
      '&#0;',
      'row',
      'c',
      'v',
      'a',
      '<!--',
      '<![CDATA[',
      '<?',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(['none', 'notASpreadsheet']).toContain(reasonFor(workbookOf(pieces.join(''))));
      }),
      { numRuns: 500 },
    );
    const started = performance.now();
    for (const part of ['"', "'", '<a ', '<!--', 'a"\'']) reasonFor(workbookOf(`<a ${part.repeat(200_000)}`));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
