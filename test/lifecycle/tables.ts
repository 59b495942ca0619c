import type { Hat } from '../../src/lifecycle/people';
import { type AnyMachine, machineOf } from '../../src/lifecycle/rulebook';
import { MACHINES, type Rule } from '../../src/lifecycle/rule';

export type AnyRule = Rule<string, { stage: string }>;

export const machines: readonly AnyMachine[] = MACHINES.map(machineOf);

/** The rows of a table with their names. */
export const rowsOf = (machine: AnyMachine): [string, AnyRule][] => Object.entries(machine.actions);

/** The stages a row may be used in; none for a row that begins something. */
export const sourcesOf = (rule: AnyRule): readonly string[] => (rule.from === 'nothing' ? [] : rule.from);

export const isFinal = (machine: AnyMachine, stage: string): boolean => machine.finals.includes(stage);

export const leaves = (rule: AnyRule, stage: string): boolean => rule.to !== undefined && rule.to !== stage;

export const stopped = (rule: AnyRule): readonly string[] => (rule.stops === 'all' ? [] : (rule.stops ?? []));

/** Rows as `machine.action`, for lists of exceptions that a reader can check. */
export const named = (machine: AnyMachine, action: string): string => `${machine.name}.${action}`;

/** The hats in which a role of the tables can be held; nobody wears the system's. */
const HATS_OF_ROLE: Record<string, readonly Hat[]> = {
  sponsor: ['sponsor'],
  leadSponsor: ['sponsor'],
  invitee: ['sponsor'],
  rater: ['sponsor'],
  sponsorOfCase: ['sponsor'],
  askedToMerge: ['sponsor'],
  committee: ['committee'],
  committeeNotAsker: ['committee', 'director'],
  committeeNotReporter: ['committee', 'director'],
  enteringClerk: ['committee'],
  director: ['director'],
  directorNotPreparer: ['director'],
  assigningOffice: ['assigningOffice'],
  unit: ['unitHandler', 'unitLeader'],
  unitLeader: ['unitLeader'],
  leadUnitLeader: ['unitLeader'],
  voter: ['standingCommittee'],
  teller: ['teller'],
  tellerWithoutLock: ['teller'],
  office: ['office'],
  officeNotPreparer: ['office'],
  thirdPerson: ['office', 'committee'],
  system: [],
};

/** Every hat that may use the row. Throws for a role that this table of tests does not know yet. */
export function hatsOf(rule: AnyRule): Hat[] {
  return rule.by.flatMap(({ name }) => {
    const hats = HATS_OF_ROLE[name];
    if (!hats) throw new Error(`the role ${name} has no hats here`);
    return [...hats];
  });
}

export const isSystems = (rule: AnyRule): boolean => rule.by.every(({ name }) => name === 'system');
