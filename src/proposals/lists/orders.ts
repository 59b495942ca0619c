import type { Actor } from '../../lifecycle/people';
import type { Condition } from '../visibility';
import type { SORTS } from './list.dto';
import { runningStep } from './owing';

export type Sort = (typeof SORTS)[number];

const BY_ROW = {
  newest: 'p."id" DESC',
  oldest: 'p."id"',
  caseNo: 'p."sessionId" DESC, p."caseNo", p."id"',
} as const satisfies Partial<Record<Sort, string>>;

/**
 * What a list is sorted by, in SQL over the proposal `p`. By due day: the most urgent step that somebody owes and the
 * reader may know of comes first, cases where nothing is owed last.
 */
export function orderOf(sort: Sort | null | undefined, actor: Actor): Condition {
  if (sort !== 'due') return { sql: BY_ROW[sort ?? 'newest'], params: [] };
  const step = runningStep('od', actor);
  const first = `SELECT MIN(od."dueOn") FROM "deadline" od WHERE od."proposalId" = p."id" AND ${step.sql}`;
  return { sql: `COALESCE((${first}), '9999'), p."id" DESC`, params: step.params };
}
