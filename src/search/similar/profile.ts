import { termsOf } from '../tokens/tokenizer';

/** A text that may be like another, as it was written. */
export interface Proposed {
  readonly subject: string;
  /** Situation and analysis. */
  readonly body: string;
  readonly recommendations: readonly string[];
}

/** The words of a text that can be shared with another. */
export interface Profile {
  readonly subject: ReadonlySet<string>;
  readonly body: ReadonlySet<string>;
  readonly recommendations: readonly ReadonlySet<string>[];
}

// What subjects of proposals are made of, whatever they are about.
const FRAME = /^关于|的(几点)?(建议|提案|意见)$|进一步|切实|我市|全市|温岭市?/g;

export function profileOf({ subject, body, recommendations }: Proposed): Profile {
  return {
    subject: wordsOf(bare(subject)),
    body: wordsOf(body),
    recommendations: recommendations.map(wordsOf),
  };
}

/** A subject without what all subjects say. */
export const bare = (subject: string): string => subject.trim().replaceAll(FRAME, ' ');

/** Pairs of characters, and words in letters: single characters and numbers make nothing alike. */
export const wordsOf = (text: string): Set<string> =>
  new Set(termsOf(text).filter((term) => term.length > 1 && !/^\p{Nd}+$/u.test(term)));
