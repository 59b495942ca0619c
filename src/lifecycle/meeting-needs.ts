import type { EvaluationFacts, PublicationFacts } from './facts';
import { need, needOfIntent } from './rule';

/** Conditions of the rows of meetings and notices, as `needs.ts` has those of cases. */

// Evaluation
export const agendaFilled = need('agendaEmpty', (f: EvaluationFacts) => f.items > 0);
export const boxLocked = need('boxNotLocked', (f: EvaluationFacts) => f.locks.length === 2);
export const lockFree = need('boxLocked', (f: EvaluationFacts) => f.locks.length < 2);
/** Quorum: as a rule more than half of those due to attend. */
export const quorum = need(
  'noQuorum',
  (f: EvaluationFacts) => f.present.length * 100 > f.eligible.length * f.quorumAbovePercent,
);
export const isPresent = needOfIntent(
  'notPresent',
  (f: EvaluationFacts, _, intent) => intent.voter !== undefined && f.present.includes(intent.voter),
);
/** One issue, one collection. */
export const notVoted = needOfIntent(
  'alreadyVoted',
  (f: EvaluationFacts, _, intent) => intent.voter !== undefined && !f.voted.includes(intent.voter),
);
export const countHolds = need('collectedExceedsIssued', (f: EvaluationFacts) => f.collected <= f.issued);
export const countBroken = need('countHolds', (f: EvaluationFacts) => f.collected > f.issued);

// Publication
export const hasItems = need('noticeEmpty', (f: PublicationFacts) => f.items > 0);
export const itemsReady = need('itemsUnready', (f: PublicationFacts) => f.unready.length === 0);
/** What is approved and issued is what was prepared, and what was prepared is what the cases say today. */
export const itemsCurrent = need('itemsOutdated', (f: PublicationFacts) => f.outdated.length === 0);
