import type { ClockName } from '../lifecycle/clocks';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Act } from '../proposals/act';

type After = Pick<ProposalFacts, 'forms' | 'raters' | 'rehandlingDeclined'>;

/**
 * Who owes the next step once the forms stand as in `after`: the director while somebody is not satisfied, else, when
 * all have answered, the committee. What was owed before and still is keeps its day.
 */
export function nextDebts(act: Act<ProposalFacts>, after: After): void {
  const undecided = after.forms.some((form) => form.dissatisfied) && !after.rehandlingDeclined;
  const allIn = after.raters.every((id) => after.forms.some((form) => form.sponsorId === id));
  owe(act, 'confirmRehandling', undecided);
  owe(act, 'conclude', allIn && !undecided);
}

function owe(act: Act<ProposalFacts>, clock: ClockName, wanted: boolean): void {
  if (!wanted) return;
  if (act.facts.running.some((running) => running.clock === clock)) act.keep(clock);
  else act.start({ clock, subjectId: act.id });
}
