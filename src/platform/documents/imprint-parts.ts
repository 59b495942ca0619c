import type * as Docx from 'docx';
import type { BlockOf } from './blocks';
import { columnsOf, cellText } from './text-parts';

const WIDTHS = [3, 2];
/** One character from the edge. */
const EDGE = 280;
/** 抄送： stands before the names, which go on below each other. */
const HANGING = 3 * EDGE;

/** 版记: thick lines above and below, a thin one between. */
export function imprintOf(docx: typeof Docx, { copies, issuer, day }: BlockOf<'imprint'>): Docx.Table {
  const line = (size: number) => ({ style: docx.BorderStyle.SINGLE, size, color: '000000' });
  const none = { style: docx.BorderStyle.NONE };
  const [left, right] = columnsOf(WIDTHS);
  const cell = (child: Docx.Paragraph, width: number, columnSpan = 1) =>
    new docx.TableCell({
      ...{ columnSpan, children: [child] },
      width: { size: width, type: docx.WidthType.DXA },
      margins: { left: EDGE, right: EDGE, top: 60, bottom: 60 },
    });
  const copied = cellText(docx, `抄送：${copies.join('，')}。`, {
    keepNext: true,
    indent: { left: HANGING, hanging: HANGING },
  });
  const row = (children: Docx.TableCell[]) => new docx.TableRow({ cantSplit: true, children });
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    layout: docx.TableLayoutType.FIXED,
    columnWidths: [left, right],
    borders: {
      ...{ top: line(8), bottom: line(8), insideHorizontal: line(4) },
      ...{ left: none, right: none, insideVertical: none },
    },
    rows: [
      row([cell(copied, left + right, 2)]),
      row([
        cell(cellText(docx, issuer), left),
        cell(cellText(docx, `${day}印发`, { alignment: 'right' }), right),
      ]),
    ],
  });
}
