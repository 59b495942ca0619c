import type { EntityManager } from 'typeorm';
import type { Audience } from '../lifecycle/people';
import type { Database } from '../platform/database/database';

/** An entry of the history, as far as it says who is concerned. */
export interface Told {
  readonly id: number;
  readonly accountId: number | null;
  readonly kind: string;
  readonly subjectId: number;
  readonly proposalId: number | null;
  readonly tells: readonly Audience[];
}

/** SQL giving pairs of hat and scope that belong to an audience; parameters by name of the entry's columns. */
interface Selection {
  readonly sql: string;
  readonly params: readonly (keyof Told)[];
}

const everyone = (hat: string): Selection => ({
  sql: `SELECT '${hat}' AS "hat", CAST(NULL AS integer) AS "scopeId"`,
  params: [],
});

const UNITS = (where: string) =>
  `SELECT h."hat", a."unitId" AS "scopeId" FROM "assignment" a
    CROSS JOIN (SELECT 'unitHandler' AS "hat" UNION ALL SELECT 'unitLeader') h WHERE ${where}`;

const SELECTIONS: Record<Audience, Selection> = {
  committee: everyone('committee'),
  director: everyone('director'),
  office: everyone('office'),
  tellers: everyone('teller'),
  administrator: everyone('administrator'),
  // All sponsors of the case: its own and, after a merge, those of the cases that follow it.
  sponsors: {
    sql: `SELECT 'sponsor' AS "hat", s."sponsorId" AS "scopeId" FROM "sponsorship" s
      JOIN "proposal" p ON p."id" = s."proposalId" WHERE s."signature" = 'agreed' AND (p."id" = ? OR p."principalId" = ?)`,
    params: ['proposalId', 'proposalId'],
  },
  leadSponsor: {
    sql: `SELECT 'sponsor' AS "hat", "leadSponsorId" AS "scopeId" FROM "proposal" WHERE "id" = ?`,
    params: ['proposalId'],
  },
  // Those for whom the deed itself started a clock, and both sides of the latest merge.
  asked: {
    sql: `SELECT 'sponsor' AS "hat", d."owerScope" AS "scopeId" FROM "deadlineEvent" e
        JOIN "deadline" d ON d."id" = e."deadlineId"
        WHERE e."historyId" = ? AND e."kind" = 'start' AND d."owerHat" = 'sponsor'
      UNION SELECT 'sponsor', a."sponsorId" FROM "mergeAnswer" a WHERE a."mergingId" =
        (SELECT MAX(m."id") FROM "merging" m WHERE m."followerId" = ?)`,
    params: ['id', 'proposalId'],
  },
  // The last of them: a request is answered before there can be another.
  urger: {
    sql: `SELECT 'sponsor' AS "hat", u."sponsorId" AS "scopeId" FROM "urgingRequest" u
      WHERE u."id" = (SELECT MAX(r."id") FROM "urgingRequest" r WHERE r."proposalId" = ?)`,
    params: ['proposalId'],
  },
  owers: {
    sql: `SELECT d."owerHat" AS "hat", d."owerScope" AS "scopeId" FROM "deadlineEvent" e
        JOIN "deadline" d ON d."id" = e."deadlineId" WHERE e."historyId" = ?`,
    params: ['id'],
  },
  assigningOffice: {
    sql: `SELECT 'assigningOffice' AS "hat", "officeId" AS "scopeId" FROM "proposal" WHERE "id" = ? AND "officeId" IS NOT NULL`,
    params: ['proposalId'],
  },
  unit: { sql: UNITS('a."id" = ?'), params: ['subjectId'] },
  units: { sql: UNITS(`a."proposalId" = ? AND a."stage" <> 'released'`), params: ['proposalId'] },
  leadUnits: {
    sql: UNITS(`a."proposalId" = ? AND a."role" = 'lead' AND a."stage" <> 'released'`),
    params: ['proposalId'],
  },
  voters: {
    sql: `SELECT 'standingCommittee' AS "hat", "memberId" AS "scopeId" FROM "evaluationVoter" WHERE "evaluationId" = ?`,
    params: ['subjectId'],
  },
};

/** Accounts that an entry concerns on a day: who wears the hats of its audiences, without whoever did it. */
export async function recipientsOf(
  db: Database,
  em: EntityManager,
  told: Told,
  day: string,
): Promise<number[]> {
  if (told.tells.length === 0) return [];
  const selections = told.tells.map((audience) => SELECTIONS[audience]);
  const rows = await db.rows<{ accountId: number }>(
    `SELECT DISTINCT w."accountId" FROM "wornHat" w JOIN "account" c ON c."id" = w."accountId" AND c."active"
      JOIN (${selections.map((each) => each.sql).join(' UNION ')}) t
        ON t."hat" = w."hat" AND (t."scopeId" IS NULL OR t."scopeId" = w."scopeId")
      WHERE w."takenAt" IS NULL AND w."since" <= ? AND (w."until" IS NULL OR w."until" >= ?) AND w."accountId" <> ?
      ORDER BY w."accountId"`,
    [...selections.flatMap((each) => each.params.map((name) => told[name])), day, day, told.accountId ?? 0],
    em,
  );
  return rows.map((row) => row.accountId);
}
