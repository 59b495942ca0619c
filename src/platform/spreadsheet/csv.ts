const MARK = '\ufeff';

/**
 * A CSV text that Excel opens as it is meant: with a byte order mark, or Chinese is garbled; and with an apostrophe before
 * what it would take for a formula and execute.
 */
export const csvOf = (head: readonly string[], rows: readonly CsvRow[]): string =>
  MARK + csvLines([head, ...rows]);

export type CsvRow = readonly (string | number | null)[];

/** Lines to follow others: of a table that is sent bit by bit. */
export const csvLines = (rows: readonly CsvRow[]): string =>
  rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
