import type { Actor } from '../../lifecycle/people';
import { isDebt } from '../deadlines/debts';
import { type Condition, visibleTo } from '../visibility';

/**
 * A step is mine when I wear its hat for its body; the case still has to pass the gate. A time within which something may
 * be asked is owed by nobody.
 */
export function owedBy(actor: Actor, overdueOn: string | null): Condition {
  const gate = visibleTo(actor);
  const hats = actor.hats.map((worn) =>
    worn.scopeId === null
      ? '(d."owerHat" = ? AND d."owerScope" IS NULL)'
      : '(d."owerHat" = ? AND d."owerScope" = ?)',
  );
  const mine = hats.length > 0 ? hats.join(' OR ') : '1 = 0';
  const params = actor.hats.flatMap((worn) =>
    worn.scopeId === null ? [worn.hat] : [worn.hat, worn.scopeId],
  );
  const overdue = overdueOn ? 'AND d."dueOn" < ?' : '';
  return {
    sql: `d."state" = 'running' AND ${isDebt('d')} AND (${mine}) AND (d."proposalId" IS NULL OR ${gate.sql}) ${overdue}`,
    params: [...params, ...gate.params, ...(overdueOn ? [overdueOn] : [])],
  };
}
