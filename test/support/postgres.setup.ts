import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres';

/** Runs once before all specs; workers inherit the environment set here. */
export default async function setup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tiban-test-'));
  // PostgreSQL may have to run as another user than this one and must reach its own folder inside.
  chmodSync(folder, 0o755);
  process.env.TEST_FOLDER = folder;
  if (process.env.TEST_POSTGRES_URL || process.env.TEST_POSTGRES === 'off') return;
  const postgres = await startPostgres(join(folder, 'postgres'));
  if (postgres) {
    process.env.TEST_POSTGRES_URL = postgres.url;
    Object.assign(globalThis, { testPostgres: postgres });
  } else if (process.env.CI === 'true') {
    throw new Error('PostgreSQL is not installed, and with CI=true its specs must run.');
  } else {
    console.error(
      '\n*** 未找到 PostgreSQL：跳过在 PostgreSQL 上的测试。PostgreSQL not found: its specs are SKIPPED. ***\n',
    );
  }
}
