import type { ClockName } from './clocks';
import type { PromiseFact } from './promise-fact';
import type { PaperCountFact } from './paper-counts';

/** Stages of a proposal, domain section 4. */
export const PROPOSAL_STAGES = [
  'draft',
  'submitted',
  'returned',
  'filed',
  'handedOver',
  'handling',
  'replied',
  'concluded',
  'archived',
  'notFiled',
  'withdrawn',
  'merged',
] as const;
export type ProposalStage = (typeof PROPOSAL_STAGES)[number];

/** Replied to and not at work again: only then is there anything to publish. */
export const REPLIED_STAGES = [
  'replied',
  'concluded',
  'archived',
] as const satisfies readonly ProposalStage[];
export const isReplied = (stage: ProposalStage): boolean =>
  (REPLIED_STAGES as readonly ProposalStage[]).includes(stage);

/** Stages of an assignment, one per unit and round, domain section 5. */
export const ASSIGNMENT_STAGES = [
  'pending',
  'accepted',
  'drafting',
  'countersigning',
  'auditing',
  'issued',
  'opinionGiven',
  'returnRequested',
  'released',
] as const;
export type AssignmentStage = (typeof ASSIGNMENT_STAGES)[number];

export const EVALUATION_STAGES = ['planned', 'opened', 'closed', 'announced', 'cancelled'] as const;
export type EvaluationStage = (typeof EVALUATION_STAGES)[number];

export const BALLOT_KINDS = ['electronic', 'paper', 'both'] as const;
export type BallotKind = (typeof BALLOT_KINDS)[number];
export const EVALUATION_OBJECTS = ['proposals', 'units'] as const;
export type EvaluationObjects = (typeof EVALUATION_OBJECTS)[number];

export const PUBLICATION_STAGES = [
  'composing',
  'prepared',
  'approved',
  'issued',
  'takenDown',
  'discarded',
] as const;
export type PublicationStage = (typeof PUBLICATION_STAGES)[number];

export const ROLES_OF_UNITS = ['lead', 'coHandler'] as const;
export type UnitRole = (typeof ROLES_OF_UNITS)[number];
export const MODES = ['sole', 'joint', 'separate'] as const;
export type Mode = (typeof MODES)[number];
export const OUTCOMES = ['file', 'return', 'notFile'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const RATINGS = ['satisfied', 'basicallySatisfied', 'dissatisfied'] as const;
export type Rating = (typeof RATINGS)[number];
export const CLASSES = ['A', 'B', 'C'] as const;
export type ReplyClass = (typeof CLASSES)[number];
/** What an item of a notice may still lack. */
export const LACKS = [
  'reply',
  'evaluation',
  'summary',
  'withheld',
  'secrecyReview',
  'secret',
  'hitsUndecided',
  'personalDataCheck',
  'objected',
  'consent',
] as const;
export type Lack = (typeof LACKS)[number];
export const SIGNATURES = ['invited', 'agreed', 'declined', 'lapsed'] as const;
export type Signature = (typeof SIGNATURES)[number];

/** A clock that runs now. `overdue` is decided by the record against the moment of the decision. */
export interface RunningClock {
  readonly clock: ClockName;
  readonly subjectId: number;
  readonly overdue: boolean;
}

export interface SponsorFact {
  readonly sponsorId: number;
  readonly signature: Signature;
  /** The row whose clock runs while it is invited. */
  readonly sponsorshipId?: number;
}

export interface AssignmentFact {
  readonly id: number;
  readonly unitId: number;
  readonly role: UnitRole;
  readonly stage: AssignmentStage;
  readonly round: number;
}

export interface MergeAnswer {
  readonly sponsorId: number;
  readonly answer: 'agreed' | 'objected' | null;
}

export interface FormFact {
  readonly sponsorId: number;
  readonly dissatisfied: boolean;
  /** The sponsor entered it in person, not staff from paper. */
  readonly inPerson?: boolean;
}

/** What the rules know of a proposal. Records are turned into it by proposals/facts.ts. */
export interface ProposalFacts {
  readonly stage: ProposalStage;
  readonly round: number;
  readonly key: boolean;
  /** Its first sponsor is a body, not a person. */
  readonly collective: boolean;
  readonly enteredBy: number | null;
  /** True when staff entered the proposal for its sponsor. */
  readonly enteredOnBehalf: boolean;
  readonly leadSponsorId: number | null;
  readonly sponsors: readonly SponsorFact[];
  /** Parts of the text that are still empty. */
  readonly missing: readonly string[];
  readonly needsConvener: boolean;
  readonly convenerSigned: boolean;
  readonly mayComeBetweenSessions: boolean;
  /** The session's submission deadline, an instant in UTC. */
  readonly submissionDeadline: string;
  readonly recommendation: { readonly outcome: Outcome; readonly by: number | null } | null;
  readonly corrected: boolean;
  readonly withdrawalAsked: boolean;
  readonly officeId: number | null;
  /** The merge this case takes part in as a follower, proposed or done. */
  readonly merge: {
    readonly principalId: number;
    readonly principalStage: ProposalStage;
    readonly principalRound: number;
    readonly answers: readonly MergeAnswer[];
  } | null;
  /** Cases merged into this one. */
  readonly followers: number;
  readonly assignments: readonly AssignmentFact[];
  /** First sponsors of the case and of those merged into it: they get the reply and rate. */
  readonly raters: readonly number[];
  readonly forms: readonly FormFact[];
  readonly rehandlingDeclined: boolean;
  readonly evaluation: { readonly passed: boolean } | null;
  readonly openPromises: number;
  /** The sponsors have been asked a second time about this round. */
  readonly secondRatingOpened: boolean;
  readonly inOpenNotice: boolean;
  /** The public summary of this round is written. */
  readonly summarised: boolean;
  /** First sponsors who answered for themselves, in this round, whether it may be published. */
  readonly consentedInPerson: readonly number[];
  readonly onAgenda: boolean;
  /** Everybody who has signed the case or one merged into it. */
  readonly signers: readonly number[];
  /** The day from which sponsors may again ask for an urging letter; null while nobody has. */
  readonly urgingAgainFrom: string | null;
  readonly running: readonly RunningClock[];
}

/** The leads of the round at hand: several of them in 分办. */
export const leadsOfRound = ({ assignments, round }: ProposalFacts): AssignmentFact[] =>
  assignments.filter((a) => a.role === 'lead' && a.round === round && a.stage !== 'released');

export interface CoHandlerFact {
  readonly assignmentId: number;
  readonly unitId: number;
  readonly opinionGiven: boolean;
  readonly countersigned: boolean;
  readonly missingExplained: boolean;
}

export interface AssignmentFacts {
  readonly stage: AssignmentStage;
  readonly id: number;
  readonly unitId: number;
  readonly role: UnitRole;
  readonly round: number;
  readonly proposal: ProposalFacts;
  readonly returnsGranted: number;
  readonly maxReturns: number;
  readonly returnWindowOpen: boolean;
  readonly openRequest: 'return' | 'add' | 'extension' | null;
  readonly extensionCap: string | null;
  readonly contacted: boolean;
  readonly replyMissing: readonly string[];
  readonly audited: boolean;
  readonly coHandlers: readonly CoHandlerFact[];
  /** For a co-handler: the lead asked for its countersignature and it has not given it. */
  readonly countersignAsked: boolean;
  readonly openPromises: number;
  readonly promises: readonly PromiseFact[];
  /** How much of its reply the unit would have published. */
  readonly replyPublicity: string | null;
}

export interface EvaluationFacts {
  readonly stage: EvaluationStage;
  readonly items: number;
  readonly ballots: BallotKind;
  /** Members who have been given a paper. */
  readonly papers: readonly number[];
  /** Voting is over and papers are being counted. */
  readonly shut: boolean;
  readonly paperCounts: readonly PaperCountFact[];
  /** The setting: fewer of one kind, paper or electronic, would tell how these few have voted. */
  readonly leastPerKind: number;
  readonly eligible: readonly number[];
  /** The setting: more than this share of those due has to be there. */
  readonly quorumAbovePercent: number;
  readonly present: readonly number[];
  readonly voted: readonly number[];
  readonly locks: readonly number[];
  readonly collected: number;
  readonly issued: number;
}

export interface PublicationFacts {
  readonly stage: PublicationStage;
  readonly items: number;
  /** Numbers (places in the order) of items that lack something, with what they lack. */
  readonly unready: readonly { readonly place: number; readonly lacks: Lack }[];
  /** Numbers of items whose summary was written anew after its text had been copied in. */
  readonly outdated: readonly number[];
  readonly preparedBy: number | null;
  readonly approvedBy: number | null;
  /** The moment it is to come out by itself. */
  readonly scheduledFor: string | null;
}
