import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Database } from '../../../src/platform/database/database';
import { openDatabase } from '../../../src/platform/database/open';
import { Conflict } from '../../../src/platform/web/errors';
import { dropDatabase, freshDatabase, isAvailable, KINDS } from '../../support/databases';

// One spec lets a callback fail on purpose, which is logged.
Logger.overrideLogger(false);

const insert = 'INSERT INTO "note" ("id", "word") VALUES (?, ?)';

for (const kind of KINDS) {
  (isAvailable(kind) ? describe : describe.skip)(`The database (${kind})`, () => {
    let database: Database;
    let drop: () => Promise<void>;

    beforeEach(async () => {
      const environment = await freshDatabase(kind);
      database = await openDatabase(environment);
      drop = () => dropDatabase(environment);
      await database.transaction((em) =>
        database.change('CREATE TABLE "note" ("id" integer PRIMARY KEY, "word" varchar(20) UNIQUE)', [], em),
      );
    });

    afterEach(async () => {
      await database.close();
      await drop();
    });

    const words = async () =>
      (await database.rows<{ word: string }>('SELECT "word" FROM "note" ORDER BY "id"')).map(
        (row) => row.word,
      );

    it('keeps every staggered transaction whole while timers are awaited inside', async () => {
      const work = async (id: number) => {
        await sleep(id % 7);
        return database.transaction(async (em) => {
          await database.change(insert, [id, `a${id}`], em);
          await sleep(id % 5);
          if (id % 3 === 0) throw new Error('rolled back');
          await database.change('UPDATE "note" SET "word" = ? WHERE "id" = ?', [`b${id}`, id], em);
        });
      };
      const results = await Promise.allSettled(Array.from({ length: 60 }, (_, at) => work(at + 1)));
      const succeeded = results.flatMap((result, at) =>
        result.status === 'fulfilled' ? [`b${at + 1}`] : [],
      );
      expect(succeeded).toHaveLength(40);
      expect(await words()).toEqual(succeeded);
    });

    it('shows committed rows only to readers', async () => {
      await database.transaction(async (em) => {
        await database.change(insert, [1, 'one'], em);
        expect(await words()).toEqual([]);
        expect(await database.rows('SELECT * FROM "note"', [], em)).toHaveLength(1);
      });
      expect(await words()).toEqual(['one']);
    });

    it('refuses writes through the reader', async () => {
      await expect(database.rows('DELETE FROM "note"')).rejects.toThrow(/read-?only/);
    });

    it('refuses a transaction within a transaction at once', async () => {
      const nested = database.transaction(() => database.transaction(async () => 1));
      await expect(nested).rejects.toThrow('A transaction within a transaction');
      await expect(database.transaction((em) => em.transaction(async () => 1))).rejects.toThrow(
        'A transaction within a transaction',
      );
      await expect(database.transaction(async () => 'next')).resolves.toBe('next');
    });

    it('lets work that was started within a transaction begin its own once that has ended', async () => {
      let later: Promise<string> | undefined;
      await database.transaction(async () => {
        later = sleep(20).then(() => database.transaction(async () => 'later'));
      });
      await expect(later).resolves.toBe('later');
    });

    it('refuses an entity manager whose transaction has ended', async () => {
      const em = await database.transaction(async (inside) => inside);
      await expect(database.change(insert, [1, 'lost'], em)).rejects.toThrow('This transaction has ended');
      expect(() => database.afterCommit(em, () => undefined)).toThrow('No running transaction');
      expect(await words()).toEqual([]);
    });

    it('runs what waits for the commit after it, and never after a rollback', async () => {
      const seen: string[][] = [];
      const failing = database.transaction(async (em) => {
        database.afterCommit(em, () => seen.push(['never']));
        throw new Error('rolled back');
      });
      await expect(failing).rejects.toThrow('rolled back');
      await database.transaction(async (em) => {
        database.afterCommit(em, async () => seen.push(await words()));
        await database.change(insert, [1, 'one'], em);
      });
      await sleep(30);
      expect(seen).toEqual([['one']]);
    });

    it('keeps the commit when what waited for it fails', async () => {
      await database.transaction(async (em) => {
        database.afterCommit(em, () => {
          throw new Error('telling failed');
        });
        await database.change(insert, [1, 'one'], em);
      });
      expect(await words()).toEqual(['one']);
    });

    it('turns a duplicate into a conflict', async () => {
      const twice = database.transaction(async (em) => {
        await database.change(insert, [1, 'same'], em);
        await database.change(insert, [2, 'same'], em);
      });
      await expect(twice).rejects.toBeInstanceOf(Conflict);
      expect(await words()).toEqual([]);
    });

    it('gives the number of changed rows and the rows of RETURNING', async () => {
      await database.transaction(async (em) => {
        await database.change(insert, [1, 'who?'], em);
        expect(await database.change('UPDATE "note" SET "word" = \'why?\' WHERE "id" = ?', [1], em)).toBe(1);
        expect(await database.change('UPDATE "note" SET "word" = ? WHERE "id" = ?', ['x', 9], em)).toBe(0);
        const sql = 'UPDATE "note" SET "word" = ? WHERE "id" = ? RETURNING "word"';
        expect(await database.rows(sql, ['new', 1], em)).toEqual([{ word: 'new' }]);
      });
    });

    it('counts as numbers', async () => {
      expect(await database.rows('SELECT COUNT(*) AS "count" FROM "note"')).toEqual([{ count: 0 }]);
    });

    it('is ready once migrated', async () => {
      expect(await database.isReady()).toBe(true);
    });
  });
}

(isAvailable('postgres') ? describe : describe.skip)(
  'Two transactions that lock each other (postgres)',
  () => {
    it('end in one success and one conflict', async () => {
      const environment = await freshDatabase('postgres');
      const database = await openDatabase(environment);
      await database.transaction(async (em) => {
        await database.change('CREATE TABLE "note" ("id" integer PRIMARY KEY, "word" varchar(20))', [], em);
        for (const id of [1, 2]) await database.change(insert, [id, 'free'], em);
      });
      const lockBoth = (first: number, second: number) =>
        database.transaction(async (em) => {
          await database.change('UPDATE "note" SET "word" = \'mine\' WHERE "id" = ?', [first], em);
          await sleep(100);
          await database.change('UPDATE "note" SET "word" = \'mine\' WHERE "id" = ?', [second], em);
        });
      const results = await Promise.allSettled([lockBoth(1, 2), lockBoth(2, 1)]);
      expect(results.filter((it) => it.status === 'fulfilled')).toHaveLength(1);
      expect(results.find((it) => it.status === 'rejected')?.reason).toBeInstanceOf(Conflict);
      await database.close();
      await dropDatabase(environment);
    });
  },
);
