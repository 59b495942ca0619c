import type { MachineName } from '../../lifecycle/rule';

/** What an action is done to: a row of one of four tables, with its facts and where it belongs. */
export interface Subject<F = unknown> {
  readonly machine: MachineName;
  readonly table: 'proposal' | 'assignment' | 'evaluation' | 'notice';
  readonly id: number;
  readonly version: number;
  readonly stage: string;
  readonly proposalId: number | null;
  /** Scopes that clocks of this subject are owed in. */
  readonly officeId: number | null;
  readonly unitId: number | null;
  readonly leadSponsorId: number | null;
  readonly facts: F;
}

export const TABLES: Record<MachineName, Subject['table']> = {
  proposal: 'proposal',
  assignment: 'assignment',
  evaluation: 'evaluation',
  publication: 'notice',
};
