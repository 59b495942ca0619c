import { assignmentStages } from '../../../lifecycle/words/stages';
import { Moment } from '../../../platform/pages/day-words';
import type { TimelineEntry } from '../../../proposals/dossier/timeline';
import type { Dossier } from '../../deeds/deed-subject';
import { unitNameOf } from '../bodies';

/** How many entries stand on the page of the case. */
const SHOWN = 20;

export const HistorySection = ({ dossier }: { dossier: Dossier }) => (
  <>
    <Entries entries={dossier.history} dossier={dossier} />
    {dossier.history.length >= SHOWN && (
      <p class="no-print">
        <a href={`/proposals/${dossier.id}/history?before=${dossier.history.at(-1)!.id}`}>更早的经过</a>
      </p>
    )}
  </>
);

export const Entries = ({ entries, dossier }: { entries: readonly TimelineEntry[]; dossier: Dossier }) => (
  <ol class="timeline">
    {entries.map((entry) => (
      <li>
        <Moment at={entry.at} />
        <strong>{entry.actionWord}</strong> {subjectOf(entry, dossier)}
        {entry.actor}
        {entry.onBehalfOf && `（代${entry.onBehalfOf}）`}
        {entry.words && <div>{entry.words}</div>}
      </li>
    ))}
  </ol>
);

/** Which unit's part of the work it was, and how that stands since. */
function subjectOf({ subject, subjectId, stage }: TimelineEntry, dossier: Dossier): string {
  const unit = subject === 'assignment' ? unitNameOf(dossier, subjectId) : null;
  return unit ? `${unit}（${assignmentStages[stage as keyof typeof assignmentStages] ?? stage}） ` : '';
}
