import type { ProposalFacts, ProposalStage } from './facts';
import * as f from './follow-up-needs';
import * as p from './permissions';
import type { Table } from './rule';

const AFTERWARDS = ['concluded', 'archived'] as const;

/** What comes of promises when a case is closed; no stage moves. */
export const proposalAfterReply = {
  /** Nobody can archive before the last promise is due: when that moves, or there is one again, so does the time for it. */
  deferArchive: {
    from: ['concluded'],
    by: [p.system],
    starts: ['archive'],
    stops: ['archive'],
    seenBy: ['committee'],
  },
  /**
   * Months after the reply the first sponsors are asked once more, for a class B is judged by what was done since. In
   * person alone, so there is nothing to be entered for anybody.
   */
  openSecondRating: {
    from: AFTERWARDS,
    by: [p.system],
    needs: [f.secondRatingDue],
    starts: ['secondFeedback'],
    tells: ['sponsors'],
    seenBy: ['committee', 'sponsors'],
  },
  rateAgain: {
    from: AFTERWARDS,
    by: [p.rater],
    needs: [f.secondRatingOpen, f.ratesAgainForRater],
    stops: ['secondFeedback'],
    tells: ['committee'],
    seenBy: ['committee', 'sponsors'],
  },
  /**
   * Told to committee and director, and no more: another round would take the reply of a closed case back, and what is
   * amiss now is that a promise is not kept, for which there are clocks, urging letters and the follow-up.
   */
  dissatisfiedAgain: {
    from: AFTERWARDS,
    by: [p.system],
    tells: ['committee', 'director'],
    seenBy: ['committee'],
  },
  /** Unanswered is no answer. */
  closeSecondRating: {
    from: AFTERWARDS,
    by: [p.system],
    needs: [f.secondFeedbackOver],
    stops: ['secondFeedback'],
    seenBy: ['committee'],
  },
} as const satisfies Table<ProposalStage, ProposalFacts>;
