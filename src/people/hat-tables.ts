import type { Hat } from '../lifecycle/people';

/** Which table holds those whom each hat is worn for. */
export const HAT_TABLES: Record<Hat, string | null> = {
  sponsor: 'sponsor',
  committee: null,
  director: null,
  assigningOffice: 'assigningOffice',
  unitHandler: 'handlingUnit',
  unitLeader: 'handlingUnit',
  standingCommittee: 'member',
  teller: null,
  office: null,
  administrator: null,
  auditor: null,
};
