import type { ClockName } from '../../../src/lifecycle/clocks';
import type * as f from '../../../src/lifecycle/facts';
import type { Actor, Hat } from '../../../src/lifecycle/people';
import type { PromiseFact } from '../../../src/lifecycle/promise-fact';
import type { Moment } from '../../../src/lifecycle/rule';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** One row of a clock. `of`: the assignment it belongs to; null for the case itself. */
export interface Row {
  readonly clock: ClockName;
  readonly subjectId: number;
  readonly of: number | null;
  overdue: boolean;
  paused: boolean;
}

/** An assignment with its reply. `signatures`: what became of each co-handler's countersignature. */
export interface Task extends Writable<f.AssignmentFact> {
  openRequest: f.AssignmentFacts['openRequest'];
  contacted: boolean;
  drafted: boolean;
  audited: boolean;
  /** One at most: open, or kept and perhaps confirmed. */
  promises: number;
  promise: { id: number; confirmed: boolean; reportedBy: number | null; carryOver: number | null } | null;
  signatures: Map<number, 'asked' | 'signed' | 'missing'>;
}

type Kept = Omit<
  f.ProposalFacts,
  'merge' | 'followers' | 'assignments' | 'raters' | 'signers' | 'openPromises' | 'running'
>;

/** A proposal as a record would keep it. */
export interface Case extends Writable<Kept> {
  readonly id: number;
  merge: { principalId: number; answers: Writable<f.MergeAnswer>[] } | null;
  tasks: Task[];
  returnsGranted: number;
  clocks: Row[];
}

export interface World {
  readonly cases: Case[];
  /** What has been done so far, by people and by the system. */
  readonly done: Set<string>;
  lastId: number;
}

export const NOW: Moment = { at: '2026-03-02T02:00:00.000Z', day: '2026-03-02' };
export const OFFICE = 1;
export const UNITS = [1, 2, 3, 4];
/** First sponsors of the two cases, and one who is asked to co-sign. */
export const SPONSORS = [1, 2, 3];

let lastAccount = 0;
const person = (...hats: [Hat, number?][]): Actor => ({
  accountId: (lastAccount += 1),
  name: hats.map(([hat]) => hat).join('+'),
  hats: hats.map(([hat, scopeId = null]) => ({ hat, scopeId })),
});

/** Everybody; one of them prepares and directs, which the second pair of eyes must not confuse. */
export const PEOPLE: readonly Actor[] = [
  ...SPONSORS.map((sponsor) => person(['sponsor', sponsor])),
  person(['committee']),
  person(['director']),
  person(['committee'], ['director']),
  person(['assigningOffice', OFFICE]),
  ...UNITS.flatMap((unit) => [person(['unitHandler', unit]), person(['unitLeader', unit])]),
];

const BLANK = {
  stage: 'draft',
  round: 1,
  key: false,
  enteredBy: null,
  missing: ['subject'],
  convenerSigned: false,
  mayComeBetweenSessions: true,
  submissionDeadline: '2026-01-20T04:00:00.000Z',
  recommendation: null,
  corrected: false,
  withdrawalAsked: false,
  officeId: OFFICE,
  merge: null,
  forms: [],
  rehandlingDeclined: false,
  evaluation: null,
  inOpenNotice: false,
  secondRatingOpened: false,
  summarised: false,
  consentedInPerson: [],
  onAgenda: false,
  urgingAgainFrom: null,
  returnsGranted: 0,
} as const;

/** The first is a member's own; the second a body's, entered by staff. */
export function draftOf(id: number): Case {
  const leadSponsorId = SPONSORS[id - 1];
  const ofABody = { collective: id === 2, enteredOnBehalf: id === 2, needsConvener: id === 2 };
  const sponsors = [{ sponsorId: leadSponsorId, signature: 'agreed' as const }];
  return { ...BLANK, id, leadSponsorId, sponsors, ...ofABody, tasks: [], clocks: [] };
}

export function proposalFacts(world: World, one: Case): f.ProposalFacts {
  const { tasks, merge, clocks, ...kept } = one;
  const following = followersOf(world, one);
  const principal = world.cases.find(({ id }) => id === merge?.principalId);
  return {
    ...kept,
    sponsors: kept.sponsors.map((sponsor) => ({ ...sponsor, sponsorshipId: sponsor.sponsorId })),
    merge:
      merge && principal
        ? { ...merge, principalStage: principal.stage, principalRound: principal.round }
        : null,
    followers: following.length,
    assignments: tasks,
    raters: [one, ...following].flatMap(({ leadSponsorId }) =>
      leadSponsorId === null ? [] : [leadSponsorId],
    ),
    signers: [one, ...following].flatMap(({ sponsors }) =>
      sponsors.filter(({ signature }) => signature === 'agreed').map(({ sponsorId }) => sponsorId),
    ),
    openPromises: tasks.reduce((sum, { promises }) => sum + promises, 0),
    running: clocks.map((row) => ({ ...row, overdue: row.overdue && !row.paused })),
  };
}

export const followersOf = (world: World, one: Case): Case[] =>
  world.cases.filter(({ stage, merge }) => stage === 'merged' && merge?.principalId === one.id);

export function assignmentFacts(world: World, one: Case, task: Task): f.AssignmentFacts {
  const proposal = proposalFacts(world, one);
  const { stage, id, unitId, role, round, openRequest, contacted, audited } = task;
  return {
    ...{ stage, id, unitId, role, round, proposal, openRequest, contacted, audited },
    returnsGranted: one.returnsGranted,
    maxReturns: 2,
    returnWindowOpen: one.clocks.some((row) => row.clock === 'returnWindow' && row.of === id && !row.overdue),
    extensionCap: '2026-09-02',
    replyMissing: task.drafted ? [] : ['body'],
    coHandlers: role === 'lead' ? coHandlersOf(one, task) : [],
    countersignAsked: one.tasks.some((lead) => lead.signatures.get(id) === 'asked'),
    openPromises: task.promises,
    promises: promisesOf(task),
    replyPublicity: 'full',
  };
}

function promisesOf({ promise, promises }: Task): PromiseFact[] {
  if (!promise) return [];
  const { id, confirmed, reportedBy, carryOver } = promise;
  const asked = carryOver === null ? null : { askedBy: carryOver };
  return [{ id, confirmed, reportedBy, carryOver: asked, dueOn: '2026-06-30', open: promises > 0 }];
}

function coHandlersOf(one: Case, lead: Task): f.CoHandlerFact[] {
  return coTasksOf(one, lead.round).map(({ id, unitId, stage }) => ({
    ...{ assignmentId: id, unitId, opinionGiven: stage === 'opinionGiven' },
    countersigned: lead.signatures.get(id) === 'signed',
    missingExplained: lead.signatures.get(id) === 'missing',
  }));
}

export const coTasksOf = (one: Case, round: number): Task[] =>
  one.tasks.filter((task) => task.role === 'coHandler' && task.round === round && task.stage !== 'released');
