import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database';
import { TOKENIZER } from '../tokens/tokenizer';
import { byCase, contentOf, type Piece } from './case-content';
import { COLUMNS } from './case-parts';
import { type Entry, entriesOf, fingerprintOf } from './entry';
import { vectorsOf } from './vectors';

const INDEX = {
  sqlite: `INSERT OR REPLACE INTO "searchIndex" (rowid, ${COLUMNS.map((column) => `"${column}"`).join(', ')})
    VALUES (?, ${COLUMNS.map(() => '?').join(', ')})`,
  postgres: `INSERT INTO "searchIndex" ("proposalId", "open", "whole") VALUES (?, ?::tsvector, ?::tsvector)
    ON CONFLICT ("proposalId") DO UPDATE SET "open" = excluded."open", "whole" = excluded."whole"`,
};
const ENTRY = `INSERT INTO "searchEntry" ("proposalId", "fingerprint", "tokenizer") VALUES (?, ?, ?)
  ON CONFLICT ("proposalId") DO UPDATE SET "fingerprint" = excluded."fingerprint", "tokenizer" = excluded."tokenizer"`;

/** Writes cases into the index, as the record has them in the same transaction. */
@Injectable()
export class IndexWriter {
  constructor(private readonly database: Database) {}

  /** Gives how many had changed; what has not is left as it is unless `anew`. */
  async write(em: EntityManager, ids: readonly number[], anew = false): Promise<number> {
    const pieces = await contentOf(this.database, em, ids);
    const changed = anew ? pieces : await this.changedIn(em, ids, pieces);
    const entries = entriesOf(changed);
    for (const entry of entries) await this.put(em, entry);
    return entries.length;
  }

  private async changedIn(em: EntityManager, ids: readonly number[], pieces: Piece[]): Promise<Piece[]> {
    const known = await this.known(em, ids);
    const isChanged = ([id, own]: [number, Piece[]]) => known.get(id) !== fingerprintOf(own);
    return [...byCase(pieces)].filter(isChanged).flatMap(([, own]) => own);
  }

  private async known(em: EntityManager, ids: readonly number[]): Promise<Map<number, string>> {
    const marks = ids.map(() => '?').join(', ');
    const sql = `SELECT "proposalId", "fingerprint" FROM "searchEntry" WHERE "proposalId" IN (${marks})`;
    const rows = await this.database.rows<{ proposalId: number; fingerprint: string }>(sql, [...ids], em);
    return new Map(rows.map((row) => [row.proposalId, row.fingerprint]));
  }

  private async put(em: EntityManager, { proposalId, columns, fingerprint }: Entry): Promise<void> {
    const values =
      this.database.kind === 'sqlite'
        ? COLUMNS.map((column) => columns[column].join(' '))
        : vectorsOf(columns);
    await this.database.change(INDEX[this.database.kind], [proposalId, ...values], em);
    await this.database.change(ENTRY, [proposalId, fingerprint, TOKENIZER], em);
  }
}
