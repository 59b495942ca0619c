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
const entriesSql = (count: number) => `INSERT INTO "searchEntry" ("proposalId", "fingerprint", "tokenizer")
  VALUES ${Array<string>(count).fill('(?, ?, ?)').join(', ')} ON CONFLICT ("proposalId")
  DO UPDATE SET "fingerprint" = excluded."fingerprint", "tokenizer" = excluded."tokenizer"`;
type Written = Pick<Entry, 'proposalId' | 'fingerprint'>;
/** Cases read at once: their terms are held in memory. */
const BATCH = 200;

/** Writes cases into the index, as the record has them in the same transaction. */
@Injectable()
export class IndexWriter {
  constructor(private readonly database: Database) {}

  /** Gives how many had changed; what has not is left as it is unless `anew`. */
  async write(em: EntityManager, ids: readonly number[], anew = false): Promise<number> {
    const written: Written[] = [];
    for (let at = 0; at < ids.length; at += BATCH) {
      const some = ids.slice(at, at + BATCH);
      const pieces = await contentOf(this.database, em, some);
      for (const entry of entriesOf(anew ? pieces : await this.changedIn(em, some, pieces))) {
        await this.put(em, entry);
        written.push({ proposalId: entry.proposalId, fingerprint: entry.fingerprint });
      }
    }
    // After all of them: between two writes to the index any other would make SQLite store the first by itself.
    await this.remember(em, written);
    return written.length;
  }

  private async remember(em: EntityManager, entries: readonly Written[]): Promise<void> {
    for (let at = 0; at < entries.length; at += BATCH) {
      const some = entries.slice(at, at + BATCH);
      const params = some.flatMap(({ proposalId, fingerprint }) => [proposalId, fingerprint, TOKENIZER]);
      await this.database.change(entriesSql(some.length), params, em);
    }
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

  private async put(em: EntityManager, { proposalId, columns }: Entry): Promise<void> {
    const values =
      this.database.kind === 'sqlite'
        ? COLUMNS.map((column) => columns[column].join(' '))
        : vectorsOf(columns);
    await this.database.change(INDEX[this.database.kind], [proposalId, ...values], em);
  }
}
