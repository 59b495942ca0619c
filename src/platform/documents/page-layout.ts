import type * as Docx from 'docx';

// GB/T 9704: A4, margins of 37, 26, 35 and 28 mm, 22 lines of 28 characters to a page.
const MILLIMETRE = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * MILLIMETRE);

export const PAGE = {
  size: { width: mm(210), height: mm(297) },
  // The number of a page stands 7 mm below the text.
  margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28), footer: mm(23) },
};
/** Of forms, which are no letters: as much as fits on one sheet. */
export const FORM_PAGE = {
  ...PAGE,
  margin: { ...PAGE.margin, top: mm(24), bottom: mm(20), footer: mm(12) },
};
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
export const LINE_TWIPS = 28 * 20;
/** In half points: 二号 22 pt, 三号 16 pt, 四号 14 pt. */
export const SIZES = { title: 44, body: 32, table: 28 };
/** Twentieths of a point between characters: 28 of 16 pt are a little wider than the text is. */
export const SQUEEZE = -5;

// Whoever lacks the first gets the nearest the program knows; the eastAsia font decides for Chinese.
const chinese = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia });
export const TITLE_FONT = chinese('方正小标宋简体');
export const BODY_FONT = chinese('仿宋_GB2312');
export const HEADING_FONT = chinese('黑体');
const NUMBER_FONT = chinese('宋体');

/** XML has no place for control characters; a document with one does not open. */
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const storable = (text: string): string => text.replace(UNSTORABLE, '');

/** — 1 — at the outer edge, one character from it. */
export function pageNumbers(docx: typeof Docx): { default: Docx.Footer; even: Docx.Footer } {
  const foot = (alignment: 'left' | 'right') =>
    new docx.Footer({
      children: [
        new docx.Paragraph({
          alignment,
          indent: { left: SIZES.table * 10, right: SIZES.table * 10 },
          children: [
            new docx.TextRun({
              children: ['— ', docx.PageNumber.CURRENT, ' —'],
              font: NUMBER_FONT,
              size: SIZES.table,
            }),
          ],
        }),
      ],
    });
  return { default: foot('right'), even: foot('left') };
}
