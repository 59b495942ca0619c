import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import type { Proposed } from './profile';

/** A case as it is compared: its newest text, and who has to do with it. */
export interface ComparedCase extends Proposed {
  readonly id: number;
  readonly sessionId: number;
  readonly principalId: number | null;
  readonly unitIds: readonly number[];
}

interface Row {
  id: number;
  sessionId: number;
  principalId: number | null;
  subject: string;
  situation: string;
  analysis: string;
  recommendations: string;
  suggestedUnits: string;
}

const TEXTS = `SELECT p."id", p."sessionId", p."principalId", p."suggestedUnits", t."subject", t."situation", t."analysis",
    t."recommendations"
  FROM "proposal" p JOIN "proposalText" t ON t."proposalId" = p."id" AND t."version" = p."textVersion" WHERE p."id" IN `;
const UNITS = `SELECT "proposalId", "unitId" FROM "assignment" WHERE "stage" <> 'released' AND "proposalId" IN `;

/** Reads the texts of cases that have passed the gate. */
@Injectable()
export class CaseTexts {
  constructor(private readonly database: Database) {}

  async of(ids: readonly number[]): Promise<ComparedCase[]> {
    if (ids.length === 0) return [];
    const marks = `(${ids.map(() => '?').join(', ')})`;
    const rows = await this.database.rows<Row>(TEXTS + marks, [...ids]);
    const units = await this.database.rows<{ proposalId: number; unitId: number }>(UNITS + marks, [...ids]);
    return rows.map(({ situation, analysis, recommendations, suggestedUnits, ...row }) => ({
      ...row,
      body: `${situation}\n${analysis}`,
      recommendations: JSON.parse(recommendations) as string[],
      unitIds: [
        ...(JSON.parse(suggestedUnits) as number[]),
        ...units.filter(({ proposalId }) => proposalId === row.id).map(({ unitId }) => unitId),
      ],
    }));
  }
}
