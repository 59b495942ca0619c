import { accept, fault } from '../people/faults';
import type { Act } from '../proposals/act';

/** Throws Invalid for a day that has not come: what is recorded has happened. */
export function refuseFuture({ now }: Pick<Act, 'now'>, field: string, label: string, day: string): void {
  if (day > now.day) accept([fault(field, 'inFuture', `「${label}」不能晚于今天（${now.day}）。`)]);
}
