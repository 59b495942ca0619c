import type { Actor } from '../lifecycle/people';
import { hiddenFrom } from './dossier/timeline';
import { type Condition, seesMeetings, seesNotices, sidesOf, visibleTo } from './visibility';

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
  ];
  const hidden = hiddenFrom(sidesOf(actor));
  const sql = `((h."proposalId" IS NOT NULL AND ${gate.sql})
    OR (h."proposalId" IS NULL AND h."kind" IN (${marks(kinds)})))
    AND h."kind" || '.' || h."action" NOT IN (${marks(hidden)})`;
  return { sql, params: [...gate.params, ...kinds, ...hidden] };
}

// SQL knows no empty list: one of a value that nothing has.
const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ') || `''`;
