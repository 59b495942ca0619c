import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { SQLITE_FILE } from '../../config/database';
import type { Environment } from '../../config/environment';
import { openDatabase } from '../../src/platform/database/open';

export type Kind = 'sqlite' | 'postgres';

export const KINDS: Kind[] = ['sqlite', 'postgres'];

export const isAvailable = (kind: Kind): boolean => kind === 'sqlite' || !!process.env.TEST_POSTGRES_URL;

/** Settings of a database of its own, already migrated: a copy of one that went through the real migrations. */
export async function freshDatabase(kind: Kind): Promise<Environment> {
  return kind === 'sqlite' ? freshSqlite() : freshPostgres();
}

/** Removes what `freshDatabase` made on PostgreSQL; files go with the folder of the run. */
export async function dropDatabase(environment: Environment): Promise<void> {
  if (!environment.databaseUrl) return;
  await administer(
    `DROP DATABASE IF EXISTS "${new URL(environment.databaseUrl).pathname.slice(1)}" WITH (FORCE)`,
  );
}

/** Settings of an empty database: nothing has been migrated. */
export async function emptyDatabase(kind: Kind): Promise<Environment> {
  if (kind === 'sqlite') return environmentOf(newFolder());
  const name = newName();
  await administer(`CREATE DATABASE "${name}"`);
  return environmentOf(newFolder(), urlOf(name));
}

export const environmentOf = (dataDir: string, databaseUrl = ''): Environment => ({
  mode: 'test',
  host: '127.0.0.1',
  port: 0,
  dataDir,
  databaseUrl,
  redisUrl: '',
  worker: 'inside',
  workerPort: 0,
  logLevel: 'silent',
  sessionSecret: 'a secret of the specs, long enough',
  trustProxy: false,
  secureCookies: false,
  smtpUrl: '',
  mailFrom: '',
  webhookUrl: '',
  webhookSecret: '',
  publicUrl: '',
});

// Each worker of Jest has its own template, so that none has to wait for another.
const worker = process.env.JEST_WORKER_ID ?? '1';

async function freshSqlite(): Promise<Environment> {
  const template = join(runFolder(), `template-${worker}`);
  if (!existsSync(template)) {
    const making = newFolder();
    await (await openDatabase(environmentOf(making))).close();
    renameSync(making, template);
  }
  const folder = newFolder();
  copyFileSync(join(template, SQLITE_FILE), join(folder, SQLITE_FILE));
  return environmentOf(folder);
}

async function freshPostgres(): Promise<Environment> {
  const template = `template_${worker}`;
  if ((await administer(`SELECT 1 FROM pg_database WHERE datname = '${template}'`)) === 0) {
    // A migration that failed in an earlier spec leaves its half behind.
    await administer(`DROP DATABASE IF EXISTS "making_${worker}" WITH (FORCE)`);
    await administer(`CREATE DATABASE "making_${worker}"`);
    await (await openDatabase(environmentOf(newFolder(), urlOf(`making_${worker}`)))).close();
    await administer(`ALTER DATABASE "making_${worker}" RENAME TO "${template}"`);
  }
  const name = newName();
  await administer(`CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY FILE_COPY`);
  return environmentOf(newFolder(), urlOf(name));
}

async function administer(sql: string): Promise<number> {
  const client = new Client({ connectionString: process.env.TEST_POSTGRES_URL });
  await client.connect();
  try {
    return (await client.query(sql)).rows.length;
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(process.env.TEST_POSTGRES_URL as string);
  url.pathname = `/${database}`;
  return url.href;
}

const newName = () => `spec_${worker}_${randomBytes(6).toString('hex')}`;
const newFolder = () => mkdtempSync(join(runFolder(), 'spec-'));

function runFolder(): string {
  const folder = process.env.TEST_FOLDER as string;
  mkdirSync(folder, { recursive: true });
  return folder;
}
