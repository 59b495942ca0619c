import type { ReplyClass } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { reachOf } from '../proposals/lists/reach';
import { inPromiseState, type PromiseState, promiseStateOn } from '../proposals/promises/promise-state';
import { type Condition, visibleTo } from '../proposals/visibility';
import type { PromisesQuery } from './promises.dto';

/** A line of the register. */
export interface RegisteredPromise {
  id: number;
  text: string;
  firstDueOn: string;
  dueOn: string;
  state: PromiseState;
  keptOn: string | null;
  evidence: string | null;
  /** The committee has found the evidence good. */
  confirmed: boolean;
  /** Why it was sent back, until the unit reports anew. */
  rejection: string | null;
  /** A wish for a later day waits for the committee. */
  carryOverAsked: boolean;
  files: number;
  public: boolean;
  publicText: string | null;
  proposalId: number;
  assignmentId: number;
  sessionId: number;
  caseNo: number | null;
  subject: string;
  unitId: number;
  unit: string;
  firstClass: ReplyClass | null;
  class: ReplyClass | null;
}

export type RegisterRow = Omit<RegisteredPromise, 'state' | 'public' | 'confirmed' | 'carryOverAsked'> & {
  isPublic: unknown;
  confirmedAt: string | null;
  carryOvers: number;
};

/** What was withdrawn is owed to nobody. */
export const REGISTER = `"promise" r JOIN "proposal" p ON p."id" = r."proposalId" AND p."stage" <> 'withdrawn'
  JOIN "assignment" a ON a."id" = r."assignmentId" JOIN "handlingUnit" u ON u."id" = a."unitId"
  JOIN "reply" y ON y."id" = r."replyId"`;

export const REGISTER_COLUMNS = `r."id", r."text", r."firstDueOn", r."dueOn", r."keptOn", r."evidence", r."confirmedAt",
  r."rejection", r."isPublic", r."publicText", r."proposalId", r."assignmentId", p."sessionId", p."caseNo",
  COALESCE(p."jointSubject", p."subject") AS "subject", a."unitId", u."name" AS "unit", y."firstClass", y."class",
  (SELECT COUNT(*) FROM "carryOver" c WHERE c."promiseId" = r."id" AND c."decision" IS NULL) AS "carryOvers",
  (SELECT COUNT(*) FROM "attachment" x WHERE x."proposalId" = r."proposalId" AND x."ownerKind" = 'promise'
    AND x."ownerId" = r."id" AND x."removedAt" IS NULL) AS "files"`;

/** Through the one gate, narrowed as asked. */
export function registerFor(actor: Actor, query: PromisesQuery, today: string): Condition {
  const { unitId, sessionId, state, dueFrom, dueTo } = query;
  const asked: (Condition | null)[] = [
    when(unitId, 'a."unitId" = ?'),
    when(sessionId, 'p."sessionId" = ?'),
    when(dueFrom, 'r."dueOn" >= ?'),
    when(dueTo, 'r."dueOn" <= ?'),
    state ? inPromiseState(state, today) : null,
    query.public == null ? null : { sql: query.public ? 'r."isPublic"' : 'NOT r."isPublic"', params: [] },
  ];
  const all = [visibleTo(actor), reachOf(actor), ...asked.filter((each) => each !== null)];
  const params = all.flatMap((each) => [...each.params]);
  return { sql: all.map(({ sql }) => `(${sql})`).join(' AND '), params };
}

const when = (value: unknown, sql: string): Condition | null =>
  value === null || value === undefined ? null : { sql, params: [value] };

export function registered(row: RegisterRow, today: string): RegisteredPromise {
  const { isPublic, confirmedAt, carryOvers, ...rest } = row;
  const flags = {
    public: Boolean(isPublic),
    confirmed: confirmedAt !== null,
    carryOverAsked: carryOvers > 0,
  };
  return { ...rest, ...flags, state: promiseStateOn(today, row) };
}
