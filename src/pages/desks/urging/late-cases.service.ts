import { Injectable } from '@nestjs/common';
import type { ClockName } from '../../../lifecycle/clocks';
import type { Actor, Hat } from '../../../lifecycle/people';
import { Database } from '../../../platform/database/database';
import { isDebt } from '../../../proposals/deadlines/debts';
import { SEATS, visibleTo } from '../../../proposals/visibility';

interface CaseColumns {
  id: number;
  caseNo: number | null;
  receiptNo: number | null;
  subject: string;
  isKey: unknown;
}

export interface AskedRow extends CaseColumns {
  sponsor: string | null;
  reason: string;
  dueOn: string | null;
}

export interface LateRow extends CaseColumns {
  clock: ClockName;
  dueOn: string;
  owerHat: Hat;
  ower: string | null;
  /** When it was urged last. */
  urgedAt: string | null;
}

const CASE = `p."id", p."caseNo", p."receiptNo", COALESCE(p."jointSubject", p."subject") AS "subject", p."isKey"`;
const OWERS: readonly Hat[] = [...SEATS.units, ...SEATS.assigningOffice];
const MOST = 200;

/** What the committee urges: what sponsors ask for, and what units and offices are late with. */
@Injectable()
export class LateCases {
  constructor(private readonly database: Database) {}

  asked(actor: Actor): Promise<AskedRow[]> {
    const gate = visibleTo(actor);
    return this.database.rows<AskedRow>(
      `SELECT ${CASE}, s."name" AS "sponsor", q."reason",
          (SELECT MIN(d."dueOn") FROM "deadline" d WHERE d."proposalId" = p."id" AND d."state" = 'running'
            AND d."clock" = 'answerUrging') AS "dueOn"
        FROM "urgingRequest" q JOIN "proposal" p ON p."id" = q."proposalId"
        LEFT JOIN "sponsor" s ON s."id" = q."sponsorId"
        WHERE q."state" = 'open' AND ${gate.sql} ORDER BY "dueOn", q."id"`,
      [...gate.params],
    );
  }

  /** Longest overdue first. */
  late(actor: Actor, today: string): Promise<LateRow[]> {
    const gate = visibleTo(actor);
    return this.database.rows<LateRow>(
      `SELECT ${CASE}, d."clock", d."dueOn", d."owerHat", COALESCE(u."name", o."name") AS "ower",
          (SELECT MAX(x."issuedAt") FROM "urging" x WHERE x."proposalId" = p."id") AS "urgedAt"
        FROM "deadline" d JOIN "proposal" p ON p."id" = d."proposalId"
        LEFT JOIN "handlingUnit" u ON d."owerHat" IN (${listed(SEATS.units)}) AND u."id" = d."owerScope"
        LEFT JOIN "assigningOffice" o ON d."owerHat" = 'assigningOffice' AND o."id" = d."owerScope"
        WHERE d."state" = 'running' AND ${isDebt('d')} AND d."dueOn" < ? AND d."owerHat" IN (${listed(OWERS)})
          AND ${gate.sql} ORDER BY d."dueOn", d."id" LIMIT ${MOST}`,
      [today, ...gate.params],
    );
  }
}

// Names of hats, from the rulebook: no input.
const listed = (hats: readonly Hat[]): string => hats.map((hat) => `'${hat}'`).join(', ');
