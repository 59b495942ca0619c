import type * as Docx from 'docx';
import type { BlockOf, LetterBlock } from './blocks';
import { BODY_FONT, HEADING_FONT, LINE_TWIPS, SIZES, storable, TEXT_WIDTH, TITLE_FONT } from './page-layout';
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
      return imprintOf(docx, block);
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

const CHARACTERS = 28;

/** One above the other around one middle, four characters from the edge; what is too wide moves them inwards. */
function signatureOf(docx: typeof Docx, { names, day }: BlockOf<'signature'>): Docx.Paragraph[] {
  const lines = [...names, day];
  const widest = Math.min(CHARACTERS - 4, Math.max(...lines.map(widthOf)));
  const left = Math.max(0, CHARACTERS - 4 - widest) * SIZES.body * 10;
  const indent = { left, right: 4 * SIZES.body * 10 };
  const signed = (text: string, more: object, look = {}) =>
    line(docx, text, { alignment: 'center', indent, keepLines: true, ...more }, look);
  const above = { line: LINE_TWIPS, lineRule: docx.LineRuleType.EXACT, before: 2 * LINE_TWIPS };
  return [
    signed('（印章）', { keepNext: true, spacing: above }, { color: '808080' }),
    ...names.map((name) => signed(name, { keepNext: true })),
    signed(day, {}),
  ];
}

function imprintOf(docx: typeof Docx, { copies, issuer, day }: BlockOf<'imprint'>): Docx.Paragraph[] {
  const thick = border(docx, '000000', 8);
  const thin = border(docx, '000000', 4);
  const look = { font: BODY_FONT, size: SIZES.table };
  const indent = { left: SIZES.table * 10 };
  const hanging = { left: SIZES.table * 40, right: SIZES.table * 10, hanging: SIZES.table * 30 };
  const tabStops = [{ type: docx.TabStopType.RIGHT, position: TEXT_WIDTH - SIZES.table * 10 }];
  const copied = {
    indent: hanging,
    keepNext: true,
    keepLines: true,
    border: { top: thick },
    spacing: { before: 2 * LINE_TWIPS },
  };
  const issued = { indent, tabStops, keepLines: true, border: { top: thin, bottom: thick } };
  return [
    line(docx, `抄送：${copies.join('，')}。`, copied, look),
    line(docx, `${issuer}\t${day}印发`, issued, look),
  ];
}
