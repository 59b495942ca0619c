/** What a field of a DTO takes, as a form or a document needs to know it. Declared by the decorators of fields.ts. */
export interface FieldSpec {
  readonly name: string;
  /** In the reader's language, without quotation marks. */
  readonly label: string;
  readonly kind:
    | 'text'
    | 'number'
    | 'amount'
    | 'id'
    | 'day'
    | 'moment'
    | 'choice'
    | 'flag'
    | 'ids'
    | 'texts'
    | 'parts'
    | 'part';
  readonly optional: boolean;
  readonly min?: number;
  readonly max?: number;
  /** The longest entry of a list of texts. */
  readonly textMax?: number;
  /** A text that may have several lines. */
  readonly lines?: boolean;
  readonly choices?: readonly (string | number)[];
  /** What people read instead of the choice's name. */
  readonly words?: Readonly<Record<string, string>>;
  /** The DTO of a part, or of each entry of a list of parts. */
  readonly part?: () => new () => object;
}

const SPECS = new WeakMap<object, FieldSpec[]>();

/** Remembers what a decorator said of a property. */
export const specified =
  (spec: Omit<FieldSpec, 'name' | 'optional'> & { optional?: boolean }): PropertyDecorator =>
  (prototype, name) => {
    const own = SPECS.get(prototype) ?? [];
    SPECS.set(prototype, [...own, { ...spec, optional: spec.optional ?? false, name: String(name) }]);
  };

/** The fields of a DTO in the order of their declaration, those of the class it extends first. */
export function specsOf(dto: new () => object): FieldSpec[] {
  const found = new Map<string, FieldSpec>();
  for (const prototype of chainOf(dto.prototype as object)) {
    for (const spec of SPECS.get(prototype) ?? []) found.set(spec.name, spec);
  }
  return [...found.values()];
}

function chainOf(prototype: object): object[] {
  const above = Object.getPrototypeOf(prototype) as object | null;
  return above === null || above === Object.prototype ? [prototype] : [...chainOf(above), prototype];
}
