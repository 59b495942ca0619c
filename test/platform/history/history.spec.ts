import type { Database } from '../../../src/platform/database/database';
import { canonicalJson } from '../../../src/platform/history/chain';
import { type Entry, History } from '../../../src/platform/history/history';
import { HistoryVerification } from '../../../src/platform/history/verification';
import { openDatabase } from '../../../src/platform/database/open';
import { dropDatabase, freshDatabase, isAvailable, KINDS } from '../../support/databases';

const entry = (action: string, rest: Partial<Entry> = {}): Entry => ({
  at: '2026-03-02T01:00:00.000Z',
  accountId: 7,
  actorName: '提案委经办',
  kind: 'proposal',
  subjectId: 1,
  proposalId: 1,
  action,
  change: { to: { b: [1, null], a: '甲"\n' } },
  ...rest,
});

for (const kind of KINDS) {
  (isAvailable(kind) ? describe : describe.skip)(`The history (${kind})`, () => {
    let database: Database;
    let history: History;
    let drop: () => Promise<void>;

    beforeEach(async () => {
      const environment = await freshDatabase(kind);
      database = await openDatabase(environment);
      history = new History(database, {
        nudge: () => undefined,
        start: () => undefined,
        trouble: () => undefined,
        depth: async () => undefined,
      });
      drop = () => dropDatabase(environment);
    });

    afterEach(async () => {
      await database.close();
      await drop();
    });

    const append = (...entries: Entry[]) =>
      database.transaction(async (em) => {
        for (const each of entries) await history.append(em, each);
      });
    const verdict = () => new HistoryVerification(database).verify();
    const write = (sql: string) => database.transaction((em) => database.change(sql, [], em));
    const withoutTriggers = async (sql: string) => {
      const [onUpdate, onDelete] =
        kind === 'sqlite'
          ? ['DROP TRIGGER "history_refuses_update"', 'DROP TRIGGER "history_refuses_delete"']
          : [
              'DROP TRIGGER "history_refuses_changes" ON "history"',
              'ALTER TABLE "outbox" DROP CONSTRAINT "fk_outbox_historyId"',
            ];
      await write(onUpdate);
      await write(onDelete);
      await write(sql);
    };

    it('numbers its rows without gaps and chains them', async () => {
      await append(entry('draft'), entry('submit'));
      const failed = database.transaction(async (em) => {
        await history.append(em, entry('lost'));
        throw new Error('rolled back');
      });
      await expect(failed).rejects.toThrow('rolled back');
      await append(entry('file'));
      const rows = await database.rows<{ id: number; action: string; prevHash: string; hash: string }>(
        'SELECT * FROM "history" ORDER BY "id"',
      );
      expect(rows.map((row) => [row.id, row.action])).toEqual([
        [1, 'draft'],
        [2, 'submit'],
        [3, 'file'],
      ]);
      expect(rows.map((row) => row.prevHash)).toEqual(['0'.repeat(64), rows[0].hash, rows[1].hash]);
      expect(await verdict()).toEqual({ sound: true, rows: 3 });
    });

    it('stays one chain when many append at once', async () => {
      await Promise.all(Array.from({ length: 40 }, (_, at) => append(entry(`action${at}`))));
      expect(await verdict()).toEqual({ sound: true, rows: 40 });
    });

    it('leaves a row to be told in the outbox, and only when somebody is to be told', async () => {
      await append(entry('draft'), entry('submit', { tells: ['committee', 'sponsors'] }));
      expect(await database.rows('SELECT "historyId", "doneAt", "attempts" FROM "outbox"')).toEqual([
        { historyId: 2, doneAt: null, attempts: 0 },
      ]);
    });

    it.each(['UPDATE "history" SET "action" = \'other\'', 'DELETE FROM "history"'])(
      'refuses %s',
      async (sql) => {
        await append(entry('draft'));
        await expect(write(sql)).rejects.toThrow('history is insert-only');
        expect(await verdict()).toEqual({ sound: true, rows: 1 });
      },
    );

    it('names the first altered row', async () => {
      await append(entry('draft'), entry('submit'), entry('file'));
      await withoutTriggers('UPDATE "history" SET "actorName" = \'别人\' WHERE "id" >= 2');
      expect(await verdict()).toEqual({ sound: false, rows: 1, brokenId: 2, fault: 'altered' });
    });

    it('names the first missing row, at the end too', async () => {
      await append(entry('draft'), entry('submit'), entry('file'));
      await withoutTriggers('DELETE FROM "history" WHERE "id" = 3');
      expect(await verdict()).toEqual({ sound: false, rows: 2, brokenId: 3, fault: 'missing' });
      await write('DELETE FROM "history" WHERE "id" = 1');
      expect(await verdict()).toEqual({ sound: false, rows: 0, brokenId: 1, fault: 'missing' });
    });

    it('notices rows that have changed places', async () => {
      await append(entry('draft'), entry('submit'), entry('file'));
      await withoutTriggers('UPDATE "history" SET "id" = -2 WHERE "id" = 2');
      for (const [to, from] of [
        [2, 3],
        [3, -2],
      ])
        await write(`UPDATE "history" SET "id" = ${to} WHERE "id" = ${from}`);
      expect(await verdict()).toMatchObject({ sound: false, brokenId: 2 });
    });

    it('notices a head that has been changed', async () => {
      await append(entry('draft'));
      await write(`UPDATE "historyHead" SET "hash" = '${'1'.repeat(64)}'`);
      expect(await verdict()).toEqual({ sound: false, rows: 1, brokenId: 1, fault: 'altered' });
    });

    it('is verified in batches', async () => {
      await append(...Array.from({ length: 1001 }, (_, at) => entry(`action${at}`)));
      expect(await verdict()).toEqual({ sound: true, rows: 1001 });
    }, 120_000);
  });
}

describe('Canonical JSON', () => {
  it('does not depend on the order in which something was built', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[{"d":1}]}');
    expect(canonicalJson(undefined)).toBe('null');
  });
});
