import { applyDecorators } from '@nestjs/common';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { momentFrom } from '../clock/calendar';
import * as checks from './checks';
import type { Check, Range } from './checks';
import { ApiProperty } from './documentation';
import { type FieldSpec, specified } from './field-specs';
import { ValidateBy, ValidateIf, ValidateNested } from './validator';

// A DTO field is declared once: its check, its Chinese message and its place in the API document come from one word.

interface Optional {
  optional?: boolean;
}
type Dto = new () => object;
type Reading = (value: unknown) => unknown;

const ID = { type: 'integer', minimum: 1, maximum: checks.LARGEST_ID } as const;
const LONGEST_LIST = 100;

/** Text without blanks at its ends. An optional text left blank becomes null: cleared. */
export function Text(label: string, options: Range & Optional & { lines?: boolean } = {}) {
  const { min = 1, max = 200, optional } = options;
  const name = named(label);
  const list = [checks.present(name), ...checks.textChecks(name, options)];
  const api = { description: label, type: String, minLength: optional ? 0 : min, maxLength: max };
  const spec = { label, kind: 'text', optional, min, max, lines: options.lines } as const;
  return applyDecorators(field(list, options, tidyText, api), specified(spec));
}

export function WholeNumber(label: string, options: Range & Optional = {}) {
  const name = named(label);
  const list = [checks.present(name), ...checks.numberChecks(name, options)];
  const { min = 0, max = checks.LARGEST_ID, optional } = options;
  const api = { description: label, type: 'integer', minimum: min, maximum: max };
  const spec = { label, kind: 'number', optional, min, max } as const;
  return applyDecorators(field(list, options, tidyNumber, api), specified(spec));
}

/** A figure with at most four decimals. */
export function Amount(label: string, options: Range & Optional = {}) {
  const name = named(label);
  const list = [checks.present(name), ...checks.amountChecks(name, options)];
  const api = { description: label, type: Number, minimum: options.min, maximum: options.max };
  const spec = { label, kind: 'amount', ...options } as const;
  return applyDecorators(field(list, options, tidyNumber, api), specified(spec));
}

/** The number of a row elsewhere. */
export function Id(label: string, options: Optional = {}) {
  const name = named(label);
  const list = [checks.chosen(name), checks.idCheck(name)];
  const api = { description: label, ...ID };
  return applyDecorators(field(list, options, tidyNumber, api), specified({ label, kind: 'id', ...options }));
}

/** `YYYY-MM-DD` in the office's zone. */
export function Day(label: string, options: Optional = {}) {
  const name = named(label);
  const api = { description: label, type: String, format: 'date', example: '2026-03-01' };
  const list = [checks.present(name), checks.dayCheck(name)];
  return applyDecorators(field(list, options, tidyText, api), specified({ label, kind: 'day', ...options }));
}

/** An instant with its zone, turned into the stored form. */
export function Moment(label: string, options: Optional = {}) {
  const name = named(label);
  const api = { description: label, type: String, format: 'date-time', example: '2026-03-01T09:00:00+08:00' };
  const read = (value: unknown) => momentFrom(value) ?? tidyText(value);
  const list = [checks.present(name), checks.momentCheck(name)];
  return applyDecorators(field(list, options, read, api), specified({ label, kind: 'moment', ...options }));
}

interface ChoiceOptions extends Optional {
  /** What people read, by the choice's name. */
  words?: Readonly<Record<string, string>>;
}

export function Choice(label: string, choices: readonly (string | number)[], options: ChoiceOptions = {}) {
  const name = named(label);
  const api = { description: label, enum: [...choices] };
  const read = (value: unknown) => choices.find((choice) => String(choice) === tidyText(value)) ?? value;
  const list = [checks.chosen(name), checks.choiceCheck(name, choices, options.words)];
  return applyDecorators(
    field(list, options, read, api),
    specified({ label, kind: 'choice', choices, ...options }),
  );
}

export function Flag(label: string, options: Optional = {}) {
  const name = named(label);
  const api = { description: label, type: Boolean };
  const list = [checks.chosen(name), checks.flagCheck(name)];
  return applyDecorators(field(list, options, tidyFlag, api), specified({ label, kind: 'flag', ...options }));
}

interface ListOptions extends Range, Optional {
  textMax?: number;
  lines?: boolean;
}

/** A list of ids, of texts (of one line unless said otherwise) or of parts; ids and texts may not repeat. */
export function ListOf(label: string, entry: 'id' | 'text' | (() => Dto), options: ListOptions = {}) {
  const name = named(label);
  const { min = options.optional ? 0 : 1, max = LONGEST_LIST } = options;
  const list = [checks.present(name), ...checks.listChecks(name, { min, max })];
  const api = { description: label, isArray: true, minItems: min, maxItems: max };
  const { optional, lines, textMax } = options;
  const kinds = { id: 'ids', text: 'texts' } as const;
  const spec: Omit<FieldSpec, 'name' | 'optional'> =
    typeof entry === 'function'
      ? { label, kind: 'parts', part: entry, max }
      : { label, kind: kinds[entry], max, textMax, lines };
  const declared =
    typeof entry === 'function'
      ? listOfParts(name, entry, options, list, api)
      : listOfPlain(name, entry, options, list, api);
  return applyDecorators(declared, specified({ ...spec, min, optional }));
}

function listOfParts(name: string, entry: () => Dto, options: ListOptions, list: Check[], api: object) {
  const each = checks.eachOf([checks.partCheck(`${name}的每一项`)]);
  // A function of its own, named `type`: by that name Swagger knows a type that is to be looked up later.
  const lazy = { ...api, type: () => entry() };
  return applyDecorators(field([...list, ...each], options, asIs, lazy), ValidateNested(), Type(entry));
}

function listOfPlain(name: string, entry: 'id' | 'text', options: ListOptions, list: Check[], api: object) {
  const { textMax = 200, lines } = options;
  const ofText = () => checks.textChecks(`${name}的每一项`, { max: textMax, lines });
  const each = checks.eachOf(entry === 'id' ? [checks.idCheck(name)] : ofText());
  const tidy = entry === 'id' ? tidyNumber : tidyText;
  const read = (value: unknown) => (Array.isArray(value) ? value.map(tidy) : value);
  const items = entry === 'id' ? ID : { type: 'string', minLength: 1, maxLength: textMax };
  const described = { ...api, type: 'array', uniqueItems: true, items };
  return field([...list, ...each, checks.distinctCheck(name)], options, read, described);
}

/** Another DTO inside this one. */
export function Part(label: string, part: () => Dto, options: Optional = {}) {
  const name = named(label);
  const list = [checks.present(name), checks.partCheck(name)];
  return applyDecorators(
    field(list, options, asIs, { description: label, type: () => part() }),
    ValidateNested(),
    Type(part),
    specified({ label, kind: 'part', part, ...options }),
  );
}

const named = (label: string) => `「${label}」`;

function field(list: Check[], { optional = false }: Optional, read: Reading, api: object): PropertyDecorator {
  const applies = (_: object, value: unknown) => !optional || (value !== undefined && value !== null);
  return applyDecorators(
    ApiProperty({
      ...api,
      required: !optional,
      ...(optional ? { nullable: true } : {}),
    } as ApiPropertyOptions),
    Transform(({ value }) => (optional && isBlank(value) ? null : read(value))),
    ValidateIf(applies),
    ...list.map((_, at) => onlyCheck(list, at)),
  );
}

// class-validator runs every check; each therefore passes unless it is the first to fail, so that one fault is named.
function onlyCheck(list: Check[], at: number): PropertyDecorator {
  const { code, message } = list[at];
  const firstFailing = (value: unknown) => list.findIndex((check) => !check.passes(value));
  return ValidateBy({
    name: code,
    validator: {
      validate: (value) => firstFailing(value) !== at,
      defaultMessage: (args) => message(args?.value),
    },
  });
}

const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';
const asIs: Reading = (value) => value;
const tidyText: Reading = (value) =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : value;
// Query strings and forms have text only; a JSON body may hold the number itself.
const tidyNumber: Reading = (value) =>
  typeof value === 'string' && /^\s*-?\d{1,15}(\.\d+)?\s*$/.test(value) ? Number(value) : value;
const tidyFlag: Reading = (value) => (value === 'true' ? true : value === 'false' ? false : value);
