import type { Column } from './column';

/** An empty roster to fill in: the headings on one sheet, what they mean on another that is not read. */
export async function templateOf(title: string, columns: Column[]): Promise<Buffer> {
  // Half a second to load, and hardly ever wanted.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ header, kind }) => ({
    header,
    width: Math.max(14, header.length * 3),
    // As text, so that the program neither rounds a phone number nor drops the zeros of a card.
    style: { numFmt: kind === 'day' ? 'yyyy-mm-dd' : '@' },
  }));
  sheet.getRow(1).font = { bold: true };
  const guide = book.addWorksheet('填写说明');
  guide.columns = [
    { header: '列', width: 16 },
    { header: '必填', width: 8 },
    { header: '举例', width: 26 },
    { header: '说明', width: 60 },
  ];
  for (const { header, required, example, hint } of columns)
    guide.addRow([header, required ? '是' : '', example, hint]);
  guide.getRow(1).font = { bold: true };
  return Buffer.from(await book.xlsx.writeBuffer());
}
