import type { Column } from './case-parts';
import type { Entry } from './entry';

/** Weights of PostgreSQL's vectors; there are only four. */
export const WEIGHT_OF: Record<Column, 'A' | 'B' | 'C' | 'D'> = {
  subject: 'A',
  names: 'B',
  numbers: 'B',
  body: 'C',
  later: 'D',
  inside: 'D',
};

const OPEN: readonly Column[] = ['subject', 'names', 'numbers', 'body', 'later'];

// What PostgreSQL keeps of a vector: positions further on are all the last, so that words there are not in a row.
const LAST_POSITION = 16_383;
const POSITIONS = 255;

/** What every reader of the case may find, and all of it where there is more. */
export function vectorsOf(columns: Entry['columns']): [open: string, whole: string | null] {
  const open = vectorOf(columns, OPEN);
  return [open, columns.inside.length > 0 ? vectorOf(columns, [...OPEN, 'inside']) : null];
}

/** The text form of a tsvector. Terms hold letters and digits only, so nothing in them means anything to it. */
function vectorOf(columns: Entry['columns'], wanted: readonly Column[]): string {
  const places = new Map<string, string[]>();
  let at = 0;
  for (const column of wanted) {
    at += 1; // a gap between columns
    for (const term of columns[column]) {
      at = Math.min(at + 1, LAST_POSITION);
      const own = places.get(term) ?? [];
      if (own.length < POSITIONS) places.set(term, [...own, `${at}${WEIGHT_OF[column]}`]);
    }
  }
  return [...places].map(([term, own]) => `'${term}':${own.join(',')}`).join(' ');
}
