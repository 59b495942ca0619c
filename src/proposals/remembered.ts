import { type Actor, type Hat, wears } from '../lifecycle/people';
import { hiddenFrom } from './dossier/timeline';
import { clocksVisibleTo, type Condition, seesMeetings, seesNotices, sidesOf, visibleTo } from './visibility';

/**
 * Entries of the history `h`, with the case `p` they belong to, that an actor may be reminded of: what passes the gate
 * today, and what their sides may read of it. Whoever was told of something in another hat, or while they still saw
 * it, is told nothing more.
 */
export function rememberedBy(actor: Actor): Condition {
  const gate = visibleTo(actor);
  const kinds = [
    ...(seesMeetings(actor) ? ['evaluation'] : []),
    ...(seesNotices(actor) ? ['publication'] : []),
    ...(hearsOfCalendar(actor) ? ['calendar'] : []),
    ...(wears(actor, 'committee') ? ['comment'] : []),
  ];
  const hidden = hiddenFrom(sidesOf(actor));
  const sql = `((h."proposalId" IS NOT NULL AND ${gate.sql})
    OR (h."proposalId" IS NULL AND h."kind" IN (${marks(kinds)})))
    AND h."kind" || '.' || h."action" NOT IN (${marks(hidden)})`;
  return { sql, params: [...gate.params, ...kinds, ...hidden] };
}

/**
 * Reminders of a deadline `d`, of the case `p` where it is of one, that an actor may still read: the case passes the
 * gate today, and the clock is one they may know of.
 */
export function remindedBy(actor: Actor): Condition {
  const [gate, clocks] = [visibleTo(actor), clocksVisibleTo(actor, 'd')];
  const kinds = [
    ...(seesMeetings(actor) ? ['evaluation'] : []),
    ...(seesNotices(actor) ? ['publication'] : []),
  ];
  const sql = `((d."proposalId" IS NOT NULL AND ${gate.sql})
    OR (d."proposalId" IS NULL AND d."subjectKind" IN (${marks(kinds)}))) AND ${clocks.sql}`;
  return { sql, params: [...gate.params, ...kinds, ...clocks.params] };
}

const CALENDAR_READERS: Hat[] = ['administrator', 'committee', 'director', 'office', 'auditor'];
const hearsOfCalendar = (actor: Actor): boolean =>
  actor.system === true || CALENDAR_READERS.some((hat) => wears(actor, hat));

// SQL knows no empty list: one of a value that nothing has.
const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ') || `''`;
