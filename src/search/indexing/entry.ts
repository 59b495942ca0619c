import { createHash } from 'node:crypto';
import { TOKENIZER, termsOf } from '../tokens/tokenizer';
import { byCase, type Piece } from './case-content';
import { type Column, COLUMNS, PARTS } from './case-parts';

/** A case as the index holds it: the terms of each column in their order. */
export interface Entry {
  readonly proposalId: number;
  readonly columns: Readonly<Record<Column, readonly string[]>>;
  readonly fingerprint: string;
}

/** No text has this term: words at the end of one part and the beginning of the next are not in a row. */
export const BETWEEN = '\ue000';

/** Texts may be longer than what anybody reads; PostgreSQL takes a megabyte of terms at most. */
const MOST = 40_000;

/** The entries of the cases that have content. */
export const entriesOf = (pieces: readonly Piece[]): Entry[] =>
  [...byCase(pieces)].map(([proposalId, own]) => entryOf(proposalId, own));

/** Changes with whatever of the content is found, and with the way it is read. */
export function fingerprintOf(pieces: readonly Piece[]): string {
  const hash = createHash('sha256').update(String(TOKENIZER));
  for (const { part, text } of pieces) hash.update(`\n${part} ${text.length} `).update(text);
  return hash.digest('hex').slice(0, 40);
}

function entryOf(proposalId: number, pieces: readonly Piece[]): Entry {
  const columns = Object.fromEntries(COLUMNS.map((column) => [column, [] as string[]])) as Record<
    Column,
    string[]
  >;
  for (const { part, text } of pieces) {
    const column = columns[PARTS[part].column];
    if (column.length > 0) column.push(BETWEEN);
    column.push(...termsOf(text).slice(0, Math.max(0, MOST - column.length)));
  }
  return { proposalId, columns, fingerprint: fingerprintOf(pieces) };
}
