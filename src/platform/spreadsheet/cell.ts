import { momentAfter } from '../clock/calendar';
import type { Workbook } from './workbook';

/** What one cell shows. */
export interface Cell {
  text: string;
  /** The day (YYYY-MM-DD) when the sheet shows this number as a date. */
  day?: string;
  /** Why what it shows cannot be relied on. */
  trouble?: 'error' | 'uncalculated' | 'merged';
}

export interface Row {
  /** As the spreadsheet program numbers it, from 1. */
  number: number;
  hidden: boolean;
  /** By column, from 0. */
  cells: Map<number, Cell>;
}

/** One cell as the file has it: `type` and `style` are its attributes `t` and `s`. */
export interface StoredCell {
  type: string;
  style: number;
  text: string;
  formula: boolean;
}

const DAY = 86_400_000;
const LAST_DAY = 2_958_465; // 9999-12-31
const DAYS_FROM_1900_TO_1904 = 1_462;
const BEFORE_FIRST_DAY = '1899-12-30T00:00:00.000Z';

/** @returns undefined for a cell that shows nothing. */
export function shownIn(cell: StoredCell, book: Workbook): Cell | undefined {
  if (cell.formula && cell.text === '') return { text: '', trouble: 'uncalculated' };
  if (cell.type === 'e') return { text: cell.text, trouble: 'error' };
  if (cell.type === 's') return textual(book.strings[Number(cell.text)] ?? '');
  if (cell.type === 'd') return { text: cell.text, day: cell.text.slice(0, 10) };
  if (cell.type === 'b') return { text: cell.text === '1' ? 'TRUE' : 'FALSE' };
  const isNumber = cell.type === 'n' || cell.type === '';
  return isNumber && cell.text !== '' ? numeric(cell, book) : textual(cell.text);
}

function textual(text: string): Cell | undefined {
  return text === '' ? undefined : { text };
}

function numeric(cell: StoredCell, book: Workbook): Cell {
  const number = Number(cell.text);
  const day = book.dateStyles[cell.style] ? dayOfSerial(number, book.countsFrom1904) : undefined;
  return day ? { text: day, day } : { text: Number.isNaN(number) ? cell.text : String(number) };
}

/** Days are counted from 1899-12-30, in files from old Macs from 1904-01-01. */
function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(serial) + (from1904 ? DAYS_FROM_1900_TO_1904 : 0);
  return days >= 1 && days <= LAST_DAY ? momentAfter(BEFORE_FIRST_DAY, days * DAY).slice(0, 10) : undefined;
}
