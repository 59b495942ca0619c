import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

const INBOX_INDEXES = [['accountId', 'id'], { columns: ['accountId'], where: '"readAt" IS NULL' }];

export class RemindersAreGivenOnce1795200510000 implements MigrationInterface {
  name = 'RemindersAreGivenOnce1795200510000';

  async up(q: QueryRunner): Promise<void> {
    await t.createTable(q, 'reminder', REMINDER, {
      unique: [['deadlineId', 'kind', 'dueOn']],
      foreign: { deadlineId: 'deadline' },
    });
    await t.makeInsertOnly(q, 'reminder');
    await (t.dialectOf(q) === 'sqlite' ? rebuildInbox(q, WIDER_INBOX, WIDER_FOREIGN) : widenInbox(q));
    await t.createIndex(q, 'notification', BY_REMINDER, true);
    // Whatever ran before reminders were kept is looked at by the first sweep.
    await q.query(
      `UPDATE "deadline" SET "remindOn" = "startedOn" WHERE "state" = 'running' AND "remindOn" IS NULL`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DELETE FROM "notification" WHERE "reminderId" IS NOT NULL');
    await q.query('DROP INDEX "uq_notification_reminderId_accountId_some"');
    await (t.dialectOf(q) === 'sqlite' ? rebuildInbox(q, INBOX, FOREIGN) : narrowInbox(q));
    await q.query('DROP TABLE "reminder"');
    if (t.dialectOf(q) === 'postgres') await q.query('DROP FUNCTION "reminder_is_insert_only"');
  }
}

const BY_REMINDER = { columns: ['reminderId', 'accountId'], where: '"reminderId" IS NOT NULL' };

const REMINDER = {
  id: t.id,
  deadlineId: t.integer,
  kind: t.word(20),
  level: t.word(10),
  rung: t.integer,
  onDay: t.day,
  dueOn: t.day,
  at: t.moment,
};

/** Of a deed or of a deadline, never of both, never of nothing. */
const EITHER = 'CHECK (("historyId" IS NULL) <> ("reminderId" IS NULL))';

const INBOX = {
  id: t.id,
  historyId: t.integer,
  accountId: t.integer,
  at: t.moment,
  readAt: t.optional(t.moment),
};
const FOREIGN = { historyId: 'history', accountId: 'account' };

const WIDER_INBOX = {
  ...INBOX,
  historyId: t.optional(t.integer),
  reminderId: { ...t.optional(t.integer), sqlite: `integer ${EITHER}` },
};
const WIDER_FOREIGN = { ...FOREIGN, reminderId: 'reminder' };

async function widenInbox(q: QueryRunner): Promise<void> {
  await q.query('ALTER TABLE "notification" ALTER COLUMN "historyId" DROP NOT NULL');
  await q.query(
    'ALTER TABLE "notification" ADD COLUMN "reminderId" integer ' +
      'CONSTRAINT "fk_notification_reminderId" REFERENCES "reminder" ("id")',
  );
  await q.query(`ALTER TABLE "notification" ADD CONSTRAINT "ck_notification_either" ${EITHER}`);
}

async function narrowInbox(q: QueryRunner): Promise<void> {
  await q.query('ALTER TABLE "notification" DROP COLUMN "reminderId"');
  await q.query('ALTER TABLE "notification" ALTER COLUMN "historyId" SET NOT NULL');
}

type Columns = Parameters<typeof t.createTable>[2];

/** SQLite can neither loosen nor tighten a column. */
async function rebuildInbox(
  q: QueryRunner,
  columns: Columns,
  foreign: Record<string, string>,
): Promise<void> {
  await t.createTable(q, 'notificationAnew', columns, { foreign });
  const kept = '"id", "historyId", "accountId", "at", "readAt"';
  await q.query(`INSERT INTO "notificationAnew" (${kept}) SELECT ${kept} FROM "notification"`);
  await q.query('DROP TABLE "notification"');
  await q.query('ALTER TABLE "notificationAnew" RENAME TO "notification"');
  await t.createIndex(q, 'notification', ['historyId', 'accountId'], true);
  for (const index of INBOX_INDEXES) await t.createIndex(q, 'notification', index);
}
