import type { Condition } from '../visibility';

export const PROMISE_STATES = ['open', 'kept', 'overdue', 'carriedOver'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

export const promiseStateWords: Record<PromiseState, string> = {
  open: '办理中',
  kept: '已兑现',
  overdue: '已逾期',
  carriedOver: '已结转',
};

interface Dated {
  readonly dueOn: string;
  readonly firstDueOn: string;
  readonly keptOn: string | null;
}

/** Each promise is in one state on a day: one that was carried over and is late again is simply overdue. */
export function promiseStateOn(today: string, { dueOn, firstDueOn, keptOn }: Dated): PromiseState {
  if (keptOn !== null) return 'kept';
  if (dueOn < today) return 'overdue';
  return dueOn > firstDueOn ? 'carriedOver' : 'open';
}

/** The same as a condition in SQL over the promise `r`. */
export function inPromiseState(state: PromiseState, today: string): Condition {
  if (state === 'kept') return { sql: 'r."keptOn" IS NOT NULL', params: [] };
  if (state === 'overdue') return { sql: '(r."keptOn" IS NULL AND r."dueOn" < ?)', params: [today] };
  const sign = state === 'carriedOver' ? '>' : '<=';
  const sql = `(r."keptOn" IS NULL AND r."dueOn" >= ? AND r."dueOn" ${sign} r."firstDueOn")`;
  return { sql, params: [today] };
}
