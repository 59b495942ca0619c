import type { Schema } from '../support/openapi';

/** A body or query that a route has to refuse, and the field it has to name. */
export interface Fault {
  field: string;
  sent: Record<string, unknown>;
}

const NUL = 'a\u0000b';
const HALF_A_CHARACTER = '甲\ud800';
const NO_TEXT = [1, true, {}, ['x'], NUL, HALF_A_CHARACTER, '\u0007', '\ufffe'.repeat(0) + '\udc00乙'];
const NO_NUMBER = ['x', 'NaN', 'Infinity', '１', '0x10', '1e3', true, {}, [], [1], 1e99, -1e99];

const NO_DAY = [1, true, {}, [], '昨天', '2026-02-30', '20260302', '2026-3-1', '0000-00-00', '12026-01-01'];
const NO_MOMENT = [1, {}, [], '现在', '2026-03-01', '2026-03-01T09:00:00', '2026-03-01T25:00:00Z'];
const WRONG: Record<string, (schema: Schema) => unknown[]> = {
  string: ({ format, maxLength, minLength = 0 }) => {
    if (format === 'date') return NO_DAY;
    if (format === 'date-time') return NO_MOMENT;
    const tooShort = minLength > 1 ? ['长'.repeat(minLength - 1)] : [];
    return [...NO_TEXT, ...tooShort, ...(maxLength === undefined ? [] : ['长'.repeat(maxLength + 1)])];
  },
  integer: ({ minimum = 0, maximum = 0 }) => [
    ...NO_NUMBER,
    ...[1.5, '1.5', 2 ** 53, minimum - 1, maximum + 1],
  ],
  number: () => [...NO_NUMBER, 0.000_01],
  boolean: () => ['也许', 'yes', 3, 0, {}, []],
  object: () => ['x', 1, true, []],
  array: ({ items = {}, minItems = 0, maxItems = 0 }) => {
    const one = valueOf(items);
    const tooFew = minItems > 0 ? [Array.from({ length: minItems - 1 }, () => one)] : [];
    const tooMany = Array.from({ length: maxItems + 1 }, (_, at) => distinct(one, at));
    const repeated = items.type === 'object' ? [] : [[one, one]];
    const entries = [null, ...wrongFor({ ...items, nullable: false })].map((entry) => [entry]);
    return ['x', 1, true, {}, { length: 1, 0: one }, ...tooFew, tooMany, ...repeated, ...entries];
  },
};

/** What cannot be a value of this kind, the sort of thing a program or an attacker sends instead. */
export function wrongFor(schema: Schema): unknown[] {
  const empty = schema.nullable ? [] : [null, ...(schema.type === 'array' ? [] : ['', ' '])];
  if (schema.enum) return [...empty, '其他', 7.5, {}, [], [schema.enum[0]]];
  return [...empty, ...WRONG[schema.type ?? '']!(schema)];
}

/** The plainest value a schema allows: with what has to be there, and nothing else. */
export function valueOf(schema: Schema): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.format === 'date') return '2026-03-02';
  if (schema.format === 'date-time') return '2026-03-02T09:00:00+08:00';
  if (schema.type === 'string') return '甲'.repeat(Math.max(1, schema.minLength ?? 1));
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => valueOf(schema.items ?? {}));
  return bodyOf(schema);
}

export function bodyOf({ properties = {}, required = [] }: Schema): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, valueOf(properties[name])]));
}

/** The plainest body, each time with one thing wrong with it. */
export function faultsOf(schema: Schema, path = ''): Fault[] {
  const { properties = {}, required = [] } = schema;
  const plain = bodyOf(schema);
  const missing = required.map((name) => ({ field: path + name, sent: without(plain, name) }));
  const unknown = ['nothing', 'stage', 'id ', '__typename', 'toString', 'hasOwnProperty'].map((name) => ({
    field: path + name,
    sent: { ...plain, [name]: 1 },
  }));
  const wrong = Object.entries(properties).flatMap(([name, part]) => [
    ...wrongFor(part).map((value) => ({ field: path + name, sent: { ...plain, [name]: value } })),
    ...faultsWithin(name, part, path).map(({ field, sent }) => ({
      field,
      sent: { ...plain, [name]: [sent] },
    })),
  ]);
  return [...missing, ...unknown, ...wrong];
}

/** Of a list of parts, whatever can be wrong in one of them. */
function faultsWithin(name: string, { type, items }: Schema, path: string): Fault[] {
  return type === 'array' && items?.type === 'object' ? faultsOf(items, `${path}${name}.0.`) : [];
}

function without(body: Record<string, unknown>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
}

// A list may not repeat itself, and this one is only to be too long.
function distinct(value: unknown, at: number): unknown {
  if (typeof value === 'number') return at + 1;
  return typeof value === 'string' ? `${value}${at}` : value;
}
