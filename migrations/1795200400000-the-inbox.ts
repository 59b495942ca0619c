import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class TheInbox1795200400000 implements MigrationInterface {
  name = 'TheInbox1795200400000';

  async up(q: QueryRunner): Promise<void> {
    const columns = {
      id: t.id,
      historyId: t.integer,
      accountId: t.integer,
      at: t.moment,
      readAt: t.optional(t.moment),
    };
    await t.createTable(q, 'notification', columns, {
      unique: [['historyId', 'accountId']],
      index: [['accountId', 'id'], { columns: ['accountId'], where: '"readAt" IS NULL' }],
      foreign: { historyId: 'history', accountId: 'account' },
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE "notification"');
  }
}
