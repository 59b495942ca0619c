import { Injectable } from '@nestjs/common';
import type { ClockName } from '../../../lifecycle/clocks';
import type { ProposalStage, Signature } from '../../../lifecycle/facts';
import { type Actor, scopesOf } from '../../../lifecycle/people';
import { Database } from '../../../platform/database/database';
import { type ProposalLine, ListService } from '../../../proposals/lists/list.service';
import { visibleTo } from '../../../proposals/visibility';

interface Row {
  id: number;
  version: number;
  stage: ProposalStage;
  receiptNo: number | null;
  caseNo: number | null;
  subject: string;
  /** Whom this person speaks for in it, and what they have said. */
  sponsorId: number;
  signature: Signature;
  leads: unknown;
  initiator: string;
  outcome: string | null;
  clock: ClockName | null;
  dueOn: string | null;
}

export type OwnProposal = Row & { readonly line?: ProposalLine };

const MOST = 200;
const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

/** What sponsors owe themselves: to answer an invitation, to revise, to answer a merge, to rate. */
const OWED: readonly ClockName[] = [
  ...(['cosign', 'submit', 'revise', 'mergeConsent', 'feedback', 'secondFeedback'] as const),
];

/** The proposals of a sponsor, with what each waits for from them. Two queries beside those of a list. */
@Injectable()
export class OwnProposals {
  constructor(
    private readonly database: Database,
    private readonly lists: ListService,
  ) {}

  /** The newest first; a person who speaks for several bodies sees a case once for each. */
  async list(actor: Actor): Promise<OwnProposal[]> {
    const own = scopesOf(actor, 'sponsor');
    if (own.length === 0) return [];
    const gate = visibleTo(actor);
    const rows = await this.database.rows<Row>(
      `SELECT p."id", p."version", p."stage", p."receiptNo", p."caseNo", p."subject", s."sponsorId", s."signature",
          CASE WHEN p."leadSponsorId" = s."sponsorId" THEN 1 ELSE 0 END AS "leads", i."name" AS "initiator",
          p."decisionNote" AS "outcome", d."clock", d."dueOn"
        FROM "sponsorship" s JOIN "proposal" p ON p."id" = s."proposalId"
        LEFT JOIN "sponsorship" i ON i."proposalId" = p."id" AND i."place" = 1
        LEFT JOIN "deadline" d ON d."id" = (SELECT x."id" FROM "deadline" x WHERE x."proposalId" = p."id"
          AND x."state" = 'running' AND x."owerHat" = 'sponsor' AND x."owerScope" = s."sponsorId"
          AND x."clock" IN (${marks(OWED)}) ORDER BY x."dueOn", x."id" LIMIT 1)
        WHERE s."sponsorId" IN (${marks(own)}) AND s."signature" IN ('agreed', 'invited') AND ${gate.sql}
        ORDER BY p."id" DESC LIMIT ${MOST}`,
      [...OWED, ...own, ...gate.params],
    );
    const lines = await this.lists.linesOf(
      actor,
      rows.map(({ id }) => id),
    );
    const byId = new Map(lines.map((line) => [line.id, line]));
    return rows.map((row) => ({ ...row, line: byId.get(row.id) }));
  }
}
