import type { Weigh } from './likeness';

/** How many of so many cases have each word. */
export interface TermCounts {
  readonly cases: number;
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * The rarer a word, the more it says. Words that every tenth case has say nothing at all: most of them are no words but
 * what everybody writes.
 */
export function weighingBy({ cases, counts }: TermCounts): Weigh {
  const total = Math.max(cases, FEWEST);
  const weightOf = (count: number) =>
    Math.max(0, Math.log((total + 1) / (count + 0.5)) - Math.log(1 / COMMON));
  // Asked for many thousands of words in each comparison.
  const weights = new Map([...counts].map(([term, count]) => [term, weightOf(count)]));
  const rare = weightOf(RARE);
  return (term) => weights.get(term) ?? rare;
}

/** With few cases nothing can be said of how common a word is. */
const FEWEST = 100;
const COMMON = 0.1;
/** Words that are not counted are in one case or two. */
const RARE = 1.5;
