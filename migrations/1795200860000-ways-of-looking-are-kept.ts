import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class WaysOfLookingAreKept1795200860000 implements MigrationInterface {
  name = 'WaysOfLookingAreKept1795200860000';

  async up(q: QueryRunner): Promise<void> {
    const columns = { id: t.id, accountId: t.integer, name: t.word(30), query: t.text, savedAt: t.moment };
    await t.createTable(q, 'savedView', columns, {
      unique: [['accountId', 'name']],
      foreign: { accountId: 'account' },
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE "savedView"');
  }
}
