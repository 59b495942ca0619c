import type { ClockName } from '../lifecycle/clocks';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Act } from './act';

type After = Pick<ProposalFacts, 'forms' | 'rehandlingDeclined'>;

/**
 * Who owes the next step once the forms stand as in `after`: the director while somebody is not satisfied, else, when
 * nobody is waited for any more, the committee. What was owed before and still is keeps its day.
 */
export function nextDebts(act: Act<ProposalFacts>, after: After): void {
  const undecided = after.forms.some((form) => form.dissatisfied) && !after.rehandlingDeclined;
  owe(act, 'confirmRehandling', undecided);
  owe(act, 'conclude', !undecided && !isWaiting(act));
}

/** Whether somebody still has time to answer, besides whoever the deed settles. */
function isWaiting({ facts, settled }: Act<ProposalFacts>): boolean {
  const answered = settled.filter((each) => each.clock === 'feedback').map((each) => each.subjectId);
  return facts.running.some(({ clock, subjectId }) => clock === 'feedback' && !answered.includes(subjectId));
}

function owe(act: Act<ProposalFacts>, clock: ClockName, wanted: boolean): void {
  if (!wanted) return;
  if (act.facts.running.some((running) => running.clock === clock)) act.keep(clock);
  else act.start({ clock, subjectId: act.id });
}
