import {
  type AssignmentFacts,
  type EvaluationFacts,
  leadsOfRound,
  type ProposalFacts,
  type PublicationFacts,
} from './facts';
import { type Actor, type Hat, scopesOf, wears } from './people';
import { role, type Role } from './rule';

/** Who may do what: pure functions of the actor and the facts, named as the permission matrix prints them. */
const wearing = (hat: Hat): Role<unknown> => role(hat, (actor) => wears(actor, hat));
const isSponsor = (actor: Actor, sponsorId: number | null): boolean =>
  sponsorId !== null && wears(actor, 'sponsor', sponsorId);

export const committee = wearing('committee');
export const director = wearing('director');
export const office = wearing('office');
export const teller = wearing('teller');
export const system = role<unknown>('system', (actor) => actor.system === true);

/** True for the body an intent names; for every body of the actor's while it names none (buttons). */
const named = (id: number, intended: number | undefined): boolean =>
  intended === undefined || intended === id;

/** Anybody with a sponsor's hat may begin a proposal of their own, never one of another sponsor. */
export const aSponsor = role<unknown>('sponsor', (actor, _, intent) =>
  scopesOf(actor, 'sponsor').some((id) => named(id, intent?.sponsor)),
);

export const leadSponsor = role<ProposalFacts>('leadSponsor', (actor, facts) =>
  isSponsor(actor, facts.leadSponsorId),
);

/** Staff who entered a proposal for its sponsor go on doing so; recorded as on behalf. */
export const enteringClerk = role<ProposalFacts>(
  'enteringClerk',
  (actor, facts) => facts.enteredOnBehalf && wears(actor, 'committee'),
);

/** Each signs alone, never for another who was invited. */
export const invitee = role<ProposalFacts>('invitee', (actor, facts, intent) =>
  facts.sponsors.some(
    (s) => s.signature === 'invited' && named(s.sponsorId, intent?.asked) && isSponsor(actor, s.sponsorId),
  ),
);

/** A first sponsor of the case or of one merged into it: each rates alone, never for another. */
export const rater = role<ProposalFacts>('rater', (actor, facts, intent) =>
  facts.raters.some((id) => named(id, intent?.rater) && isSponsor(actor, id)),
);

/** All sponsors are sponsors of the case, whichever of the merged originals they signed. */
export const sponsorOfCase = role<ProposalFacts>('sponsorOfCase', (actor, { signers }) =>
  signers.some((id) => isSponsor(actor, id)),
);

/** Each answers alone, never for another who was asked. */
export const askedToMerge = role<ProposalFacts>('askedToMerge', (actor, facts, intent) =>
  (facts.merge?.answers ?? []).some(
    (asked) => named(asked.sponsorId, intent?.asked) && isSponsor(actor, asked.sponsorId),
  ),
);

export const assigningOffice = role<ProposalFacts>(
  'assigningOffice',
  (actor, facts) => facts.officeId !== null && wears(actor, 'assigningOffice', facts.officeId),
);

/** Of this round; speaks for the unit, never for a sponsor. */
export const leadUnitLeader = role<ProposalFacts>(
  'leadUnitLeader',
  (actor, facts, intent) =>
    intent?.rater === undefined &&
    leadsOfRound(facts).some(({ unitId }) => wears(actor, 'unitLeader', unitId)),
);

export const officeOfCase = role<AssignmentFacts>('assigningOffice', (actor, facts) =>
  assigningOffice.holds(actor, facts.proposal),
);

/** The handler does the work; a leader may do what the handler may. */
export const unit = role<AssignmentFacts>(
  'unit',
  (actor, facts) => wears(actor, 'unitHandler', facts.unitId) || wears(actor, 'unitLeader', facts.unitId),
);

const ofCommittee = (actor: Actor): boolean => wears(actor, 'committee') || wears(actor, 'director');

/** Nobody grants what they asked for themselves, whichever hat they wore then. */
export const committeeNotAsker = role<AssignmentFacts>(
  'committeeNotAsker',
  (actor, { promises }, intent) =>
    ofCommittee(actor) &&
    promises.every(
      ({ id, carryOver }) =>
        !named(id, intent?.promise) || carryOver === null || differs(actor, carryOver.askedBy),
    ),
);

/** Nor finds good what they reported themselves. */
export const committeeNotReporter = role<AssignmentFacts>(
  'committeeNotReporter',
  (actor, { promises }, intent) =>
    ofCommittee(actor) &&
    promises.every(
      ({ id, open, reportedBy }) => !named(id, intent?.promise) || open || differs(actor, reportedBy),
    ),
);

export const unitLeader = role<AssignmentFacts>('unitLeader', (actor, facts) =>
  wears(actor, 'unitLeader', facts.unitId),
);

/** Members of the Standing Committee as frozen when voting was opened: later changes of hats do not matter. */
export const voter = role<EvaluationFacts>('voter', (actor, facts, intent) =>
  scopesOf(actor, 'standingCommittee').some(
    (memberId) => named(memberId, intent?.voter) && facts.eligible.includes(memberId),
  ),
);

/** Prepared, approved and issued by different people. */
export const differs = (actor: Actor, ...others: (number | null)[]): boolean =>
  !others.includes(actor.accountId);

/** The second pair of eyes: the director, but never the one who prepared the outcome. */
export const directorNotPreparer = role<ProposalFacts>(
  'directorNotPreparer',
  (actor, facts) => wears(actor, 'director') && differs(actor, facts.recommendation?.by ?? null),
);

/** Two locks, two tellers. */
export const tellerWithoutLock = role<EvaluationFacts>(
  'tellerWithoutLock',
  (actor, facts) => wears(actor, 'teller') && differs(actor, ...facts.locks),
);

export const officeNotPreparer = role<PublicationFacts>(
  'officeNotPreparer',
  (actor, facts) => wears(actor, 'office') && differs(actor, facts.preparedBy),
);

export const thirdPerson = role<PublicationFacts>(
  'thirdPerson',
  (actor, facts) =>
    (wears(actor, 'office') || wears(actor, 'committee')) &&
    differs(actor, facts.preparedBy, facts.approvedBy),
);
