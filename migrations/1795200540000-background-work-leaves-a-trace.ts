import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class BackgroundWorkLeavesATrace1795200540000 implements MigrationInterface {
  name = 'BackgroundWorkLeavesATrace1795200540000';

  async up(q: QueryRunner): Promise<void> {
    await t.createTable(q, 'jobRun', {
      name: t.wordKey(50),
      succeededAt: t.optional(t.moment),
      failedAt: t.optional(t.moment),
      failing: t.integer,
      failures: t.integer,
    });
    // Those who watch over what goes out ask every few seconds; what has gone out may be millions of rows.
    await t.createIndex(q, 'delivery', { columns: ['channel', 'createdAt'], where: `"state" = 'failed'` });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP INDEX "ix_delivery_channel_createdAt_some"');
    await q.query('DROP TABLE "jobRun"');
  }
}
