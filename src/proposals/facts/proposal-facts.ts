import type { EntityManager } from 'typeorm';
import type { HandlingRules } from '../../../config/handling-rules';
import { addDays } from '../../lifecycle/days';
import type { ProposalFacts, RunningClock } from '../../lifecycle/facts';
import type { Moment } from '../../lifecycle/rule';
import { dayOf } from '../../platform/clock/calendar';
import type { Database } from '../../platform/database/database';
import type { FeedbackForm } from '../entities/feedback-form.entity';
import type { Rules } from '../rules';
import { type CaseRows, caseRows, type ClockRow, type CoreRow } from './case-rows';
import type { Subject } from './subject';

/** Reads what the rules know of a proposal; null when there is none. */
export async function proposalSubject(
  db: Database,
  em: EntityManager,
  id: number,
  now: Moment,
  rules: Rules,
): Promise<Subject<ProposalFacts> | null> {
  const rows = await caseRows(db, em, id);
  return rows && subjectFrom(rows, now, rules);
}

/** The same from rows that have been read already. */
export function subjectFrom(rows: CaseRows, now: Moment, rules: Rules): Subject<ProposalFacts> {
  const { id, version, stage, officeId, leadSponsorId } = rows.core;
  const place = { proposalId: id, officeId, unitId: null, leadSponsorId };
  return {
    machine: 'proposal',
    table: 'proposal',
    id,
    version,
    stage,
    ...place,
    facts: factsFrom(rows, now, rules),
  };
}

function factsFrom(rows: CaseRows, now: Moment, { handling }: Rules): ProposalFacts {
  const { core, sponsors, followers, assignments } = rows;
  return {
    ...single(core),
    sponsors: sponsors.map(({ id, sponsorId, signature }) => ({ sponsorId, signature, sponsorshipId: id })),
    merge: mergeOf(rows),
    followers: followers.length,
    assignments: assignments.map(({ id, unitId, role, stage, round }) => ({
      id,
      unitId,
      role,
      stage,
      round,
    })),
    raters: ratersFrom(rows, handling.feedbackBy),
    signers: signersOf(rows),
    urgingAgainFrom:
      core.urgingAskedAt && addDays(dayOf(core.urgingAskedAt), handling.urgingRequests.everyDays),
    forms: formsOf(rows),
    running: rows.clocks.map((row) => runningClock(row, now)),
  };
}

/** The first sponsors of the case and of those that follow it, or with them everybody who signed one of these. */
function ratersFrom(
  { core, sponsors, followers, followersSigners }: CaseRows,
  by: HandlingRules['feedbackBy'],
): number[] {
  const first = [core.leadSponsorId, ...followers.map((follower) => follower.leadSponsorId)];
  const cosigners = by === 'allCosigners' ? signersOf({ sponsors, followersSigners }) : [];
  return [...new Set([...first, ...cosigners])];
}

const signersOf = ({ sponsors, followersSigners }: Pick<CaseRows, 'sponsors' | 'followersSigners'>) =>
  [...sponsors.filter(({ signature }) => signature === 'agreed'), ...followersSigners].map(
    ({ sponsorId }) => sponsorId,
  );

type Single = Omit<
  ProposalFacts,
  | 'sponsors'
  | 'merge'
  | 'followers'
  | 'assignments'
  | 'raters'
  | 'signers'
  | 'forms'
  | 'urgingAgainFrom'
  | 'running'
>;

function single(core: CoreRow): Single {
  return {
    stage: core.stage,
    round: core.round,
    key: Boolean(core.isKey),
    collective: Boolean(core.collective),
    enteredBy: core.enteredBy,
    enteredOnBehalf: Boolean(core.enteredOnBehalf),
    leadSponsorId: core.leadSponsorId,
    missing: missingParts(core),
    needsConvener: Boolean(core.needsConvener),
    convenerSigned: core.convenerSignedAt !== null,
    mayComeBetweenSessions: Boolean(core.betweenSessions),
    submissionDeadline: core.submissionDeadline,
    recommendation: core.outcome && { outcome: core.outcome, by: core.recommendedBy },
    corrected: core.textKind === 'correction',
    withdrawalAsked: core.withdrawalAskedAt !== null,
    officeId: core.officeId,
    rehandlingDeclined: core.rehandlingDeclinedRound === core.round,
    evaluation: core.grade ? { passed: Boolean(core.gradePassed) } : null,
    openPromises: core.openPromises,
    secondRatingOpened: core.secondRatings > 0,
    inOpenNotice: core.openNotices > 0,
    summarised: isOfThisRound(core, core.summarisedAt),
    consentedInPerson: (core.consentedInPerson ?? '').split(',').filter(Boolean).map(Number),
    onAgenda: core.agendas > 0,
  };
}

/** What was written or said of an earlier round is of another result. */
export const isOfThisRound = ({ repliedAt }: Pick<CoreRow, 'repliedAt'>, at: string | null): boolean =>
  at !== null && repliedAt !== null && at >= repliedAt;

const PARTS = ['subject', 'situation', 'analysis', 'recommendations', 'category'] as const;

/** What has to be there before a proposal can be submitted. */
function missingParts(core: CoreRow): string[] {
  const empty: string[] = PARTS.filter((part) => !core[part] || core[part] === '[]');
  const withheld = core.publicityWish !== null && core.publicityWish !== 'open';
  return withheld && !core.publicityReason ? [...empty, 'publicityReason'] : empty;
}

function mergeOf({ core, answers }: CaseRows): ProposalFacts['merge'] {
  const { mergePrincipal, principalStage, principalRound } = core;
  if (mergePrincipal === null || principalStage === null || principalRound === null) return null;
  return { principalId: mergePrincipal, principalStage, principalRound, answers };
}

/** 不满意 with either attitude or result puts the question of another round to the director. */
export const isDissatisfied = ({ attitude, result }: Pick<FeedbackForm, 'attitude' | 'result'>): boolean =>
  attitude === 'dissatisfied' || result === 'dissatisfied';

function formsOf({ core, forms }: CaseRows): ProposalFacts['forms'] {
  return forms
    .filter((form) => form.round === core.round)
    .map((form) => ({
      sponsorId: form.sponsorId,
      dissatisfied: isDissatisfied(form),
      inPerson: !form.onBehalf,
    }));
}

function runningClock(row: ClockRow, now: Moment): RunningClock {
  const overdue = row.state === 'running' && isOver(row, now);
  return { clock: row.clock, subjectId: row.subjectId, overdue };
}

/** A day is over when the next has begun; a length of hours when its moment has passed. */
export function isOver(due: { dueOn: string; dueAt: string | null }, now: Moment): boolean {
  return due.dueAt ? now.at > due.dueAt : now.day > due.dueOn;
}
