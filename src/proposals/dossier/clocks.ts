import { clockOf } from '../../lifecycle/clocks';
import type { Actor, Hat } from '../../lifecycle/people';
import type { Moment } from '../../lifecycle/rule';
import { clockWords, hats } from '../../lifecycle/words/terms';
import type { CaseRows, ClockRow } from '../facts/case-rows';
import { isOver } from '../facts/proposal-facts';
import { seesClock } from '../visibility';

/** Who owes what by when, most urgent first. The first debt among them is what the case waits for. */
export function clocksFor(rows: CaseRows, actor: Actor, now: Moment) {
  return rows.clocks.filter((row) => seesClock(actor, row)).map((row) => clockOfRow(row, now));
}

export function clockOfRow(row: ClockRow, now: Moment) {
  const { id, clock, subjectKind, subjectId, owerScope, startedOn, dueOn, dueAt, state } = row;
  return {
    ...{ id, clock, subjectKind, subjectId, owerScope, startedOn, dueOn, dueAt, state },
    word: clockWords[clock],
    owerHat: row.owerHat,
    ower: hats[row.owerHat as Hat],
    debt: clockOf(clock).debt !== false,
    provisional: Boolean(row.provisional),
    overdue: row.state === 'running' && isOver(row, now),
  };
}
