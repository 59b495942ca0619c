import { addDays } from './days';
import type { EvaluationFacts, PublicationFacts } from './facts';
import { exceedsIssued } from './paper-counts';
import { need, needOfIntent } from './rule';

/** Conditions of the rows of meetings and notices, as `needs.ts` has those of cases. */

// Evaluation
export const agendaFilled = need('agendaEmpty', (f: EvaluationFacts) => f.items > 0);
export const boxLocked = need(
  'boxNotLocked',
  (f: EvaluationFacts) => f.ballots === 'paper' || f.locks.length === 2,
);
export const lockFree = need('boxLocked', (f: EvaluationFacts) => f.locks.length < 2);
/** Quorum: as a rule more than half of those due to attend. */
export const quorum = need(
  'noQuorum',
  (f: EvaluationFacts) => f.present.length * 100 > f.eligible.length * f.quorumAbovePercent,
);
/**
 * Attendance at the vote decides: who has voted or taken a paper and then left has taken part, as the paper in the box
 * shows. Who left without either is missing. Asked before the box is opened, because what a meeting without quorum
 * has voted may not be announced, and then nobody should know it; the presence does not change after that.
 */
export const stillQuorate = need('quorumLost', (f: EvaluationFacts) => {
  const tookPart = new Set([...f.present, ...f.voted, ...f.papers]);
  return tookPart.size * 100 > f.eligible.length * f.quorumAbovePercent;
});
export const isPresent = needOfIntent(
  'notPresent',
  (f: EvaluationFacts, _, intent) => intent.voter !== undefined && f.present.includes(intent.voter),
);
/** One issue, one collection. */
export const notVoted = needOfIntent(
  'alreadyVoted',
  (f: EvaluationFacts, _, intent) => intent.voter !== undefined && !f.voted.includes(intent.voter),
);
export const electronically = need('onPaperOnly', (f: EvaluationFacts) => f.ballots !== 'paper');
export const onPaper = need('electronicOnly', (f: EvaluationFacts) => f.ballots !== 'electronic');
/** One person, one ballot: on paper or electronically. */
export const withoutPaper = needOfIntent(
  'hasPaper',
  (f: EvaluationFacts, _, intent) => intent.voter !== undefined && !f.papers.includes(intent.voter),
);
export const withPaper = needOfIntent(
  'hasNoPaper',
  (f: EvaluationFacts, _, intent) => intent.voter !== undefined && f.papers.includes(intent.voter),
);
export const notShut = need('boxShut', (f: EvaluationFacts) => !f.shut);
export const isShut = need('boxNotShut', (f: EvaluationFacts) => f.shut);
/** A single paper among electronic ballots, or the reverse, would be read by whoever subtracts. */
export const kindsLargeEnough = need('kindTooSmall', ({ voted, papers, leastPerKind }: EvaluationFacts) => {
  const [fewer, more] = [voted.length, papers.length].sort((one, other) => one - other);
  return fewer === 0 || more === 0 || fewer >= leastPerKind;
});
const countOf = (f: EvaluationFacts, itemId: number | undefined) =>
  f.paperCounts.find((each) => each.itemId === itemId);
/** A count that agrees stands: nobody corrects it alone. */
export const countOpen = needOfIntent(
  'countAgreed',
  (f: EvaluationFacts, _, { count }) => !countOf(f, count?.itemId)?.agreed,
);
export const notCounted = needOfIntent('countEntered', (f: EvaluationFacts, _, { count }) => {
  if (!count || count.teller === null) return false;
  const state = countOf(f, count.itemId);
  return !state || state.agreed || !state.enteredBy.includes(count.teller);
});
/** Where nobody has taken a paper there is none to count, unless somebody has begun to. */
export const papersCounted = need('papersUncounted', ({ papers, paperCounts }: EvaluationFacts) => {
  const begun =
    papers.length > 0 || paperCounts.some((each) => each.attempt > 1 || each.enteredBy.length > 0);
  return !begun || paperCounts.every((each) => each.agreed);
});
export const countHolds = need('collectedExceedsIssued', (f: EvaluationFacts) => !exceedsIssued(f));
export const countBroken = need('countHolds', exceedsIssued);

// Publication
export const hasItems = need('noticeEmpty', (f: PublicationFacts) => f.items > 0);
export const itemsReady = need('itemsUnready', (f: PublicationFacts) => f.unready.length === 0);
/** What is approved and issued is what was prepared, and what was prepared is what the cases say today. */
export const itemsCurrent = need('itemsOutdated', (f: PublicationFacts) => f.outdated.length === 0);
export const scheduled = need('notScheduled', (f: PublicationFacts) => f.scheduledFor !== null);
/** What is to come out at once is issued, not scheduled; nor is anything planned for years ahead. */
export const momentAhead = needOfIntent(
  'momentNotAhead',
  (_: PublicationFacts, now, intent) =>
    intent.moment !== undefined &&
    intent.moment > now.at &&
    intent.moment.slice(0, 10) <= addDays(now.day, 366),
);
