import { isPlainObject, LARGEST_ID } from '../../platform/web/checks';
import type { Each } from './batch-results';
import { tickedIn } from './ticks';

/** As many as are done before the page says how far it has come: a screen that stands still looks broken. */
export const PORTION = 25;

const MOST_RESULTS = 1000;
const MOST_REASONS = 20;
const LONGEST_REASON = 500;

export interface Portion {
  /** Ids that are done with this request, and those that are left. */
  readonly now: readonly string[];
  readonly later: readonly string[];
  /** What became of those that were done with the requests before. */
  readonly before: readonly Each[];
}

/** What of many is done now. The results so far come with the form, since no process has to stay the same meanwhile. */
export function portionIn(sent: Readonly<Record<string, unknown>> | undefined): Portion {
  const ids = tickedIn(sent?.ids);
  return { now: ids.slice(0, PORTION), later: ids.slice(PORTION), before: resultsIn(sent?._done) };
}

/** The results as they were written into the form; whoever writes others deceives nobody but themselves. */
function resultsIn(text: unknown): Each[] {
  try {
    const list: unknown = JSON.parse(String(text ?? '[]'));
    return Array.isArray(list) ? list.slice(0, MOST_RESULTS).flatMap(resultIn) : [];
  } catch {
    return [];
  }
}

function resultIn(value: unknown): Each[] {
  if (!isPlainObject(value)) return [];
  const { id, ok, caseNo, reasons } = value as Record<string, unknown>;
  if (!isId(id) || typeof ok !== 'boolean') return [];
  return [{ id, ok, ...(isId(caseNo) ? { caseNo } : {}), reasons: reasonsIn(reasons) }];
}

const isId = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= LARGEST_ID;

const reasonsIn = (value: unknown): { message: string }[] =>
  (Array.isArray(value) ? value.slice(0, MOST_REASONS) : []).flatMap((each: unknown) =>
    isPlainObject(each) && typeof (each as { message?: unknown }).message === 'string'
      ? [{ message: (each as { message: string }).message.slice(0, LONGEST_REASON) }]
      : [],
  );
