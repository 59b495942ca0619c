import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { seed } from './seed/seed.mjs';
import { worksOf } from './works.mjs';

const require = createRequire(import.meta.url);
const { SQLITE_FILE } = require('../../dist/config/database.js');

/** An installation of its own: a folder with a database that went through the real migrations, and so many cases. */
export function installationOf(root, dataDir, proposals) {
  mkdirSync(dataDir, { recursive: true });
  const env = {
    ...{ NODE_ENV: 'production', DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '', LOG_LEVEL: 'info' },
    SESSION_SECRET: 'a secret of the bench, long enough to start',
  };
  const tiban = (...args) => command(root, env, args);
  tiban('migrate');
  // Every installation takes over the calendar at its first start, while it is empty. With the cases there already the
  // first start would count and move each of their deadlines, one by one, and serve nobody meanwhile.
  tiban('remind', '--dry-run');
  const file = join(dataDir, SQLITE_FILE);
  const works = worksOf(seed(file, proposals));
  // Cases that came through the door are in the index; these did not.
  tiban('reindex');
  return { env, file, main: join(root, 'dist', 'src', 'main.js'), works };
}

function command(root, env, args) {
  const { status } = spawnSync(process.execPath, [join(root, 'dist', 'src', 'cli.js'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed.`);
}
