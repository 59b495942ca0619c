import { AT_WORK, assignmentCasework } from './assignment-casework';
import { assignmentPromises } from './assignment-promises';
import { ASSIGNMENT_STAGES, type AssignmentFacts, type AssignmentStage } from './facts';
import { FINAL_ASSIGNMENT_STAGES } from './finals';
import * as n from './needs';
import * as p from './permissions';
import type { Machine, Table } from './rule';

/** The clocks of a unit's own time: they rest while a decision on a return is pending. */
const UNIT_TIME = ['reply', 'replyRound2', 'firstContact', 'coOpinion', 'returnWindow'] as const;

/** The way of an assignment, one per unit and round. Clauses are those of domain section 5. */
const moves = {
  /** A consequence of `assign` (or of a unit added), for each unit chosen; a re-assignment starts its clocks anew. */
  begin: {
    from: 'nothing',
    to: 'pending',
    by: [p.system],
    starts: ['acknowledge', 'returnWindow'],
    mayStart: ['firstContact', 'reply', 'replyRound2', 'coOpinion'],
    leavesOneOf: ['reply', 'replyRound2', 'coOpinion'],
    tells: ['unit'],
  },

  acknowledge: {
    from: ['pending'],
    to: 'accepted',
    by: [p.unit],
    stops: ['acknowledge'],
    tells: ['assigningOffice', 'committee'],
  },

  /** Late is deemed accepted. */
  deemAccepted: {
    from: ['pending'],
    to: 'accepted',
    by: [p.system],
    needs: [n.acknowledgeOver],
    stops: ['acknowledge'],
    tells: ['unit', 'assigningOffice', 'committee'],
  },

  /** With a reason and the unit thought right. A unit may never forward. The time is not charged. */
  requestReturn: {
    from: ['pending', 'accepted'],
    to: 'returnRequested',
    by: [p.unit],
    needs: [n.inReturnWindow, n.notBinding, n.noRequestOpen],
    starts: ['decideReturn'],
    stops: ['acknowledge'],
    pauses: UNIT_TIME,
    tells: ['assigningOffice', 'committee'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },

  grantReturn: {
    from: ['returnRequested'],
    to: 'released',
    by: [p.officeOfCase],
    stops: 'all',
    tells: ['unit', 'committee'],
    seenBy: ['assigningOffice', 'units', 'committee'],
    then: ['reroute', 'completeReplies'],
  },

  refuseReturn: {
    from: ['returnRequested'],
    to: 'accepted',
    by: [p.officeOfCase],
    stops: ['decideReturn'],
    resumes: UNIT_TIME,
    tells: ['unit', 'committee'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },

  /** The office takes an assignment back by itself and assigns anew. */
  recall: {
    from: ['pending', 'accepted', 'drafting', 'countersigning'],
    to: 'released',
    by: [p.officeOfCase],
    stops: 'all',
    tells: ['unit', 'committee'],
    then: ['reroute', 'completeReplies'],
  },

  /** A co-handler that never answered is let go when the case moves on without it; everyone when it is withdrawn. */
  letGo: {
    from: ['pending', 'returnRequested', ...AT_WORK],
    to: 'released',
    by: [p.system],
    needs: [n.mayBeLetGo],
    stops: 'all',
    tells: ['unit'],
  },

  /** A co-handler's opinion goes to the lead, with its own document number, never to the sponsor. */
  giveOpinion: {
    from: ['accepted'],
    to: 'opinionGiven',
    by: [p.unitLeader],
    needs: [n.isCoHandler],
    stops: ['coOpinion', 'returnWindow', 'firstContact'],
    tells: ['leadUnits'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },

  draftReply: {
    from: ['accepted', 'drafting'],
    to: 'drafting',
    by: [p.unit],
    needs: [n.isLead],
    seenBy: ['units'],
  },

  askCountersign: {
    from: ['drafting'],
    to: 'countersigning',
    by: [p.unit],
    needs: [n.hasCoHandlers, n.replyComplete],
    starts: ['countersign'],
    tells: ['units'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },

  /** Countersignatures were for the old text: they fall away. */
  reviseDraft: {
    from: ['countersigning'],
    to: 'drafting',
    by: [p.unit],
    stops: ['countersign'],
    tells: ['units'],
    seenBy: ['units'],
  },

  submitForAudit: {
    from: ['drafting', 'countersigning'],
    to: 'auditing',
    by: [p.unit],
    needs: [n.isLead, n.replyComplete, n.contacted, n.everyoneCountersigned],
    starts: ['audit'],
    stops: ['countersign'],
    tells: ['assigningOffice'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },

  sendBack: {
    from: ['auditing'],
    to: 'drafting',
    by: [p.officeOfCase],
    stops: ['audit', 'issueReply'],
    tells: ['unit'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },

  /** Signed and issued with a document number. What is planned with dates becomes promises. */
  issueReply: {
    from: ['auditing'],
    to: 'issued',
    by: [p.unitLeader],
    needs: [n.audited, n.replyComplete, n.everyoneCountersigned, n.principalLeaderSigns],
    mayStart: ['promise'],
    stops: ['issueReply', 'decideAdd', 'decideExtension', ...UNIT_TIME],
    tells: ['sponsors', 'committee', 'assigningOffice', 'units'],
    then: ['completeReplies'],
  },
} as const satisfies Table<AssignmentStage, AssignmentFacts>;

export const assignment = {
  name: 'assignment',
  stages: ASSIGNMENT_STAGES,
  finals: FINAL_ASSIGNMENT_STAGES,
  actions: { ...moves, ...assignmentCasework, ...assignmentPromises },
} as const satisfies Machine<AssignmentStage, AssignmentFacts>;
export type AssignmentAction = keyof typeof assignment.actions;
