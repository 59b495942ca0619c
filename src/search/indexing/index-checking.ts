import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database';
import { byCase, contentOf } from './case-content';
import { fingerprintOf } from './entry';

const BATCH = 500;

/** What of the index is not as the record has it. */
export interface Disagreement {
  readonly proposalId: number;
  readonly fault: 'missing' | 'stale' | 'surplus';
}

const CASES = `SELECT p."id", e."fingerprint" FROM "proposal" p LEFT JOIN "searchEntry" e ON e."proposalId" = p."id"
  WHERE p."id" > ? ORDER BY p."id" LIMIT ?`;
// Rows of the index itself; SQLite keeps one in this table for each.
const INDEXED = {
  sqlite: 'SELECT "id" FROM "searchIndex_docsize" WHERE "id" BETWEEN ? AND ?',
  postgres: 'SELECT "proposalId" AS "id" FROM "searchIndex" WHERE "proposalId" BETWEEN ? AND ?',
};
const SURPLUS = {
  sqlite: `SELECT "id" FROM "searchIndex_docsize" WHERE "id" NOT IN (SELECT "id" FROM "proposal")`,
  postgres: `SELECT "proposalId" AS "id" FROM "searchIndex" WHERE "proposalId" NOT IN (SELECT "id" FROM "proposal")`,
};

interface Row {
  id: number;
  fingerprint: string | null;
}

/** Looks whether index and record agree, case by case. */
@Injectable()
export class IndexChecking {
  constructor(private readonly database: Database) {}

  async check(em: EntityManager = this.database.reader): Promise<Disagreement[]> {
    const found: Disagreement[] = [];
    for (let last = 0; ;) {
      const rows = await this.database.rows<Row>(CASES, [last, BATCH], em);
      if (rows.length === 0) break;
      found.push(...(await this.checkSome(rows, em)));
      last = rows[rows.length - 1].id;
    }
    const surplus = await this.database.rows<{ id: number }>(SURPLUS[this.database.kind], [], em);
    return [...found, ...surplus.map(({ id }) => ({ proposalId: id, fault: 'surplus' as const }))];
  }

  private async checkSome(rows: readonly Row[], em: EntityManager): Promise<Disagreement[]> {
    const ids = rows.map(({ id }) => id);
    const between = [ids[0], ids[ids.length - 1]];
    const indexed = await this.database.rows<{ id: number }>(INDEXED[this.database.kind], between, em);
    const there = new Set(indexed.map(({ id }) => id));
    const pieces = byCase(await contentOf(this.database, em, ids));
    return rows.flatMap<Disagreement>(({ id, fingerprint }) => {
      if (fingerprint === null || !there.has(id)) return [{ proposalId: id, fault: 'missing' }];
      if (fingerprint !== fingerprintOf(pieces.get(id) ?? [])) return [{ proposalId: id, fault: 'stale' }];
      return [];
    });
  }
}
