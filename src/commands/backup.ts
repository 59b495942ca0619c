import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { SQLITE_FILE } from '../../config/database';
import { type Environment, readEnvironment } from '../../config/environment';
import type { Command } from './command';

const FILES = 'files';

export const command: Command = {
  summary: '备份到一个新目录，可在运行时执行：backup <目录>',
  async run([folder]) {
    if (folder) return backUp(readEnvironment(), resolve(folder));
    console.error('用法：npm run tiban -- backup <目录>');
    return 2;
  },
};

/** Copies database and files while the server runs: the database first, because files are added but never changed. */
export async function backUp(environment: Environment, folder: string): Promise<number> {
  if (existsSync(folder)) {
    console.error(`“${folder}”已存在，请另选一个目录。`);
    return 1;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!environment.databaseUrl) await copyDatabase(environment.dataDir, folder);
  const files = join(environment.dataDir, FILES);
  if (existsSync(files)) cpSync(files, join(folder, FILES), { recursive: true });
  const rest = environment.databaseUrl
    ? '附件已备份；PostgreSQL 数据库请用 pg_dump 备份。'
    : '数据库和附件已备份。';
  console.log(`${rest}\n${folder}`);
  return 0;
}

/** SQLite's own online backup: a whole state of the database, whatever is written meanwhile. */
async function copyDatabase(dataDir: string, folder: string): Promise<void> {
  const source = new Sqlite(join(dataDir, SQLITE_FILE), { readonly: true, fileMustExist: true });
  try {
    await source.backup(join(folder, SQLITE_FILE));
  } finally {
    source.close();
  }
}
