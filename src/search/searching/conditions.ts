import type { Actor } from '../../lifecycle/people';
import type { Moment } from '../../lifecycle/rule';
import { filtersOf } from '../../proposals/lists/filters';
import { reachOf } from '../../proposals/lists/reach';
import { type Condition, sidesOf, visibleTo } from '../../proposals/visibility';
import type { SearchQuery } from './search.dto';

/** The committee, and who audits it, read of every case what is inside; nobody else does of any. */
export function readsInside(actor: Actor): boolean {
  const sides = sidesOf(actor);
  return sides === 'all' || sides.includes('committee');
}

export const PUBLISHED = `EXISTS (SELECT 1 FROM "noticeItem" wi JOIN "notice" wn ON wn."id" = wi."noticeId"
  WHERE wi."proposalId" = p."id" AND wn."stage" = 'issued')`;

/** Over the case `p`: through the one gate, narrowed as asked. */
export function conditionsOf(actor: Actor, query: SearchQuery, now: Moment): Condition {
  const { sponsorKind, published, asOf } = query;
  const own: (Condition | null)[] = [
    asOf == null ? null : { sql: 'p."id" <= ?', params: [asOf] },
    sponsorKind == null ? null : { sql: KIND, params: [sponsorKind] },
    published == null ? null : { sql: published ? PUBLISHED : `NOT ${PUBLISHED}`, params: [] },
  ];
  const rest = own.filter((each) => each !== null);
  return allOf([visibleTo(actor), reachOf(actor), ...filtersOf(query, now, actor), ...rest]);
}

const KIND = `EXISTS (SELECT 1 FROM "sponsor" wk WHERE wk."id" = p."leadSponsorId" AND wk."kindCode" = ?)`;

export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND '),
  params: conditions.flatMap(({ params }) => [...params]),
});
