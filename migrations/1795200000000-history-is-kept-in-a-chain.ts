import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  givenId,
  id,
  integer,
  makeInsertOnly,
  moment,
  optional,
  text,
  withDefault,
  word,
} from '../src/platform/database/table';

export class HistoryIsKeptInAChain1795200000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(q, 'history', HISTORY, {
      index: [
        ['proposalId', 'id'],
        ['kind', 'subjectId', 'id'],
      ],
    });
    await makeInsertOnly(q, 'history');
    await createTable(q, 'historyHead', { id: givenId, lastId: integer, hash: word(64) });
    await q.query(`INSERT INTO "historyHead" ("id", "lastId", "hash") VALUES (1, 0, '${'0'.repeat(64)}')`);
    await createTable(q, 'outbox', OUTBOX, {
      unique: [['historyId']],
      index: [{ columns: ['id'], where: '"doneAt" IS NULL' }],
      foreign: { historyId: 'history' },
    });
  }

  async down(): Promise<void> {
    throw new Error('The history is never removed.');
  }
}

const HISTORY = {
  id: givenId,
  at: moment,
  accountId: optional(integer),
  actorName: word(200),
  onBehalfOf: optional(word(200)),
  requestId: optional(word(64)),
  kind: word(60),
  subjectId: optional(integer),
  proposalId: optional(integer),
  action: word(60),
  stageFrom: optional(word(60)),
  stageTo: optional(word(60)),
  change: text,
  tells: text,
  prevHash: word(64),
  hash: word(64),
};

const OUTBOX = {
  id,
  historyId: integer,
  createdAt: moment,
  doneAt: optional(moment),
  attempts: withDefault(integer, 0),
};
