import { actionsOpenTo } from '../../lifecycle/decide';
import type { Actor } from '../../lifecycle/people';
import { machineOf } from '../../lifecycle/rulebook';
import type { MachineName, Moment } from '../../lifecycle/rule';
import { actionWord } from '../../lifecycle/words/words';
import { reasonOf } from '../door';

/** A button: what is open to the reader, and what still stands in the way. */
export interface OpenButton {
  readonly action: string;
  readonly word: string;
  readonly reasons: readonly { code: string; message: string }[];
}

/** The buttons of a subject, straight from its table. */
export function openActions(
  machine: MachineName,
  facts: { readonly stage: string },
  actor: Actor,
  now: Moment,
): OpenButton[] {
  return actionsOpenTo(machineOf(machine), facts, actor, now).map(({ action, refusals }) => ({
    action,
    word: actionWord(machine, action),
    reasons: refusals.map(reasonOf),
  }));
}
