import { Injectable } from '@nestjs/common';
import { accept, fault } from '../people/faults';
import { Database } from '../platform/database/database';
import type { Act } from '../proposals/act';
import type { AssignmentFacts } from '../lifecycle/facts';

const USED = `SELECT 1 FROM "assignment" a WHERE a."unitId" = ? AND (
    EXISTS (SELECT 1 FROM "reply" r WHERE r."assignmentId" = a."id" AND r."docNo" = ?)
    OR EXISTS (SELECT 1 FROM "coOpinion" o WHERE o."assignmentId" = a."id" AND o."docNo" = ?)) LIMIT 1`;

/** Document numbers (文号): a unit gives each one once, whether to a reply or to an opinion. */
@Injectable()
export class DocumentNumbers {
  constructor(private readonly database: Database) {}

  /** Throws Invalid when the unit has used the number; others of the unit who issue now wait for this transaction. */
  async take({ em, facts: { unitId } }: Act<AssignmentFacts>, docNo: string): Promise<void> {
    await this.database.hold('handlingUnit', [unitId], em);
    const used = await this.database.rows(USED, [unitId, docNo, docNo], em);
    if (used.length > 0)
      accept([fault('docNo', 'duplicate', `文号“${docNo}”本单位已经用过，请核对后重新填写。`)]);
  }
}
