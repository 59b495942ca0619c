import type { Actor } from '../../lifecycle/people';
import type { Moment } from '../../lifecycle/rule';
import { isDebt } from '../deadlines/debts';
import { clocksVisibleTo, type Condition } from '../visibility';
import type { ProposalsQuery } from './list.dto';

type Filter = (value: never, now: Moment, actor: Actor) => Condition;

const equals = (column: string): Filter =>
  ((value: unknown) => ({ sql: `p."${column}" = ?`, params: [value] })) as Filter;

// `%` and `_` are letters here, not wildcards: people search for what they type.
const literally = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

const FILTERS: Partial<Record<keyof ProposalsQuery, Filter>> = {
  stage: equals('stage'),
  sessionId: equals('sessionId'),
  officeId: equals('officeId'),
  category: equals('category'),
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
  overdue: (value: boolean, now: Moment, actor: Actor) => {
    const seen = clocksVisibleTo(actor, 'fd');
    return {
      sql: `${value ? '' : 'NOT '}EXISTS (SELECT 1 FROM "deadline" fd WHERE fd."proposalId" = p."id"
        AND fd."state" = 'running' AND fd."dueOn" < ? AND ${isDebt('fd')} AND ${seen.sql})`,
      params: [now.day, ...seen.params],
    };
  },
};

/** The conditions of a query in SQL over the proposal `p`. */
export function filtersOf(query: ProposalsQuery, now: Moment, actor: Actor): Condition[] {
  return Object.entries(FILTERS).flatMap(([name, filter]) => {
    const value = query[name as keyof ProposalsQuery];
    return value === null || value === undefined ? [] : [filter(value as never, now, actor)];
  });
}
