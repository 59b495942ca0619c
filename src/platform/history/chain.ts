import { createHash } from 'node:crypto';
import type { HistoryRow } from './history.entity';

/** What the first row names as its predecessor. */
export const GENESIS = '0'.repeat(64);

/** JSON with sorted keys: the same content is the same text, whatever order it was built in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? sorted(part) : part)) ?? 'null';
}

/** SHA-256 over every column but the hash itself, the hash of the row before included. */
export function hashOf(row: Omit<HistoryRow, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(row)).digest('hex');
}

const isRecord = (part: unknown): part is Record<string, unknown> =>
  typeof part === 'object' && part !== null && !Array.isArray(part);

const sorted = (part: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
