import type { Actor } from '../../lifecycle/people';
import type { Rating } from '../../lifecycle/facts';
import type { Moment } from '../../lifecycle/rule';
import type { Condition } from '../visibility';
import { type Counted, COUNTED } from './counted';
import { type ProposalsQuery, UNCATEGORISED } from './list.dto';
import { owing } from './owing';
import { hasMet, inTime, isRated, ofClass } from './reply-filters';

type Filter = (value: never, now: Moment, actor: Actor) => Condition;

const equals = (column: string): Filter =>
  ((value: unknown) => ({ sql: `p."${column}" = ?`, params: [value] })) as Filter;

// `%` and `_` are letters here, not wildcards: people search for what they type.
const literally = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

const FILTERS: Partial<Record<keyof ProposalsQuery, Filter>> = {
  stage: equals('stage'),
  sessionId: equals('sessionId'),
  officeId: equals('officeId'),
  category: (value: string) =>
    value === UNCATEGORISED
      ? { sql: 'p."category" IS NULL', params: [] }
      : { sql: 'p."category" = ?', params: [value] },
  caseNo: equals('caseNo'),
  key: (value: boolean) => ({ sql: value ? 'p."isKey"' : 'NOT p."isKey"', params: [] }),
  unitId: (value: number) => ({
    sql: `p."id" IN (SELECT fa."proposalId" FROM "assignment" fa WHERE fa."unitId" = ? AND fa."stage" <> 'released')`,
    params: [value],
  }),
  sponsorId: (value: number) => ({
    sql: `p."id" IN (SELECT fs."proposalId" FROM "sponsorship" fs WHERE fs."sponsorId" = ? AND fs."signature" = 'agreed')`,
    params: [value],
  }),
  subject: (value: string) => {
    const wanted = `%${literally(value)}%`;
    // A merged case is found by the name it is shown under, and by its own.
    const sql = `(p."subject" LIKE ? ESCAPE '\\' OR p."jointSubject" LIKE ? ESCAPE '\\')`;
    return { sql, params: [wanted, wanted] };
  },
  counted: (value: Counted) => ({ sql: COUNTED[value], params: [] }),
  class: ofClass,
  met: hasMet,
  onTime: inTime,
  attitude: (value: Rating, _: Moment, actor: Actor) => isRated('attitude', value, actor),
  result: (value: Rating, _: Moment, actor: Actor) => isRated('result', value, actor),
};

/** The conditions of a query in SQL over the proposal `p`. */
export function filtersOf(query: ProposalsQuery, now: Moment, actor: Actor): Condition[] {
  const single = Object.entries(FILTERS).flatMap(([name, filter]) => {
    const value = query[name as keyof ProposalsQuery];
    return value === null || value === undefined ? [] : [filter(value as never, now, actor)];
  });
  return [...single, ...owing(query, now, actor)];
}
