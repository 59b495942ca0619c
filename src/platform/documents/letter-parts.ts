import type * as Docx from 'docx';
import type { BlockOf, LetterBlock } from './blocks';
import { HEADING_FONT, LINE_TWIPS, SIZES, storable, TEXT_WIDTH, TITLE_FONT } from './page-layout';
import { imprintOf } from './imprint-parts';
import { sheetOf } from './sheet-parts';
import { runOf } from './text-parts';

type Parts = (Docx.Paragraph | Docx.Table)[];

const RED = 'FF0000';
/** Half points: as big as the name lets it be on one line. */
const HEAD_SIZE = { largest: 84, smallest: 44 };

/** The parts that only letters have. */
export function letterPart(docx: typeof Docx, block: LetterBlock): Parts {
  switch (block.kind) {
    case 'mark':
      return [line(docx, block.text, { alignment: 'right' }, { font: HEADING_FONT })];
    case 'stamp':
      return [stampOf(docx, block.text)];
    case 'head':
      return [headOf(docx, block.text)];
    case 'number':
      return [numberOf(docx, block)];
    case 'signature':
      return signatureOf(docx, block);
    case 'imprint':
      return [spaceAbove(docx), imprintOf(docx, block)];
    case 'sheet':
      return [sheetOf(docx, block)];
  }
}

function line(docx: typeof Docx, text: string, more: Docx.IParagraphOptions, look: object = {}) {
  return new docx.Paragraph({
    spacing: { line: LINE_TWIPS, lineRule: docx.LineRuleType.EXACT },
    ...more,
    children: [runOf(docx, text, look)],
  });
}

const border = (docx: typeof Docx, color: string, size: number, space = 4) => ({
  style: docx.BorderStyle.SINGLE,
  ...{ color, size, space },
});

function stampOf(docx: typeof Docx, text: string): Docx.Paragraph {
  const side = border(docx, RED, 12);
  const around = { top: side, bottom: side, left: side, right: side };
  const look = { font: HEADING_FONT, color: RED };
  return line(docx, text, { alignment: 'center', border: around, spacing: { after: LINE_TWIPS } }, look);
}

function headOf(docx: typeof Docx, text: string): Docx.Paragraph {
  const fitting = Math.floor(TEXT_WIDTH / 10 / Math.max(1, [...text].length));
  const size = Math.min(HEAD_SIZE.largest, Math.max(HEAD_SIZE.smallest, fitting));
  return new docx.Paragraph({
    alignment: 'center',
    border: { bottom: border(docx, RED, 24, 8) },
    spacing: { after: LINE_TWIPS / 2 },
    keepNext: true,
    children: [new docx.TextRun({ text: storable(text), font: TITLE_FONT, size, color: RED })],
  });
}

/** The number at the right; whoever signs it at the left. */
function numberOf(docx: typeof Docx, { text, signer }: BlockOf<'number'>): Docx.Paragraph {
  const words = signer ? `签发人：${signer}\t${text}` : `\t${text}`;
  const tabStops = [{ type: docx.TabStopType.RIGHT, position: TEXT_WIDTH }];
  return line(docx, words, {
    tabStops,
    spacing: { line: LINE_TWIPS, lineRule: docx.LineRuleType.EXACT, after: LINE_TWIPS },
  });
}

/** How many characters wide a line is: Latin ones are half as wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);

/** Twips of a character of the body. */
const CHARACTER = SIZES.body * 10;

/** One above the other around one middle, four characters from the edge; what is wide grows to the left. */
function signatureOf(docx: typeof Docx, { names, day }: BlockOf<'signature'>): Docx.Paragraph[] {
  const widest = Math.max(...[...names, day].map(widthOf)) + 1;
  const right = 4 * CHARACTER;
  const indent = { left: Math.max(0, Math.floor(TEXT_WIDTH - right - widest * CHARACTER)), right };
  const signed = (text: string, more: object, look = {}) =>
    line(docx, text, { alignment: 'center', indent, keepLines: true, ...more }, look);
  const above = { line: LINE_TWIPS, lineRule: docx.LineRuleType.EXACT, before: 2 * LINE_TWIPS };
  return [
    signed('（印章）', { keepNext: true, spacing: above }, { color: '808080' }),
    ...names.map((name) => signed(name, { keepNext: true })),
    signed(day, {}),
  ];
}

const spaceAbove = (docx: typeof Docx): Docx.Paragraph =>
  new docx.Paragraph({ keepNext: true, spacing: { line: LINE_TWIPS, lineRule: docx.LineRuleType.EXACT } });
