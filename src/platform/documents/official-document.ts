import type * as Docx from 'docx';

/** A stretch of text within a paragraph. */
export interface Piece {
  readonly text: string;
  readonly bold?: boolean;
}

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly pieces: readonly Piece[];
      /** Without the usual two characters: salutations, labels. */
      readonly flush?: boolean;
      readonly align?: 'left' | 'center' | 'right';
      /** Never the last line of a page: a label whose text comes next. */
      readonly withNext?: boolean;
    }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** How wide each column is in proportion to the others; absent: all alike. */
      readonly widths?: readonly number[];
    }
  | { readonly kind: 'pageBreak' };

/** A document of an office: what it is called in the file's properties, who issues it, and what it says. */
export interface OfficialDocument {
  readonly name: string;
  readonly issuer: string;
  readonly blocks: readonly Block[];
}

// GB/T 9704: A4, margins of 37, 26, 35 and 28 mm, 22 lines of 28 characters to a page.
const MILLIMETRE = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * MILLIMETRE);
const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) },
};
const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
const LINE_TWIPS = 28 * 20;
// Sizes in half points: 二号 22 pt, 三号 16 pt, 四号 14 pt.
const SIZES = { title: 44, body: 32, table: 28 };
// Whoever lacks the first gets the nearest the program knows; the eastAsia font decides for Chinese.
const TITLE_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' };
const BODY_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' };
const HEADING_FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' };

// Loaded when somebody wants a document: few requests do, and every start would pay for it.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const library = () => require('docx') as typeof Docx;

/** The document as a DOCX file. What the text holds stays text: nothing in it is read as markup. */
export async function docxOf({ name, issuer, blocks }: OfficialDocument): Promise<Buffer> {
  const docx = library();
  const document = new docx.Document({
    title: name,
    creator: issuer,
    lastModifiedBy: issuer,
    sections: [{ properties: { page: PAGE }, children: blocks.map((block) => elementOf(docx, block)) }],
  });
  return docx.Packer.toBuffer(document);
}

function elementOf(docx: typeof Docx, block: Block): Docx.Paragraph | Docx.Table {
  switch (block.kind) {
    case 'title':
      return titleOf(docx, block.text);
    case 'heading':
      return paragraph(docx, [{ text: block.text }], { font: HEADING_FONT, heading: true });
    case 'paragraph':
      return paragraph(docx, block.pieces, { ...block, font: BODY_FONT });
    case 'table':
      return tableOf(docx, block);
    case 'pageBreak':
      return new docx.Paragraph({ children: [new docx.PageBreak()] });
  }
}

function titleOf(docx: typeof Docx, text: string): Docx.Paragraph {
  return new docx.Paragraph({
    heading: docx.HeadingLevel.TITLE,
    alignment: docx.AlignmentType.CENTER,
    spacing: { line: 700, lineRule: docx.LineRuleType.EXACT, after: LINE_TWIPS },
    children: [
      new docx.TextRun({ text: storable(text), font: TITLE_FONT, size: SIZES.title, color: '000000' }),
    ],
  });
}

interface Look {
  readonly font: typeof BODY_FONT;
  readonly flush?: boolean;
  readonly heading?: boolean;
  readonly withNext?: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

function paragraph(docx: typeof Docx, pieces: readonly Piece[], look: Look): Docx.Paragraph {
  const { font, flush, heading, align, withNext } = look;
  const indent = flush || align ? undefined : { firstLine: SIZES.body * 20 };
  return new docx.Paragraph({
    ...(heading ? { heading: docx.HeadingLevel.HEADING_1 } : {}),
    ...(align ? { alignment: align } : {}),
    indent,
    keepNext: withNext,
    spacing: { line: LINE_TWIPS, lineRule: docx.LineRuleType.EXACT },
    children: pieces.map(
      ({ text, bold }) =>
        new docx.TextRun({ text: storable(text), bold, font, size: SIZES.body, color: '000000' }),
    ),
  });
}

function tableOf(
  docx: typeof Docx,
  { head, rows, widths = head.map(() => 1) }: Extract<Block, { kind: 'table' }>,
): Docx.Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.floor((TEXT_WIDTH * width) / whole));
  const cell = (text: string, bold: boolean, at: number) =>
    new docx.TableCell({
      width: { size: columnWidths[at], type: docx.WidthType.DXA },
      verticalAlign: docx.VerticalAlign.CENTER,
      margins: { left: 80, right: 80 },
      children: [
        new docx.Paragraph({
          children: [new docx.TextRun({ text: storable(text), bold, font: BODY_FONT, size: SIZES.table })],
        }),
      ],
    });
  const row = (texts: readonly string[], isHead: boolean) =>
    new docx.TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, at) => cell(text, isHead, at)),
    });
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    columnWidths,
    rows: [row(head, true), ...rows.map((texts) => row(texts, false))],
  });
}

/** XML has no place for control characters; a document with one does not open. */
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const storable = (text: string): string => text.replace(UNSTORABLE, '');
