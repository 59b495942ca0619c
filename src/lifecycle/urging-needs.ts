import type { ProposalFacts } from './facts';
import { need } from './rule';

/** Conditions of asking for an urging letter. Their codes are the refusals people read. */
const isAsked = (f: ProposalFacts) => f.running.some(({ clock }) => clock === 'answerUrging');

/** While others are at work anybody may be worried; later there is only what was promised and not kept. */
export const somethingToUrge = need(
  'nothingToUrge',
  (f: ProposalFacts) =>
    ['handedOver', 'handling'].includes(f.stage) ||
    f.running.some(({ clock, overdue }) => clock === 'promise' && overdue),
);
export const noUrgingOpen = need('urgingOpen', (f: ProposalFacts) => !isAsked(f));
/** Of the whole case: many sponsors who take turns would be as many letters. */
export const notUrgedLately = need(
  'urgedTooSoon',
  (f: ProposalFacts, now) => f.urgingAgainFrom === null || now.day >= f.urgingAgainFrom,
);
export const urgingAsked = need('noUrgingAsked', isAsked);
export const urgingAnswered = need('urgingUnanswered', (f: ProposalFacts) => !isAsked(f));
