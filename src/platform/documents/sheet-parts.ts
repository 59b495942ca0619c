import type * as Docx from 'docx';
import type { BlockOf, Pair, SheetRow } from './blocks';
import { linesOf } from './blocks';
import { LINE_TWIPS } from './page-layout';
import { cellText, columnsOf } from './text-parts';

/** Label and text, twice beside each other. */
const WIDTHS = [4, 9, 4, 9];
const ROOM = { little: 2 * LINE_TWIPS, some: 3 * LINE_TWIPS, much: 6 * LINE_TWIPS };
const LEAST = Math.round(1.2 * LINE_TWIPS);

/** A sheet of lines and boxes: labels beside what they stand for, and room to write by hand. */
export function sheetOf(docx: typeof Docx, { rows }: BlockOf<'sheet'>): Docx.Table {
  const columnWidths = columnsOf(WIDTHS);
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    layout: docx.TableLayoutType.FIXED,
    columnWidths,
    rows: rows.map((row) => rowOf(docx, row, columnWidths)),
  });
}

// A row with a long text goes on over the page; a short one stays in one piece.
const LONG = 300;

function rowOf(docx: typeof Docx, { pairs, room }: SheetRow, widths: readonly number[]): Docx.TableRow {
  const whole = pairs.length === 1;
  const cells = pairs.flatMap((pair, at) => [
    labelCell(docx, pair, widths[2 * at]),
    textCell(docx, pair, whole ? widths[1] + widths[2] + widths[3] : widths[2 * at + 1], whole ? 3 : 1),
  ]);
  return new docx.TableRow({
    height: { value: room ? ROOM[room] : LEAST, rule: docx.HeightRule.ATLEAST },
    cantSplit: pairs.every(({ text }) => text.length < LONG),
    children: cells,
  });
}

const labelCell = (docx: typeof Docx, { label }: Pair, width: number): Docx.TableCell =>
  new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    verticalAlign: docx.VerticalAlign.CENTER,
    margins: { left: 60, right: 60 },
    children: [cellText(docx, label, { bold: true, alignment: 'center' })],
  });

const textCell = (docx: typeof Docx, { text }: Pair, width: number, columnSpan: number): Docx.TableCell =>
  new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    columnSpan,
    verticalAlign: docx.VerticalAlign.CENTER,
    margins: { left: 100, right: 100, top: 40, bottom: 40 },
    children: (text ? linesOf(text) : ['']).map((line) => cellText(docx, line)),
  });
