import type { Profile } from './profile';

/** How much it says that two texts share a word: little for one that many have. */
export type Weigh = (term: string) => number;

/** How like two texts are, in parts that can be looked at. Each from 0 to 1, the score from 0 to 100. */
export interface Likeness {
  readonly subject: number;
  readonly recommendations: number;
  readonly body: number;
  readonly score: number;
}

/** From this on two proposals are shown as like each other; measured by test/search/likeness.spec.ts. */
export const SHOWN_FROM = 38;

// What each part can bring at most. Parts add up like chances: any of them may be enough, none is needed.
const MOST = { subject: 0.62, recommendations: 0.82, body: 0.5 };

export function likenessOf(a: Profile, b: Profile, weigh: Weigh): Likeness {
  const subject = overlap(a.subject, b.subject, weigh);
  const recommendations = sharedRecommendations(a, b, weigh);
  const body = overlap(a.body, b.body, weigh);
  // Who writes about the same field uses the same words; it counts in full where the same is asked for, too.
  const isSaid = [a, b].every((each) => each.body.size > 0 && each.recommendations.length > 0);
  const borne = isSaid ? Math.min(1, 0.4 + 2 * recommendations) : 1;
  const subjectBorne = isSaid ? Math.min(1, 0.5 + recommendations + body) : 1;
  const unlike =
    (1 - MOST.subject * subject * subjectBorne) *
    (1 - MOST.recommendations * recommendations) *
    (1 - MOST.body * body * borne);
  return { subject, recommendations, body, score: Math.round(100 * (1 - unlike)) };
}

/** The share of the smaller text that is in the other, and of both that is in both, in the middle. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: Weigh): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const term of small) if (large.has(term)) shared += weigh(term);
  if (shared === 0) return 0;
  const [ofSmall, ofLarge] = [sumOf(small, weigh), sumOf(large, weigh)];
  return (shared / Math.min(ofSmall, ofLarge) + (2 * shared) / (ofSmall + ofLarge)) / 2;
}

/** Of the proposal with fewer words in its recommendations: how much of them the other asks for, too. */
function sharedRecommendations(a: Profile, b: Profile, weigh: Weigh): number {
  const weights = [a, b].map(({ recommendations }) => recommendations.map((each) => sumOf(each, weigh)));
  const totals = weights.map((each) => each.reduce((sum, one) => sum + one, 0));
  const [from, to, own] = totals[0] <= totals[1] ? [a, b, weights[0]] : [b, a, weights[1]];
  const total = Math.min(...totals);
  if (total === 0) return 0;
  return from.recommendations.reduce(
    (sum, each, at) => sum + (own[at] / total) * bestMatch(each, to, weigh),
    0,
  );
}

const bestMatch = (one: ReadonlySet<string>, { recommendations }: Profile, weigh: Weigh): number =>
  Math.max(0, ...recommendations.map((other) => overlap(one, other, weigh)));

export function sumOf(terms: ReadonlySet<string>, weigh: Weigh): number {
  let sum = 0;
  for (const term of terms) sum += weigh(term);
  return sum;
}
