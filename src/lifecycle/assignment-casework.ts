import type { AssignmentFacts, AssignmentStage } from './facts';
import * as n from './needs';
import * as p from './permissions';
import type { Table } from './rule';

export const AT_WORK = ['accepted', 'drafting', 'countersigning', 'auditing'] as const;

/** What is done to an assignment while its stage stays as it is. */
export const assignmentCasework = {
  closeReturnWindow: {
    from: ['pending', ...AT_WORK],
    by: [p.system],
    needs: [n.returnWindowOver],
    stops: ['returnWindow'],
    tells: ['unit'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },

  /** Accept and ask to add another unit. */
  askToAdd: {
    from: ['accepted', 'drafting'],
    by: [p.unit],
    needs: [n.isLead, n.noRequestOpen, n.addsAnotherUnit],
    starts: ['decideAdd'],
    tells: ['assigningOffice'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },

  grantAdd: {
    from: AT_WORK,
    by: [p.officeOfCase],
    needs: [n.addRequested, n.addsAnotherUnit],
    stops: ['decideAdd'],
    tells: ['unit', 'units', 'committee'],
  },

  refuseAdd: {
    from: AT_WORK,
    by: [p.officeOfCase],
    needs: [n.addRequested],
    stops: ['decideAdd'],
    tells: ['unit'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },

  /** 面商: mode, people, outcome; or that the sponsor declined a visit. */
  recordConsultation: {
    from: AT_WORK,
    by: [p.unit],
    stops: ['firstContact'],
    tells: ['sponsors'],
  },

  reportProgress: {
    from: [...AT_WORK, 'issued', 'opinionGiven'],
    by: [p.unit],
    tells: ['sponsors', 'committee'],
  },

  /** Asked before the time ends, decided, told to the sponsor, never past the cap. */
  askExtension: {
    from: AT_WORK,
    by: [p.unit],
    needs: [n.isLead, n.noRequestOpen, n.replyNotOverdue, n.withinCap, n.untilAhead],
    starts: ['decideExtension'],
    tells: ['assigningOffice'],
  },

  grantExtension: {
    from: AT_WORK,
    by: [p.officeOfCase],
    needs: [n.extensionRequested, n.withinCap, n.untilAhead],
    stops: ['decideExtension'],
    tells: ['unit', 'sponsors', 'committee'],
  },

  refuseExtension: {
    from: AT_WORK,
    by: [p.officeOfCase],
    needs: [n.extensionRequested],
    stops: ['decideExtension'],
    tells: ['unit'],
  },

  countersign: {
    from: ['accepted', 'opinionGiven'],
    by: [p.unitLeader],
    needs: [n.isCoHandler, n.countersignAsked],
    stops: ['countersign'],
    tells: ['leadUnits'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },

  /** The lead cannot issue without a countersignature, or records why one is missing. */
  explainMissing: {
    from: ['countersigning', 'auditing'],
    by: [p.unitLeader],
    needs: [n.coHandlerOutstanding],
    stops: ['countersign'],
    tells: ['units', 'assigningOffice'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },

  /** The office may correct the class, or send the draft back. */
  correctClass: {
    from: ['auditing'],
    by: [p.officeOfCase],
    needs: [n.notAudited],
    tells: ['unit'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },

  passAudit: {
    from: ['auditing'],
    by: [p.officeOfCase],
    needs: [n.notAudited],
    starts: ['issueReply'],
    stops: ['audit'],
    tells: ['unit'],
    seenBy: ['assigningOffice', 'units', 'committee'],
  },
} as const satisfies Table<AssignmentStage, AssignmentFacts>;
