import type { HandlingRules } from '../../config/handling-rules';
import { type Rating, RATINGS } from '../lifecycle/facts';
import { type Choice, CHOICES } from './ballot-paper';

/** How often each choice was made; their sum is the number of valid ballots. */
export type Counts = Readonly<Record<Choice, number>>;

/** The counts of one dimension with its share of the grade. */
export interface Weighed {
  readonly weight: number;
  readonly counts: Counts;
}

type Thresholds = HandlingRules['evaluation'];

export const NOTHING_COUNTED: Counts = { abstained: 0, satisfied: 0, basicallySatisfied: 0, dissatisfied: 0 };

/** The counts of each place on the ballot, in its order: one mark of every ballot goes to every place. */
export function tally(ballots: readonly (readonly Choice[])[], places: number): Counts[] {
  return Array.from({ length: places }, (_, at) => countsOf(ballots.map((marks) => marks[at])));
}

function countsOf(marks: readonly Choice[]): Counts {
  const countOf = (choice: Choice) => marks.filter((mark) => mark === choice).length;
  return Object.fromEntries(CHOICES.map((choice) => [choice, countOf(choice)])) as Counts;
}

/** Papers and electronic ballots together. */
export function added(one: Counts, other: Counts): Counts {
  return Object.fromEntries(CHOICES.map((choice) => [choice, one[choice] + other[choice]])) as Counts;
}

/** Ballots that are not spoiled: an abstention is valid, too. */
export const validIn = (counts: Counts): number => CHOICES.reduce((sum, choice) => sum + counts[choice], 0);

/** Votes for one of the ratings: what an abstention is not. */
export const ratedIn = (counts: Counts): number => votesFor(RATINGS, counts);

const votesFor = (counted: readonly Rating[], counts: Counts): number =>
  counted.reduce((sum, rating) => sum + counts[rating], 0);

/** The best grade whose share of the votes for a rating is reached; null when everybody abstained: no result then. */
export function gradeOf(counts: Counts, thresholds: Pick<Thresholds, 'grades'>): Rating | null {
  return overallGrade([{ weight: 1, counts }], thresholds);
}

/**
 * The best grade whose weighted share is reached: the share of each dimension's votes times its weight, over the
 * weights of all dimensions for which anybody voted. Where all abstained the others count for so much more; null where
 * all abstained everywhere. Reckoned in whole numbers: exactly seventy percent is seventy percent.
 */
export function overallGrade(
  dimensions: readonly Weighed[],
  { grades }: Pick<Thresholds, 'grades'>,
): Rating | null {
  const rated = dimensions.filter(({ weight, counts }) => weight > 0 && ratedIn(counts) > 0);
  if (rated.length === 0) return null;
  const all = rated.reduce((product, { counts }) => product * BigInt(ratedIn(counts)), 1n);
  const whole = rated.reduce((sum, { weight }) => sum + BigInt(weight), 0n) * all;
  const shareOf = (counted: readonly Rating[]) =>
    rated.reduce((sum, { weight, counts }) => {
      return sum + (BigInt(weight) * BigInt(votesFor(counted, counts)) * all) / BigInt(ratedIn(counts));
    }, 0n);
  const reached = grades.find((each) => shareOf(each.counted) * 100n >= BigInt(each.atLeastPercent) * whole);
  return reached?.grade ?? 'dissatisfied';
}

/** Ratings that share the largest number of votes: none, or at least two of them. The grade does not depend on it. */
export function tiedIn(counts: Counts): Rating[] {
  const most = Math.max(...RATINGS.map((rating) => counts[rating]));
  const first = RATINGS.filter((rating) => counts[rating] === most);
  return most > 0 && first.length > 1 ? first : [];
}

/** Whether a grade needs no re-handling. */
export function passes(grade: Rating, { passMark }: Pick<Thresholds, 'passMark'>): boolean {
  return RATINGS.indexOf(grade) <= RATINGS.indexOf(passMark);
}
