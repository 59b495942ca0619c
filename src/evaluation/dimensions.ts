import type { Dimension } from '../proposals/entities/evaluation.entity';

/** The one mark for the whole, where the settings know no dimensions. */
export const OVERALL: Dimension = { code: 'overall', label: '总体评价', weight: 100 };

/** What each item is marked for; never nothing. */
export function dimensionsOf({
  dimensions,
}: {
  readonly dimensions: readonly Dimension[];
}): readonly Dimension[] {
  return dimensions.length > 0 ? dimensions : [OVERALL];
}

/** One mark for the whole: its counts are those of the item itself. */
export const isOverall = (dimensions: readonly Dimension[]): boolean =>
  dimensions.length === 1 && dimensions[0].code === OVERALL.code;
