import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class FeedsOfWhatOneOwes1795200530000 implements MigrationInterface {
  name = 'FeedsOfWhatOneOwes1795200530000';

  async up(q: QueryRunner): Promise<void> {
    const columns = {
      accountId: t.givenId,
      hash: t.word(64),
      createdAt: t.moment,
      readOn: t.optional(t.day),
    };
    await t.createTable(q, 'calendarFeed', columns, {
      unique: [['hash']],
      foreign: { accountId: 'account' },
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE "calendarFeed"');
  }
}
