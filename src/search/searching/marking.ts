import { type Phrase, type Token, tokensOf } from '../tokens/tokenizer';

/** A stretch of a text: of what was looked for, or of what stands around it. */
export interface TextPiece {
  readonly text: string;
  readonly hit: boolean;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const BEFORE = 24;
const LENGTH = 96;

/** The whole text with what was found marked. */
export function marked(text: string, phrases: readonly Phrase[]): TextPiece[] {
  return piecesOf(text, spansIn(text, phrases), { from: 0, to: text.length });
}

/** The part of the text where most was found, marked; null where nothing was. */
export function excerpt(text: string, phrases: readonly Phrase[]): TextPiece[] | null {
  const spans = spansIn(text, phrases);
  if (spans.length === 0) return null;
  const best = spans
    .map((span) => ({
      span,
      count: spans.filter(({ from, to }) => from >= span.from && to <= span.from + LENGTH).length,
    }))
    .reduce((most, each) => (each.count > most.count ? each : most));
  const window = windowAround(text, best.span);
  const pieces = piecesOf(text, spans, window);
  const dots = { text: '…', hit: false };
  return [...(window.from > 0 ? [dots] : []), ...pieces, ...(window.to < text.length ? [dots] : [])];
}

/**
 * The same where the words stand as they were typed, without reading the whole text term by term: what is written in
 * another way is not found like this.
 */
export function excerptAsTyped(text: string, phrases: readonly Phrase[]): TextPiece[] | null {
  const small = text.toLowerCase();
  const places = phrases.map((phrase) => small.indexOf(typed(phrase))).filter((at) => at >= 0);
  if (places.length === 0) return null;
  const [from, to] = [Math.min(...places) - AROUND, Math.min(...places) + AROUND];
  const near = text.slice(whole(text, Math.max(0, from)), whole(text, Math.min(text.length, to)));
  const pieces = excerpt(near, phrases);
  const dots = { text: '…', hit: false };
  const cut = (isCut: boolean, piece?: TextPiece) => (isCut && piece?.text !== '…' ? [dots] : []);
  return (
    pieces && [...cut(from > 0, pieces[0]), ...pieces, ...cut(to < text.length, pieces[pieces.length - 1])]
  );
}
const AROUND = 160;

/** The words of a phrase; of terms that overlap, each character once. */
function typed({ terms }: Phrase): string {
  const isPair = (term: string | undefined) => term?.length === 2 && /^\p{Script=Han}/u.test(term);
  return terms.map((term, at) => (isPair(term) && isPair(terms[at + 1]) ? term[0] : term)).join('');
}

/** From the beginning of the sentence where that is near. */
function windowAround(text: string, { from }: Span): Span {
  const earliest = Math.max(0, from - BEFORE);
  const sentence = Math.max(...[...'。；！？\n'].map((sign) => text.lastIndexOf(sign, from - 1))) + 1;
  const start = whole(text, Math.max(earliest, sentence));
  return { from: start, to: whole(text, Math.min(text.length, start + LENGTH + BEFORE)) };
}

/** Not between the two halves of a character. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at);

function spansIn(text: string, phrases: readonly Phrase[]): Span[] {
  const tokens = tokensOf(text);
  const found = phrases.flatMap((phrase) => occurrences(tokens, phrase));
  return merged(found.sort((a, b) => a.from - b.from || a.to - b.to));
}

function occurrences(tokens: readonly Token[], { terms, open }: Phrase): Span[] {
  const last = terms.length - 1;
  const fits = (token: Token | undefined, at: number) =>
    token !== undefined &&
    (open && at === last ? token.text.startsWith(terms[at]) : token.text === terms[at]);
  return tokens.flatMap((token, start) => {
    if (!terms.every((_, at) => fits(tokens[start + at], at))) return [];
    const end = tokens[start + last];
    // Of a pair that only begins as asked for, the second character was not.
    return [{ from: token.from, to: open ? end.from + terms[last].length : end.to }];
  });
}

function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out[out.length - 1];
    if (last && span.from <= last.to)
      out[out.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else out.push(span);
  }
  return out;
}

function piecesOf(text: string, spans: readonly Span[], window: Span): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = window.from;
  const add = (to: number, hit: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), hit });
    at = Math.max(at, to);
  };
  for (const { from, to } of spans.filter((span) => span.from < window.to && span.to > window.from)) {
    add(Math.max(from, window.from), false);
    add(Math.min(to, window.to), true);
  }
  add(window.to, false);
  return pieces;
}
