import type { Answer } from './requests';

export interface Problem {
  reasons?: { code: string }[];
  errors?: { field: string; code: string }[];
}

/** The status and why something was refused. */
export function codesOf({ status, body }: Answer<Problem>): [number, string[]] {
  return [status, (body.reasons ?? body.errors ?? []).map(({ code }) => code)];
}

/** The status and which fields could not be accepted, each with its code. */
export function faultsOf({ status, body }: Answer<Problem>): [number, string[]] {
  return [status, (body.errors ?? []).map(({ field, code }) => `${field} ${code}`)];
}
