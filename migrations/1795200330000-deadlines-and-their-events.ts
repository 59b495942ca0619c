import type { MigrationInterface, QueryRunner } from 'typeorm';
import * as t from '../src/platform/database/table';

export class DeadlinesAndTheirEvents1795200330000 implements MigrationInterface {
  name = 'DeadlinesAndTheirEvents1795200330000';

  async up(q: QueryRunner): Promise<void> {
    await t.createTable(
      q,
      'deadline',
      {
        id: t.id,
        clock: t.word(30),
        subjectKind: t.word(20),
        subjectId: t.integer,
        proposalId: t.optional(t.integer),
        owerHat: t.word(30),
        owerScope: t.optional(t.integer),
        length: t.json,
        startedOn: t.day,
        dueOn: t.day,
        dueAt: t.optional(t.moment),
        provisional: t.flag,
        state: t.word(20),
        stoppedOn: t.optional(t.day),
        late: t.flag,
      },
      {
        index: [
          // The sweep asks for a few clocks; what else is overdue may be much.
          ['clock', 'state', 'dueOn'],
          ['owerHat', 'owerScope', 'state', 'dueOn'],
          // Without the day SQLite would look for the earliest one through all that run, not through those of the case.
          ['proposalId', 'state', 'dueOn'],
          ['subjectKind', 'subjectId', 'state'],
        ],
        foreign: { proposalId: 'proposal' },
      },
    );
    await t.createTable(
      q,
      'deadlineEvent',
      {
        id: t.id,
        deadlineId: t.integer,
        kind: t.word(20),
        onDay: t.day,
        at: t.moment,
        until: t.optional(t.day),
        latest: t.optional(t.moment),
        historyId: t.optional(t.integer),
      },
      { index: [['deadlineId']], foreign: { deadlineId: 'deadline', historyId: 'history' } },
    );
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['deadlineEvent', 'deadline']) await q.query(`DROP TABLE "${table}"`);
  }
}
