import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class AMergeKeepsWhatWasAgreed1795200340000 implements MigrationInterface {
  name = 'AMergeKeepsWhatWasAgreed1795200340000';

  async up(q: QueryRunner): Promise<void> {
    await t.addColumn(q, 'merging', 'jointSubject', t.optional(t.word(200)));
    await t.addColumn(q, 'merging', 'jointOrder', t.optional(t.json));
    await t.addColumn(q, 'merging', 'endReason', t.optional(t.text));
  }

  async down(q: QueryRunner): Promise<void> {
    for (const column of ['endReason', 'jointOrder', 'jointSubject'])
      await q.query(`ALTER TABLE "merging" DROP COLUMN "${column}"`);
  }
}
