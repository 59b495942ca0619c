import type { EntityManager } from 'typeorm';
import { type Rating, RATINGS, type ReplyClass } from '../lifecycle/facts';
import type { Database } from '../platform/database/database';
import type { Evaluation } from '../proposals/entities/evaluation.entity';
import { familySponsors } from '../proposals/family';
import { LED_TO_AN_END } from './candidates';

interface OfCase {
  itemId: number;
  /** The case on the agenda, also for what belongs to one that follows it. */
  caseId: number;
}
interface CaseRow extends OfCase {
  subject: string;
  caseNo: number | null;
  jointOrder: string | null;
  summary: string | null;
}
type SponsorRow = OfCase & { proposalId: number; sponsorId: number; name: string };
type LeadRow = OfCase & { unit: string; class: ReplyClass | null };
type FormRow = OfCase & { attitude: Rating; result: Rating };
type PromiseRow = OfCase & { text: string; dueOn: string; keptOn: string | null };

type Meeting = Pick<Evaluation, 'id' | 'objects'>;

/** From the items of a meeting `i` to their cases `p`: the case itself, or what the unit has led in the session. */
const ON_AGENDA: Record<Evaluation['objects'], string> = {
  proposals: `FROM "evaluationItem" i JOIN "proposal" p ON p."id" = i."proposalId"`,
  units: `FROM "evaluationItem" i JOIN "evaluation" e ON e."id" = i."evaluationId"
    JOIN "assignment" a ON a."unitId" = i."unitId"
    JOIN "proposal" p ON ${LED_TO_AN_END} AND p."sessionId" = e."sessionId"`,
};

const WHICH = `i."id" AS "itemId", p."id" AS "caseId"`;

/** A summary of an earlier round says nothing of this one. */
const CASES = (
  from: string,
) => `SELECT ${WHICH}, COALESCE(p."jointSubject", p."subject") AS "subject", p."caseNo",
    p."jointOrder", CASE WHEN d."summarisedAt" >= p."repliedAt" THEN d."summary" END AS "summary"
  ${from} LEFT JOIN "dossier" d ON d."proposalId" = p."id"
  WHERE i."evaluationId" = ? ORDER BY i."place", p."caseNo", p."id"`;

const SPONSORS = (from: string) => `SELECT ${WHICH}, f."id" AS "proposalId", s."sponsorId", s."name" ${from}
  JOIN "proposal" f ON f."id" = p."id" OR (f."principalId" = p."id" AND f."stage" = 'merged')
  JOIN "sponsorship" s ON s."proposalId" = f."id" AND s."signature" = 'agreed'
  WHERE i."evaluationId" = ? ORDER BY f."filedAt", f."caseNo", f."id", s."place"`;

const LEADS = (from: string) => `SELECT ${WHICH}, u."name" AS "unit", r."class" ${from}
  JOIN "assignment" l ON l."proposalId" = p."id" AND l."round" = p."round" AND l."role" = 'lead' AND l."stage" <> 'released'
  JOIN "handlingUnit" u ON u."id" = l."unitId" LEFT JOIN "reply" r ON r."assignmentId" = l."id"
  WHERE i."evaluationId" = ? ORDER BY l."id"`;

const FORMS = (from: string) => `SELECT ${WHICH}, f."attitude", f."result" ${from}
  JOIN "feedbackForm" f ON f."proposalId" = p."id" AND f."round" = p."round" WHERE i."evaluationId" = ?`;

const PROMISES = (from: string) => `SELECT ${WHICH}, o."text", o."dueOn", o."keptOn" ${from}
  JOIN "promise" o ON o."proposalId" = p."id" WHERE i."evaluationId" = ? ORDER BY o."dueOn", o."id"`;

export type AgendaCase = ReturnType<typeof caseOf>;

/** The cases of each item as the voters read them: five queries, however long the agenda is. */
export async function casesOnAgenda(db: Database, em: EntityManager, { id, objects }: Meeting) {
  const all = <R>(sql: (from: string) => string) => db.rows<R>(sql(ON_AGENDA[objects]), [id], em);
  const cases = await all<CaseRow>(CASES);
  const sponsors = await all<SponsorRow>(SPONSORS);
  const leads = await all<LeadRow>(LEADS);
  const forms = await all<FormRow>(FORMS);
  const promises = await all<PromiseRow>(PROMISES);
  return cases.map((row) => {
    const own = <R extends OfCase>(rows: R[]) =>
      rows.filter(({ itemId, caseId }) => itemId === row.itemId && caseId === row.caseId);
    const belonging = {
      sponsors: own(sponsors),
      leads: own(leads),
      forms: own(forms),
      promises: own(promises),
    };
    return { itemId: row.itemId, ...caseOf(row, belonging) };
  });
}

interface Belonging {
  sponsors: SponsorRow[];
  leads: LeadRow[];
  forms: FormRow[];
  promises: PromiseRow[];
}

function caseOf(row: CaseRow, { sponsors, leads, forms, promises }: Belonging) {
  const { caseId: proposalId, subject, caseNo, summary } = row;
  return {
    ...{ proposalId, subject, caseNo },
    sponsors: sponsorNames(row, sponsors),
    leadUnits: leads.map(({ unit, class: replyClass }) => ({ unit, class: replyClass })),
    ratings: ratingsOf(forms),
    summary,
    promises: promises.map(({ text, dueOn, keptOn }) => ({ text, dueOn, keptOn })),
  };
}

function sponsorNames({ caseId, jointOrder }: CaseRow, rows: SponsorRow[]): string[] {
  const [principal, followers] = [true, false].map((own) =>
    rows.filter((row) => (row.proposalId === caseId) === own),
  );
  const order = jointOrder ? (JSON.parse(jointOrder) as number[] | null) : null;
  return familySponsors({ jointOrder: order, principal, followers: [followers] }).map(({ name }) => name);
}

/** Over the forms returned, attitude and result apart; who did not answer counts nowhere. */
function ratingsOf(forms: FormRow[]) {
  const counts = (of: 'attitude' | 'result') =>
    Object.fromEntries(
      RATINGS.map((rating) => [rating, forms.filter((form) => form[of] === rating).length]),
    ) as Record<Rating, number>;
  return { forms: forms.length, attitude: counts('attitude'), result: counts('result') };
}
