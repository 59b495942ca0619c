import { type Phrase, phraseOf } from '../tokens/tokenizer';

/** Words that the search has looked for, each of which a case has to contain. */
export interface Asked {
  readonly phrases: readonly Phrase[];
  /** What the searcher should know of how the query was read, in their language. */
  readonly hint: string | null;
}

const MOST_PHRASES = 12;
const MOST_CHARACTERS = 500;

/**
 * Reads what somebody typed. Blanks part words, quotation marks keep them together; whatever else is no letter, digit or
 * Chinese character means nothing, so that no query can be wrong.
 */
export function askedIn(...typed: (string | null | undefined)[]): Asked {
  const text = typed.map((each) => (each ?? '').slice(0, MOST_CHARACTERS + 1)).join(' ');
  const phrases = distinct(wordsIn(text.slice(0, MOST_CHARACTERS)).flatMap((words) => phraseOf(words) ?? []));
  const isCut = text.length > MOST_CHARACTERS || phrases.length > MOST_PHRASES;
  return { phrases: phrases.slice(0, MOST_PHRASES), hint: hintOf(text, phrases, isCut) };
}

/** The same words without their order: each pair of neighbours for itself, for when they stand nowhere in a row. */
export function loosely({ phrases }: Asked): Phrase[] {
  const single = phrases.flatMap(({ terms, open }) =>
    terms.map((term, at) => ({ terms: [term], open: open && at === terms.length - 1 })),
  );
  return distinct(single.filter(({ terms: [term], open }) => term.length > 1 || open)).slice(0, MOST_TERMS);
}
const MOST_TERMS = 24;

const QUOTED = /"([^"]*)"|“([^”]*)”|「([^」]*)」|[^\s"“”「」]+/gu;

function wordsIn(text: string): string[] {
  return [...text.matchAll(QUOTED)].map(
    ([all, ...inside]) => inside.find((each) => each !== undefined) ?? all,
  );
}

function distinct(phrases: readonly Phrase[]): Phrase[] {
  const known = new Map(phrases.map((phrase) => [JSON.stringify(phrase), phrase]));
  return [...known.values()];
}

function hintOf(text: string, phrases: readonly Phrase[], isCut: boolean): string | null {
  if (text.trim() === '') return null;
  if (phrases.length === 0) return '检索词里没有可供检索的汉字、字母或数字，请换一个词，如“停车”。';
  if (!isCut) return null;
  return `检索词太长，只用了前 ${MOST_CHARACTERS} 个字符里的前 ${MOST_PHRASES} 个词；请只写关键的词。`;
}
