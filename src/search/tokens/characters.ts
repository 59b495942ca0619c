import traditional from 'opencc-js/dict/TSCharacters';

/** Of several simplified forms the first is taken: index and query do the same, so that is all that matters. */
const SIMPLIFIED = new Map(
  traditional.split('|').map((pair) => [pair.slice(0, pair.indexOf(' ')), firstOf(pair)] as const),
);

function firstOf(pair: string): string {
  const [point] = pair.slice(pair.indexOf(' ') + 1);
  return point;
}

/** What a character is to the search: one that makes words by itself, part of a word or number, or a gap. */
export type Sort = 'han' | 'letter' | 'digit' | 'gap';

const LETTER = /^[\p{L}\p{M}]$/u;
const DIGIT = /^\p{Nd}$/u;

function sortOf(character: string): Sort {
  const code = character.codePointAt(0) ?? 0;
  if (isHan(code)) return 'han';
  if (code < 128) return code < 48 || code > 122 ? 'gap' : asciiSortOf(code);
  if (DIGIT.test(character)) return 'digit';
  return LETTER.test(character) ? 'letter' : 'gap';
}

function asciiSortOf(code: number): Sort {
  if (code <= 57) return 'digit';
  return (code >= 65 && code <= 90) || code >= 97 ? 'letter' : 'gap';
}

const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  code === 0x3007 ||
  (code >= 0x20000 && code <= 0x323af);

/** Full-width forms become plain ones, capitals small, traditional characters simplified ones. */
function foldedCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return character.toLowerCase();
  const plain = isHan(code) ? character : character.normalize('NFKC').toLowerCase();
  return SIMPLIFIED.get(plain) ?? plain;
}

/** What a character becomes, each part with its sort. Texts are long and their characters few: each is worked out once. */
export interface Folded {
  readonly text: string;
  readonly sort: Sort;
}

const known = new Map<string, readonly Folded[]>();
const MOST_KNOWN = 30_000;

export function foldedParts(character: string): readonly Folded[] {
  const parts = known.get(character);
  if (parts) return parts;
  // One sign may stand for several, as ㎡ does for m2.
  const found = Array.from(foldedCharacter(character), (text) => ({ text, sort: sortOf(text) }));
  if (known.size < MOST_KNOWN) known.set(character, found);
  return found;
}
