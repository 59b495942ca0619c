import { PROPOSAL_STAGES, type ProposalFacts, type ProposalStage, REPLIED_STAGES } from './facts';
import { FINAL_PROPOSAL_STAGES } from './finals';
import * as n from './needs';
import * as p from './permissions';
import type { Table } from './rule';

const WRITING = ['draft', 'returned'] as const;
const EXAMINING = ['submitted', 'filed'] as const;
const FILED_TO_HANDLING = ['filed', 'handedOver', 'handling'] as const;
const UNDER_WAY = PROPOSAL_STAGES.filter((stage) => !FINAL_PROPOSAL_STAGES.includes(stage));
const WRITER = [p.leadSponsor, p.enteringClerk] as const;

/** What is done to a proposal while its stage stays as it is. */
export const proposalCasework = {
  /** A change of the text after somebody signed asks every signer again. */
  edit: {
    from: WRITING,
    by: WRITER,
    mayStart: ['cosign'],
    tells: ['asked'],
    seenBy: ['sponsors'],
  },
  attach: { from: WRITING, by: WRITER, seenBy: ['sponsors'] },
  detach: { from: WRITING, by: WRITER, seenBy: ['sponsors'] },
  /** Collective proposals carry a seal or the convener's signature. */
  signAsConvener: {
    from: WRITING,
    by: WRITER,
    needs: [n.convenerNeeded],
    seenBy: ['sponsors', 'committee'],
  },

  /** 3 h during the session, 24 h otherwise, never past the submission deadline. */
  inviteCosigners: { from: WRITING, by: WRITER, starts: ['cosign'], tells: ['asked'], seenBy: ['sponsors'] },
  cosign: {
    from: WRITING,
    by: [p.invitee, p.enteringClerk],
    needs: [n.invited, n.invitationRuns],
    stops: ['cosign'],
    tells: ['leadSponsor'],
    seenBy: ['sponsors', 'committee'],
  },
  declineCosign: {
    from: WRITING,
    by: [p.invitee],
    stops: ['cosign'],
    tells: ['leadSponsor'],
    seenBy: ['sponsors'],
  },
  lapseCosign: {
    from: WRITING,
    by: [p.system],
    needs: [n.cosignOver],
    stops: ['cosign'],
    tells: ['leadSponsor'],
    seenBy: ['sponsors'],
  },

  /** The preliminary examination; nothing is final before the director's eyes. */
  recommend: {
    from: ['submitted'],
    by: [p.committee],
    starts: ['confirmExamination'],
    stops: ['examine', 'confirmExamination'],
    tells: ['director'],
    seenBy: ['committee'],
  },
  reexamine: {
    from: ['submitted'],
    by: [p.director],
    needs: [n.recommended],
    starts: ['examine'],
    stops: ['confirmExamination'],
    tells: ['committee'],
    seenBy: ['committee'],
  },
  /** Corrections of staff are versions of their own, shown to the sponsor. */
  correct: { from: EXAMINING, by: [p.committee], tells: ['leadSponsor'], seenBy: ['sponsors', 'committee'] },
  /** The sponsor's word on the sponsor's text: an objection restores it. */
  objectToCorrection: {
    from: EXAMINING,
    by: WRITER,
    needs: [n.corrected],
    tells: ['committee'],
    seenBy: ['sponsors', 'committee'],
  },
  designateKey: {
    from: FILED_TO_HANDLING,
    by: [p.committee, p.director],
    needs: [n.notKey],
    tells: ['sponsors', 'committee', 'assigningOffice', 'units'],
  },
  undesignateKey: {
    from: FILED_TO_HANDLING,
    by: [p.committee, p.director],
    needs: [n.isKey],
    tells: ['sponsors', 'committee', 'assigningOffice', 'units'],
  },

  /** The follower's row; consent is asked of both first sponsors, and both sides are told. */
  proposeMerge: {
    from: ['filed'],
    by: [p.committee],
    needs: [n.noMergeOpen, n.nobodyFollows, n.noWithdrawalAsked],
    starts: ['mergeConsent'],
    tells: ['asked'],
    seenBy: ['committee', 'sponsors'],
  },
  answerMerge: {
    from: ['filed'],
    by: [p.askedToMerge, p.committee],
    needs: [n.mergeOpen, n.answersForAsked],
    stops: ['mergeConsent'],
    tells: ['committee'],
    seenBy: ['committee', 'sponsors'],
  },
  dropMerge: {
    from: ['filed'],
    by: [p.committee],
    needs: [n.mergeOpen],
    stops: ['mergeConsent'],
    tells: ['asked'],
    seenBy: ['committee', 'sponsors'],
  },
  /** The principal's row of a merge: its own history shows it, its side and whoever is at work on it are told. */
  joined: {
    from: FILED_TO_HANDLING,
    by: [p.system],
    needs: [n.takesFollowers],
    tells: ['sponsors', 'committee', 'assigningOffice', 'units'],
  },
  parted: {
    from: FILED_TO_HANDLING,
    by: [p.system],
    tells: ['sponsors', 'committee', 'assigningOffice', 'units'],
  },

  /**
   * Further units while others are at work: one that a unit asked for and the office granted, or another in the place
   * of one of several leads that was released.
   */
  assignMore: {
    from: ['handling'],
    by: [p.assigningOffice],
    needs: [n.modeFits, n.unitsDiffer, n.noWithdrawalAsked],
    tells: ['units', 'sponsors', 'committee'],
  },

  askWithdrawal: {
    from: FILED_TO_HANDLING,
    by: [p.leadSponsor, p.enteringClerk],
    needs: [n.noWithdrawalAsked],
    starts: ['decideWithdrawal'],
    tells: ['director', 'committee'],
    seenBy: ['committee', 'sponsors'],
  },
  refuseWithdrawal: {
    from: FILED_TO_HANDLING,
    by: [p.director],
    needs: [n.withdrawalAsked],
    stops: ['decideWithdrawal'],
    tells: ['leadSponsor', 'committee'],
    seenBy: ['committee', 'sponsors'],
  },

  /** Straight to the committee: the unit can neither enter nor see it before the round is closed. */
  rate: {
    from: ['replied'],
    by: [p.rater, p.committee],
    needs: [n.ratesForRater, n.ownWordStands],
    mayStart: ['confirmRehandling', 'conclude'],
    leavesOneOf: ['feedback', 'confirmRehandling', 'conclude'],
    stops: ['feedback', 'confirmRehandling', 'conclude'],
    tells: ['committee'],
    seenBy: ['committee', 'sponsors'],
  },
  /** The paper on which a sponsor rated: staff who enter a rating on behalf have to show it. */
  attachScan: {
    from: ['replied'],
    by: [p.committee],
    needs: [n.ratesForRater],
    seenBy: ['committee', 'sponsors'],
  },
  /** The time for a form is over: unanswered is no answer. The last one over lets the committee conclude. */
  closeFeedback: {
    from: ['replied'],
    by: [p.system],
    needs: [n.feedbackOver],
    mayStart: ['conclude'],
    leavesOneOf: ['feedback', 'confirmRehandling', 'conclude'],
    stops: ['feedback'],
    tells: ['committee'],
    seenBy: ['committee'],
  },
  declineRehandling: {
    from: ['replied'],
    by: [p.director],
    needs: [n.dissatisfied, n.rehandlingOpen],
    stops: ['confirmRehandling'],
    mayStart: ['conclude'],
    leavesOneOf: ['feedback', 'conclude'],
    tells: ['leadSponsor', 'committee'],
    seenBy: ['committee', 'sponsors'],
  },

  /** The result of the Standing Committee's ballot, announced. */
  evaluated: {
    from: ['concluded'],
    by: [p.system],
    tells: ['sponsors', 'units', 'assigningOffice', 'committee'],
  },

  /**
   * Days off have been announced or changed: whoever owes something learns that its day has moved; a second rating
   * may still run when the case lies in the archive.
   */
  recount: { from: [...UNDER_WAY, 'archived'], by: [p.system], tells: ['owers'] },

  /** The public summary is a document of its own, written months after the reply. */
  summarise: { from: REPLIED_STAGES, by: [p.committee], seenBy: ['committee'] },
  consentToPublication: {
    from: REPLIED_STAGES,
    by: [p.rater, p.leadUnitLeader, p.committee],
    needs: [n.speaksForRater, n.ownConsentStands],
    tells: ['committee'],
    seenBy: ['committee', 'sponsors', 'units'],
  },
  checkPersonalData: {
    from: REPLIED_STAGES,
    by: [p.committee],
    needs: [n.summaryWritten],
    seenBy: ['committee'],
  },
  /** Each place that looks like personal data: may stay, is masked, or is cut. */
  decidePersonalData: { from: REPLIED_STAGES, by: [p.committee], seenBy: ['committee'] },
  /** 定密审查, of what is to be published as it stands then. */
  reviewSecrecy: {
    from: REPLIED_STAGES,
    by: [p.committee],
    needs: [n.summaryWritten],
    seenBy: ['committee'],
  },
  /** One by one, and only as a cleaned copy. */
  releaseAttachment: { from: REPLIED_STAGES, by: [p.committee], seenBy: ['committee'] },
  withdrawAttachment: { from: REPLIED_STAGES, by: [p.committee], seenBy: ['committee'] },
} as const satisfies Table<ProposalStage, ProposalFacts>;
