import fc from 'fast-check';
import type { Schema } from '../support/openapi';
import { wrongFor } from './wrong-values';

type Body = Record<string, unknown>;
/** Numbers and codes that mean something, by the names of the fields that take them. */
export type Known = Record<string, readonly unknown[]>;

// What people write, and what attackers write.
const TEXTS = [
  ...[
    '情况属实。',
    '社会',
    'sector',
    '分管副市长',
    '市交通运输局',
    '温交提〔2026〕1号',
    'e\u0301',
    '𠮷',
    '👨‍👩‍👧‍👦',
  ],
  ...[
    "'; DROP TABLE proposal; --",
    '<script>alert(1)</script>',
    '${process.env}',
    '%s%n',
    '../../etc/passwd',
  ],
  ...['=HYPERLINK("http://x")', '\u202egpj.exe', '\u200b\u200b', '__proto__', 'NULL', '330203198001011234'],
];
const DAYS = [
  '2026-03-02',
  '2026-03-01',
  '2026-03-20',
  '2026-05-30',
  '2026-12-31',
  '2028-02-29',
  '0001-01-01',
  '9999-12-31',
];
const MOMENTS = [
  '2026-03-02T09:00:00+08:00',
  '2026-03-04T09:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
];

const KINDS: Record<string, (schema: Schema, known: Known) => fc.Arbitrary<unknown>> = {
  string: ({ format, minLength = 0, maxLength = 200 }) => {
    if (format === 'date') return fc.constantFrom(...DAYS);
    if (format === 'date-time') return fc.constantFrom(...MOMENTS);
    // How long it may get at most is for the edges; thousands of such texts would only take time.
    const long = Math.min(maxLength, 500);
    const longest = fc.constantFrom('长'.repeat(long), '𠮷'.repeat(long), '行\n'.repeat(long / 2));
    const written = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 30) });
    return mostly(fc.constantFrom(...TEXTS), fc.oneof(written, longest));
  },
  integer: ({ minimum = 1, maximum = 30 }) =>
    fc.oneof(fc.integer({ min: minimum, max: Math.min(maximum, minimum + 30) }), fc.constantFrom(maximum)),
  number: ({ minimum = -1e9, maximum = 1e9 }) => fc.constantFrom(minimum, 0, 0.0001, 12.5, maximum),
  boolean: () => fc.boolean(),
  array: ({ items = {}, minItems = 0, maxItems = 100 }, known) => {
    const length = { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) };
    return fc.uniqueArray(valuesOf(items, known), { ...length, selector: (each) => JSON.stringify(each) });
  },
  object: (schema, known) => validBodies(schema, known),
};

const mostly = <T>(usual: fc.Arbitrary<T>, unusual: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: usual }, unusual);

function valuesOf(schema: Schema, known: Known, meant: readonly unknown[] = []): fc.Arbitrary<unknown> {
  if (schema.type === 'array' && schema.items?.type !== 'object' && meant.length > 0)
    return fc.uniqueArray(mostly(fc.constantFrom(...meant), valuesOf(schema.items ?? {}, known)), {
      minLength: schema.minItems,
      maxLength: Math.min(schema.maxItems ?? 100, 4),
    });
  const any = schema.enum
    ? fc.constantFrom<unknown>(...schema.enum)
    : KINDS[schema.type ?? '']!(schema, known);
  const values = meant.length > 0 ? mostly(fc.constantFrom(...meant), any) : any;
  return schema.nullable ? mostly(values, fc.constant(null)) : values;
}

/** Bodies that a schema allows, whatever they may mean. */
export function validBodies({ properties = {}, required = [] }: Schema, known: Known): fc.Arbitrary<Body> {
  const fields = Object.entries(properties).map(([name, part]) => [name, valuesOf(part, known, known[name])]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: required });
}

/** The same with something wrong in them, as far as anything can be. */
export function wrongBodies(schema: Schema, known: Known): fc.Arbitrary<Body> {
  const anything = fc
    .anything({ maxDepth: 3, withNullPrototype: false })
    .filter((value) => value !== undefined);
  const wrong = Object.entries(schema.properties ?? {}).map(([name, part]) =>
    fc.oneof(fc.constantFrom(...wrongFor(part)), anything).map((value) => ({ [name]: value })),
  );
  const names = fc.constantFrom('__proto__', 'constructor', 'stage', 'id', 'nothing');
  const unknown = fc.dictionary(names, anything, { minKeys: 1, maxKeys: 2 });
  return fc
    .tuple(validBodies(schema, known), fc.oneof(unknown, ...wrong))
    .map(([body, more]) => ({ ...body, ...more }));
}
