import { CLOCK_NAMES, type ClockName, clockOf } from '../lifecycle/clocks';
import { type Actor, type Hat, scopesOf, type Side, wears } from '../lifecycle/people';

/** A condition in SQL over the proposal `p`, with its `?` parameters. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly unknown[];
}

const NOTHING: Condition = { sql: '1 = 0', params: [] };
const EVERYTHING: Condition = { sql: '1 = 1', params: [] };

/**
 * The one gate: which proposals an actor may know of. Every list, page, count, file, snippet, mail and feed asks here.
 * A case that does not pass does not exist for them.
 */
export function visibleTo(actor: Actor): Condition {
  if (actor.system || wears(actor, 'auditor')) return EVERYTHING;
  const doors = [
    committeeDoor(actor),
    officeDoor(scopesOf(actor, 'assigningOffice')),
    unitDoor([...scopesOf(actor, 'unitHandler'), ...scopesOf(actor, 'unitLeader')]),
    sponsorDoor(scopesOf(actor, 'sponsor')),
    ballotDoor(actor),
  ].filter((door) => door !== null);
  return doors.length > 0 ? anyOf(doors) : NOTHING;
}

/** What was never submitted is its writer's own, also when it is thrown away, unless staff entered it. */
function committeeDoor(actor: Actor): Condition | null {
  const works = wears(actor, 'committee') || wears(actor, 'director') || wears(actor, 'office');
  return works ? { sql: `(p."submittedAt" IS NOT NULL OR p."enteredOnBehalf")`, params: [] } : null;
}

/** An office sees what was handed over to it, with the originals merged into it. */
function officeDoor(officeIds: number[]): Condition | null {
  if (officeIds.length === 0) return null;
  const list = marks(officeIds);
  const sql = `(p."officeId" IN (${list})
    OR p."principalId" IN (SELECT vo."id" FROM "proposal" vo WHERE vo."officeId" IN (${list})))`;
  return { sql, params: [...officeIds, ...officeIds] };
}

/** A unit sees what it is at work on, with the originals merged into it; after a return it does not. */
function unitDoor(unitIds: number[]): Condition | null {
  if (unitIds.length === 0) return null;
  const sql = `EXISTS (SELECT 1 FROM "assignment" va WHERE va."unitId" IN (${marks(unitIds)})
    AND va."stage" <> 'released' AND va."proposalId" IN (p."id", p."principalId"))`;
  return { sql, params: unitIds };
}

/**
 * Sponsors see their own, and after a merge the whole family: all sponsors are sponsors of the case. Who was asked to
 * co-sign sees the draft while the question is open; who was asked to merge sees the other text.
 */
function sponsorDoor(sponsorIds: number[]): Condition | null {
  if (sponsorIds.length === 0) return null;
  const list = marks(sponsorIds);
  const sql = `(COALESCE(p."principalId", p."id") IN (SELECT COALESCE(vp."principalId", vp."id")
      FROM "sponsorship" vs JOIN "proposal" vp ON vp."id" = vs."proposalId"
      WHERE vs."sponsorId" IN (${list}) AND vs."signature" = 'agreed')
    OR (p."stage" IN ('draft', 'returned') AND EXISTS (SELECT 1 FROM "sponsorship" vi
      WHERE vi."proposalId" = p."id" AND vi."sponsorId" IN (${list}) AND vi."signature" = 'invited'))
    OR EXISTS (SELECT 1 FROM "merging" vm JOIN "mergeAnswer" vq ON vq."mergingId" = vm."id"
      WHERE vm."state" = 'proposed' AND p."id" IN (vm."followerId", vm."principalId") AND vq."sponsorId" IN (${list})))`;
  return { sql, params: [...sponsorIds, ...sponsorIds, ...sponsorIds] };
}

/** The Standing Committee sees what is on its agenda. */
function ballotDoor(actor: Actor): Condition | null {
  if (!wears(actor, 'standingCommittee')) return null;
  const sql = `EXISTS (SELECT 1 FROM "evaluationItem" vi WHERE vi."proposalId" = p."id")`;
  return { sql, params: [] };
}

function anyOf(conditions: Condition[]): Condition {
  return {
    sql: `(${conditions.map((condition) => condition.sql).join(' OR ')})`,
    params: conditions.flatMap((condition) => condition.params),
  };
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Who may see meetings and notices before they are public: those who prepare, count, vote, approve and audit. */
export function seesMeetings(actor: Actor): boolean {
  return (
    actor.system === true ||
    (['committee', 'director', 'office', 'teller', 'standingCommittee', 'auditor'] as const).some((hat) =>
      wears(actor, hat),
    )
  );
}

export function seesNotices(actor: Actor): boolean {
  return (
    actor.system === true ||
    (['committee', 'director', 'office', 'auditor'] as const).some((hat) => wears(actor, hat))
  );
}

/** Clocks whose running an actor may not know of, save those the actor owes. */
function hiddenClocks(actor: Actor): ClockName[] {
  const sides = sidesOf(actor);
  if (sides === 'all') return [];
  const seen = (name: ClockName) => clockOf(name).seenBy?.some((side) => sides.includes(side)) ?? true;
  return CLOCK_NAMES.filter((name) => !seen(name));
}

/** Until a round is closed nobody but the committee learns from its clocks who has answered, and what. */
export function seesClock(
  actor: Actor,
  row: { readonly clock: ClockName; readonly owerHat: string; readonly owerScope: number | null },
): boolean {
  return !hiddenClocks(actor).includes(row.clock) || wears(actor, row.owerHat as Hat, row.owerScope);
}

/** The same as a condition over the deadline `alias`. */
export function clocksVisibleTo(actor: Actor, alias: string): Condition {
  const hidden = hiddenClocks(actor);
  if (hidden.length === 0) return EVERYTHING;
  const own = scopesOf(actor, 'sponsor');
  const mine =
    own.length > 0 ? ` OR (${alias}."owerHat" = 'sponsor' AND ${alias}."owerScope" IN (${marks(own)}))` : '';
  return { sql: `(${alias}."clock" NOT IN (${marks(hidden)})${mine})`, params: [...hidden, ...own] };
}

/** The scan of a rating is in the sponsor's own hand: nobody else reads it, not even after the round. */
export function readsScan(actor: Actor, sponsorId: number): boolean {
  const sides = sidesOf(actor);
  return sides === 'all' || sides.includes('committee') || wears(actor, 'sponsor', sponsorId);
}

/** Which hats sit on which side of the table. */
export const SEATS: Record<Side, readonly Hat[]> = {
  committee: ['committee', 'director', 'office'],
  sponsors: ['sponsor'],
  assigningOffice: ['assigningOffice'],
  units: ['unitHandler', 'unitLeader'],
};

/** The sides of the table an actor sits on, in whatever case: which entries of the history they may read. */
export function sidesOf(actor: Actor): Side[] | 'all' {
  if (actor.system || wears(actor, 'auditor')) return 'all';
  return (Object.keys(SEATS) as Side[]).filter((side) => hatsOf(actor, side).length > 0);
}

/** The hats in which an actor sits on a side. */
export function hatsOf(actor: Actor, side: Side): Actor['hats'] {
  return actor.hats.filter(({ hat }) => SEATS[side].includes(hat as Hat));
}
