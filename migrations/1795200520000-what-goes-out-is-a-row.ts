import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class WhatGoesOutIsARow1795200520000 implements MigrationInterface {
  name = 'WhatGoesOutIsARow1795200520000';

  async up(q: QueryRunner): Promise<void> {
    await t.createTable(q, 'notificationPreference', PREFERENCE, { foreign: { accountId: 'account' } });
    await t.createTable(q, 'delivery', DELIVERY, {
      unique: [
        ['notificationId', 'channel'],
        ['accountId', 'channel', 'briefOn'],
      ],
      index: [
        { columns: ['channel', 'nextAt', 'id'], where: `"state" = 'waiting'` },
        { columns: ['leaseUntil'], where: `"state" = 'sending'` },
        ['accountId', 'id'],
      ],
      foreign: { accountId: 'account', notificationId: 'notification' },
    });
    // An entry that cannot be carried waits for its turn and holds up no other.
    await t.addColumn(q, 'outbox', 'nextAt', t.optional(t.moment));
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('ALTER TABLE "outbox" DROP COLUMN "nextAt"');
    for (const table of ['delivery', 'notificationPreference']) await q.query(`DROP TABLE "${table}"`);
  }
}

const PREFERENCE = {
  accountId: t.givenId,
  mail: t.word(10),
  email: t.optional(t.word(254)),
  verifiedAt: t.optional(t.moment),
  codeHash: t.optional(t.word(64)),
  codeExpiresAt: t.optional(t.moment),
  codeTries: t.integer,
  platform: t.flag,
};

const DELIVERY = {
  id: t.id,
  accountId: t.integer,
  channel: t.word(10),
  kind: t.word(20),
  notificationId: t.optional(t.integer),
  briefOn: t.optional(t.day),
  state: t.word(10),
  attempts: t.integer,
  nextAt: t.moment,
  leaseUntil: t.optional(t.moment),
  lastError: t.optional(t.word(100)),
  receipt: t.optional(t.word(200)),
  createdAt: t.moment,
  sentAt: t.optional(t.moment),
};
