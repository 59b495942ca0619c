import { AgendaSection, isCounted } from './agenda-section';
import { CloseSection } from './close-section';
import { LiveNumbers } from './live-numbers';
import { MeetingFacts, MeetingHead } from './meeting-head';
import type { MeetingSheet } from './meeting-sheet';
import { PapersSection, PresenceSection } from './presence-section';

interface Props {
  readonly sheet: MeetingSheet;
  readonly csrf: string;
  /** Prepares, counts or audits: may know who has voted. */
  readonly runs: boolean;
}

/** A meeting before its participants: what is next, how many are there, what is voted on. */
export const MeetingPage = ({ sheet, csrf, runs }: Props) => (
  <>
    <MeetingHead sheet={sheet} />
    {isCounted(sheet) && <AgendaSection sheet={sheet} />}
    <LiveNumbers sheet={sheet} />
    <CloseSection sheet={sheet} csrf={csrf} />
    <PapersSection sheet={sheet} csrf={csrf} />
    <PresenceSection sheet={sheet} csrf={csrf} />
    {!isCounted(sheet) && <AgendaSection sheet={sheet} />}
    <MeetingFacts sheet={sheet} runs={runs} />
  </>
);
