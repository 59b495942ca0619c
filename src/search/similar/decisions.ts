import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import type { Decision } from './likeness-decision.entity';

/** What was decided of two cases: by an examiner, or by merging them. */
export interface Judgement {
  readonly otherId: number;
  readonly decision: Decision | 'merged';
  readonly note: string | null;
  readonly by: string | null;
  readonly at: string;
}

/** The newest of each pair; a merge that lasts says more than what was said before it. */
const OF_CASE = `SELECT CASE WHEN d."lowId" = ? THEN d."highId" ELSE d."lowId" END AS "otherId", d."decision", d."note",
    d."decidedByName" AS "by", d."decidedAt" AS "at"
  FROM "likenessDecision" d WHERE (d."lowId" = ? OR d."highId" = ?) AND NOT EXISTS (SELECT 1 FROM "likenessDecision" n
    WHERE n."lowId" = d."lowId" AND n."highId" = d."highId" AND n."id" > d."id")
  UNION ALL
  SELECT CASE WHEN m."followerId" = ? THEN m."principalId" ELSE m."followerId" END, 'merged', m."reason", NULL, m."doneAt"
    FROM "merging" m WHERE m."state" = 'done' AND (m."followerId" = ? OR m."principalId" = ?)`;

/** Every pair that somebody has decided about. */
const PAIRS = `SELECT d."lowId" AS "a", d."highId" AS "b", d."decision" FROM "likenessDecision" d
    WHERE NOT EXISTS (SELECT 1 FROM "likenessDecision" n
      WHERE n."lowId" = d."lowId" AND n."highId" = d."highId" AND n."id" > d."id")
  UNION ALL SELECT m."followerId", m."principalId", 'merged' FROM "merging" m WHERE m."state" = 'done'`;

export interface DecidedPair {
  readonly a: number;
  readonly b: number;
  readonly decision: Judgement['decision'];
}

/** Reads what examiners have found of pairs of cases. */
@Injectable()
export class Decisions {
  constructor(private readonly database: Database) {}

  async of(id: number): Promise<Map<number, Judgement>> {
    const rows = await this.database.rows<Judgement>(OF_CASE, Array<number>(6).fill(id));
    return new Map(rows.map((row) => [row.otherId, row]));
  }

  async pairs(): Promise<DecidedPair[]> {
    const rows = await this.database.rows<DecidedPair>(PAIRS);
    const keyOf = ({ a, b }: DecidedPair) => [Math.min(a, b), Math.max(a, b)].join(' ');
    // Of a pair that was judged and then merged, the merge is read last.
    return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
  }
}
