import { perform } from '../../src/demonstration/demonstration';
import { startApp } from '../support/harness';

it('loads', async () => {
  const app = await startApp({ at: '2022-02-21T00:30:00.000Z' });
  const before = Date.now();
  try {
    await perform(app.app, app.clock, '2026-11-20');
  } finally {
    console.log('ms', Date.now() - before, app.clock.now().toISOString());
    console.log(await app.database.rows('SELECT "stage", COUNT(*) AS n FROM "proposal" GROUP BY "stage"'), await app.database.rows('SELECT COUNT(*) AS n FROM "history"'));
    await app.close();
  }
}, 300000);
