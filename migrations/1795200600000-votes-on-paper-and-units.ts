import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class VotesOnPaperAndUnits1795200600000 implements MigrationInterface {
  name = 'VotesOnPaperAndUnits1795200600000';

  async up(q: QueryRunner): Promise<void> {
    await t.addColumn(q, 'evaluation', 'objects', t.withDefault(t.word(20), 'proposals'));
    await t.addColumn(q, 'evaluation', 'ballots', t.withDefault(t.word(20), 'electronic'));
    await t.addColumn(q, 'evaluation', 'dimensions', t.withDefault(t.json, '[]'));
    await t.addColumn(q, 'evaluation', 'shut', t.withDefault(t.flag, false));
    await t.addColumn(q, 'evaluationVoter', 'paper', t.withDefault(t.flag, false));
    await letProposalBeEmpty(q);
    await t.createIndex(q, 'evaluationItem', ['evaluationId', 'unitId'], true);
    await t.createIndex(q, 'evaluationItem', ['unitId']);
    await t.createTable(q, 'paperCount', PAPER_COUNT, {
      unique: [['evaluationId', 'round', 'itemId', 'attempt', 'accountId']],
      foreign: { evaluationId: 'evaluation' },
    });
    await t.makeInsertOnly(q, 'paperCount');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE "paperCount"');
    if (t.dialectOf(q) === 'postgres') await q.query('DROP FUNCTION "paperCount_is_insert_only"()');
    await needProposals(q);
    await q.query('ALTER TABLE "evaluationVoter" DROP COLUMN "paper"');
    for (const column of ['shut', 'dimensions', 'ballots', 'objects'])
      await q.query(`ALTER TABLE "evaluation" DROP COLUMN "${column}"`);
  }
}

const PAPER_COUNT = {
  ...{ id: t.id, evaluationId: t.integer, round: t.integer, itemId: t.integer, attempt: t.integer },
  ...{ accountId: t.integer, at: t.moment },
  ...{ issued: t.integer, collected: t.integer, spoiled: t.integer, marks: t.json },
};

const ITEM = {
  id: t.id,
  evaluationId: t.integer,
  proposalId: t.integer,
  place: t.integer,
  satisfied: t.optional(t.integer),
  basicallySatisfied: t.optional(t.integer),
  dissatisfied: t.optional(t.integer),
  abstained: t.optional(t.integer),
  grade: t.optional(t.word(20)),
  passed: t.optional(t.flag),
};
const NEW = {
  unitId: t.optional(t.integer),
  dimensions: t.optional(t.json),
  collected: t.optional(t.integer),
  spoiled: t.optional(t.integer),
};
const FOREIGN = { evaluationId: 'evaluation', proposalId: 'proposal' };

async function letProposalBeEmpty(q: QueryRunner): Promise<void> {
  if (t.dialectOf(q) === 'postgres') {
    await q.query('ALTER TABLE "evaluationItem" ALTER COLUMN "proposalId" DROP NOT NULL');
    for (const [name, type] of Object.entries(NEW)) await t.addColumn(q, 'evaluationItem', name, type);
    await q.query(
      'ALTER TABLE "evaluationItem" ADD CONSTRAINT "fk_evaluationItem_unitId" FOREIGN KEY ("unitId") REFERENCES "handlingUnit" ("id")',
    );
    return;
  }
  const columns = { ...ITEM, proposalId: t.optional(t.integer), ...NEW };
  await rebuild(q, columns, { ...FOREIGN, unitId: 'handlingUnit' });
}

/** Units are lost: the older tables have no place for them. */
async function needProposals(q: QueryRunner): Promise<void> {
  await q.query('DELETE FROM "evaluationItem" WHERE "proposalId" IS NULL');
  if (t.dialectOf(q) === 'sqlite') return rebuild(q, ITEM, FOREIGN);
  for (const name of Object.keys(NEW)) await q.query(`ALTER TABLE "evaluationItem" DROP COLUMN "${name}"`);
  await q.query('ALTER TABLE "evaluationItem" ALTER COLUMN "proposalId" SET NOT NULL');
}

interface Last {
  seq: number;
}

/** SQLite changes a column only by a new table. No row of another table refers to this one. */
async function rebuild(
  q: QueryRunner,
  columns: Record<string, t.ColumnType>,
  foreign: Record<string, string>,
): Promise<void> {
  const [last] = (await q.query(
    `SELECT "seq" FROM "sqlite_sequence" WHERE "name" = 'evaluationItem'`,
  )) as Last[];
  const kept = Object.keys(ITEM)
    .map((name) => `"${name}"`)
    .join(', ');
  await q.query('CREATE TEMPORARY TABLE "keptItem" AS SELECT * FROM "evaluationItem"');
  await q.query('DROP TABLE "evaluationItem"');
  await t.createTable(q, 'evaluationItem', columns, {
    unique: [['evaluationId', 'proposalId']],
    index: [['proposalId']],
    foreign,
  });
  await q.query(`INSERT INTO "evaluationItem" (${kept}) SELECT ${kept} FROM "temp"."keptItem"`);
  await q.query('DROP TABLE "temp"."keptItem"');
  // The number of an item that was deleted is not given again.
  if (!last) return;
  await q.query(`DELETE FROM "sqlite_sequence" WHERE "name" = 'evaluationItem'`);
  await q.query(`INSERT INTO "sqlite_sequence" ("name", "seq") VALUES ('evaluationItem', ?)`, [last.seq]);
}
