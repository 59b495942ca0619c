/** The hats of domain section 3. A user may wear several; most are worn for one body (`scopeId`). */
export const HATS = [
  'sponsor', // scope: sponsor (a member, or a body whose contact person the user is)
  'committee',
  'director',
  'assigningOffice', // scope: assigning office
  'unitHandler', // scope: handling unit
  'unitLeader', // scope: handling unit
  'standingCommittee', // scope: member
  'teller',
  'office',
  'administrator',
  'auditor',
] as const;
export type Hat = (typeof HATS)[number];

/** Who acts, as far as the rules care. Records of the accounts fit this shape. */
export interface Actor {
  readonly accountId: number | null;
  readonly name: string;
  /** Set for what the system does by itself when a time has run out. */
  readonly system?: boolean;
  readonly hats: readonly { readonly hat: string; readonly scopeId: number | null }[];
}

export const SYSTEM: Actor = { accountId: null, name: '系统', system: true, hats: [] };

/** True when the actor wears `hat`, for `scopeId` where one is given. */
export function wears(actor: Actor, hat: Hat, scopeId?: number | null): boolean {
  return actor.hats.some((worn) => worn.hat === hat && (scopeId === undefined || worn.scopeId === scopeId));
}

/** The bodies for which the actor wears `hat`. */
export function scopesOf(actor: Actor, hat: Hat): number[] {
  return actor.hats.flatMap((worn) => (worn.hat === hat && worn.scopeId !== null ? [worn.scopeId] : []));
}

/** Groups a rule may tell of what happened; the record turns them into people. */
export const AUDIENCES = [
  'sponsors',
  'leadSponsor',
  'asked', // the sponsors a question was put to: invited co-signers, merge partners
  'urger', // the sponsor who asked for an urging letter last
  'committee',
  'director',
  'assigningOffice',
  'unit', // the unit of the assignment at hand
  'units', // every unit at work on the case
  'leadUnits',
  'office',
  'voters',
  'tellers',
  'owers', // whoever owes a deadline that the deed moved
  'administrator', // told of what needs the settings, by no rule of the tables
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Sides of the table, for entries of the history that not all who see a case may read. */
export type Side = 'sponsors' | 'committee' | 'assigningOffice' | 'units';
