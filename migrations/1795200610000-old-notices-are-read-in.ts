import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class OldNoticesAreReadIn1795200610000 implements MigrationInterface {
  name = 'OldNoticesAreReadIn1795200610000';

  async up(q: QueryRunner): Promise<void> {
    // The items of a notice from before this record have no case in it.
    await letCaseBeEmpty(q);
    await t.createTable(
      q,
      'oldNotice',
      {
        id: t.id,
        stage: t.word(20),
        version: t.integer,
        title: t.word(200),
        datedOn: t.day,
        text: t.text,
        textHash: t.word(64),
        reading: t.json,
        importedBy: t.optional(t.integer),
        importedAt: t.moment,
        decidedBy: t.optional(t.integer),
        decidedAt: t.optional(t.moment),
        reason: t.optional(t.text),
        noticeId: t.optional(t.integer),
      },
      {
        unique: [{ columns: ['textHash'], where: `"stage" <> 'rejected'` }],
        index: [['stage', 'id']],
        foreign: { noticeId: 'notice' },
      },
    );
    await t.createTable(
      q,
      'noticeItemName',
      {
        id: t.id,
        noticeItemId: t.integer,
        place: t.integer,
        role: t.word(20),
        name: t.word(100),
        sponsorId: t.optional(t.integer),
        unitId: t.optional(t.integer),
      },
      {
        unique: [['noticeItemId', 'role', 'place']],
        index: [['sponsorId'], ['unitId']],
        foreign: { noticeItemId: 'noticeItem', sponsorId: 'sponsor', unitId: 'handlingUnit' },
      },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE "noticeItemName"');
    await q.query('DROP TABLE "oldNotice"');
    await q.query('DELETE FROM "noticeItem" WHERE "proposalId" IS NULL');
    await makeCaseNeeded(q);
  }
}

async function letCaseBeEmpty(q: QueryRunner): Promise<void> {
  if (t.dialectOf(q) === 'sqlite') return rebuild(q, '"proposalId" integer NOT NULL', '"proposalId" integer');
  await q.query('ALTER TABLE "noticeItem" ALTER COLUMN "proposalId" DROP NOT NULL');
}

async function makeCaseNeeded(q: QueryRunner): Promise<void> {
  if (t.dialectOf(q) === 'sqlite') return rebuild(q, '"proposalId" integer', '"proposalId" integer NOT NULL');
  await q.query('ALTER TABLE "noticeItem" ALTER COLUMN "proposalId" SET NOT NULL');
}

interface Part {
  type: string;
  sql: string;
}

interface Last {
  seq: number;
}

/**
 * SQLite changes a column only by a new table. It is built from what stands in the file, so that columns and indexes
 * which other migrations gave it stay. Corrections refer to the items: they are looked at again when all is back.
 */
async function rebuild(q: QueryRunner, before: string, after: string): Promise<void> {
  const parts = (await q.query(
    `SELECT "type", "sql" FROM "sqlite_master" WHERE "tbl_name" = 'noticeItem' AND "sql" IS NOT NULL`,
  )) as Part[];
  const table = parts.find(({ type }) => type === 'table');
  if (!table?.sql.includes(before))
    throw new Error('The table noticeItem is not as this migration knows it.');
  const [last] = (await q.query(`SELECT "seq" FROM "sqlite_sequence" WHERE "name" = 'noticeItem'`)) as Last[];
  await q.query('PRAGMA defer_foreign_keys = ON');
  await q.query('CREATE TEMPORARY TABLE "keptItem" AS SELECT * FROM "noticeItem"');
  await q.query('DROP TABLE "noticeItem"');
  await q.query(table.sql.replace(before, after));
  await q.query('INSERT INTO "noticeItem" SELECT * FROM "temp"."keptItem"');
  await q.query('DROP TABLE "temp"."keptItem"');
  // The number of an item that was deleted is not given again.
  if (last) {
    await q.query(`DELETE FROM "sqlite_sequence" WHERE "name" = 'noticeItem'`);
    await q.query(`INSERT INTO "sqlite_sequence" ("name", "seq") VALUES ('noticeItem', ?)`, [last.seq]);
  }
  for (const { type, sql } of parts) if (type !== 'table') await q.query(sql);
}
