import { ZONE_OFFSET } from '../clock/calendar';
import { type FieldSpec, specsOf } from '../web/field-specs';

type Sent = Readonly<Record<string, unknown>>;
type Dto = new () => object;

/** Rows beyond this are not read: no form shows that many. */
const MOST_ROWS = 200;

/**
 * What a browser sent, in the shape of the DTO. Names are paths (`units.0.unitId`); what the form did not show is left
 * out, rows in which nothing was filled in are dropped. Values stay text: the DTO's own checks read and judge them.
 */
export function readForm(dto: Dto, sent: Sent, path = ''): Record<string, unknown> {
  const read = specsOf(dto).map((spec) => [spec.name, readField(spec, sent, path + spec.name)] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function readField(spec: FieldSpec, sent: Sent, name: string): unknown {
  switch (spec.kind) {
    case 'ids':
    case 'texts':
      return name in sent ? allOf(sent[name]).filter((entry) => entry.trim() !== '') : undefined;
    case 'parts':
      return name in sent || rowsOf(sent, name).length > 0 ? partsOf(spec, sent, name) : undefined;
    case 'part':
      return hasAny(sent, `${name}.`) ? readForm(spec.part!(), sent, `${name}.`) : undefined;
    case 'moment':
      return momentOf(firstOf(sent[name]));
    default:
      return firstOf(sent[name]);
  }
}

function partsOf(spec: FieldSpec, sent: Sent, name: string): object[] {
  return rowsOf(sent, name)
    .map((row) => readForm(spec.part!(), sent, `${name}.${row}.`))
    .filter((part) => Object.values(part).some(isFilled));
}

/** The numbers of the rows that were sent, in their order. */
function rowsOf(sent: Sent, name: string): number[] {
  const row = new RegExp(`^${name.replaceAll('.', '\\.')}\\.(\\d{1,3})\\.`);
  const found = Object.keys(sent).flatMap((key) => row.exec(key)?.[1] ?? []);
  return [...new Set(found.map(Number))].sort((one, other) => one - other).slice(0, MOST_ROWS);
}

const hasAny = (sent: Sent, start: string): boolean => Object.keys(sent).some((key) => key.startsWith(start));
const isFilled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== '');
const allOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String);
const firstOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : allOf(value).at(-1);

/** A browser's `datetime-local` has no zone: it is the office's. */
const momentOf = (value: string | undefined): string | undefined =>
  value && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value)
    ? `${value.length === 16 ? `${value}:00` : value}${ZONE_OFFSET}`
    : value;
