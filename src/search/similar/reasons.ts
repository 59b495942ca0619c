import { overlap, type Weigh } from './likeness';
import { bare, type Proposed, wordsOf } from './profile';

/** Two recommendations that ask for the same. */
export interface SharedRecommendation {
  readonly mine: string;
  readonly theirs: string;
}

const LEAST_LIKE = 0.45;
const MOST_WORDS = 6;

/** Words that stand in both subjects, the longest first. */
export function sharedWords(mine: string, theirs: string): string[] {
  const [a, b] = [bare(mine), bare(theirs)];
  const found: string[] = [];
  for (let from = 0; from < a.length; from += 1) {
    let to = from;
    while (to < a.length && /[\p{L}\p{N}]/u.test(a[to]) && b.includes(a.slice(from, to + 1))) to += 1;
    if (to - from > 1) found.push(a.slice(from, to));
    from = Math.max(from, to - 1);
  }
  return [...new Set(found)].sort((one, other) => other.length - one.length).slice(0, MOST_WORDS);
}

/** For each of mine the one of theirs that asks for the same. */
export function sharedRecommendations(
  mine: Proposed,
  theirs: Proposed,
  weigh: Weigh,
): SharedRecommendation[] {
  return mine.recommendations.flatMap((one) => {
    const terms = wordsOf(one);
    const [best] = theirs.recommendations
      .map((other) => ({ other, like: overlap(terms, wordsOf(other), weigh) }))
      .sort((a, b) => b.like - a.like);
    return best && best.like >= LEAST_LIKE ? [{ mine: one, theirs: best.other }] : [];
  });
}

/** Numbers of earlier cases that a text refers to: 第12号提案. */
export function citedIn({ subject, body, recommendations }: Proposed): Set<string> {
  const text = [subject, body, ...recommendations].join('\n');
  return new Set([...text.matchAll(/第\s*(\d{1,5})\s*号(?:提案|案|建议)/g)].map(([, number]) => number));
}
