import ExcelJS from 'exceljs';
import type { RunningApp } from '../support/harness';
import { type Answer, Client, type Json } from './client';

export type CellValue = ExcelJS.CellValue;

/** An .xlsx file as Excel would write it; `arrange` merges, hides and formats. */
export async function workbook(
  rows: CellValue[][],
  arrange?: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名册');
  for (const row of rows) sheet.addRow(row);
  arrange?.(sheet, book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

export type RosterArguments = [what: string, query: string, ...Parameters<typeof workbook>];

/** Uploads rows for `members` or `units`. */
export async function uploadRoster(
  clerk: Client,
  ...[what, query, rows, arrange]: RosterArguments
): Promise<Answer> {
  return clerk.upload(`/api/${what}/import${query}`, await workbook(rows, arrange));
}

export const faultsIn = (answer: Answer): [number, string, string][] =>
  answer.body.faults.map((fault: Json) => [fault.row, fault.column, fault.code]);

/** A day as Excel stores it. */
export const excelDay = (day: string) => new Date(`${day}T00:00:00.000Z`);

export interface Prepared {
  clerk: Client;
  termId: number;
  officeId: number;
  sectorId: number;
}

/** A directory with a term, an office and a sector known by two names. */
export async function prepared(app: RunningApp): Promise<Prepared> {
  const clerk = await Client.as(app, 'committee');
  const add = async (url: string, draft: object) => (await clerk.post(url, draft)).body.id as number;
  return {
    clerk,
    termId: await add('/api/terms', { number: 15, name: '第十五届', fromDay: '2022-01-10' }),
    officeId: await add('/api/offices', { name: '市府办督查室', kind: '政府系统' }),
    sectorId: await add('/api/sponsors', {
      kindCode: 'sector',
      name: '科学技术界',
      aliases: ['科技界'],
      validFrom: '2022-01-10',
    }),
  };
}
