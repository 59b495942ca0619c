import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './chromium';
import { type Postgres, startPostgres } from './postgres';
import { missingOf, skippedWords } from './programs';
import { hasRedis } from './redis';

/** Runs once before all specs; workers inherit the environment set here. */
export default async function setup(): Promise<void> {
  // Before anything is started that a refusal would leave behind.
  const missing = missingOf({ Redis: hasRedis(), Chromium: !!chromiumPath() });
  const folder = mkdtempSync(join(tmpdir(), 'tiban-test-'));
  // PostgreSQL may have to run as another user than this one and must reach its own folder inside.
  chmodSync(folder, 0o755);
  process.env.TEST_FOLDER = folder;
  if (!process.env.TEST_POSTGRES_URL && process.env.TEST_POSTGRES !== 'off') {
    const postgres = await postgresIn(join(folder, 'postgres'));
    missing.push(...missingOf({ PostgreSQL: !!postgres }));
  }
  Object.assign(globalThis, { testMissing: missing });
  if (missing.length > 0) console.error(skippedWords(missing));
}

async function postgresIn(folder: string): Promise<Postgres | undefined> {
  const postgres = await startPostgres(folder);
  if (!postgres) return undefined;
  process.env.TEST_POSTGRES_URL = postgres.url;
  Object.assign(globalThis, { testPostgres: postgres });
  return postgres;
}
