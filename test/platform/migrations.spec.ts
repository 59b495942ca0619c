import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/platform/database/open';
import { dropDatabase, emptyDatabase, isAvailable, KINDS } from '../support/databases';

const files = readdirSync(join(__dirname, '..', '..', 'migrations'));

describe('The migrations', () => {
  it('are named as sentences after the moment they were written', () => {
    for (const file of files) expect(file).toMatch(/^\d{13}(-[a-z0-9]+){2,}\.ts$/);
  });
});

for (const kind of KINDS) {
  (isAvailable(kind) ? describe : describe.skip)(`The migrations (${kind})`, () => {
    it('bring an empty database up to date and then find nothing to do', async () => {
      const environment = await emptyDatabase(kind);
      for (let start = 0; start < 2; start++) {
        const database = await openDatabase(environment);
        expect(await database.isReady()).toBe(true);
        expect(await database.rows('SELECT * FROM "migrations"')).toHaveLength(files.length);
        if (kind === 'sqlite') expect(await database.rows('PRAGMA foreign_key_check')).toEqual([]);
        await database.close();
      }
      await dropDatabase(environment);
    });

    it('run once when two processes start together', async () => {
      if (kind === 'sqlite') return; // one process by design
      const environment = await emptyDatabase(kind);
      const databases = await Promise.all([openDatabase(environment), openDatabase(environment)]);
      expect(await databases[0].rows('SELECT * FROM "migrations"')).toHaveLength(files.length);
      for (const database of databases) await database.close();
      await dropDatabase(environment);
    });
  });
}
