/**
 * How much of a target has been reached, in percent with one decimal; null where no target above zero was set. More
 * than the target is more than 100, and what goes the wrong way is negative.
 */
export function shareOfTarget(value: number, target: number | null | undefined): number | null {
  if (!target || target < 0) return null;
  return Math.round((value / target) * 1000) / 10;
}
