import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class CasesAreFound1795200700000 implements MigrationInterface {
  name = 'CasesAreFound1795200700000';

  async up(q: QueryRunner): Promise<void> {
    // Empty at first: what is in the record is read in when the application has started.
    await t.createTable(q, 'searchEntry', ENTRY, { foreign: { proposalId: 'proposal' } });
    for (const sql of INDEX[t.dialectOf(q)]) await q.query(sql);
    await t.createTable(q, 'savedSearch', SAVED, {
      unique: [['accountId', 'name']],
      foreign: { accountId: 'account' },
    });
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['savedSearch', 'searchIndex', 'searchEntry']) await q.query(`DROP TABLE "${table}"`);
  }
}

const ENTRY = { proposalId: t.givenId, fingerprint: t.word(40), tokenizer: t.integer };

const SAVED = {
  id: t.id,
  accountId: t.integer,
  name: t.word(60),
  criteria: t.json,
  savedAt: t.moment,
};

// The terms come ready made, parted by blanks; the texts themselves stay in the record. What not every reader of a case
// may find stands apart: in a column on SQLite, in a vector of its own on PostgreSQL.
const INDEX = {
  sqlite: [
    `CREATE VIRTUAL TABLE "searchIndex" USING fts5("subject", "names", "numbers", "body", "later", "inside",
      content='', contentless_delete=1, tokenize='ascii')`,
  ],
  postgres: [
    `CREATE TABLE "searchIndex" ("proposalId" integer PRIMARY KEY NOT NULL, "open" tsvector NOT NULL, "whole" tsvector)`,
    `CREATE INDEX "ix_searchIndex_open" ON "searchIndex" USING gin ("open")`,
    `CREATE INDEX "ix_searchIndex_whole" ON "searchIndex" USING gin ("whole")`,
  ],
};
