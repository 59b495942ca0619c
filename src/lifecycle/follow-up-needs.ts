import type { AssignmentFacts, ProposalFacts } from './facts';
import type { ClockName } from './clocks';
import { FINAL_PROPOSAL_STAGES } from './finals';
import type { PromiseFact } from './promise-fact';
import { type Intent, need, needOfIntent } from './rule';

/** Conditions of what comes after the reply: promises, follow-up, a second rating. Codes are the refusals people read. */
const named = (f: AssignmentFacts, { promise }: Intent): PromiseFact | undefined =>
  f.promises.find(({ id }) => id === promise);
const runs = (f: ProposalFacts, clock: ClockName): boolean => f.running.some((each) => each.clock === clock);

// Promises
export const promiseOpen = needOfIntent('promiseNotOpen', (f: AssignmentFacts, _, intent) =>
  Boolean(named(f, intent)?.open),
);
/** What has ended keeps no clock: neither more time nor a promise open again. */
export const caseOpen = need(
  'caseEnded',
  (f: AssignmentFacts) => !FINAL_PROPOSAL_STAGES.includes(f.proposal.stage),
);
export const noCarryOverOpen = needOfIntent(
  'carryOverOpen',
  (f: AssignmentFacts, _, intent) => !named(f, intent)?.carryOver,
);
export const carryOverAsked = needOfIntent('noCarryOver', (f: AssignmentFacts, _, intent) =>
  Boolean(named(f, intent)?.carryOver),
);
export const laterThanPromised = needOfIntent('carryOverNotLater', (f: AssignmentFacts, now, intent) => {
  const { until } = intent;
  return !until || (until > now.day && until > (named(f, intent)?.dueOn ?? ''));
});
export const evidenceWaits = needOfIntent('noEvidence', (f: AssignmentFacts, _, intent) => {
  const promise = named(f, intent);
  return promise !== undefined && !promise.open && !promise.confirmed;
});
export const evidenceUnconfirmed = needOfIntent(
  'evidenceConfirmed',
  (f: AssignmentFacts, _, intent) => !named(f, intent)?.confirmed,
);
/** What a unit would not have published of its reply is not published by way of its promises. */
export const replyPublic = need('replyNotPublic', (f: AssignmentFacts) => f.replyPublicity !== 'none');

// Follow-up
export const followUpAsked = needOfIntent('noFollowUpAsked', (f: AssignmentFacts, _, { request }) =>
  f.proposal.running.some(({ clock, subjectId }) => clock === 'followUp' && subjectId === request),
);
export const followUpAnswered = need('followUpOpen', (f: ProposalFacts) => !runs(f, 'followUp'));

// The second rating
export const secondRatingDue = need('secondRatingOpened', (f: ProposalFacts) => !f.secondRatingOpened);
export const secondRatingOpen = need('noSecondRating', (f: ProposalFacts) => runs(f, 'secondFeedback'));
export const secondRatingIn = need('secondRatingUnderway', (f: ProposalFacts) => !runs(f, 'secondFeedback'));
/** Given once: nobody talks a sponsor into another word afterwards. */
export const ratesAgainForRater = needOfIntent('notAskedAgain', (f: ProposalFacts, _, { rater }) =>
  f.running.some(({ clock, subjectId }) => clock === 'secondFeedback' && subjectId === rater),
);
export const secondFeedbackOver = need('secondRatingStillOpen', (f: ProposalFacts) =>
  f.running.some(({ clock, overdue }) => clock === 'secondFeedback' && overdue),
);
