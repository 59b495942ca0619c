import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import { Gate } from '../proposals/gate';
import type { EarlierReturnDto } from './requests.dto';

const RETURNS = `SELECT q."id", q."assignmentId", a."unitId", u."name" AS "unitName", a."round", q."reason",
    q."suggestedUnitId", s."name" AS "suggestedUnitName", q."askedAt", q."decision", q."decisionNote", q."decidedAt"
  FROM "unitRequest" q JOIN "assignment" a ON a."id" = q."assignmentId" JOIN "handlingUnit" u ON u."id" = a."unitId"
  LEFT JOIN "handlingUnit" s ON s."id" = q."suggestedUnitId"
  WHERE q."proposalId" = ? AND q."kind" = 'return' AND q."decision" IN ('granted', 'refused') ORDER BY q."id"`;

/** Who would not have the case before, and why: oldest first. */
export function earlierReturns(
  database: Database,
  em: EntityManager,
  proposalId: number,
): Promise<EarlierReturnDto[]> {
  return database.rows<EarlierReturnDto>(RETURNS, [proposalId], em);
}

/** The same for a reader: the office that decides and the next unit should know, the sponsor is spared it. */
@Injectable()
export class EarlierReturns {
  constructor(
    private readonly database: Database,
    private readonly gate: Gate,
  ) {}

  async of(actor: Actor, proposalId: number): Promise<EarlierReturnDto[]> {
    const hats = actor.hats.filter(({ hat }) => hat !== 'sponsor' && hat !== 'standingCommittee');
    await this.gate.pass({ ...actor, hats }, { table: 'proposal', proposalId });
    return earlierReturns(this.database, this.database.reader, proposalId);
  }
}
