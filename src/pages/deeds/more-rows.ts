import { valueAt } from '../../platform/pages/form-fields';
import type { LaidOut } from './deed-desk';

const MORE = 3;

/** The same form with what was typed, and some more empty rows in the list at `path`. */
export function withMoreRows(laidOut: LaidOut, typed: Record<string, unknown>, path: string): LaidOut {
  const { state, subject } = laidOut;
  const filled = (valueAt(typed, path) as unknown[] | undefined)?.length ?? 0;
  const pattern = path.replace(/\.\d+(?=\.|$)/g, '.*');
  const aids = { ...state.aids, [pattern]: { ...state.aids[pattern], rows: filled + MORE } };
  const values = { ...state.values, ...typed, version: subject?.version ?? typed.version };
  return { ...laidOut, state: { ...state, values, aids } };
}
