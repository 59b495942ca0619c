import type { EntityManager } from 'typeorm';
import type { Database } from '../platform/database/database';
import type { CitedOpinionDto } from './reply.dto';

const OPINIONS = `SELECT u."name" AS "unitName", o."docNo" FROM "coOpinion" o
  JOIN "assignment" a ON a."id" = o."assignmentId" JOIN "handlingUnit" u ON u."id" = a."unitId"
  WHERE a."proposalId" = ? AND a."round" = ? AND a."stage" = 'opinionGiven' ORDER BY a."id"`;

/** The opinions a reply of this round rests on, in the order of the units: cited by number, never by their words. */
export function citedOpinions(
  database: Database,
  em: EntityManager,
  proposalId: number,
  round: number,
): Promise<CitedOpinionDto[]> {
  return database.rows<CitedOpinionDto>(OPINIONS, [proposalId, round], em);
}
