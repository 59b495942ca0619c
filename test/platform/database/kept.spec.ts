import { Database } from '../../../src/platform/database/database';
import { Kept } from '../../../src/platform/database/kept';
import { openDatabase } from '../../../src/platform/database/open';
import { dropDatabase, freshDatabase, isAvailable, KINDS } from '../../support/databases';

for (const kind of KINDS) {
  (isAvailable(kind) ? describe : describe.skip)(`What is kept until a commit (${kind})`, () => {
    let database: Database;
    let close: () => Promise<void>;
    let counted: number;

    beforeEach(async () => {
      const environment = await freshDatabase(kind);
      database = await openDatabase(environment);
      const another = await openDatabase(environment);
      close = async () => {
        for (const each of [another, database]) await each.close();
        await dropDatabase(environment);
      };
      counted = 0;
      addElsewhere = () => add(another);
    });

    afterEach(() => close());

    let addElsewhere: () => Promise<unknown>;
    const add = (to: Database) =>
      to.transaction((em) =>
        to.change(
          `INSERT INTO "signInFailure" VALUES (?, 1, '2026-01-01', NULL)`,
          [String(Math.random())],
          em,
        ),
      );
    const count = async () => {
      counted += 1;
      const [{ total }] = await database.rows<{ total: number }>(
        'SELECT COUNT(*) AS "total" FROM "signInFailure"',
      );
      return total;
    };

    it('is answered without asking again', async () => {
      const kept = new Kept<number>(database);
      await add(database);
      for (let time = 0; time < 5; time += 1) expect(await kept.of('all', count)).toBe(1);
      expect(counted).toBe(1);
      await kept.of('others', count);
      expect(counted).toBe(2);
    });

    it('is asked anew after every commit, also of another process', async () => {
      const kept = new Kept<number>(database);
      expect(await kept.of('all', count)).toBe(0);
      await add(database);
      expect(await kept.of('all', count)).toBe(1);
      await addElsewhere();
      expect(await kept.of('all', count)).toBe(2);
    });

    it('survives what was rolled back, and is never what nobody committed', async () => {
      const kept = new Kept<number>(database);
      const failing = database.transaction(async (em) => {
        await database.change(`INSERT INTO "signInFailure" VALUES ('x', 1, '2026-01-01', NULL)`, [], em);
        expect(await kept.of('all', count)).toBe(0);
        throw new Error('rolled back');
      });
      await expect(failing).rejects.toThrow('rolled back');
      expect(await kept.of('all', count)).toBe(0);
    });

    it('is never older than a commit that came while it was being found', async () => {
      const kept = new Kept<number>(database);
      const slow = kept.of('all', async () => {
        const total = await count();
        await add(database);
        await kept.of('others', count);
        return total;
      });
      expect(await slow).toBe(0);
      expect(await kept.of('all', count)).toBe(1);
    });
  });
}
