import type { Cell, Row } from '../../platform/spreadsheet/cell';
import { type Column, understand } from './column';
import type { RowFault } from './import.dto';

const LONGEST_VALUE = 100;

/** One row of a roster on its way to a draft: what was understood of it so far, and all that is wrong with it. */
export class SheetRow {
  /** By field, as the draft wants them. */
  readonly values: Record<string, unknown> = {};
  /** By heading, in words. */
  readonly shown: Record<string, string> = {};
  readonly faults: RowFault[] = [];
  private readonly cells = new Map<string, Cell>();

  constructor(
    private readonly row: Row,
    private readonly columns: Column[],
    places: Map<number, Column>,
  ) {
    if (row.hidden) this.refuseRow('hidden', '此行被隐藏（可能因筛选），请取消隐藏，或删除此行后再导入。');
    for (const [index, column] of places) {
      const cell = row.cells.get(index);
      if (cell) this.read(column, cell);
    }
  }

  get number(): number {
    return this.row.number;
  }

  /** The text of a field; nothing when it is blank or faulty. */
  text(field: string): string | undefined {
    const value = this.values[field];
    return typeof value === 'string' && !this.isFaulty(field) ? value : undefined;
  }

  /** The fields in which nothing is wrong. */
  soundFields(): Record<string, unknown> {
    return Object.fromEntries(Object.entries(this.values).filter(([field]) => !this.isFaulty(field)));
  }

  isFaulty(field: string): boolean {
    const header = this.headerOf(field);
    return this.faults.some((fault) => fault.column === header);
  }

  accept(field: string, value: unknown, shown: string): void {
    this.values[field] = value;
    this.shown[this.headerOf(field)] = shown;
  }

  /** Leaves a field out whose meaning depends on another that is faulty. */
  drop(field: string): void {
    delete this.values[field];
  }

  refuse(field: string, code: string, message: string): void {
    const value = this.cells.get(field)?.text.slice(0, LONGEST_VALUE) ?? '';
    this.faults.push({ row: this.number, column: this.headerOf(field), value, code, message });
  }

  /** Settles which of those who bear a name is meant: only one may be. */
  settle(field: string, bearers: { id: number; name: string }[], unknown: string): void {
    if (bearers.length === 1) return this.accept(field, bearers[0].id, bearers[0].name);
    if (bearers.length === 0) return this.refuse(field, 'unknown', unknown);
    const all = bearers.map(({ id, name }) => `${name}（编号 ${id}）`).join('、');
    this.refuse(field, 'ambiguous', `此名称可以指：${all}。请写能够区分的全称，或先在名录中去掉重复的别名。`);
  }

  private refuseRow(code: string, message: string): void {
    this.faults.push({ row: this.number, column: '', value: '', code, message });
  }

  private read(column: Column, cell: Cell): void {
    this.cells.set(column.field, cell);
    const understood = understand(column, cell);
    if ('code' in understood) this.refuse(column.field, understood.code, understood.message);
    else this.accept(column.field, understood.value, understood.shown);
  }

  private headerOf(field: string): string {
    return this.columns.find((column) => column.field === field)?.header ?? '';
  }
}
