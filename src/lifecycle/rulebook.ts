import { assignment } from './assignment';
import { evaluation } from './evaluation';
import { proposal } from './proposal';
import { publication } from './publication';
import type { Machine, MachineName } from './rule';

/** A table whose facts are known to fit by its name alone. */
export type AnyMachine = Machine<string, { stage: string }>;

const machines = { proposal, assignment, evaluation, publication };

/** The table of that name, for code that serves all four alike. */
export function machineOf(name: MachineName): AnyMachine {
  return machines[name] as unknown as AnyMachine;
}
