import type { HandlingRules } from '../../config/handling-rules';
import type { EvaluationItem } from '../proposals/entities/evaluation-item.entity';
import type { Dimension } from '../proposals/entities/evaluation.entity';
import type { Counted } from '../proposals/facts/paper-counts';
import { type Choice, CHOICES } from './ballot-paper';
import { isOverall } from './dimensions';
import { added, type Counts, NOTHING_COUNTED, overallGrade, passes, tally } from './tally';

export type ItemCount = Pick<
  EvaluationItem,
  Choice | 'collected' | 'spoiled' | 'dimensions' | 'grade' | 'passed'
>;

interface Votes {
  /** Electronic ballots: for each item in the order of the agenda, a mark for each dimension. */
  readonly ballots: readonly (readonly Choice[])[];
  /** What the tellers have agreed on, item by item; null where no papers were counted. */
  readonly papers: readonly (Counted | null)[];
}

/** Papers and electronic ballots of each item put together, with the grade they give. */
export function countItems(
  items: number,
  dimensions: readonly Dimension[],
  { ballots, papers }: Votes,
  thresholds: HandlingRules['evaluation'],
): ItemCount[] {
  const electronic = tally(ballots, items * dimensions.length);
  return Array.from({ length: items }, (_, at) => {
    const paper = papers[at] ?? null;
    const counts = dimensions.map(({ code }, place) =>
      added(electronic[at * dimensions.length + place], onPaper(paper, code)),
    );
    const collected = ballots.length + (paper?.collected ?? 0);
    const grade = overallGrade(
      dimensions.map(({ weight }, place) => ({ weight, counts: counts[place] })),
      thresholds,
    );
    return {
      ...{ collected, spoiled: paper?.spoiled ?? 0 },
      ...columnsOf(dimensions, counts),
      ...{ grade, passed: grade && passes(grade, thresholds) },
    };
  });
}

function onPaper(paper: Counted | null, dimension: string): Counts {
  return paper?.marks.find(({ code }) => code === dimension) ?? NOTHING_COUNTED;
}

const NO_OVERALL = Object.fromEntries(CHOICES.map((choice) => [choice, null])) as Record<Choice, null>;

function columnsOf(dimensions: readonly Dimension[], counts: Counts[]) {
  if (isOverall(dimensions)) return { ...counts[0], dimensions: null };
  return { ...NO_OVERALL, dimensions: dimensions.map(({ code }, at) => ({ code, ...counts[at] })) };
}
