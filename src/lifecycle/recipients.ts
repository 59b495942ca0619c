import type { Hat } from './people';

/** Where a rung of the ladder looks for those it tells: at the ower's, at the office of the case, at the committee. */
export const RECIPIENT_OFFICES = ['owing', 'assigning', 'committee'] as const;
export type RecipientOffice = (typeof RECIPIENT_OFFICES)[number];

export interface Recipient {
  /** `owner`: whoever owes the step. */
  readonly role: 'owner' | Hat;
  readonly office: RecipientOffice;
}

const COMMITTEE: readonly Hat[] = ['committee', 'director', 'office'];

/** Hats of people who sit together: worn for the same body, or all of the committee's own. */
const COLLEAGUES: readonly (readonly Hat[])[] = [
  ['unitHandler', 'unitLeader'],
  ['assigningOffice'],
  ['sponsor'],
  COMMITTEE,
];

/** The hats worn where this one is worn, itself among them; none for a hat that never owes anything. */
export const colleaguesOf = (hat: Hat): readonly Hat[] => COLLEAGUES.find((hats) => hats.includes(hat)) ?? [];

export const isOfCommittee = (hat: Hat): boolean => COMMITTEE.includes(hat);

/** Whether there can be somebody of that role at that office at all: else the rung would tell nobody, for ever. */
export function canBeReached({ role, office }: Recipient): boolean {
  if (role === 'owner') return office === 'owing';
  if (office === 'owing') return colleaguesOf(role).length > 0;
  if (office === 'assigning') return role === 'assigningOffice';
  return isOfCommittee(role) || role === 'auditor';
}
