import type { ClockName } from '../../lifecycle/clocks';
import type { MachineName } from '../../lifecycle/rule';
import { actionWord } from '../../lifecycle/words/words';
import { deedPath } from './deed-words';

interface Owed {
  readonly clock: ClockName;
  readonly subjectId: number;
  readonly proposalId: number | null;
}

type Ending = readonly [machine: Exclude<MachineName, 'evaluation'>, action: string];

/**
 * What ends a clock where whoever owes it can do just that. Not the other way round from the tables: they know many ends,
 * and the only one that names a clock may be the exception (a refusal, or what another signs). Where there is something to
 * weigh, to grant or to refuse, to receive or to return, one looks at the case.
 */
export const ENDINGS: Partial<Record<ClockName, Ending>> = {
  submit: ['proposal', 'submit'],
  revise: ['proposal', 'submit'],
  examine: ['proposal', 'recommend'],
  handOver: ['proposal', 'handOver'],
  countersign: ['assignment', 'countersign'],
  issueReply: ['assignment', 'issueReply'],
  feedback: ['proposal', 'rate'],
  secondFeedback: ['proposal', 'rateAgain'],
  archive: ['proposal', 'archive'],
  prepareNotice: ['publication', 'prepare'],
};

/** The deed that ends a clock, and its address. */
export function endingDeed({ clock, subjectId, proposalId }: Owed) {
  const ending = ENDINGS[clock];
  if (!ending) return undefined;
  const [machine, action] = ending;
  const word = actionWord(machine, action);
  if (machine === 'assignment') return { href: deedPath('assignments', subjectId, action), word };
  if (machine === 'publication') return { href: deedPath('notices', subjectId, action), word };
  return proposalId === null ? undefined : { href: deedPath('proposals', proposalId, action), word };
}
