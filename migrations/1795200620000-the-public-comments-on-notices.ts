import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class ThePublicCommentsOnNotices1795200620000 implements MigrationInterface {
  name = 'ThePublicCommentsOnNotices1795200620000';

  async up(q: QueryRunner): Promise<void> {
    await t.createTable(q, 'noticeComment', COMMENT, {
      unique: [['nonce'], ['noticeId', 'textKey']],
      index: [
        ['noticeId', 'state', 'id'],
        ['state', 'id'],
        { columns: ['textKey'], where: `"state" = 'refused'` },
      ],
      foreign: { noticeId: 'notice', itemId: 'noticeItem' },
    });
    const sender = { key: t.wordKey(64), count: t.integer, since: t.moment };
    await t.createTable(q, 'commentSender', sender, { index: [['since']] });
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['commentSender', 'noticeComment']) await q.query(`DROP TABLE "${table}"`);
  }
}

const COMMENT = {
  id: t.id,
  noticeId: t.integer,
  itemId: t.optional(t.integer),
  state: t.word(10),
  version: t.integer,
  text: t.text,
  textKey: t.word(64),
  nonce: t.word(22),
  findings: t.json,
  receivedAt: t.moment,
  decidedAt: t.optional(t.moment),
  decidedBy: t.optional(t.integer),
  refusedReason: t.optional(t.text),
  answer: t.optional(t.text),
  answeredAt: t.optional(t.moment),
  answeredBy: t.optional(t.integer),
};
