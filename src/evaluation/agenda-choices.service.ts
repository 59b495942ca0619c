import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import type { Evaluation } from '../proposals/entities/evaluation.entity';
import { visibleTo } from '../proposals/visibility';
import { LED_TO_AN_END, proposalFaults, unitFaults } from './candidates';
import { Meetings } from './meetings';

export interface AgendaChoice {
  readonly id: number;
  readonly subject: string;
  readonly caseNo: number | null;
}

const UNITS = `SELECT u."id", u."name" AS "subject", NULL AS "caseNo" FROM "handlingUnit" u
  WHERE EXISTS (SELECT 1 FROM "assignment" a JOIN "proposal" p ON ${LED_TO_AN_END}
    WHERE a."unitId" = u."id" AND p."sessionId" = ?) ORDER BY u."id"`;
const PROPOSALS = `SELECT p."id", COALESCE(p."jointSubject", p."subject") AS "subject", p."caseNo"
  FROM "proposal" p WHERE p."isKey" AND p."stage" = 'concluded' AND`;

/** What could be on the agenda of a meeting, what is on it already included. */
@Injectable()
export class AgendaChoices {
  constructor(
    private readonly database: Database,
    private readonly meetings: Meetings,
  ) {}

  /** Throws NotFound for whoever has nothing to do with meetings. */
  async read(actor: Actor, id: number): Promise<AgendaChoice[]> {
    const { meeting } = await this.meetings.read(actor, id);
    const rows = await this.wide(actor, meeting);
    const ids = rows.map((row) => row.id);
    const faultsOf = meeting.objects === 'units' ? unitFaults : proposalFaults;
    // The very checks the agenda has to pass: what is offered is never refused.
    const faults = await faultsOf(this.database, this.database.reader, { actor, meeting, ids });
    const wrong = new Set(faults.map(({ field }) => Number(field.split('.')[1])));
    return rows.filter((_, at) => !wrong.has(at));
  }

  private wide(actor: Actor, { objects, sessionId }: Evaluation): Promise<AgendaChoice[]> {
    if (objects === 'units') return this.database.rows(UNITS, [sessionId]);
    const gate = visibleTo(actor);
    return this.database.rows(`${PROPOSALS} ${gate.sql} ORDER BY p."sessionId", p."caseNo"`, [
      ...gate.params,
    ]);
  }
}
