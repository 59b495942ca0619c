import type { Row } from '../../platform/spreadsheet/cell';
import type { Sheet } from '../../platform/spreadsheet/sheet';
import { Invalid } from '../../platform/web/errors';
import { fault } from '../faults';
import { plainName } from '../plain-name';
import type { Column } from './column';

/** The columns of a sheet by their place, and the rows below the heading. */
export interface Headed {
  columns: Map<number, Column>;
  rows: Row[];
  ignoredColumns: string[];
}

const LAST_PLACE_TO_LOOK = 20;

/** Finds the heading, which may stand below a title. Order, blanks, full-width forms and notes in brackets do not matter. */
export function headed(sheet: Sheet, columns: Column[]): Headed {
  const candidates = sheet.rows.slice(0, LAST_PLACE_TO_LOOK).map((row) => placesIn(row, columns));
  const most = Math.max(0, ...candidates.map((places) => places.size));
  const at = candidates.findIndex((places) => places.size === most);
  if (most === 0)
    refuse('noHeading', `没有找到表头，第一行应有：${columns.map(({ header }) => header).join('、')}。`);
  const places = candidates[at];
  refuseMissing(columns, [...places.values()]);
  const ignoredColumns = [...sheet.rows[at].cells]
    .filter(([index, cell]) => !places.has(index) && !cell.trouble)
    .map(([, cell]) => cell.text);
  return { columns: places, rows: sheet.rows.slice(at + 1), ignoredColumns };
}

function placesIn(row: Row, columns: Column[]): Map<number, Column> {
  const places = new Map<number, Column>();
  for (const [index, cell] of row.cells) {
    const name = plainHeading(cell.text);
    const column = columns.find(({ header, also = [] }) =>
      [header, ...also].some((each) => plainHeading(each) === name),
    );
    if (column && !cell.trouble) places.set(index, column);
  }
  return places;
}

function refuseMissing(columns: Column[], found: Column[]): void {
  const missing = columns.filter((column) => column.required && !found.includes(column));
  if (missing.length > 0) {
    refuse('missingColumn', `缺少列：${missing.map(({ header }) => header).join('、')}，请对照模板补上。`);
  }
  const twice = found.find((column, index) => found.indexOf(column) !== index);
  if (twice) refuse('repeatedColumn', `有两列都是「${twice.header}」，请只留一列。`);
}

function plainHeading(text: string): string {
  return plainName(text).replace(/\(.*?\)|[*:]/g, '');
}

function refuse(code: string, message: string): never {
  throw new Invalid([fault('file', code, message)]);
}
