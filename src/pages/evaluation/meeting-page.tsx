import { AgendaSection, isCounted } from './agenda-section';
import { CloseSection } from './close-section';
import { LiveNumbers } from './live-numbers';
import { MeetingFacts, MeetingHead } from './meeting-head';
import type { MeetingSheet } from './meeting-sheet';
import { PapersSection, PresenceSection } from './presence-section';

interface Props {
  readonly sheet: MeetingSheet;
  /** Cases of the agenda that the reader may open. */
  readonly readable: ReadonlySet<number>;
  readonly csrf: string;
  /** Prepares, counts or audits: may know who has voted. */
  readonly runs: boolean;
}

/** A meeting before its participants: what is next, how many are there, what is voted on. */
export const MeetingPage = ({ sheet, readable, csrf, runs }: Props) => (
  <>
    <MeetingHead sheet={sheet} />
    {isCounted(sheet) && <AgendaSection {...{ sheet, readable }} />}
    <LiveNumbers sheet={sheet} />
    <CloseSection sheet={sheet} csrf={csrf} />
    <PapersSection sheet={sheet} csrf={csrf} />
    <PresenceSection sheet={sheet} csrf={csrf} />
    {!isCounted(sheet) && <AgendaSection {...{ sheet, readable }} />}
    <MeetingFacts sheet={sheet} runs={runs} />
  </>
);
