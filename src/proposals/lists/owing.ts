import { type Actor, type Hat, type Side } from '../../lifecycle/people';
import type { Moment } from '../../lifecycle/rule';
import { isDebt } from '../deadlines/debts';
import { clocksVisibleTo, type Condition, SEATS } from '../visibility';
import type { ProposalsQuery } from './list.dto';

type Owing = Pick<ProposalsQuery, 'overdue' | 'dueFrom' | 'dueTo' | 'owedBy' | 'owedByUnitId'>;

const UNIT_HATS = SEATS.units;
const listed = (values: readonly unknown[]) => values.map(() => '?').join(', ');

/** SQL: the deadline `alias` is a running step that the actor may know of. */
export function runningStep(alias: string, actor: Actor): Condition {
  const seen = clocksVisibleTo(actor, alias);
  return { sql: `${alias}."state" = 'running' AND ${isDebt(alias)} AND ${seen.sql}`, params: seen.params };
}

/** SQL: somebody of these hats owes the deadline `alias`, for this body where one is given. */
const owedIn = (alias: string, hats: readonly Hat[], scope: number | null = null): Condition => ({
  sql: `${alias}."owerHat" IN (${listed(hats)})${scope === null ? '' : ` AND ${alias}."owerScope" = ?`}`,
  params: [...hats, ...(scope === null ? [] : [scope])],
});

/** One and the same step of the case is due then, late, and owed by them; `overdue: false` turns it round. */
export function owing(query: Owing, now: Moment, actor: Actor): Condition[] {
  const parts = partsOf(query, now);
  if (parts.length === 0) return [];
  const all = [runningStep('fd', actor), ...parts];
  const where = all.map(({ sql }) => sql).join(' AND ');
  const params = all.flatMap(({ params }) => params);
  // Few cases are one unit's: they are found by index, while others are asked case by case.
  if (query.owedByUnitId != null && query.overdue !== false)
    return [{ sql: `p."id" IN (SELECT fd."proposalId" FROM "deadline" fd WHERE ${where})`, params }];
  const exists = `EXISTS (SELECT 1 FROM "deadline" fd WHERE fd."proposalId" = p."id" AND ${where})`;
  return [{ sql: query.overdue === false ? `NOT ${exists}` : exists, params }];
}

function partsOf({ overdue, dueFrom, dueTo, owedBy, owedByUnitId }: Owing, now: Moment): Condition[] {
  const day = (sign: string, value: string | null | undefined): Condition[] =>
    value == null ? [] : [{ sql: `fd."dueOn" ${sign} ?`, params: [value] }];
  return [
    ...day('<', overdue == null ? null : now.day),
    ...day('>=', dueFrom),
    ...day('<=', dueTo),
    ...(owedBy == null ? [] : [owedIn('fd', SEATS[owedBy as Side])]),
    ...(owedByUnitId == null ? [] : [owedIn('fd', UNIT_HATS, owedByUnitId)]),
  ];
}
