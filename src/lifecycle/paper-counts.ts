/** How the tellers' counts of one item stand: of the attempt at hand only, never what was counted. */
export interface PaperCountFact {
  readonly itemId: number;
  readonly attempt: number;
  readonly enteredBy: readonly number[];
  /** Two tellers have counted the same. */
  readonly agreed: boolean;
  /** Names of what the last two counts differed in, until they agree. */
  readonly differing: readonly string[];
  /** Both have found more papers than were handed out. */
  readonly exceeds: boolean;
}

interface Round {
  readonly issued: number;
  readonly collected: number;
  readonly paperCounts: readonly PaperCountFact[];
}

/**
 * More collected than issued, of all ballots or of the papers alone: an electronic ballot that nobody used makes no room
 * for a paper that nobody was given.
 */
export const exceedsIssued = ({ issued, collected, paperCounts }: Round): boolean =>
  collected > issued || paperCounts.some((count) => count.exceeds);
