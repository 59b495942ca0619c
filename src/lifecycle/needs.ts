import {
  type AssignmentFacts,
  isReplied,
  leadsOfRound,
  type ProposalFacts,
  type ProposalStage,
} from './facts';
import type { ClockName } from './clocks';
import { type Intent, need, needOfIntent } from './rule';

/** Conditions of the rows, each a pure function of the facts. Their codes are the refusals people read. */
const overdue = (facts: ProposalFacts, clock: ClockName): boolean =>
  facts.running.some((running) => running.clock === clock && running.overdue);
const active = (facts: ProposalFacts) => facts.assignments.filter((a) => a.stage !== 'released');

// Submission
export const textComplete = need('textIncomplete', (f: ProposalFacts) => f.missing.length === 0);
export const convenerSigned = need(
  'convenerMissing',
  (f: ProposalFacts) => !f.needsConvener || f.convenerSigned,
);
/**
 * What comes after the deadline is a between-sessions proposal, never refused, where the kind may propose then. What was
 * returned has come in time already.
 */
export const mayComeNow = need(
  'notBetweenSessions',
  (f: ProposalFacts, now) =>
    f.mayComeBetweenSessions || f.stage === 'returned' || now.at <= f.submissionDeadline,
);
export const convenerNeeded = need('convenerNotNeeded', (f: ProposalFacts) => f.needsConvener);
const invitations = (f: ProposalFacts, asked: number | undefined) =>
  f.sponsors.filter((s) => s.signature === 'invited' && (asked === undefined || s.sponsorId === asked));
/** Also staff who act for a sponsor need an invitation to answer. */
export const invited = needOfIntent(
  'notInvited',
  (f: ProposalFacts, _, intent) => invitations(f, intent.asked).length > 0,
);
/** Late is lapsed, also in the minutes before the system has written it down. */
export const invitationRuns = needOfIntent('invitationOver', (f: ProposalFacts, _, intent) => {
  const over = f.running.filter((r) => r.clock === 'cosign' && r.overdue).map((r) => r.subjectId);
  return invitations(f, intent.asked).every((s) => !over.includes(s.sponsorshipId ?? 0));
});
export const cosignOver = need('cosignStillOpen', (f: ProposalFacts) => overdue(f, 'cosign'));

// Examination
export const recommended = need('notRecommended', (f: ProposalFacts) => f.recommendation !== null);
export const recommendedFile = need(
  'notRecommendedFile',
  (f: ProposalFacts) => f.recommendation?.outcome === 'file',
);
export const recommendedReturn = need(
  'notRecommendedReturn',
  (f: ProposalFacts) => f.recommendation?.outcome === 'return',
);
export const recommendedNotFile = need(
  'notRecommendedNotFile',
  (f: ProposalFacts) => f.recommendation?.outcome === 'notFile',
);
export const corrected = need('notCorrected', (f: ProposalFacts) => f.corrected);
export const withdrawalAsked = need('withdrawalNotAsked', (f: ProposalFacts) => f.withdrawalAsked);
export const noWithdrawalAsked = need('withdrawalOpen', (f: ProposalFacts) => !f.withdrawalAsked);
export const notKey = need('alreadyKey', (f: ProposalFacts) => !f.key);
export const isKey = need('notKey', (f: ProposalFacts) => f.key);

// Merging
const PRINCIPAL_MAY_TAKE: readonly ProposalStage[] = ['filed', 'handedOver', 'handling'];
export const noMergeOpen = need('mergeOpen', (f: ProposalFacts) => f.merge === null);
export const mergeOpen = need('mergeNotProposed', (f: ProposalFacts) => f.merge !== null);
export const nobodyObjects = need(
  'mergeObjected',
  (f: ProposalFacts) => !(f.merge?.answers ?? []).some((asked) => asked.answer === 'objected'),
);
/** No answer within the time is recorded as no answer and does not block; before that it does. */
export const consentsIn = need(
  'consentsPending',
  (f: ProposalFacts) =>
    (f.merge?.answers ?? []).every((asked) => asked.answer !== null) || overdue(f, 'mergeConsent'),
);
const principalReplied = ({ merge }: ProposalFacts): boolean =>
  merge !== null && (merge.principalRound > 1 || isReplied(merge.principalStage));
export const principalMayTake = need(
  'principalNotOpen',
  (f: ProposalFacts) =>
    f.merge !== null && PRINCIPAL_MAY_TAKE.includes(f.merge.principalStage) && !principalReplied(f),
);
/** Un-merging is possible until the principal is replied; another round of it does not bring that back. */
export const principalNotReplied = need(
  'principalReplied',
  (f: ProposalFacts) => f.merge !== null && !principalReplied(f),
);
/** An answer is that of one sponsor who was asked. */
export const answersForAsked = needOfIntent('notAsked', (f: ProposalFacts, _, intent) =>
  (f.merge?.answers ?? []).some((asked) => asked.sponsorId === intent.asked),
);
/** Of the principal itself: what has been replied, is about to go, or is asked to follow another takes nobody in. */
export const takesFollowers = need(
  'principalNotOpen',
  (f: ProposalFacts) => f.round === 1 && f.merge === null && !f.withdrawalAsked,
);
/** What follows a case must not be left behind, nor follow a follower. */
export const nobodyFollows = need('hasFollowers', (f: ProposalFacts) => f.followers === 0);

// Assignment
/** The units of the round with those chosen now: after a return some may have stayed, such as one with its opinion given. */
const together = (f: ProposalFacts, chosen: Intent['units'] = []) => {
  const atWork = active(f).filter((a) => a.round === f.round);
  const isThere = (u: { unitId: number; role: string }) =>
    atWork.some((a) => a.unitId === u.unitId && a.role === u.role);
  return [...atWork, ...chosen.filter((u) => !isThere(u))];
};
/** 单办: one lead alone; 会办: one lead with co-handlers; 分办: several leads, each replies. */
export const modeFits = needOfIntent('modeDoesNotFit', (f: ProposalFacts, _, intent) => {
  const units = together(f, intent.units);
  const leads = units.filter((u) => u.role === 'lead').length;
  const others = units.length - leads;
  if (intent.mode === 'sole') return leads === 1 && others === 0;
  if (intent.mode === 'joint') return leads === 1 && others >= 1;
  return intent.mode === 'separate' && leads >= 2 && others === 0;
});
export const unitsDiffer = needOfIntent('leadIsCo', (f: ProposalFacts, _, intent) => {
  const chosen = together(f, intent.units).map((u) => u.unitId);
  return new Set(chosen).size === chosen.length;
});
export const noLeadLeft = need('leadAtWork', (f: ProposalFacts) => leadsOfRound(f).length === 0);
/** Stays true to 分办: the case is replied when every lead of the round has issued its reply. */
export const everyReplyIssued = need(
  'repliesOutstanding',
  (f: ProposalFacts) => leadsOfRound(f).length > 0 && leadsOfRound(f).every((a) => a.stage === 'issued'),
);

// Handling
export const isLead = need('notLead', (f: AssignmentFacts) => f.role === 'lead');
export const isCoHandler = need('notCoHandler', (f: AssignmentFacts) => f.role === 'coHandler');
export const acknowledgeOver = need('acknowledgeStillOpen', (f: AssignmentFacts) =>
  clockOver(f, 'acknowledge'),
);
export const returnWindowOver = need('returnWindowOpen', (f: AssignmentFacts) =>
  clockOver(f, 'returnWindow'),
);
export const inReturnWindow = need('returnWindowClosed', (f: AssignmentFacts) => f.returnWindowOpen);
/** After two returns the decision of the assigning office is binding. */
export const notBinding = need('decisionBinding', (f: AssignmentFacts) => f.returnsGranted < f.maxReturns);
export const noRequestOpen = need('requestOpen', (f: AssignmentFacts) => f.openRequest === null);
export const addRequested = need('noAddRequest', (f: AssignmentFacts) => f.openRequest === 'add');
/** A unit is at work once in a round, as lead or as co-handler. */
export const addsAnotherUnit = needOfIntent('leadIsCo', ({ proposal, round }: AssignmentFacts, _, intent) => {
  const atWork = active(proposal).filter((a) => a.round === round);
  return (intent.units ?? []).every((chosen) => !atWork.some((a) => a.unitId === chosen.unitId));
});
export const extensionRequested = need(
  'noExtensionRequest',
  (f: AssignmentFacts) => f.openRequest === 'extension',
);
/** An extension is asked before the time ends. */
export const replyNotOverdue = need(
  'replyOverdue',
  (f: AssignmentFacts) => !clockOver(f, 'reply') && !clockOver(f, 'replyRound2'),
);
export const withinCap = needOfIntent(
  'extensionBeyondCap',
  (f: AssignmentFacts, _, intent) => !intent.until || !f.extensionCap || intent.until <= f.extensionCap,
);
export const untilAhead = needOfIntent(
  'extensionNotAhead',
  (_: AssignmentFacts, now, intent) => !intent.until || intent.until > now.day,
);
export const replyComplete = need('replyIncomplete', (f: AssignmentFacts) => f.replyMissing.length === 0);
export const contacted = need('noConsultation', (f: AssignmentFacts) => f.contacted);
export const hasCoHandlers = need('noCoHandlers', (f: AssignmentFacts) => f.coHandlers.length > 0);
export const everyoneCountersigned = need('countersignsMissing', (f: AssignmentFacts) =>
  f.coHandlers.every((co) => co.countersigned || co.missingExplained),
);
export const countersignAsked = need('countersignNotAsked', (f: AssignmentFacts) => f.countersignAsked);
export const coHandlerOutstanding = needOfIntent('nothingToExplain', (f: AssignmentFacts, _, intent) =>
  f.coHandlers.some((co) => co.assignmentId === intent.countersignMissing && !co.countersigned),
);
export const audited = need('notAudited', (f: AssignmentFacts) => f.audited);
export const notAudited = need('alreadyAudited', (f: AssignmentFacts) => !f.audited);
/** Collective and key proposals: the unit's principal leader signs. */
export const principalLeaderSigns = needOfIntent(
  'principalLeaderMissing',
  (f: AssignmentFacts, _, intent) =>
    !(f.proposal.key || f.proposal.collective) || intent.principalLeaderSigns === true,
);
export const promisesOpen = need('noOpenPromise', (f: AssignmentFacts) => f.openPromises > 0);
export const mayBeLetGo = need(
  'stillNeeded',
  (f: AssignmentFacts) =>
    f.proposal.stage === 'withdrawn' ||
    (f.role === 'coHandler' && ['handedOver', 'concluded'].includes(f.proposal.stage)),
);

function clockOver(facts: AssignmentFacts, clock: ClockName): boolean {
  return facts.proposal.running.some((r) => r.clock === clock && r.subjectId === facts.id && r.overdue);
}

// Feedback
const isDissatisfied = (f: ProposalFacts) => f.forms.some((form) => form.dissatisfied);
export const ratesForRater = needOfIntent(
  'notARater',
  (f: ProposalFacts, _, intent) => intent.rater !== undefined && f.raters.includes(intent.rater),
);
/** What a sponsor has said in person nobody rewrites from paper: the very complaint of 被满意. */
export const ownWordStands = needOfIntent(
  'ratedInPerson',
  (f: ProposalFacts, _, intent) =>
    !intent.onBehalf || !f.forms.some((form) => form.sponsorId === intent.rater && form.inPerson),
);
export const dissatisfied = need('nobodyDissatisfied', isDissatisfied);
export const rehandlingOpen = need('rehandlingDeclined', (f: ProposalFacts) => !f.rehandlingDeclined);
export const rehandlingSettled = need(
  'rehandlingUndecided',
  (f: ProposalFacts) => !isDissatisfied(f) || f.rehandlingDeclined,
);
export const feedbackOver = need('feedbackStillOpen', (f: ProposalFacts) => overdue(f, 'feedback'));
/** Unanswered is no answer, never 满意; but nobody waits for ever. */
export const formsInOrOver = need(
  'formsOutstanding',
  (f: ProposalFacts) =>
    f.forms.length >= f.raters.length ||
    !f.running.some((running) => running.clock === 'feedback' && !running.overdue),
);

// After the reply
export const evaluatedBelowPass = need('notBelowPass', (f: ProposalFacts) => f.evaluation?.passed === false);
/** Order of the trade: handled, evaluated, published. */
export const evaluatedIfKey = need('notEvaluated', (f: ProposalFacts) => !f.key || f.evaluation !== null);
export const noOpenPromises = need('promisesOutstanding', (f: ProposalFacts) => f.openPromises === 0);
export const notInOpenNotice = need('noticeUnderway', (f: ProposalFacts) => !f.inOpenNotice);
export const notOnAgenda = need('onAgenda', (f: ProposalFacts) => !f.onAgenda);

// Publication
export const summaryWritten = need('noSummary', (f: ProposalFacts) => f.summarised);
export const speaksForRater = needOfIntent(
  'notAskedToConsent',
  (f: ProposalFacts, _, intent) => intent.rater === undefined || f.raters.includes(intent.rater),
);
/** The committee prepares the notice: it must not turn a sponsor's no into a yes. */
export const ownConsentStands = needOfIntent(
  'consentedInPerson',
  (f: ProposalFacts, _, intent) => !intent.onBehalf || !f.consentedInPerson.includes(intent.rater ?? 0),
);
