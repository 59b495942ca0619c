import type { Findings, Rewrite } from './cleaned';
import { textsIn } from './docx-text';
import type { Element } from './xml-tree';
import {
  attributeOf,
  descendants,
  elementsIn,
  isElement,
  type Run,
  rewriteAttributes,
  rewriteRuns,
  sift,
} from './xml-walk';

const SHOWN = new Set(['sheetFormatPr', 'cols', 'sheetData', 'mergeCells', 'pageMargins']);
const LINKS = new Set(['hyperlinks']);
const PICTURES = new Set([
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
]);

/** Leaves of a sheet its cells, their widths and what is merged; formulas become what they showed. */
export function cleanSheet(sheet: Element, findings: Findings): void {
  sheet.children = elementsIn(sheet).filter(({ name }) => {
    if (LINKS.has(name)) findings.add('links');
    if (PICTURES.has(name) && name !== 'legacyDrawing') findings.add('pictures');
    return SHOWN.has(name);
  });
  const hidden = hiddenColumns(sheet);
  sift(sheet, (child) => {
    const isHidden =
      (child.name === 'row' && isTrue(attributeOf(child, 'hidden'))) ||
      (child.name === 'c' && hidden.some(([from, to]) => isBetween(columnOf(child), from, to)));
    if (isHidden) findings.add('hiddenCells');
    if (child.name === 'f') findings.add('formulas');
    return isHidden || child.name === 'f' || child.name === 'extLst' ? 'drop' : 'keep';
  });
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
const isBetween = (number: number, from: number, to: number): boolean => number >= from && number <= to;

function hiddenColumns(sheet: Element): [number, number][] {
  return elementsIn(sheet, 'cols').flatMap((cols) =>
    elementsIn(cols, 'col')
      .filter((col) => isTrue(attributeOf(col, 'hidden')) || Number(attributeOf(col, 'width')) === 0)
      .map((col): [number, number] => [Number(attributeOf(col, 'min')), Number(attributeOf(col, 'max'))]),
  );
}

const columnOf = (cell: Element): number =>
  [...(/^[A-Z]+/.exec(attributeOf(cell, 'r') ?? '')?.[0] ?? '')].reduce(
    (number, letter) => number * 26 + letter.charCodeAt(0) - 64,
    0,
  );

/** The shared texts that the cells of a sheet name. */
export function usedStrings(sheet: Element): number[] {
  return cellsOf(sheet)
    .filter((cell) => attributeOf(cell, 't') === 's')
    .map((cell) => Number(valueOf(cell)));
}

/** What the cells hold themselves; figures, too, may be somebody's number. */
export function cellLines(sheet: Element, rewrite: Rewrite): string[] {
  return cellsOf(sheet).flatMap((cell) => {
    const type = attributeOf(cell, 't');
    if (type === 's' || type === 'b' || type === 'e') return [];
    const inline = elementsIn(cell, 'is');
    if (inline.length > 0) return inline.map((text) => stringLine(text, rewrite));
    const runs = elementsIn(cell, 'v').flatMap((value) => [...textsIn(value)]);
    const units = rewrite(runs.map((run) => run.text).join(''));
    if (rewriteRuns(runs, units)) asText(cell);
    return [units.join('')];
  });
}

/** One text with its pieces of different looks; the guides to its pronunciation are left out. */
export function stringLine(string: Element, rewrite: Rewrite): string {
  sift(string, ({ name }) =>
    name === 'rPh' || name === 'phoneticPr' || name === 'extLst' ? 'drop' : 'keep',
  );
  const runs: Run[] = [...descendants(string)]
    .filter(({ name }) => name === 't')
    .flatMap((t) => [...textsIn(t)]);
  const units = rewrite(runs.map((run) => run.text).join(''));
  rewriteRuns(runs, units);
  return units.join('');
}

function asText(cell: Element): void {
  rewriteAttributes(cell, (name, value) => (name === 't' ? undefined : value));
  cell.attributes += ' t="str"';
}

const cellsOf = (sheet: Element): Element[] => [...descendants(sheet)].filter(({ name }) => name === 'c');
const valueOf = (cell: Element): string =>
  elementsIn(cell, 'v')
    .flatMap(({ children }) => children.filter((child) => !isElement(child)))
    .join('');
