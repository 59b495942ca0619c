import type * as Docx from 'docx';
import type { BlockOf } from './blocks';
import {
  BODY_FONT,
  HEADING_FONT,
  LINE_TWIPS,
  SIZES,
  SQUEEZE,
  storable,
  TEXT_WIDTH,
  TITLE_FONT,
} from './page-layout';

export function titleOf(docx: typeof Docx, text: string): Docx.Paragraph {
  return new docx.Paragraph({
    heading: docx.HeadingLevel.TITLE,
    alignment: docx.AlignmentType.CENTER,
    spacing: { line: 700, lineRule: docx.LineRuleType.EXACT, after: LINE_TWIPS },
    children: text.split('\n').map(
      (line, at) =>
        new docx.TextRun({
          ...{ text: storable(line), font: TITLE_FONT, size: SIZES.title, color: '000000' },
          ...(at > 0 ? { break: 1 } : {}),
        }),
    ),
  });
}

export function headingOf(docx: typeof Docx, text: string): Docx.Paragraph {
  return new docx.Paragraph({
    heading: docx.HeadingLevel.HEADING_1,
    indent: { firstLine: SIZES.body * 20 },
    keepNext: true,
    spacing: { line: LINE_TWIPS, lineRule: docx.LineRuleType.EXACT },
    children: [runOf(docx, text, { font: HEADING_FONT })],
  });
}

export function paragraphOf(
  docx: typeof Docx,
  { pieces, flush, align, withNext }: BlockOf<'paragraph'>,
): Docx.Paragraph {
  return new docx.Paragraph({
    alignment: align ?? (flush ? undefined : docx.AlignmentType.BOTH),
    indent: flush || align ? undefined : { firstLine: SIZES.body * 20 },
    keepNext: withNext,
    spacing: { line: LINE_TWIPS, lineRule: docx.LineRuleType.EXACT },
    children: pieces.map(({ text, bold }) => runOf(docx, text, { bold })),
  });
}

/** A run of the body: black, of its size, 28 characters to a line. */
export const runOf = (docx: typeof Docx, text: string, look: object = {}): Docx.TextRun =>
  new docx.TextRun({
    ...{ text: storable(text), font: BODY_FONT, size: SIZES.body, color: '000000' },
    ...{ characterSpacing: SQUEEZE, ...look },
  });

export const pageBreak = (docx: typeof Docx): Docx.Paragraph =>
  new docx.Paragraph({ children: [new docx.PageBreak()] });

export function tableOf(
  docx: typeof Docx,
  { head, rows, widths = head.map(() => 1) }: BlockOf<'table'>,
): Docx.Table {
  const columnWidths = columnsOf(widths);
  const cell = (text: string, bold: boolean, at: number) =>
    new docx.TableCell({
      width: { size: columnWidths[at], type: docx.WidthType.DXA },
      verticalAlign: docx.VerticalAlign.CENTER,
      margins: { left: 80, right: 80 },
      children: [cellText(docx, text, { bold })],
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

/** The width of the text, divided in these proportions. */
export function columnsOf(widths: readonly number[]): number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.floor((TEXT_WIDTH * width) / whole));
}

export const cellText = (
  docx: typeof Docx,
  text: string,
  { bold, ...more }: { bold?: boolean } & Docx.IParagraphOptions = {},
): Docx.Paragraph =>
  new docx.Paragraph({
    ...more,
    children: [new docx.TextRun({ text: storable(text), bold, font: BODY_FONT, size: SIZES.table })],
  });
