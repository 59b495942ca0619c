import type { Hat, Side } from './people';

/** Who owes the step that ends a clock, and for what each row of it stands. */
export interface Clock {
  /** The hat that owes; `unit` hats are scoped to the assignment's unit, `assigningOffice` to the case's office. */
  readonly owes: Hat;
  /** `each`: one row for every sponsor, co-handler or promise the deed names. */
  readonly per: 'proposal' | 'assignment' | 'evaluation' | 'publication' | 'each';
  /** False: a time within which something may be asked, not a step that is owed. */
  readonly debt?: false;
  /** Sides that may know that it runs, besides whoever owes; absent: all who may see the case. */
  readonly seenBy?: readonly Side[];
  /** What the system does when the time runs out; without it, being late is all that happens. */
  readonly lapses?: { readonly machine: 'proposal' | 'assignment'; readonly action: string };
}

/**
 * Every clock of domain section 7, and those that practice adds so that nobody ever waits for nothing.
 * Lengths are settings (config/handling-rules.json), each with its basis.
 */
export const clocks = {
  /** practice: a draft is finished or discarded some day */
  submit: { owes: 'sponsor', per: 'proposal' },
  cosign: { owes: 'sponsor', per: 'each', lapses: { machine: 'proposal', action: 'lapseCosign' } },
  examine: { owes: 'committee', per: 'proposal' },
  /** practice: four eyes, the second pair within days */
  confirmExamination: { owes: 'director', per: 'proposal' },
  revise: { owes: 'sponsor', per: 'proposal' },
  mergeConsent: { owes: 'sponsor', per: 'each' },
  /** That sponsors think of withdrawing is not the units' to know before it is decided. */
  decideWithdrawal: { owes: 'director', per: 'proposal', seenBy: ['committee', 'sponsors'] },
  handOver: { owes: 'committee', per: 'proposal' },
  route: { owes: 'assigningOffice', per: 'proposal' },
  /** late = deemed accepted */
  acknowledge: {
    owes: 'unitHandler',
    per: 'assignment',
    lapses: { machine: 'assignment', action: 'deemAccepted' },
  },
  /** not a debt: the time within which a unit may ask to return the case */
  returnWindow: {
    owes: 'unitHandler',
    per: 'assignment',
    debt: false,
    lapses: { machine: 'assignment', action: 'closeReturnWindow' },
  },
  decideReturn: { owes: 'assigningOffice', per: 'assignment' },
  decideAdd: { owes: 'assigningOffice', per: 'assignment' },
  firstContact: { owes: 'unitHandler', per: 'assignment' },
  coOpinion: { owes: 'unitLeader', per: 'assignment' },
  reply: { owes: 'unitHandler', per: 'assignment' },
  replyRound2: { owes: 'unitHandler', per: 'assignment' },
  decideExtension: { owes: 'assigningOffice', per: 'assignment' },
  countersign: { owes: 'unitLeader', per: 'each' },
  audit: { owes: 'assigningOffice', per: 'assignment' },
  issueReply: { owes: 'unitLeader', per: 'assignment' },
  /** What runs until the round is closed tells who has answered, and that somebody is not satisfied. */
  /** unanswered is no answer, and the committee goes on */
  feedback: {
    owes: 'sponsor',
    per: 'each',
    seenBy: ['committee'],
    lapses: { machine: 'proposal', action: 'closeFeedback' },
  },
  confirmRehandling: { owes: 'director', per: 'proposal', seenBy: ['committee'] },
  conclude: { owes: 'committee', per: 'proposal', seenBy: ['committee'] },
  promise: { owes: 'unitHandler', per: 'each' },
  decideCarryOver: { owes: 'committee', per: 'each' },
  /** 回头看 asks whoever answers for the unit */
  followUp: { owes: 'unitLeader', per: 'each' },
  /** as with the first: who has answered is the committee's to know */
  secondFeedback: {
    owes: 'sponsor',
    per: 'each',
    seenBy: ['committee'],
    lapses: { machine: 'proposal', action: 'closeSecondRating' },
  },
  /** A sponsor who asks for an urging letter gets it, or learns why not; that one asked is not the units' to know. */
  answerUrging: { owes: 'committee', per: 'proposal', seenBy: ['committee', 'sponsors'] },
  archive: { owes: 'committee', per: 'proposal' },
  holdEvaluation: { owes: 'committee', per: 'evaluation' },
  prepareNotice: { owes: 'committee', per: 'publication' },
  approveNotice: { owes: 'office', per: 'publication' },
  publish: { owes: 'committee', per: 'publication' },
} as const satisfies Record<string, Clock>;

export type ClockName = keyof typeof clocks;
export const CLOCK_NAMES = Object.keys(clocks) as ClockName[];
export const clockOf = (name: ClockName): Clock => clocks[name];
