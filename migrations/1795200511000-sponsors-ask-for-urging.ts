import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class SponsorsAskForUrging1795200511000 implements MigrationInterface {
  name = 'SponsorsAskForUrging1795200511000';

  async up(q: QueryRunner): Promise<void> {
    const columns = {
      id: t.id,
      proposalId: t.integer,
      sponsorId: t.integer,
      reason: t.text,
      askedBy: t.optional(t.integer),
      askedAt: t.moment,
      state: t.word(10),
      answer: t.optional(t.text),
      answeredAt: t.optional(t.moment),
    };
    await t.createTable(q, 'urgingRequest', columns, {
      unique: [{ columns: ['proposalId'], where: `"state" = 'open'` }],
      index: [['proposalId', 'askedAt']],
      foreign: { proposalId: 'proposal', sponsorId: 'sponsor', askedBy: 'account' },
    });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE "urgingRequest"');
  }
}
