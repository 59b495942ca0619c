import { Injectable } from '@nestjs/common';
import type { ProposalStage } from '../../../lifecycle/facts';
import type { Actor } from '../../../lifecycle/people';
import { stageWord } from '../../../lifecycle/words/words';
import { Database } from '../../../platform/database/database';
import { visibleTo } from '../../../proposals/visibility';
import { caseLabel } from '../../deeds/case-label';
import type { Compared } from './compared-texts';

export interface ComparedCase extends Compared {
  readonly version: number;
  readonly stage: ProposalStage;
  readonly stageWord: string;
  readonly sessionId: number;
  readonly jointSubject: string | null;
  /** In their order. */
  readonly sponsors: readonly { readonly id: number; readonly name: string; readonly first: boolean }[];
}

interface Row extends Omit<ComparedCase, 'name' | 'stageWord' | 'sponsors' | 'recommendations'> {
  caseNo: number | null;
  receiptNo: number | null;
  recommendations: string;
}

interface SponsorRow {
  proposalId: number;
  sponsorId: number;
  name: string;
  place: number;
}

/** Cases with their texts and sponsors, as many as are laid side by side. Two queries. */
@Injectable()
export class ComparedCases {
  constructor(private readonly database: Database) {}

  /** In the order of the ids; what the actor may not see is left out. */
  async read(actor: Actor, ids: readonly number[]): Promise<ComparedCase[]> {
    if (ids.length === 0) return [];
    const marks = ids.map(() => '?').join(', ');
    const gate = visibleTo(actor);
    const rows = await this.database.rows<Row>(
      `SELECT p."id", p."version", p."stage", p."sessionId", p."caseNo", p."receiptNo", p."jointSubject",
          t."subject", t."situation", t."analysis", t."recommendations"
        FROM "proposal" p JOIN "proposalText" t ON t."proposalId" = p."id" AND t."version" = p."textVersion"
        WHERE p."id" IN (${marks}) AND ${gate.sql}`,
      [...ids, ...gate.params],
    );
    const sponsors = await this.database.rows<SponsorRow>(
      `SELECT "proposalId", "sponsorId", "name", "place" FROM "sponsorship"
        WHERE "signature" = 'agreed' AND "proposalId" IN (${marks}) ORDER BY "place"`,
      [...ids],
    );
    const byId = new Map(rows.map((row) => [row.id, caseOf(row, sponsors)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}

function caseOf({ caseNo, receiptNo, recommendations, ...row }: Row, all: SponsorRow[]): ComparedCase {
  const own = all.filter(({ proposalId }) => proposalId === row.id);
  return {
    ...row,
    name: caseLabel({ caseNo, receiptNo, subject: row.subject }),
    stageWord: stageWord('proposal', row.stage),
    recommendations: JSON.parse(recommendations) as string[],
    sponsors: own.map(({ sponsorId, name, place }) => ({ id: sponsorId, name, first: place === 1 })),
  };
}
