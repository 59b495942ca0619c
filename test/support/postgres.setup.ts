import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './chromium';
import { startPostgres } from './postgres';
import { hasRedis } from './redis';

/** Runs once before all specs; workers inherit the environment set here. */
export default async function setup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tiban-test-'));
  // PostgreSQL may have to run as another user than this one and must reach its own folder inside.
  chmodSync(folder, 0o755);
  process.env.TEST_FOLDER = folder;
  if (!hasRedis()) missing('Redis');
  if (!chromiumPath()) missing('Chromium');
  if (process.env.TEST_POSTGRES_URL || process.env.TEST_POSTGRES === 'off') return;
  const postgres = await startPostgres(join(folder, 'postgres'));
  if (postgres) {
    process.env.TEST_POSTGRES_URL = postgres.url;
    Object.assign(globalThis, { testPostgres: postgres });
  } else {
    missing('PostgreSQL');
  }
}

function missing(program: string): void {
  if (process.env.CI === 'true')
    throw new Error(`${program} is not installed, and with CI=true its specs must run.`);
  console.error(
    `\n*** 未找到 ${program}：跳过有关的测试。${program} not found: its specs are SKIPPED. ***\n`,
  );
}
