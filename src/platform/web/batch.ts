import { Logger } from '@nestjs/common';
import type { Reason } from './errors';
import { problemOf } from './problem';
import { currentRequestId } from './request-id';

/** What became of one of many. */
export type Each<T> = { id: number; ok: true } & T;
export interface Failed {
  id: number;
  ok: false;
  reasons: Reason[];
}

const CODES: Record<number, string> = { 404: 'notFound', 409: 'conflict', 422: 'invalid' };

/**
 * Does the same to each, one after another in the order given, each in a transaction of its own: what fails fails
 * alone. A bug in one must not hide what has been done to the others, so it is logged and becomes a reason, too.
 */
export async function eachOnItsOwn<T extends object>(
  ids: readonly number[],
  deed: (id: number) => Promise<T>,
): Promise<(Each<T> | Failed)[]> {
  const answers: (Each<T> | Failed)[] = [];
  for (const id of ids) {
    const answer = deed(id).then((done) => ({ ...done, id, ok: true as const }));
    answers.push(
      await answer.catch((error: unknown) => ({ id, ok: false as const, reasons: reasonsFor(error) })),
    );
  }
  return answers;
}

function reasonsFor(error: unknown): Reason[] {
  const { status, detail, reasons } = problemOf(error, currentRequestId() ?? '');
  if (status >= 500) new Logger('batch').error(error);
  return (reasons as Reason[] | undefined) ?? [{ code: CODES[status] ?? 'fault', message: detail }];
}
