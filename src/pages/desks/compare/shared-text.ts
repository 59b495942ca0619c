/** A run of a text that also stands in another, or does not. */
export interface Run {
  readonly text: string;
  readonly shared: boolean;
}

/** Characters in a row that make it no accident. */
const LENGTH = 5;

/**
 * The text in runs that also stand in one of the others, wherever they stand there, and runs that are its own. Marks and
 * blanks count for nothing. In time that grows with the length of the texts alone, however different they are.
 */
export function runsOf(text: string, others: readonly string[]): Run[] {
  const known = new Set(others.flatMap((other) => gramsOf(lettersOf(other).map(({ letter }) => letter))));
  const letters = lettersOf(text);
  const shared = new Set<number>();
  gramsOf(letters.map(({ letter }) => letter)).forEach((gram, start) => {
    if (!known.has(gram)) return;
    for (let at = start; at < start + LENGTH; at += 1) shared.add(letters[at].at);
  });
  return joined(
    [...text].map((sign, at) => ({ sign, at })),
    letters,
    shared,
  );
}

/** What share of its letters also stands in the others, in percent. */
export function sharedPercent(runs: readonly Run[]): number {
  const count = (some: readonly Run[]) => lettersOf(some.map(({ text }) => text).join('')).length;
  const all = count(runs);
  return all === 0 ? 0 : Math.round((count(runs.filter(({ shared }) => shared)) / all) * 100);
}

interface Letter {
  readonly letter: string;
  readonly at: number;
}

const lettersOf = (text: string): Letter[] =>
  [...text].flatMap((letter, at) => (/[\p{L}\p{N}]/u.test(letter) ? [{ letter, at }] : []));

const gramsOf = (letters: readonly string[]): string[] =>
  letters
    .slice(0, Math.max(0, letters.length - LENGTH + 1))
    .map((_, at) => letters.slice(at, at + LENGTH).join(''));

/** A mark between letters goes with the letter before it. */
function joined(
  signs: readonly { sign: string; at: number }[],
  letters: readonly Letter[],
  shared: ReadonlySet<number>,
): Run[] {
  const isLetter = new Set(letters.map(({ at }) => at));
  const runs: { text: string; shared: boolean }[] = [];
  for (const { sign, at } of signs) {
    const last = runs.at(-1);
    const isShared = isLetter.has(at) ? shared.has(at) : (last?.shared ?? true);
    if (last?.shared === isShared) last.text += sign;
    else runs.push({ text: sign, shared: isShared });
  }
  return runs;
}
