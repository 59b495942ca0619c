import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../lifecycle/people';
import { readSheet, type Sheet } from '../../platform/spreadsheet/sheet';
import { Unreadable } from '../../platform/spreadsheet/unreadable';
import { type FieldFault, Invalid } from '../../platform/web/errors';
import { DtoPipe } from '../../platform/web/validation.pipe';
import { requireKeeper } from '../access';
import { Directory } from '../directory';
import { headed } from './heading';
import type { ImportReport, RowFault } from './import.dto';
import type { Comparison, Roster } from './roster';
import { SheetRow } from './sheet-row';

const ROWS_AT_A_TIME = 50;
const MEGABYTE = 1024 * 1024;
export const FILE_LIMIT = 5 * MEGABYTE;
const ROW_LIMIT = 5_000;
const LIMITS = { unpacked: 50 * MEGABYTE, rows: ROW_LIMIT + 1, columns: 60 };

const UNREADABLE: Record<Unreadable['reason'], string> = {
  notASpreadsheet: '文件不是 Excel 工作簿（.xlsx），或已损坏、已加密。旧版 .xls 请另存为 .xlsx 后再导入。',
  tooLarge: '文件解压后超过 50 MB，请删去图片和多余的工作表后再导入。',
  tooManyRows: `表格超过 ${ROW_LIMIT} 行，请分成几个文件导入。`,
};

interface Checked<Draft> {
  report: ImportReport;
  drafts: Draft[];
}

/** Takes rosters from spreadsheets into the directory: all rows or none. */
@Injectable()
export class ImportService {
  constructor(private readonly directory: Directory) {}

  /** What every row would become and everything that is wrong; nothing is written. */
  async preview<Draft extends object>(
    actor: Actor,
    roster: Roster<Draft>,
    file: Buffer,
  ): Promise<ImportReport> {
    requireKeeper(actor);
    const { report } = await check(this.directory.reader, roster, readRoster(file));
    return report;
  }

  /** Writes every row. @throws Invalid naming every fault when there is any, and then nothing is written. */
  async write<Draft extends object>(
    actor: Actor,
    roster: Roster<Draft>,
    file: Buffer,
  ): Promise<ImportReport> {
    requireKeeper(actor);
    const sheet = readRoster(file);
    return this.directory.keep(actor, roster.table, async (register) => {
      const { report, drafts } = await check(register.em, roster, sheet);
      if (report.faults.length > 0) throw new Invalid(report.faults.map(asFieldFault));
      await roster.addAll(register, drafts);
      register.note(roster.table, null, 'imported', { after: { sheet: report.sheet, rows: drafts.length } });
      return { ...report, written: drafts.length };
    });
  }
}

function readRoster(file: Buffer): Sheet {
  try {
    return readSheet(file, LIMITS);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Invalid([{ field: 'file', code: error.reason, message: UNREADABLE[error.reason] }]);
  }
}

async function check<Draft extends object>(
  em: EntityManager,
  roster: Roster<Draft>,
  sheet: Sheet,
): Promise<Checked<Draft>> {
  const { columns, rows, ignoredColumns } = headed(sheet, roster.columns);
  const comparison = await roster.prepare(em);
  const read = rows.map((row) => new SheetRow(row, roster.columns, columns));
  const drafts: (Draft | undefined)[] = [];
  for (const [at, row] of read.entries()) {
    drafts.push(draftOf(row, roster.draft, comparison));
    // Thousands of rows take a second: others are served meanwhile.
    if (at % ROWS_AT_A_TIME === 0) await setImmediate();
  }
  const report = {
    sheet: sheet.name,
    total: rows.length,
    written: 0,
    rows: read
      .filter((row) => row.faults.length === 0)
      .map((row) => ({ row: row.number, values: row.shown })),
    faults: read.flatMap((row) => row.faults),
    ignoredColumns,
    ignoredSheets: sheet.otherSheets,
  };
  return { report, drafts: drafts.filter((draft) => draft !== undefined) };
}

function draftOf<Draft extends object>(
  row: SheetRow,
  draftClass: new () => Draft,
  comparison: Comparison<Draft>,
): Draft | undefined {
  comparison.complete(row);
  const { draft, faults } = validated(draftClass, row.values);
  for (const { field, code, message } of faults) if (!row.isFaulty(field)) row.refuse(field, code, message);
  const sound = row.soundFields() as Partial<Draft>;
  for (const { field, code, message } of comparison.faultsOf(sound)) row.refuse(field, code, message);
  comparison.remember(sound, row.number);
  return draft;
}

/** The rules of the API hold for a sheet too, down to the words. */
function validated<Draft extends object>(
  draftClass: new () => Draft,
  values: object,
): { draft?: Draft; faults: FieldFault[] } {
  try {
    const draft = new DtoPipe().transform(values, { type: 'body', metatype: draftClass }) as Draft;
    return { draft, faults: [] };
  } catch (error) {
    if (error instanceof Invalid) return { faults: error.faults };
    throw error;
  }
}

function asFieldFault({ row, column, code, message }: RowFault): FieldFault {
  return { field: column ? `第${row}行.${column}` : `第${row}行`, code, message: `第 ${row} 行：${message}` };
}
