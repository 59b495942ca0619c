import { FINAL_PROPOSAL_STAGES } from './finals';
import { type ProposalFacts, PROPOSAL_STAGES, type ProposalStage } from './facts';
import * as f from './follow-up-needs';
import * as n from './needs';
import * as p from './permissions';
import { proposalCasework } from './proposal-casework';
import { proposalUrging } from './proposal-urging';
import type { Machine, Table } from './rule';
import { proposalAfterReply } from './proposal-after-reply';
import * as u from './urging-needs';

/** The way of a proposal: the rows that move it from stage to stage. Clauses are those of domain sections 4 to 6. */
const moves = {
  /** A sponsor writes, or staff enter a proposal for its sponsor, recorded as on behalf. */
  draft: {
    from: 'nothing',
    to: 'draft',
    by: [p.aSponsor, p.committee],
    starts: ['submit'],
    seenBy: ['sponsors'],
  },

  /** Invitations nobody answered lapse now; whoever signed an older text was asked again when it changed. */
  submit: {
    from: ['draft', 'returned'],
    to: 'submitted',
    by: [p.leadSponsor, p.enteringClerk],
    needs: [n.textComplete, n.convenerSigned, n.mayComeNow],
    starts: ['examine'],
    stops: ['submit', 'revise', 'cosign'],
    tells: ['sponsors', 'committee'],
  },

  /** Returned for revision, with a reason; the sponsor is told at once. */
  returnForRevision: {
    from: ['submitted'],
    to: 'returned',
    by: [p.directorNotPreparer],
    needs: [n.recommendedReturn],
    starts: ['revise'],
    stops: ['confirmExamination'],
    tells: ['sponsors', 'committee'],
  },

  /** Filing gives the case number: in order, without gaps, restarting each session. */
  file: {
    from: ['submitted'],
    to: 'filed',
    by: [p.directorNotPreparer],
    needs: [n.recommendedFile],
    starts: ['handOver'],
    stops: ['confirmExamination'],
    tells: ['sponsors', 'committee'],
  },

  /** Not filed, with a reason of the national list and what becomes of it. */
  notFile: {
    from: ['submitted'],
    to: 'notFiled',
    by: [p.directorNotPreparer],
    needs: [n.recommendedNotFile],
    stops: 'all',
    tells: ['sponsors', 'committee'],
  },

  /** By the sponsor alone before filing. */
  withdraw: {
    from: ['draft', 'submitted', 'returned'],
    to: 'withdrawn',
    by: [p.leadSponsor, p.enteringClerk],
    stops: 'all',
    tells: ['sponsors', 'committee'],
  },

  /** After filing with the director's consent; the case number stays, with the reason. */
  consentToWithdrawal: {
    from: ['filed', 'handedOver', 'handling'],
    to: 'withdrawn',
    by: [p.director],
    needs: [n.withdrawalAsked, n.nobodyFollows, n.noMergeOpen],
    stops: 'all',
    tells: ['sponsors', 'committee', 'assigningOffice', 'units'],
    then: ['letGo'],
  },

  /** The case follows a principal and still counts as filed; its own text, number and history stay whole. */
  merge: {
    from: ['filed'],
    to: 'merged',
    by: [p.committee],
    needs: [
      n.mergeOpen,
      n.nobodyObjects,
      n.consentsIn,
      n.principalMayTake,
      n.nobodyFollows,
      n.noWithdrawalAsked,
    ],
    stops: 'all',
    tells: ['sponsors', 'asked', 'committee'],
  },

  /** Restores everything; the hand-over clock starts anew. */
  unmerge: {
    from: ['merged'],
    to: 'filed',
    by: [p.committee],
    needs: [n.principalNotReplied],
    starts: ['handOver'],
    tells: ['sponsors', 'asked', 'committee'],
  },

  /** To an assigning office, often many at once at the hand-over meeting. */
  handOver: {
    from: ['filed'],
    to: 'handedOver',
    by: [p.committee],
    needs: [n.noMergeOpen, n.noWithdrawalAsked],
    starts: ['route'],
    stops: ['handOver'],
    tells: ['assigningOffice', 'sponsors'],
  },

  /** practice: the office sends back what belongs to another office */
  handBack: {
    from: ['handedOver'],
    to: 'filed',
    by: [p.assigningOffice],
    needs: [n.noLeadLeft],
    starts: ['handOver'],
    stops: ['route'],
    tells: ['committee'],
  },

  /** One lead with or without co-handlers, or several leads; the units' own clocks start with their assignments. */
  assign: {
    from: ['handedOver'],
    to: 'handling',
    by: [p.assigningOffice],
    needs: [n.modeFits, n.unitsDiffer, n.noWithdrawalAsked],
    stops: ['route'],
    tells: ['units', 'sponsors', 'committee'],
  },

  /** The lead was released: the office has to find another. */
  reroute: {
    from: ['handling'],
    to: 'handedOver',
    by: [p.system],
    needs: [n.noLeadLeft],
    starts: ['route'],
    tells: ['assigningOffice', 'committee'],
    then: ['letGo'],
  },

  /** 分办: when the last of the leads has issued its reply. */
  completeReplies: {
    from: ['handling'],
    to: 'replied',
    by: [p.system],
    needs: [n.everyReplyIssued],
    starts: ['feedback'],
    stops: ['decideWithdrawal'],
    tells: ['sponsors', 'committee', 'assigningOffice'],
  },

  /** 不满意, confirmed by the director, opens another round. */
  rehandle: {
    from: ['replied'],
    to: 'handedOver',
    by: [p.director],
    needs: [n.dissatisfied, n.rehandlingOpen],
    starts: ['route'],
    stops: ['feedback', 'confirmRehandling', 'conclude'],
    tells: ['sponsors', 'assigningOffice', 'units', 'committee'],
    then: ['letGo'],
  },

  /** When the forms are in or their time is over; co-handlers that never answered are let go. */
  conclude: {
    from: ['replied'],
    to: 'concluded',
    by: [p.committee],
    needs: [n.formsInOrOver, n.rehandlingSettled],
    starts: ['archive'],
    stops: ['feedback', 'conclude', 'confirmRehandling', 'coOpinion', 'countersign', 'decideAdd'],
    tells: ['sponsors', 'units', 'assigningOffice'],
    then: ['letGo'],
  },

  /** Below the pass mark of the Standing Committee's evaluation. */
  rehandleAfterEvaluation: {
    from: ['concluded'],
    to: 'handedOver',
    by: [p.director],
    needs: [n.evaluatedBelowPass],
    starts: ['route'],
    stops: ['archive', 'secondFeedback'],
    tells: ['sponsors', 'assigningOffice', 'units', 'committee'],
    then: ['letGo'],
  },

  /** What was promised is followed up first, then archived. */
  archive: {
    from: ['concluded'],
    to: 'archived',
    by: [p.committee],
    needs: [
      ...[n.evaluatedIfKey, n.noOpenPromises, n.notInOpenNotice, n.notOnAgenda],
      ...[u.urgingAnswered, f.followUpAnswered, f.secondRatingIn],
    ],
    stops: 'all',
  },
} as const satisfies Table<ProposalStage, ProposalFacts>;

export const proposal = {
  name: 'proposal',
  stages: PROPOSAL_STAGES,
  finals: FINAL_PROPOSAL_STAGES,
  actions: { ...moves, ...proposalCasework, ...proposalUrging, ...proposalAfterReply },
} as const satisfies Machine<ProposalStage, ProposalFacts>;
export type ProposalAction = keyof typeof proposal.actions;
