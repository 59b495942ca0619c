import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class LikenessIsJudged1795200810000 implements MigrationInterface {
  name = 'LikenessIsJudged1795200810000';

  async up(q: QueryRunner): Promise<void> {
    await t.createTable(q, 'searchTerm', { term: t.wordKey(40), cases: t.integer });
    await t.createTable(q, 'likenessDecision', DECISION, {
      index: [['lowId', 'highId'], ['highId']],
      foreign: { lowId: 'proposal', highId: 'proposal' },
    });
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['likenessDecision', 'searchTerm']) await q.query(`DROP TABLE "${table}"`);
  }
}

const DECISION = {
  id: t.id,
  lowId: t.integer,
  highId: t.integer,
  decision: t.word(20),
  note: t.optional(t.text),
  score: t.integer,
  decidedBy: t.optional(t.integer),
  decidedByName: t.word(100),
  decidedAt: t.moment,
};
