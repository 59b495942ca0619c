import { PassThrough, type Readable } from 'node:stream';
import type { Cell } from './exported-list.service';

/** An Excel workbook that is sent while it is written. Texts are texts there: nothing is taken for a formula. */
export function workbookStream(
  sheetName: string,
  head: readonly string[],
  chunks: AsyncIterable<Cell[][]>,
): Readable {
  const stream = new PassThrough();
  write(stream, sheetName, head, chunks).catch((error: unknown) => stream.destroy(error as Error));
  return stream;
}

async function write(
  stream: PassThrough,
  sheetName: string,
  head: readonly string[],
  chunks: AsyncIterable<Cell[][]>,
): Promise<void> {
  // Loaded when somebody exports: few do, and every start would pay for it.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream });
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = head.map((name) => ({ width: Math.max(10, name.length * 3) }));
  const first = sheet.addRow([...head]);
  first.font = { bold: true };
  first.commit();
  for await (const rows of chunks) {
    for (const row of rows) sheet.addRow(row).commit();
    if (stream.writableNeedDrain) await new Promise((drained) => stream.once('drain', drained));
  }
  await workbook.commit();
}
