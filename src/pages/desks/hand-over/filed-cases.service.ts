import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../lifecycle/people';
import { Database } from '../../../platform/database/database';
import { type Condition, visibleTo } from '../../../proposals/visibility';
import { CaseLists } from '../../deeds/case-lists';

export interface FiledRow {
  id: number;
  version: number;
  caseNo: number;
  receiptNo: number | null;
  subject: string;
  category: string | null;
  isKey: boolean;
  sponsor: string;
  dueOn: string | null;
  /** A merge of it is asked about: it cannot be handed over before that is decided. */
  isAskedAbout: boolean;
  units: { unitId: number; unit: string; officeId: number; office: string }[];
}

type Row = Omit<FiledRow, 'units' | 'isKey' | 'isAskedAbout'> & {
  isKey: unknown;
  asked: number;
  suggestedUnits: string;
};

export const FILED_SIZE = 100;
/** A meeting's list is printed whole; no committee files more in a session. */
export const WHOLE_SIZE = 2000;

/** What is filed and waits to be handed over, with the offices of the units that its sponsor thinks right. */
@Injectable()
export class FiledCases {
  private readonly lists: CaseLists;

  constructor(private readonly database: Database) {
    this.lists = new CaseLists(database);
  }

  async list(
    actor: Actor,
    sessionId: number | null,
    { page, size }: { page: number; size: number },
  ): Promise<{ rows: FiledRow[]; total: number }> {
    const where = whereOf(actor, sessionId);
    const [{ total }] = await this.database.rows<{ total: number }>(
      `SELECT COUNT(*) AS "total" FROM "proposal" p WHERE ${where.sql}`,
      [...where.params],
    );
    const rows = await this.database.rows<Row>(
      `SELECT p."id", p."version", p."caseNo", p."receiptNo", COALESCE(p."jointSubject", p."subject") AS "subject",
          p."category", p."isKey", p."suggestedUnits", s."name" AS "sponsor",
          (SELECT MIN(d."dueOn") FROM "deadline" d WHERE d."proposalId" = p."id" AND d."state" = 'running'
            AND d."clock" = 'handOver') AS "dueOn",
          (SELECT COUNT(*) FROM "merging" m WHERE m."state" = 'proposed'
            AND p."id" IN (m."followerId", m."principalId")) AS "asked"
        FROM "proposal" p LEFT JOIN "sponsorship" s ON s."proposalId" = p."id" AND s."place" = 1
        WHERE ${where.sql} ORDER BY p."caseNo", p."id" LIMIT ? OFFSET ?`,
      [...where.params, size, (page - 1) * size],
    );
    return { rows: await this.withUnits(rows), total };
  }

  private async withUnits(rows: Row[]): Promise<FiledRow[]> {
    const wanted = rows.map((row) => JSON.parse(row.suggestedUnits) as number[]);
    const known = await this.lists.officesOfUnits([...new Set(wanted.flat())]);
    return rows.map(({ suggestedUnits: _, asked, ...row }, at) => ({
      ...{ ...row, isKey: Boolean(row.isKey), isAskedAbout: asked > 0 },
      units: wanted[at].flatMap((id) => known.find(({ unitId }) => unitId === id) ?? []),
    }));
  }
}

function whereOf(actor: Actor, sessionId: number | null): Condition {
  const gate = visibleTo(actor);
  const session = sessionId ? ' AND p."sessionId" = ?' : '';
  return {
    sql: `p."stage" = 'filed' AND ${gate.sql}${session}`,
    params: [...gate.params, ...(sessionId ? [sessionId] : [])],
  };
}
