import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class PromisesAreFollowedUp1795200630000 implements MigrationInterface {
  name = 'PromisesAreFollowedUp1795200630000';

  async up(q: QueryRunner): Promise<void> {
    for (const [name, type] of Object.entries(OF_A_PROMISE)) await t.addColumn(q, 'promise', name, type);
    await q.query('UPDATE "promise" SET "firstDueOn" = "dueOn"');
    await t.createIndex(q, 'promise', ['dueOn', 'id']);
    await t.createTable(q, 'carryOver', CARRY_OVER, {
      unique: [{ columns: ['promiseId'], where: '"decision" IS NULL' }],
      index: [['proposalId']],
      foreign: { ...OF_CASE, promiseId: 'promise' },
    });
    await t.createTable(q, 'followUp', FOLLOW_UP, { foreign: { sessionId: 'plenarySession' } });
    await t.createTable(q, 'followUpRequest', FOLLOW_UP_REQUEST, {
      unique: [
        { columns: ['promiseId'], where: `"state" = 'open'` },
        { columns: ['assignmentId'], where: `"state" = 'open' AND "promiseId" IS NULL` },
      ],
      index: [['followUpId'], ['proposalId']],
      foreign: { ...OF_CASE, followUpId: 'followUp', promiseId: 'promise' },
    });
    await t.createTable(q, 'secondRating', SECOND_RATING, {
      unique: [['proposalId', 'round', 'sponsorId']],
      foreign: { proposalId: 'proposal', sponsorId: 'sponsor' },
    });
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['secondRating', 'followUpRequest', 'followUp', 'carryOver'])
      await q.query(`DROP TABLE "${table}"`);
    await q.query('DROP INDEX "ix_promise_dueOn_id"');
    for (const name of Object.keys(OF_A_PROMISE))
      await q.query(`ALTER TABLE "promise" DROP COLUMN "${name}"`);
  }
}

const OF_CASE = { assignmentId: 'assignment', proposalId: 'proposal' };

const OF_A_PROMISE = {
  firstDueOn: t.withDefault(t.day, ''),
  keptBy: t.optional(t.integer),
  confirmedAt: t.optional(t.moment),
  confirmedBy: t.optional(t.integer),
  rejection: t.optional(t.text),
  isPublic: t.withDefault(t.flag, false),
  publicText: t.optional(t.text),
};

const CARRY_OVER = {
  id: t.id,
  promiseId: t.integer,
  assignmentId: t.integer,
  proposalId: t.integer,
  dueOn: t.day,
  until: t.day,
  reason: t.text,
  askedBy: t.optional(t.integer),
  askedAt: t.moment,
  decision: t.optional(t.word(10)),
  decisionNote: t.optional(t.text),
  decidedBy: t.optional(t.integer),
  decidedAt: t.optional(t.moment),
};

const FOLLOW_UP = {
  id: t.id,
  title: t.word(200),
  sessionId: t.optional(t.integer),
  year: t.optional(t.integer),
  dueOn: t.day,
  note: t.optional(t.text),
  startedBy: t.optional(t.integer),
  startedAt: t.moment,
  closedBy: t.optional(t.integer),
  closedAt: t.optional(t.moment),
};

const FOLLOW_UP_REQUEST = {
  id: t.id,
  followUpId: t.integer,
  proposalId: t.integer,
  assignmentId: t.integer,
  promiseId: t.optional(t.integer),
  askedAt: t.moment,
  state: t.word(10),
  situation: t.optional(t.word(10)),
  evidence: t.optional(t.text),
  answeredBy: t.optional(t.integer),
  answeredAt: t.optional(t.moment),
};

const SECOND_RATING = {
  id: t.id,
  proposalId: t.integer,
  sponsorId: t.integer,
  round: t.integer,
  state: t.word(10),
  openedAt: t.moment,
  attitude: t.optional(t.word(20)),
  result: t.optional(t.word(20)),
  kept: t.optional(t.flag),
  text: t.optional(t.text),
  answeredBy: t.optional(t.integer),
  answeredAt: t.optional(t.moment),
};
