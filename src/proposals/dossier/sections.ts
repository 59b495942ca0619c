import { assignment } from '../../lifecycle/assignment';
import { type Actor, wears } from '../../lifecycle/people';
import { proposal } from '../../lifecycle/proposal';
import { stageWord } from '../../lifecycle/words/words';
import { mayRead, type Sides } from './may-read';
import type { OpenButton } from './open-actions';
import type { AssignmentRow, CaseRows, CoreRow } from '../facts/case-rows';

const inside = (sides: Sides): boolean => sides === 'all' || sides.includes('committee');

/** What stands at the top of a case: numbers, subject, stage, and what the examination said. */
export function headOf({ core }: CaseRows, sides: Sides) {
  const { id, version, stage, round, subject, jointSubject, category, receiptNo, caseNo, origin, mode } =
    core;
  const { sessionId, sessionNumber, termNumber, officeId, officeName, keyLeader, grade } = core;
  const { reasonCode, disposition, decisionNote: note } = core;
  const { draftedAt, submittedAt, filedAt, handedOverAt, repliedAt, concludedAt, archivedAt } = core;
  return {
    ...{
      id,
      version,
      stage,
      stageWord: stageWord('proposal', stage),
      round,
      subject,
      jointSubject,
      category,
    },
    ...{ receiptNo, caseNo, origin, mode, sessionId, sessionNumber, termNumber, officeId, officeName },
    ...{ isKey: Boolean(core.isKey), keyLeader, grade, collective: Boolean(core.collective) },
    enteredOnBehalf: Boolean(core.enteredOnBehalf),
    outcome: { reasonCode, disposition, note, withdrawalReason: withdrawalReasonOf(core, sides) },
    moments: { draftedAt, submittedAt, filedAt, handedOverAt, repliedAt, concludedAt, archivedAt },
    ...(inside(sides) ? { recommendation: recommendationOf(core) } : {}),
  };
}

/** As long as it is only asked for, it is between the sponsors and the committee. */
function withdrawalReasonOf({ stage, withdrawalReason }: CoreRow, sides: Sides): string | null {
  const known = stage === 'withdrawn' || mayRead(sides, proposal.actions.askWithdrawal);
  return known ? withdrawalReason : null;
}

function recommendationOf({ outcome, recommendedBy, recommendationReason }: CoreRow) {
  return outcome && { outcome, by: recommendedBy, reason: recommendationReason };
}

export function textOf(core: CoreRow) {
  const { subject, situation, analysis, textVersion, publicityWish, publicityReason, convener } = core;
  return {
    ...{ version: textVersion, subject, situation, analysis, publicityWish, publicityReason, convener },
    recommendations: listOf<string>(core.recommendations),
    suggestedUnits: listOf<number>(core.suggestedUnits as unknown as string),
  };
}

/** Who was asked and did not sign is known to the sponsors, and to staff who entered the proposal for them. */
export function sponsorsFor({ core, sponsors }: CaseRows, sides: Sides) {
  const entered = Boolean(core.enteredOnBehalf) && inside(sides);
  const all = entered || mayRead(sides, proposal.actions.declineCosign);
  return sponsors
    .filter(({ signature }) => all || signature === 'agreed')
    .map(({ sponsorId, place, name, signature, opinion, contactName, contactPost, contactPhone }) => ({
      ...{ sponsorId, place, name, signature, opinion, contactName, contactPost, contactPhone },
    }));
}

/** What was answered when a merge was proposed is between the sponsors and the committee. */
export function familyFor({ core, followers, answers }: CaseRows, sides: Sides) {
  const consents = mayRead(sides, proposal.actions.answerMerge) ? answers : [];
  return { principalId: core.principalId, followers, consents };
}

/** Drafts are the unit's and the office's; a co-handler's opinion goes to the lead, never to the sponsor. */
export function assignmentsFor(
  { assignments }: CaseRows,
  actor: Actor,
  sides: Sides,
  actionsOf: (row: AssignmentRow) => OpenButton[],
) {
  return assignments.map((row) => {
    const { id, unitId, unitName, role, stage, version, round, assignedAt, acknowledgedAt, releaseReason } =
      row;
    const about = {
      id,
      unitId,
      unitName,
      role,
      stage,
      stageWord: stageWord('assignment', stage),
      version,
      round,
    };
    const drafts = sides === 'all' || sides.includes('units') || sides.includes('assigningOffice');
    const opinions = mayRead(sides, assignment.actions.giveOpinion);
    const returned = mayRead(sides, assignment.actions.grantReturn);
    const signatures = mayRead(sides, assignment.actions.countersign);
    return {
      ...about,
      ...{ assignedAt, acknowledgedAt, releaseReason: returned ? releaseReason : null },
      countersign: signatures ? row.countersign : null,
      mine: wears(actor, 'unitHandler', unitId) || wears(actor, 'unitLeader', unitId),
      reply: row.issuedAt || drafts ? replyOf(row, drafts) : null,
      actions: actionsOf(row),
      opinion: opinions && row.opinion ? { docNo: row.opinionDocNo, body: row.opinion } : null,
    };
  });
}

/** Why it should not be public is between those who write and those who audit it. */
function replyOf(row: AssignmentRow, drafts: boolean) {
  if (row.replyId === null) return null;
  const {
    replyId: id,
    body,
    firstClass,
    contactPerson,
    contactPhone,
    publicity,
    docNo,
    signer,
    auditedAt,
    issuedAt,
  } = row;
  const promises = listOf<{ text: string; dueOn: string }>(row.promises);
  return {
    id,
    body,
    class: row.class,
    firstClass,
    promises,
    contactPerson,
    contactPhone,
    publicity,
    docNo,
    signer,
    auditedAt,
    issuedAt,
    ...(drafts ? { publicityReason: row.publicityReason } : {}),
  };
}

/** Before the round is closed the unit and its office see nothing; a sponsor sees the own form, the committee all. */
export function formsFor({ core, forms }: CaseRows, actor: Actor, sides: Sides) {
  const closed = (round: number): boolean =>
    round < core.round || ['concluded', 'archived'].includes(core.stage);
  return forms
    .filter((form) => inside(sides) || closed(form.round) || wears(actor, 'sponsor', form.sponsorId))
    .map((form) => ({
      ...form,
      met: Boolean(form.met),
      answersPoints: Boolean(form.answersPoints),
      onBehalf: Boolean(form.onBehalf),
    }));
}

function listOf<T>(json: string | null): T[] {
  return json ? (JSON.parse(json) as T[]) : [];
}
