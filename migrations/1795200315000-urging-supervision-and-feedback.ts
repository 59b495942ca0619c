import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class UrgingSupervisionAndFeedback1795200315000 implements MigrationInterface {
  name = 'UrgingSupervisionAndFeedback1795200315000';

  async up(q: QueryRunner): Promise<void> {
    await t.createTable(
      q,
      'urging',
      {
        id: t.id,
        proposalId: t.integer,
        sessionId: t.integer,
        number: t.integer,
        body: t.text,
        issuedBy: t.optional(t.integer),
        issuedAt: t.moment,
      },
      {
        unique: [['sessionId', 'number']],
        index: [['proposalId']],
        foreign: { proposalId: 'proposal', sessionId: 'plenarySession' },
      },
    );
    await t.createTable(
      q,
      'supervision',
      {
        id: t.id,
        proposalId: t.integer,
        heldOn: t.day,
        leader: t.word(60),
        note: t.text,
        recordedBy: t.optional(t.integer),
        recordedAt: t.moment,
      },
      { index: [['proposalId']], foreign: { proposalId: 'proposal' } },
    );
    await t.createTable(
      q,
      'feedbackForm',
      {
        id: t.id,
        proposalId: t.integer,
        sponsorId: t.integer,
        round: t.integer,
        attitude: t.word(20),
        result: t.word(20),
        met: t.flag,
        metHow: t.optional(t.word(20)),
        answersPoints: t.flag,
        text: t.optional(t.text),
        enteredBy: t.optional(t.integer),
        onBehalf: t.flag,
        scanId: t.optional(t.integer),
        enteredAt: t.moment,
      },
      {
        unique: [['proposalId', 'sponsorId', 'round']],
        foreign: { proposalId: 'proposal', sponsorId: 'sponsor', scanId: 'attachment' },
      },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['feedbackForm', 'supervision', 'urging']) await q.query(`DROP TABLE "${table}"`);
  }
}
