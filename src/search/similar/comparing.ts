import { Injectable } from '@nestjs/common';
import type { Condition } from '../../proposals/visibility';
import { Candidates } from './candidates';
import { type ComparedCase, CaseTexts } from './case-texts';
import { type Likeness, likenessOf, type Weigh } from './likeness';
import { type Profile, profileOf, type Proposed } from './profile';
import { citedIn, sharedRecommendations, type SharedRecommendation, sharedWords } from './reasons';
import { TermCounting } from './term-counting';

/** Why two proposals are like each other, in words that can be looked up in both. */
export interface Reasons {
  readonly words: readonly string[];
  readonly recommendations: readonly SharedRecommendation[];
  readonly unitIds: readonly number[];
  /** Case numbers that both refer to. */
  readonly cited: readonly string[];
}

export interface Compared {
  readonly of: ComparedCase;
  readonly likeness: Likeness;
  /** With what the same units and the same earlier case add. */
  readonly score: number;
  /** Worked out for what is shown. */
  readonly reasons: () => Reasons;
}

export type Asking = Proposed & { readonly unitIds: readonly number[] };

/** Few enough to be read and compared word by word, while somebody waits. */
const RERANKED = 30;
const SAME_UNIT = 3;
const SAME_EARLIER = 8;

/** Compares a text with the cases that share its rare words. */
@Injectable()
export class Comparing {
  constructor(
    private readonly counting: TermCounting,
    private readonly candidates: Candidates,
    private readonly texts: CaseTexts,
  ) {}

  /** Cases `p` that pass `where`, the likest first. */
  async rank(asking: Asking, where: Condition): Promise<Compared[]> {
    const profile = profileOf(asking);
    const weigh = await this.weighing();
    const ids = await this.candidates.of(profile, weigh, where, RERANKED);
    const compared = (await this.texts.of(ids)).map((other) => compare(asking, profile, other, weigh));
    return compared.sort((a, b) => b.score - a.score || b.of.id - a.of.id);
  }

  /** How like two texts are, whatever the index thinks of them. */
  async between(asking: Asking, other: ComparedCase): Promise<Compared> {
    const profile = profileOf(asking);
    return compare(asking, profile, other, await this.weighing());
  }

  weighing(): Promise<Weigh> {
    return this.counting.weighing();
  }
}

function compare(asking: Asking, profile: Profile, other: ComparedCase, weigh: Weigh): Compared {
  const likeness = likenessOf(profile, profileOf(other), weigh);
  const units = sharedUnits(asking, other).length > 0 ? SAME_UNIT : 0;
  const earlier = sharedCited(asking, other).length > 0 ? SAME_EARLIER : 0;
  // What goes with a likeness makes none.
  const more = likeness.score >= 20 ? units + earlier : 0;
  const score = Math.min(100, likeness.score + more);
  return { of: other, likeness, score, reasons: () => reasonsFor(asking, other, weigh) };
}

const reasonsFor = (asking: Asking, other: Asking, weigh: Weigh): Reasons => ({
  words: sharedWords(asking.subject, other.subject),
  recommendations: sharedRecommendations(asking, other, weigh),
  unitIds: sharedUnits(asking, other),
  cited: sharedCited(asking, other),
});

const sharedUnits = (a: Asking, b: Asking): number[] => [
  ...new Set(a.unitIds.filter((id) => b.unitIds.includes(id))),
];

function sharedCited(a: Proposed, b: Proposed): string[] {
  const theirs = citedIn(b);
  return [...citedIn(a)].filter((number) => theirs.has(number));
}
