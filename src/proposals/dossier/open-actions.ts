import { actionsOpenTo, type OpenAction } from '../../lifecycle/decide';
import type { AssignmentFacts } from '../../lifecycle/facts';
import type { Actor } from '../../lifecycle/people';
import { machineOf } from '../../lifecycle/rulebook';
import type { MachineName, Moment } from '../../lifecycle/rule';
import { isRefusalCode, refusals } from '../../lifecycle/words/refusals';
import { actionWord } from '../../lifecycle/words/words';
import type { CaseRows } from '../facts/case-rows';
import type { Subject } from '../facts/subject';

/** The buttons of a case: what is open to the reader, and what still stands in the way of the rest. */
export function openActions(rows: CaseRows, subject: Subject<{ stage: string }>, actor: Actor, now: Moment) {
  return actionsOpenTo(machineOf('proposal'), subject.facts, actor, now).map((open) =>
    button('proposal', open),
  );
}

/** The same for an assignment, whose facts take more than the rows of a case. */
export function openActionsOfAssignment(facts: AssignmentFacts, actor: Actor, now: Moment) {
  return actionsOpenTo(machineOf('assignment'), facts, actor, now).map((open) => button('assignment', open));
}

export function button(machine: MachineName, { action, refusals: codes }: OpenAction) {
  const reasons = codes.map((code) => ({ code, message: isRefusalCode(code) ? refusals[code] : code }));
  return { action, word: actionWord(machine, action), reasons };
}
