import type { Field } from './pieces';

const REPEATABLE: readonly Field[] = ['sponsors', 'leadUnits'];
const FOUR = 4;

/**
 * Where a new item begins among the fields in their order: wherever the same four come again in whatever order;
 * otherwise with the field the first item began with, or with one the item has already.
 */
export function itemStarts(fields: readonly Field[]): boolean[] {
  return inFours(fields) ? fields.map((_, at) => at % FOUR === 0) : byFirst(fields);
}

/** Two headings of a summary in one item are parts of it, unless the items begin with their summaries. */
export function goesOnInSummary(fields: readonly Field[]): boolean[] {
  const isText = fields[0] !== 'summary' && !inFours(fields);
  return fields.map((field, at) => isText && field === 'summary' && fields[at - 1] === 'summary');
}

function inFours(fields: readonly Field[]): boolean {
  if (fields.length % FOUR !== 0) return false;
  for (let at = 0; at < fields.length; at += FOUR)
    if (new Set(fields.slice(at, at + FOUR)).size < FOUR) return false;
  return !fields.includes('tag');
}

function byFirst(fields: readonly Field[]): boolean[] {
  const seen = new Set<Field>();
  return fields.map((field, at) => {
    // Several lead units, each with its label.
    const isMore = REPEATABLE.includes(field) && fields[at - 1] === field;
    const begins = at === 0 || (!isMore && seen.has(field));
    const opens = begins || (field === fields[0] && !isMore);
    if (opens) seen.clear();
    seen.add(field);
    return opens;
  });
}
