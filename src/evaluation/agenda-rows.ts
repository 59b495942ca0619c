import type { EntityManager } from 'typeorm';
import { type Rating, RATINGS, type ReplyClass } from '../lifecycle/facts';
import type { Database } from '../platform/database/database';
import { familySponsors } from '../proposals/family';
import { type Choice, CHOICES } from './ballot-paper';

type ItemRow = Record<Choice, number | null> & {
  id: number;
  proposalId: number;
  place: number;
  subject: string;
  caseNo: number | null;
  jointOrder: string | null;
  grade: Rating | null;
  passed: unknown;
};

interface OfProposal {
  /** The case on the agenda, also for what belongs to one that follows it. */
  caseId: number;
}
type SponsorRow = OfProposal & { proposalId: number; sponsorId: number; name: string };
type LeadRow = OfProposal & { unit: string; class: ReplyClass | null };
type FormRow = OfProposal & { attitude: Rating; result: Rating };

const ON_AGENDA = `FROM "evaluationItem" i JOIN "proposal" p ON p."id" = i."proposalId"`;

const ITEMS = `SELECT i.*, COALESCE(p."jointSubject", p."subject") AS "subject", p."caseNo", p."jointOrder" ${ON_AGENDA}
  WHERE i."evaluationId" = ? ORDER BY i."place"`;

const SPONSORS = `SELECT p."id" AS "caseId", f."id" AS "proposalId", s."sponsorId", s."name" ${ON_AGENDA}
  JOIN "proposal" f ON f."id" = p."id" OR (f."principalId" = p."id" AND f."stage" = 'merged')
  JOIN "sponsorship" s ON s."proposalId" = f."id" AND s."signature" = 'agreed'
  WHERE i."evaluationId" = ? ORDER BY f."filedAt", f."caseNo", f."id", s."place"`;

const LEADS = `SELECT p."id" AS "caseId", u."name" AS "unit", r."class" ${ON_AGENDA}
  JOIN "assignment" a ON a."proposalId" = p."id" AND a."round" = p."round" AND a."role" = 'lead' AND a."stage" <> 'released'
  JOIN "handlingUnit" u ON u."id" = a."unitId" LEFT JOIN "reply" r ON r."assignmentId" = a."id"
  WHERE i."evaluationId" = ? ORDER BY a."id"`;

const FORMS = `SELECT p."id" AS "caseId", f."attitude", f."result" ${ON_AGENDA}
  JOIN "feedbackForm" f ON f."proposalId" = p."id" AND f."round" = p."round" WHERE i."evaluationId" = ?`;

/** What the voters vote on: five queries, however long the agenda is. */
export async function agendaOf(db: Database, em: EntityManager, evaluationId: number) {
  const all = <R>(sql: string) => db.rows<R>(sql, [evaluationId], em);
  const items = await all<ItemRow>(ITEMS);
  const sponsors = await all<SponsorRow>(SPONSORS);
  const leads = await all<LeadRow>(LEADS);
  const forms = await all<FormRow>(FORMS);
  return items.map((item) => {
    const ofItem = <R extends OfProposal>(rows: R[]) => rows.filter((row) => row.caseId === item.proposalId);
    return {
      ...headOf(item),
      sponsors: sponsorNames(item, ofItem(sponsors)),
      leadUnits: ofItem(leads).map(({ unit, class: replyClass }) => ({ unit, class: replyClass })),
      ratings: ratingsOf(ofItem(forms)),
    };
  });
}

/** There are no counts, not even of abstentions, before the box is closed. */
function headOf(item: ItemRow) {
  const { id, proposalId, place, subject, caseNo, grade } = item;
  const counts = Object.fromEntries(CHOICES.map((choice) => [choice, item[choice]]));
  const passed = item.passed === null ? null : Boolean(item.passed);
  return {
    id,
    proposalId,
    place,
    subject,
    caseNo,
    counts: item.abstained === null ? null : counts,
    grade,
    passed,
  };
}

function sponsorNames({ proposalId, jointOrder }: ItemRow, rows: SponsorRow[]): string[] {
  const [principal, followers] = [true, false].map((own) =>
    rows.filter((row) => (row.proposalId === proposalId) === own),
  );
  const order = jointOrder ? (JSON.parse(jointOrder) as number[] | null) : null;
  return familySponsors({ jointOrder: order, principal, followers: [followers] }).map(({ name }) => name);
}

/** Over the forms returned, attitude and result apart; who did not answer counts nowhere. */
function ratingsOf(forms: FormRow[]) {
  const counts = (of: 'attitude' | 'result') =>
    Object.fromEntries(RATINGS.map((rating) => [rating, forms.filter((form) => form[of] === rating).length]));
  return { forms: forms.length, attitude: counts('attitude'), result: counts('result') };
}
