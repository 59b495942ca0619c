import type { HandlingRules } from '../../config/handling-rules';
import { type Rating, RATINGS } from '../lifecycle/facts';
import { type Choice, CHOICES } from './ballot-paper';

/** How often each choice was made; their sum is the number of ballots collected. */
export type Counts = Readonly<Record<Choice, number>>;

type Thresholds = HandlingRules['evaluation'];

/** The counts of each item, in the order of the agenda: one mark of every ballot goes to every item. */
export function tally(ballots: readonly (readonly Choice[])[], items: number): Counts[] {
  return Array.from({ length: items }, (_, at) => countsOf(ballots.map((marks) => marks[at])));
}

function countsOf(marks: readonly Choice[]): Counts {
  const countOf = (choice: Choice) => marks.filter((mark) => mark === choice).length;
  return Object.fromEntries(CHOICES.map((choice) => [choice, countOf(choice)])) as Counts;
}

/** Votes for one of the ratings: what an abstention is not. */
export const validIn = (counts: Counts): number => RATINGS.reduce((sum, rating) => sum + counts[rating], 0);

/** The best grade whose share of the valid votes is reached; null when everybody abstained: there is no result then. */
export function gradeOf(counts: Counts, { grades }: Pick<Thresholds, 'grades'>): Rating | null {
  const valid = validIn(counts);
  if (valid === 0) return null;
  const votesFor = (counted: readonly Rating[]) => counted.reduce((sum, rating) => sum + counts[rating], 0);
  const reached = grades.find((each) => votesFor(each.counted) * 100 >= each.atLeastPercent * valid);
  return reached?.grade ?? 'dissatisfied';
}

/** Whether a grade needs no re-handling. */
export function passes(grade: Rating, { passMark }: Pick<Thresholds, 'passMark'>): boolean {
  return RATINGS.indexOf(grade) <= RATINGS.indexOf(passMark);
}
