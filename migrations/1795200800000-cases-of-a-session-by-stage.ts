import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex } from '../src/platform/database/table';

/** Lists and figures ask for a stage of one session; by the index on stage alone they walked through every session. */
export class CasesOfASessionByStage1795200800000 implements MigrationInterface {
  name = 'CasesOfASessionByStage1795200800000';

  async up(q: QueryRunner): Promise<void> {
    await createIndex(q, 'proposal', ['sessionId', 'stage', 'id']);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP INDEX "ix_proposal_sessionId_stage_id"');
  }
}
