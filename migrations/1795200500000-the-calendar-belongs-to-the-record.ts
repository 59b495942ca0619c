import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class TheCalendarBelongsToTheRecord1795200500000 implements MigrationInterface {
  name = 'TheCalendarBelongsToTheRecord1795200500000';

  async up(q: QueryRunner): Promise<void> {
    const columns = {
      id: t.id,
      at: t.moment,
      accountId: t.optional(t.integer),
      origin: t.word(10),
      year: t.optional(t.integer),
      entries: t.json,
      source: t.text,
    };
    await t.createTable(q, 'calendarChange', columns, { foreign: { accountId: 'account' } });
    await t.makeInsertOnly(q, 'calendarChange');
    // One row, which whoever counts days holds against whoever changes them.
    await t.createTable(q, 'calendarHead', { id: t.givenId, revision: t.integer });
    await q.query('INSERT INTO "calendarHead" ("id", "revision") VALUES (1, 0)');
    await t.addColumn(q, 'deadline', 'calendarRevision', t.withDefault(t.integer, 0));
    await t.addColumn(q, 'deadline', 'remindOn', t.optional(t.day));
    await t.createIndex(q, 'deadline', { columns: ['remindOn', 'id'], where: `"state" = 'running'` });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP INDEX "ix_deadline_remindOn_id_some"');
    for (const column of ['calendarRevision', 'remindOn'])
      await q.query(`ALTER TABLE "deadline" DROP COLUMN "${column}"`);
    for (const table of ['calendarHead', 'calendarChange']) await q.query(`DROP TABLE "${table}"`);
    if (t.dialectOf(q) === 'postgres') await q.query('DROP FUNCTION "calendarChange_is_insert_only"');
  }
}
