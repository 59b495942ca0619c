import type { ProposalFacts } from '../lifecycle/facts';
import { type ClockName, clockOf } from '../lifecycle/clocks';
import type { Act, Target } from './act';

/**
 * The rows of a clock that its rule starts when the deed itself names none: one for the subject, or one for each whom
 * the facts know. What only the deed knows (who was invited, what was promised) it has to name.
 */
export function usualTargets(act: Act, clock: ClockName): Target[] {
  if (clock === 'feedback') return ratersOf(act).map(rater);
  return clockOf(clock).per === 'each' ? [] : [{ clock, subjectId: act.id }];
}

const ratersOf = (act: Act): readonly number[] => (act.facts as ProposalFacts).raters;

const rater = (sponsorId: number): Target => ({
  clock: 'feedback',
  subjectKind: 'sponsor',
  subjectId: sponsorId,
  owerScope: sponsorId,
});
