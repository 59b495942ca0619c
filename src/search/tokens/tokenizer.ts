import { foldedSigns, type Sign } from './folding';
import { withDigits } from './numerals';

/** Whoever changes what a token is raises this: every case is then read into the index anew. */
export const TOKENIZER = 1;

const LONGEST = 40;

/** A term of the index, with where it stands in the text as written. */
export interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A stretch without a gap inside: only Chinese characters, or one word, or one number. */
interface Run {
  readonly signs: readonly Sign[];
  readonly isHan: boolean;
}

/**
 * The terms of a text in their order. Each Chinese character begins exactly one: with the character after it, or alone
 * at the end of a run. So a word of two characters is one term, a longer one some terms in a row, and a single
 * character is found as the beginning of terms. A word in letters and a number are one term each.
 */
export function tokensOf(text: string): Token[] {
  return runsIn(text).flatMap(({ signs, isHan }) => (isHan ? pairsOf(signs) : [whole(signs)]));
}

/** The same as the databases are given it. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const { signs, isHan } of runsIn(text)) {
    if (!isHan) terms.push(whole(signs).text);
    else
      for (let at = 0; at < signs.length; at += 1) terms.push(signs[at].text + (signs[at + 1]?.text ?? ''));
  }
  return terms;
}

/** A stretch of a query as a row of terms; `open` when the last is only how a term begins. */
export interface Phrase {
  readonly terms: readonly string[];
  readonly open: boolean;
}

/** What has to stand in a row for a text to contain the words: null when there is nothing in them to look for. */
export function phraseOf(words: string): Phrase | null {
  const runs = runsIn(words);
  const last = runs.pop();
  if (!last) return null;
  const before = runs.flatMap(({ signs, isHan }) => (isHan ? pairsOf(signs) : [whole(signs)]));
  // The text may go on where the query ends: the last character alone says how the next term begins.
  const open = last.isHan && last.signs.length === 1;
  const end = last.isHan && !open ? pairsOf(last.signs).slice(0, -1) : [whole(last.signs)];
  return { terms: [...before, ...end].map((token) => token.text), open };
}

function runsIn(text: string): Run[] {
  const runs: Run[] = [];
  let signs: Sign[] = [];
  const end = () => {
    if (signs.length > 0) runs.push({ signs, isHan: signs[0].sort === 'han' });
    signs = [];
  };
  const all = withDigits(foldedSigns(text));
  for (let at = 0; at < all.length; at += 1) {
    const sign = all[at];
    if (sign.sort === 'gap') {
      // 1,200 is one number.
      if (!isThousands(all, at)) end();
    } else {
      if (signs.length > 0 && (signs[0].sort === 'han') !== (sign.sort === 'han')) end();
      signs.push(sign);
    }
  }
  end();
  return runs;
}

const isThousands = (signs: readonly Sign[], at: number): boolean =>
  signs[at].text === ',' &&
  signs[at - 1]?.sort === 'digit' &&
  [1, 2, 3].every((more) => signs[at + more]?.sort === 'digit') &&
  signs[at + 4]?.sort !== 'digit';

const pairsOf = (signs: readonly Sign[]): Token[] =>
  signs.map((sign, at) => {
    const next = signs[at + 1];
    return { text: sign.text + (next?.text ?? ''), from: sign.from, to: (next ?? sign).to };
  });

function whole(signs: readonly Sign[]): Token {
  const text = signs
    .slice(0, LONGEST)
    .map((sign) => sign.text)
    .join('');
  return { text, from: signs[0].from, to: signs[signs.length - 1].to };
}
