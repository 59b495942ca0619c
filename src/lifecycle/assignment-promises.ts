import type { AssignmentFacts, AssignmentStage } from './facts';
import * as f from './follow-up-needs';
import * as n from './needs';
import * as p from './permissions';
import type { Table } from './rule';

/** What becomes of the promises (承诺事项) of an issued reply. */
export const assignmentPromises = {
  /** When a B is later done it becomes A, and the first class is kept. What was asked about it is answered by it. */
  keepPromise: {
    from: ['issued'],
    by: [p.unit],
    needs: [n.promisesOpen],
    stops: ['promise', 'decideCarryOver', 'followUp'],
    tells: ['sponsors', 'committee'],
  },
  attachEvidence: { from: ['issued'], by: [p.unit], needs: [f.evidenceUnconfirmed] },
  confirmEvidence: {
    from: ['issued'],
    by: [p.committeeNotReporter],
    needs: [f.evidenceWaits],
    tells: ['unit'],
  },
  /** Open again, by the day it was promised for; an archived case was archived on that very evidence. */
  rejectEvidence: {
    from: ['issued'],
    by: [p.committeeNotReporter],
    needs: [f.evidenceWaits, f.caseOpen],
    starts: ['promise'],
    tells: ['unit', 'sponsors', 'committee'],
    then: ['deferArchive'],
  },

  /** 结转: to a later day, with a reason; also when it is overdue, for then it is most needed. */
  askCarryOver: {
    from: ['issued'],
    by: [p.unit],
    needs: [n.promisesOpen, f.caseOpen, f.promiseOpen, f.noCarryOverOpen, f.laterThanPromised],
    starts: ['decideCarryOver'],
    tells: ['committee'],
  },
  /** The first day is kept; told to the sponsors, to whom it was promised. */
  grantCarryOver: {
    from: ['issued'],
    by: [p.committeeNotAsker],
    needs: [f.carryOverAsked, f.caseOpen, f.laterThanPromised],
    stops: ['decideCarryOver'],
    tells: ['unit', 'sponsors', 'committee'],
    then: ['deferArchive'],
  },
  refuseCarryOver: {
    from: ['issued'],
    by: [p.committeeNotAsker],
    needs: [f.carryOverAsked],
    stops: ['decideCarryOver'],
    tells: ['unit'],
  },

  /** Whether the public may read of it, in words cleared of personal data. */
  showPromise: { from: ['issued'], by: [p.committee], needs: [f.replyPublic], seenBy: ['committee'] },
  hidePromise: { from: ['issued'], by: [p.committee], seenBy: ['committee'] },

  /** 回头看: how things stand, with evidence, by a day. */
  askFollowUp: {
    from: ['issued'],
    by: [p.committee],
    needs: [f.caseOpen],
    starts: ['followUp'],
    tells: ['unit'],
  },
  answerFollowUp: {
    from: ['issued'],
    by: [p.unit],
    needs: [f.followUpAsked],
    stops: ['followUp'],
    tells: ['committee', 'sponsors'],
  },
  /** The campaign is over: what was not answered stays unanswered. */
  endFollowUp: { from: ['issued'], by: [p.committee], stops: ['followUp'], tells: ['unit'] },
} as const satisfies Table<AssignmentStage, AssignmentFacts>;
