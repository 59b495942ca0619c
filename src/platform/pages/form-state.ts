import type { FieldFault } from '../web/errors';

/** One thing to choose. */
export interface Option {
  readonly value: string | number;
  readonly label: string;
  /** A heading above it and those that follow with the same. */
  readonly group?: string;
}

/** What helps with one field, beyond what its DTO says. */
export interface FieldAid {
  readonly options?: readonly Option[];
  readonly hint?: string;
  /** Sent along unseen. */
  readonly hidden?: boolean;
  /** Instead of the DTO's label. */
  readonly label?: string;
  /** When it has to be filled in after all, where what is saved may still be incomplete. */
  readonly needed?: string;
  /** Lines of a text, or rows of a list that are empty at first. */
  readonly rows?: number;
  /** A password, the one that is in use or one just chosen: what a browser may fill in. */
  readonly password?: 'current-password' | 'new-password';
}

/** Aids by path; a number within a path is written `*`, as in `units.*.unitId`. */
export type FieldAids = Readonly<Record<string, FieldAid>>;

/** What a form shows: what is filled in, what is wrong with it, and what helps. */
export interface FormState {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly FieldFault[];
  readonly aids: FieldAids;
}

export const EMPTY_FORM: FormState = { values: {}, faults: [], aids: {} };

/** The element a fault of this field links to. */
export const idOfField = (path: string): string => `f-${path.replaceAll('.', '-')}`;

export const aidOf = (aids: FieldAids, path: string): FieldAid =>
  aids[path.replace(/\.\d+(?=\.|$)/g, '.*')] ?? {};

/** The fault of a field itself; those of its rows stand with the rows. */
export const faultOf = (faults: readonly FieldFault[], path: string): string | undefined =>
  faults.find(({ field }) => field === path)?.message;
