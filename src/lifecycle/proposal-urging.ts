import type { ProposalFacts, ProposalStage } from './facts';
import * as n from './needs';
import * as p from './permissions';
import type { Table } from './rule';
import * as u from './urging-needs';

/** While others work on it, and as long as they have promised something. */
const URGED = ['handedOver', 'handling', 'replied', 'concluded'] as const;

/** What committee, leaders and sponsors do so that handling goes on; the stage stays as it is. */
export const proposalUrging = {
  /**
   * 请催办: not only when something is overdue, for a sponsor sees that nobody has called long before a clock does; a
   * setting keeps it from becoming a habit.
   */
  askUrging: {
    from: URGED,
    by: [p.sponsorOfCase],
    needs: [u.somethingToUrge, u.noUrgingOpen, u.notUrgedLately],
    starts: ['answerUrging'],
    tells: ['committee'],
    seenBy: ['committee', 'sponsors'],
  },
  /** With the reason; a case that an office has sent back may still owe its sponsors this answer. */
  declineUrging: {
    from: ['filed', ...URGED],
    by: [p.committee],
    needs: [u.urgingAsked],
    stops: ['answerUrging'],
    tells: ['urger'],
    seenBy: ['committee', 'sponsors'],
  },
  /** The letter itself is between committee and units: whoever asked for it learns that it has been written. */
  urgingGranted: {
    from: URGED,
    by: [p.system],
    needs: [u.urgingAsked],
    stops: ['answerUrging'],
    tells: ['urger'],
    seenBy: ['committee', 'sponsors'],
  },
  /** Numbered urging letters of the committee. */
  urge: {
    from: URGED,
    by: [p.committee],
    tells: ['assigningOffice', 'units'],
    seenBy: ['committee', 'assigningOffice', 'units'],
  },
  /** Key proposals are led by leaders and supervised. */
  supervise: {
    from: ['filed', ...URGED],
    by: [p.committee, p.director],
    needs: [n.isKey],
    tells: ['assigningOffice', 'units'],
    seenBy: ['committee', 'assigningOffice', 'units'],
  },
} as const satisfies Table<ProposalStage, ProposalFacts>;
