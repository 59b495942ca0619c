import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SQLITE_FILE } from '../../config/database';
import type { RunningApp } from './harness';

type App = Pick<RunningApp, 'database' | 'environment' | 'kind'>;

/** Names of all tables. */
export async function tablesOf({ database, kind }: App): Promise<string[]> {
  const sql =
    kind === 'sqlite'
      ? `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite_%'`
      : `SELECT "tablename" AS "name" FROM "pg_tables" WHERE "schemaname" = 'public'`;
  return (await database.rows<{ name: string }>(sql)).map(({ name }) => name);
}

/** Every row of every table as text, but those of the tables left out. */
export async function dumpOf(app: App, except: string[] = []): Promise<string> {
  const wanted = (await tablesOf(app)).filter((name) => !except.includes(name));
  const tables = wanted.map(async (name) => [name, await app.database.rows(`SELECT * FROM "${name}"`)]);
  return JSON.stringify(await Promise.all(tables));
}

/** What lies on the disk: SQLite's file with its write-ahead log; of PostgreSQL, the pages of these tables. */
export async function bytesOf(app: App, tables: string[]): Promise<Buffer> {
  if (app.kind === 'postgres')
    return Buffer.concat(await Promise.all(tables.map((name) => pagesOf(app, name))));
  const files = ['', '-wal']
    .map((end) => join(app.environment.dataDir, SQLITE_FILE + end))
    .filter(existsSync);
  return Buffer.concat(files.map((file) => readFileSync(file)));
}

async function pagesOf({ database }: App, table: string): Promise<Buffer> {
  await database.rows('CHECKPOINT');
  const sql = `SELECT pg_read_binary_file(pg_relation_filepath('"${table}"')) AS "bytes"`;
  return (await database.rows<{ bytes: Buffer }>(sql))[0].bytes;
}
