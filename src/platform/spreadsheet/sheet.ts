import { type Row, shownIn } from './cell';
import { columnOf } from './column';
import { spreadMerges } from './merges';
import { Unreadable } from './unreadable';
import { type Limits, openWorkbook, type Workbook } from './workbook';
import { attribute, ShownText, type Step, stepsOf } from './xml';

export interface Sheet {
  name: string;
  /** Only rows that show something. */
  rows: Row[];
  otherSheets: string[];
}

/**
 * Reads the first visible worksheet of an .xlsx file.
 *
 * Written here because ExcelJS expands merged ranges, defined names and validations cell by cell: a file of a few
 * kilobytes that names a whole sheet stops the process. Nothing here grows with what a file merely claims.
 *
 * @throws Unreadable
 */
export function readSheet(bytes: Buffer, limits: Limits): Sheet {
  const book = openWorkbook(bytes, limits);
  const chosen = book.sheets.find((sheet) => !sheet.hidden) ?? book.sheets[0];
  const reader = new RowReader(book, limits);
  for (const step of stepsOf(book.read(chosen.path))) reader.take(step);
  return {
    name: chosen.name,
    rows: spreadMerges(reader.rows, reader.merges, limits),
    otherSheets: book.sheets.filter((sheet) => sheet !== chosen).map((sheet) => sheet.name),
  };
}

class RowReader {
  readonly rows: Row[] = [];
  readonly merges: string[] = [];
  private readonly shown = new ShownText();
  private row: Row = { number: 0, hidden: false, cells: new Map() };
  private column = -1;
  private cell = { type: '', style: 0, formula: false };

  constructor(
    private readonly book: Workbook,
    private readonly limits: Limits,
  ) {}

  take(step: Step): void {
    this.shown.take(step);
    if (step.kind === 'open') this.open(step.name, step.attributes);
    else if (step.kind === 'close' && step.name === 'c') this.closeCell();
    else if (step.kind === 'close' && step.name === 'row') this.closeRow();
  }

  private open(name: string, attributes: string): void {
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'f') this.cell.formula = true;
    else if (name === 'mergeCell') this.merges.push(attribute(attributes, 'ref') ?? '');
  }

  private openRow(attributes: string): void {
    const number = Number(attribute(attributes, 'r') ?? this.row.number + 1);
    const hidden = ['1', 'true'].includes(attribute(attributes, 'hidden') ?? '');
    this.row = { number, hidden, cells: new Map() };
    this.column = -1;
  }

  private openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.column = reference ? columnOf(reference) : this.column + 1;
    this.cell = {
      type: attribute(attributes, 't') ?? '',
      style: Number(attribute(attributes, 's') ?? 0),
      formula: false,
    };
  }

  private closeCell(): void {
    const cell = shownIn({ ...this.cell, text: this.shown.finish() }, this.book);
    if (cell && this.column < this.limits.columns) this.row.cells.set(this.column, cell);
  }

  private closeRow(): void {
    if (this.row.cells.size === 0) return;
    if (this.rows.length === this.limits.rows) throw new Unreadable('tooManyRows');
    this.rows.push(this.row);
  }
}
