import type { Cell, Row } from './cell';
import { columnOf } from './column';
import { Unreadable } from './unreadable';
import type { Limits } from './workbook';

const MOST_MERGES = 5_000;

interface Range {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * A value merged down one column is meant for every row it spans. Across columns nobody can tell which column it
 * belongs to: those cells are marked, and the person decides.
 */
export function spreadMerges(rows: Row[], merges: string[], limits: Limits): Row[] {
  if (merges.length > MOST_MERGES) throw new Unreadable('notASpreadsheet');
  // In a real file ranges never overlap, so together they cannot cover more than the sheet.
  let covered = 0;
  for (const range of merges.map((merge) => rangeOf(merge, limits.columns))) {
    const spanned = rows.filter((row) => row.number >= range.top && row.number <= range.bottom);
    covered += spanned.length * Math.max(0, range.right - range.left + 1);
    if (covered > limits.rows * limits.columns) throw new Unreadable('notASpreadsheet');
    const value = spanned[0]?.number === range.top ? spanned[0].cells.get(range.left) : undefined;
    if (value) spread(value, range, spanned);
  }
  return rows;
}

function spread(value: Cell, { left, right }: Range, rows: Row[]): void {
  const copy: Cell = right > left ? { text: value.text, trouble: 'merged' } : value;
  for (const row of rows) {
    for (let column = left; column <= right; column++) {
      if (row.cells.get(column) !== value) row.cells.set(column, copy);
    }
  }
}

function rangeOf(reference: string, columns: number): Range {
  const [from, to = from] = reference.split(':');
  return {
    left: columnOf(from),
    right: Math.min(columnOf(to), columns - 1),
    top: rowOf(from),
    bottom: rowOf(to),
  };
}

function rowOf(reference: string): number {
  return Number(reference.replace(/^[A-Z]+/, ''));
}
