import { isDay, momentFrom } from '../clock/calendar';

/** One thing that can be wrong with a value. Checks run in order; the first that fails is reported. */
export interface Check {
  code: string;
  message: (value: unknown) => string;
  passes: (value: unknown) => boolean;
}

export interface Range {
  min?: number;
  max?: number;
}

/** The largest number both databases keep in an integer column. */
export const LARGEST_ID = 2_147_483_647;
const AMOUNT_LIMIT = 99_999_999_999;

// Lone surrogates and NUL cannot be stored on PostgreSQL; the other controls only ever come from broken copies.
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** Characters as a reader counts them: 𠮷 is one. */
export const lengthOf = (text: string): number => Array.from(text).length;

const check = (
  code: string,
  message: string | ((value: unknown) => string),
  passes: (value: unknown) => boolean,
): Check => ({ code, message: typeof message === 'string' ? () => message : message, passes });

const isMissing = (value: unknown) => value === undefined || value === null || value === '';

export const present = (name: string) =>
  check('required', `${name}不能为空，请填写。`, (value) => !isMissing(value));

export const chosen = (name: string) =>
  check('required', `${name}不能为空，请选择。`, (value) => !isMissing(value));

export function textChecks(
  name: string,
  { min = 1, max = 200, lines = false }: Range & { lines?: boolean },
): Check[] {
  const lengthIs = (test: (length: number) => boolean) => (value: unknown) => test(lengthOf(value as string));
  const counted = (limit: string) => (value: unknown) =>
    `${name}${limit}，现有 ${lengthOf(value as string)} 个。`;
  return [
    check('wrongType', `${name}应当是文字。`, (value) => typeof value === 'string'),
    check(
      'unstorable',
      `${name}含有无法保存的字符，请删除后重试。`,
      (value) => !UNSTORABLE.test(value as string),
    ),
    check(
      'tooManyLines',
      `${name}只能写一行。`,
      (value) => lines || !/[\n\u2028\u2029]/.test(value as string),
    ),
    check(
      'tooLong',
      counted(`最多 ${max} 个字`),
      lengthIs((length) => length <= max),
    ),
    check(
      'tooShort',
      counted(`最少 ${min} 个字`),
      lengthIs((length) => length >= min),
    ),
  ];
}

export function numberChecks(name: string, { min = 0, max = LARGEST_ID }: Range): Check[] {
  const range = `${name}应在 ${min} 到 ${max} 之间。`;
  return [
    check('wrongType', `${name}应当是整数。`, Number.isSafeInteger),
    check('outOfRange', range, (value) => (value as number) >= min && (value as number) <= max),
  ];
}

export function amountChecks(name: string, { min = -AMOUNT_LIMIT, max = AMOUNT_LIMIT }: Range): Check[] {
  const range = `${name}应在 ${min} 到 ${max} 之间。`;
  const decimals = /^-?\d+(\.\d{1,4})?$/;
  return [
    check('wrongType', `${name}应当是数字。`, Number.isFinite),
    check('outOfRange', range, (value) => (value as number) >= min && (value as number) <= max),
    check('tooPrecise', `${name}最多保留 4 位小数。`, (value) => decimals.test(String(value))),
  ];
}

export const idCheck = (name: string) =>
  check('wrongType', `${name}应当是编号（正整数）。`, (value) => isId(value));

export const dayCheck = (name: string) =>
  check('wrongType', `${name}应当是日期，如 2026-03-01。`, (value) => isDay(value));

export const momentCheck = (name: string) =>
  check(
    'wrongType',
    `${name}应当是带时区的时刻，如 2026-03-01T09:00:00+08:00。`,
    (value) => !!momentFrom(value),
  );

export const choiceCheck = (
  name: string,
  choices: readonly (string | number)[],
  words: Readonly<Record<string, string>> = {},
) => {
  // A program has to send the name, a person reads the word.
  const shown = choices.map((choice) => (words[choice] ? `${choice}（${words[choice]}）` : choice));
  return check('unknownChoice', `${name}应为下列之一：${shown.join('、')}。`, (value) =>
    choices.includes(value as string | number),
  );
};

export const flagCheck = (name: string) =>
  check('wrongType', `${name}应当是“是”或“否”（true 或 false）。`, (value) => typeof value === 'boolean');

export const partCheck = (name: string) => check('wrongType', `${name}应当是一组内容。`, isPlainObject);

export function listChecks(name: string, { min = 0, max = 100 }: Range): Check[] {
  const length = (value: unknown) => (value as unknown[]).length;
  return [
    check('wrongType', `${name}应当是列表。`, Array.isArray),
    check(
      'tooMany',
      (value) => `${name}最多 ${max} 项，现有 ${length(value)} 项。`,
      (value) => length(value) <= max,
    ),
    check(
      'tooFew',
      (value) => `${name}至少 ${min} 项，现有 ${length(value)} 项。`,
      (value) => length(value) >= min,
    ),
  ];
}

/** The same checks for each entry of a list that has passed as a list. */
export const eachOf = (checks: Check[]): Check[] =>
  checks.map(({ code, message, passes }) => {
    const failing = (value: unknown) => (value as unknown[]).find((entry) => !passes(entry));
    return check(
      code,
      (value) => message(failing(value)),
      (value) => (value as unknown[]).every(passes),
    );
  });

export const distinctCheck = (name: string) =>
  check(
    'repeated',
    `${name}中有重复的内容。`,
    (value) => new Set(value as unknown[]).size === (value as unknown[]).length,
  );

export const isId = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= LARGEST_ID;

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
