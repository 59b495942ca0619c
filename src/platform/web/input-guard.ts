import { isPlainObject } from './checks';
import { Invalid, NotFound } from './errors';

const DEEPEST = 12;
const MOST_ENTRIES = 2000;
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /\u0000|\p{Surrogate}/u;

/**
 * Refuses input that no route wants, whatever way it came (JSON, form, query), before anything walks through it: nesting
 * that would exhaust the stack, masses of entries, keys that reach for prototypes, characters PostgreSQL cannot store.
 */
export function guardInput(input: unknown): void {
  let entries = 0;
  const visit = (value: unknown, field: string, depth: number): void => {
    if (typeof value === 'string') return guardText(value, field);
    if (typeof value !== 'object' || value === null) return;
    if (depth > DEEPEST) refuse(field, 'tooDeep', `内容嵌套过深，最多 ${DEEPEST} 层。`);
    for (const [key, part] of Object.entries(value)) {
      if (++entries > MOST_ENTRIES) refuse(field, 'tooMany', `内容过多，最多 ${MOST_ENTRIES} 项。`);
      const path = field ? `${field}.${key}` : key;
      if (isPlainObject(value)) guardKey(key, field, path);
      visit(part, path, depth + 1);
    }
  };
  visit(input, '', 1);
}

/** A part of the path that cannot be stored names nothing. */
export function guardPath(params: unknown): void {
  for (const part of Object.values(params ?? {})) if (UNSTORABLE.test(String(part))) throw new NotFound();
}

function guardKey(key: string, field: string, path: string): void {
  // class-validator takes `toString` and the like for known fields, and a DTO with such a field breaks later.
  if (key in Object.prototype || key === 'prototype')
    refuse(path, 'forbiddenKey', `不允许的字段名「${key}」。`);
  guardText(key, field);
}

function guardText(text: string, field: string): void {
  if (UNSTORABLE.test(text)) refuse(field, 'unstorable', '内容含有无法保存的字符，请删除后重试。');
}

function refuse(field: string, code: string, message: string): never {
  throw new Invalid([{ field: field.slice(0, 200), code, message }]);
}
