import type { EntityManager } from 'typeorm';
import type { FieldFault } from '../../platform/web/errors';
import type { Register } from '../register';
import type { Column } from './column';
import type { SheetRow } from './sheet-row';

/** A sort of list that people keep in a spreadsheet, and how its rows become rows of the directory. */
export interface Roster<Draft extends object> {
  title: string;
  /** The table whose writers wait for each other. */
  table: string;
  columns: Column[];
  draft: new () => Draft;
  /** Reads what the rows are compared with, once for the whole sheet. */
  prepare(em: EntityManager): Promise<Comparison<Draft>>;
  addAll(register: Register, drafts: Draft[]): Promise<unknown>;
}

/** The directory as the sheet finds it, growing with every row of the sheet. */
export interface Comparison<Draft> {
  /** Turns names into ids and fills what may be left blank. */
  complete(row: SheetRow): void;
  /** What is wrong with the fields that were understood; a row with other faults lacks some. */
  faultsOf(fields: Partial<Draft>): FieldFault[];
  remember(fields: Partial<Draft>, row: number): void;
}
