import { EntityNotFoundError, OptimisticLockVersionMismatchError } from 'typeorm';
import { Conflict } from '../web/errors';

const UNIQUE = ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', '23505'];
const FOREIGN = ['SQLITE_CONSTRAINT_FOREIGNKEY', '23503'];
const BUSY = ['SQLITE_BUSY', '55P03'];
const OVERTAKEN = ['40001', '40P01']; // serialisation failure, deadlock

// What was decided upon is no longer there when it is to be written: on PostgreSQL two may have read the same row.
const OVERTAKING = [OptimisticLockVersionMismatchError, EntityNotFoundError];

/** Whether a unique index refused the row. */
export function isDuplicate(error: unknown): boolean {
  return UNIQUE.includes(codeOf(error));
}

/** What the database refused because somebody else was faster becomes a `Conflict`; anything else stays itself. */
export function conflictOr(error: unknown): unknown {
  const message = messageFor(codeOf(error));
  if (message) return Object.assign(new Conflict(message), { cause: error });
  return OVERTAKING.some((kind) => error instanceof kind)
    ? Object.assign(new Conflict(), { cause: error })
    : error;
}

function messageFor(code: string): string | undefined {
  if (UNIQUE.includes(code)) return '同样的内容已经存在，请刷新后核对。';
  if (FOREIGN.includes(code)) return '所引用的内容已不存在，或者仍被其他内容使用，请刷新后重试。';
  if (OVERTAKEN.includes(code)) return '其他人正在办理同一内容，请刷新后重试。';
  if (BUSY.includes(code)) return '系统正忙，请稍后重试。';
  return undefined;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { driverError = error } = error as Error & { driverError?: unknown };
  return String((driverError as { code?: unknown }).code ?? '');
}
