import { asSearched } from './searched-text';

export type HitKind =
  'mobile' | 'landline' | 'identity' | 'bankCard' | 'email' | 'plate' | 'address' | 'name';

/** Something in a text that looks like personal data. */
export interface Hit {
  readonly kind: HitKind;
  readonly text: string;
}

/** Where in the searched text it stands. */
export interface Place extends Hit {
  readonly at: number;
}

// Digits before or after would make it part of something longer, such as a project number.
const alone = (pattern: string): RegExp => new RegExp(`(?<![0-9A-Za-z])(?:${pattern})(?![0-9A-Za-z])`, 'g');

/** Between the groups of a number: nothing, a blank, or one of the dashes people type. */
const GAP = '[-\u2010-\u2015 ]?';
const ROAD = '(?:路|街|道|巷|弄|村|里|社区|小区|花园|公寓|苑)';
const HOUSE = '(?:号|弄|幢|栋|组|单元|室)';

const PATTERNS: readonly [Hit['kind'], RegExp, (text: string) => boolean][] = [
  ['identity', alone(`[1-9]\\d{5}${GAP}\\d{8}${GAP}\\d{3}[0-9Xx]`), isIdentityNumber],
  ['bankCard', alone(`[3-6]\\d{3}(?:${GAP}\\d{4}){3}(?:${GAP}\\d{1,3})?`), passesLuhn],
  ['mobile', alone(`(?:\\+?86${GAP})?1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}`), () => true],
  ['landline', alone(`\\(?0\\d{2,3}\\)?${GAP}\\d{7,8}`), () => true],
  // Without the area code only its label tells a number from a figure.
  ['landline', /(?<=(?:电话|热线|传真|手机|联系方式)[:为是]? ?)\d{7,8}(?!\d)/g, () => true],
  ['email', /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g, () => true],
  [
    'plate',
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}(?![A-Z0-9])/g,
    () => true,
  ],
  ['address', new RegExp(`\\p{Script=Han}{1,4}${ROAD}(?:\\d+(?:-\\d+)*${HOUSE})+`, 'gu'), () => true],
];

/** Everywhere something looks like personal data; what is found in what stands inside another place, too. */
export function placesIn(searched: string): Place[] {
  return PATTERNS.flatMap(([kind, pattern, isOne]) =>
    [...searched.matchAll(pattern)]
      .filter(([text]) => isOne(text.replace(/[^0-9A-Za-z]/g, '')))
      .map(({ 0: text, index: at }) => ({ kind, text, at })),
  );
}

/** Finds what a person has to look at before the text may be published, in the order of the text, each once. */
export const personalDataIn = (text: string): Hit[] => hitsOf(placesIn(asSearched(text)));

/** Each once, in the order of the text. */
export function hitsOf(places: readonly Place[]): Hit[] {
  const hits = new Map<string, Place>();
  for (const place of places) if (!hits.has(place.text)) hits.set(place.text, place);
  return [...hits.values()].sort((a, b) => a.at - b.at).map(({ kind, text }) => ({ kind, text }));
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = '10X98765432';

/** GB 11643: the last sign is a check of the first seventeen. */
export function isIdentityNumber(text: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return text.length === 18 && CHECK_SIGNS[sum % 11] === text[17].toUpperCase();
}

/** ISO/IEC 7812: every second digit from the right counts double. */
export function passesLuhn(text: string): boolean {
  const digits = [...text].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => total + (at % 2 === 0 ? digit : doubled(digit)), 0);
  return sum % 10 === 0;
}

const doubled = (digit: number): number => (digit > 4 ? digit * 2 - 9 : digit * 2);
