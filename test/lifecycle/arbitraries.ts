import fc from 'fast-check';
import { CLOCK_NAMES } from '../../src/lifecycle/clocks';
import * as f from '../../src/lifecycle/facts';
import { type Actor, HATS } from '../../src/lifecycle/people';
import type { PromiseFact } from '../../src/lifecycle/promise-fact';
import type { Intent, MachineName, Moment } from '../../src/lifecycle/rule';

/** Ids from a small range, so that actors, sponsors and units meet by chance. */
const id = fc.nat({ max: 5 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary);
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 4 });
const one = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const flag = fc.boolean();
const instant = one(['2026-01-20T04:00:00.000Z', '2026-03-01T16:00:00.000Z', '2026-11-21T08:00:00.000Z']);
const day = one(['2026-01-20', '2026-03-02', '2026-11-21']);

const running = some(fc.record({ clock: one(CLOCK_NAMES), subjectId: id, overdue: flag }));
const sponsorFact = fc.record({ sponsorId: id, signature: one(f.SIGNATURES) });
const assignmentFact: fc.Arbitrary<f.AssignmentFact> = fc.record({
  id,
  unitId: id,
  role: one(f.ROLES_OF_UNITS),
  stage: one(f.ASSIGNMENT_STAGES),
  round: fc.integer({ min: 1, max: 2 }),
});
const answer = fc.record({ sponsorId: id, answer: one(['agreed', 'objected', null] as const) });
const merge = fc.record({
  principalId: id,
  principalStage: one(f.PROPOSAL_STAGES),
  principalRound: fc.integer({ min: 1, max: 2 }),
  answers: some(answer),
});

/** Facts of every shape the types allow, also such as no record would ever give. */
export const proposalFacts: fc.Arbitrary<f.ProposalFacts> = fc.record({
  stage: one(f.PROPOSAL_STAGES),
  round: fc.integer({ min: 1, max: 2 }),
  key: flag,
  collective: flag,
  enteredBy: maybe(id),
  enteredOnBehalf: flag,
  leadSponsorId: maybe(id),
  sponsors: some(sponsorFact),
  missing: some(one(['subject', 'analysis'])),
  needsConvener: flag,
  convenerSigned: flag,
  mayComeBetweenSessions: flag,
  submissionDeadline: instant,
  recommendation: maybe(fc.record({ outcome: one(f.OUTCOMES), by: maybe(id) })),
  corrected: flag,
  withdrawalAsked: flag,
  officeId: maybe(id),
  merge: maybe(merge),
  followers: id,
  assignments: some(assignmentFact),
  raters: some(id),
  forms: some(fc.record({ sponsorId: id, dissatisfied: flag })),
  rehandlingDeclined: flag,
  evaluation: maybe(fc.record({ passed: flag })),
  openPromises: id,
  secondRatingOpened: flag,
  inOpenNotice: flag,
  summarised: flag,
  consentedInPerson: some(id),
  onAgenda: flag,
  signers: some(id),
  urgingAgainFrom: maybe(one(['2026-01-01', '2026-12-31'])),
  running,
});

const coHandler = fc.record({
  assignmentId: id,
  unitId: id,
  opinionGiven: flag,
  countersigned: flag,
  missingExplained: flag,
});

const promiseFact: fc.Arbitrary<PromiseFact> = fc.record({
  id,
  dueOn: day,
  open: flag,
  confirmed: flag,
  reportedBy: maybe(id),
  carryOver: maybe(fc.record({ askedBy: maybe(id) })),
});

const assignmentFacts: fc.Arbitrary<f.AssignmentFacts> = fc.record({
  stage: one(f.ASSIGNMENT_STAGES),
  id,
  unitId: id,
  role: one(f.ROLES_OF_UNITS),
  round: fc.integer({ min: 1, max: 2 }),
  proposal: proposalFacts,
  returnsGranted: id,
  maxReturns: id,
  returnWindowOpen: flag,
  openRequest: one(['return', 'add', 'extension', null] as const),
  extensionCap: maybe(day),
  contacted: flag,
  replyMissing: some(one(['body', 'class'])),
  audited: flag,
  coHandlers: some(coHandler),
  countersignAsked: flag,
  openPromises: id,
  promises: some(promiseFact),
  replyPublicity: one(['full', 'none', null]),
});

const evaluationFacts: fc.Arbitrary<f.EvaluationFacts> = fc.record({
  stage: one(f.EVALUATION_STAGES),
  items: id,
  ballots: one(f.BALLOT_KINDS),
  papers: some(id),
  shut: flag,
  paperCounts: some(
    fc.record({
      itemId: id,
      attempt: id,
      enteredBy: some(id),
      agreed: flag,
      differing: some(fc.string()),
      exceeds: flag,
    }),
  ),
  leastPerKind: id,
  eligible: some(id),
  quorumAbovePercent: fc.constantFrom(50, 66),
  present: some(id),
  voted: some(id),
  locks: some(id),
  collected: id,
  issued: id,
});

const publicationFacts: fc.Arbitrary<f.PublicationFacts> = fc.record({
  stage: one(f.PUBLICATION_STAGES),
  items: id,
  unready: some(fc.record({ place: id, lacks: one(f.LACKS) })),
  outdated: some(id),
  preparedBy: maybe(id),
  approvedBy: maybe(id),
  scheduledFor: maybe(instant),
});

export const factsFor: Record<MachineName, fc.Arbitrary<{ stage: string }>> = {
  proposal: proposalFacts,
  assignment: assignmentFacts,
  evaluation: evaluationFacts,
  publication: publicationFacts,
};

const hat = fc.record({
  hat: fc.oneof({ weight: 9, arbitrary: one(HATS) }, fc.string()),
  scopeId: maybe(id),
});

export const actors: fc.Arbitrary<Actor> = fc.record(
  { accountId: maybe(id), name: fc.string(), system: flag, hats: fc.array(hat, { maxLength: 6 }) },
  { requiredKeys: ['accountId', 'name', 'hats'] },
);

const chosen = fc.record({ unitId: id, role: fc.oneof(one(f.ROLES_OF_UNITS), fc.string()) });

export const intents: fc.Arbitrary<Intent> = fc.record(
  {
    mode: fc.oneof(one(f.MODES), fc.string()),
    units: some(chosen),
    asked: id,
    principalLeaderSigns: flag,
    countersignMissing: id,
    rater: id,
    voter: id,
    count: fc.record({ itemId: id, teller: maybe(id) }),
    until: fc.oneof(day, fc.string()),
    promise: id,
    request: id,
  },
  { requiredKeys: [] },
);

export const moments: fc.Arbitrary<Moment> = fc.record({ at: instant, day });
