import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class WhatIsPublishedIsLookedThrough1795200640000 implements MigrationInterface {
  name = 'WhatIsPublishedIsLookedThrough1795200640000';

  async up(q: QueryRunner): Promise<void> {
    await t.createTable(q, 'publicationHit', HIT, {
      unique: [['proposalId', 'attachmentId', 'text']],
      foreign: { proposalId: 'proposal' },
    });
    await t.createTable(q, 'attachmentRelease', RELEASE, {
      index: [['proposalId']],
      unique: [{ columns: ['attachmentId'], where: '"withdrawnAt" IS NULL' }],
      foreign: { proposalId: 'proposal', attachmentId: 'attachment' },
    });
    await t.createTable(q, 'noticeFile', FILE, {
      index: [['noticeId'], ['noticeItemId'], ['releaseId']],
      foreign: { noticeId: 'notice', noticeItemId: 'noticeItem', releaseId: 'attachmentRelease' },
    });
    for (const [table, columns] of Object.entries(ADDED))
      for (const [name, type] of Object.entries(columns)) await t.addColumn(q, table, name, type);
    await t.createIndex(q, 'notice', SCHEDULED);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP INDEX "ix_notice_scheduledFor_some"');
    for (const [table, columns] of Object.entries(ADDED))
      for (const name of Object.keys(columns)) await q.query(`ALTER TABLE "${table}" DROP COLUMN "${name}"`);
    for (const table of ['noticeFile', 'attachmentRelease', 'publicationHit'])
      await q.query(`DROP TABLE "${table}"`);
  }
}

const SCHEDULED = { columns: ['scheduledFor'], where: '"scheduledFor" IS NOT NULL' };
// What was published before was the summary.
const document = t.withDefault(t.word(20), 'summary');
const ADDED = {
  dossier: {
    document,
    secrecyResult: t.optional(t.word(20)),
    secrecyOn: t.optional(t.day),
    secrecyNote: t.optional(t.text),
    secrecyBy: t.optional(t.integer),
  },
  noticeItem: { document },
  notice: { scheduledFor: t.optional(t.moment), scheduledBy: t.optional(t.integer) },
};

const HIT = {
  id: t.id,
  proposalId: t.integer,
  attachmentId: t.integer,
  kind: t.word(20),
  text: t.word(500),
  decision: t.optional(t.word(10)),
  decidedBy: t.optional(t.integer),
  decidedAt: t.optional(t.moment),
};

const RELEASE = {
  id: t.id,
  proposalId: t.integer,
  attachmentId: t.integer,
  name: t.word(200),
  mime: t.word(100),
  size: t.integer,
  hash: t.word(64),
  findings: t.json,
  confirmed: t.flag,
  releasedBy: t.optional(t.integer),
  releasedAt: t.moment,
  withdrawnAt: t.optional(t.moment),
};

const FILE = {
  id: t.id,
  noticeId: t.integer,
  noticeItemId: t.integer,
  releaseId: t.integer,
  place: t.integer,
};
