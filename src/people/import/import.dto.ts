import { ApiProperty } from '../../platform/web/documentation';
import { Flag } from '../../platform/web/fields';

export class ImportQuery {
  /** Only shows what would happen, unless it is false. */
  @Flag('只预览', { optional: true })
  preview?: boolean | null;
}

export class RowFault {
  /** As the spreadsheet program numbers it. */
  row: number;
  /** The heading; empty when the whole row is meant. */
  column: string;
  value: string;
  code: string;
  /** What is wrong and what to do. */
  message: string;
}

export class UnderstoodRow {
  row: number;

  /** By heading, in words: names found by an alias as the directory writes them. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  values: Record<string, string>;
}

export class ImportReport {
  sheet: string;
  /** Rows below the heading. */
  total: number;
  /** 0 for a preview. */
  written: number;
  rows: UnderstoodRow[];
  faults: RowFault[];
  /** Columns and sheets of the file that were left out. */
  ignoredColumns: string[];
  ignoredSheets: string[];
}
