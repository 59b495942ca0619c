import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class WhatWasLastSaidIsMarked1795200505000 implements MigrationInterface {
  name = 'WhatWasLastSaidIsMarked1795200505000';

  async up(q: QueryRunner): Promise<void> {
    await t.createTable(q, 'settingsMark', { name: t.wordKey(60), fingerprint: t.word(64) });
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP TABLE "settingsMark"');
  }
}
