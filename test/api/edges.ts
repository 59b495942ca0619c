import type { Schema } from '../support/openapi';
import type { Known } from './bodies';

type Body = Record<string, unknown>;

/** A body that its schema allows, with one field at the edge of what is allowed. */
export interface Edge {
  field: string;
  sent: Body;
  /** The field refers to something that is not there. */
  absent: boolean;
}

const LARGEST_ID = 2_147_483_647;
const NOBODYS = [999_999, LARGEST_ID];

const isReference = (name: string, { type, maximum }: Schema) =>
  type === 'integer' && maximum === LARGEST_ID && name !== 'version';

/** A body that means something: numbers of what is there, a word for every text, this day for every day. */
export function plausible({ properties = {}, required = [] }: Schema, known: Known): Body {
  return Object.fromEntries(required.map((name) => [name, plainest(name, properties[name], known)]));
}

function plainest(name: string, schema: Schema, known: Known): unknown {
  const [meant] = known[name] ?? [];
  if (schema.type === 'array') {
    const one =
      schema.items?.type === 'object'
        ? plausible(schema.items, known)
        : (meant ?? plainest('', schema.items ?? {}, known));
    return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => one);
  }
  if (meant !== undefined) return meant;
  if (schema.enum) return schema.enum[0];
  if (schema.format) return schema.format === 'date' ? '2026-03-02' : '2026-03-02T09:00:00+08:00';
  if (schema.type === 'boolean') return true;
  return schema.type === 'string' ? '情况属实，请予办理，谢谢。' : (schema.minimum ?? 1);
}

/** The plausible body, each time with another field at another edge. */
export function edgesOf(schema: Schema, known: Known): Edge[] {
  const plain = plausible(schema, known);
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const values = edgeValues(name, part, known);
    return values.map(({ value, absent }) => ({ field: name, sent: { ...plain, [name]: value }, absent }));
  });
}

interface Value {
  value: unknown;
  absent: boolean;
}

const there = (...values: unknown[]): Value[] => values.map((value) => ({ value, absent: false }));

function edgeValues(name: string, schema: Schema, known: Known): Value[] {
  if (isReference(name, schema)) return NOBODYS.map((value) => ({ value, absent: true }));
  if (schema.enum) return there(...schema.enum);
  if (schema.format === 'date')
    return there('0001-01-01', '2026-03-01', '2026-03-03', '2026-06-30', '9999-12-31');
  if (schema.format) return there('0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z');
  if (schema.type === 'array') return edgeLists(name, schema, known);
  if (schema.type === 'string')
    return there('𠮷'.repeat(schema.maxLength ?? 200), '\u200b'.repeat(schema.minLength || 1));
  if (schema.type === 'boolean') return there(true, false);
  return there(schema.minimum ?? -99_999_999_999, schema.maximum ?? 99_999_999_999);
}

function edgeLists(
  name: string,
  { items = {}, minItems = 0, maxItems = 100 }: Schema,
  known: Known,
): Value[] {
  const many = (one: (at: number) => unknown) => Array.from({ length: maxItems }, (_, at) => one(at));
  const fewest = there(...(minItems === 0 ? [[]] : []));
  if (items.type === 'integer') {
    const [meant] = known[name] ?? [1];
    const nobodys = [NOBODYS, [meant, NOBODYS[0]], many((at) => NOBODYS[0] + at)];
    return [...fewest, ...nobodys.map((value) => ({ value, absent: true }))];
  }
  if (items.type === 'string') {
    const longest = (at: number) => String(at).padEnd(items.maxLength ?? 200, '长');
    return [...fewest, ...there(many(longest))];
  }
  const one = plausible(items, known);
  const within = edgesOf(items, known).map(({ sent, absent }) => ({
    value: [...Array(Math.max(0, minItems - 1)).fill(one), sent],
    absent,
  }));
  return [...fewest, ...within, ...there(many(() => one))];
}
