import { type Actor, type Hat, scopesOf } from '../../lifecycle/people';
import type { Condition } from '../visibility';

const NARROW: readonly string[] = ['sponsor', 'unitHandler', 'unitLeader'] satisfies Hat[];

/**
 * Where to look for what somebody may see: whatever their bodies ever had to do with, found by index. The gate still
 * decides on each case; without this it would be asked about every case there is. Who sees widely is not narrowed.
 */
export function reachOf(actor: Actor): Condition {
  const isNarrow = !actor.system && actor.hats.every(({ hat }) => NARROW.includes(hat));
  const units = [...scopesOf(actor, 'unitHandler'), ...scopesOf(actor, 'unitLeader')];
  const reached = [...reachedBy(units, OF_UNITS), ...reachedBy(scopesOf(actor, 'sponsor'), OF_SPONSORS)];
  if (!isNarrow || reached.length === 0) return { sql: '1 = 1', params: [] };
  const selects = reached.map(({ sql }) => sql).join(' UNION ALL ');
  return { sql: `p."id" IN (${selects})`, params: reached.flatMap(({ params }) => params) };
}

function reachedBy(scopes: number[], selects: readonly string[]): Condition[] {
  if (scopes.length === 0) return [];
  const marks = scopes.map(() => '?').join(', ');
  return selects.map((select) => ({ sql: `${select} IN (${marks})`, params: scopes }));
}

/** Their assignments, and what follows one of these. */
const OF_UNITS = [
  'SELECT ra."proposalId" FROM "assignment" ra WHERE ra."unitId"',
  `SELECT rf."id" FROM "assignment" ra JOIN "proposal" rf ON rf."principalId" = ra."proposalId" WHERE ra."unitId"`,
];

const ROOT = 'COALESCE(rp."principalId", rp."id")';
const OWN = '"sponsorship" rs JOIN "proposal" rp ON rp."id" = rs."proposalId"';
const ASKED = '"mergeAnswer" rq JOIN "merging" rm ON rm."id" = rq."mergingId"';

/** The families of their proposals, and both sides of a merge they were asked about. */
const OF_SPONSORS = [
  `SELECT ${ROOT} FROM ${OWN} WHERE rs."sponsorId"`,
  `SELECT rf."id" FROM ${OWN} JOIN "proposal" rf ON rf."principalId" = ${ROOT} WHERE rs."sponsorId"`,
  `SELECT rm."followerId" FROM ${ASKED} WHERE rq."sponsorId"`,
  `SELECT rm."principalId" FROM ${ASKED} WHERE rq."sponsorId"`,
];
