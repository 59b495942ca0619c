import { DataSource, type DataSourceOptions } from 'typeorm';
import { readerOptions, writerOptions } from '../../../config/database';
import type { Environment } from '../../../config/environment';
import { bindNumbers } from './bound-numbers';
import { Database } from './database';

// Any number does, as long as every process of one installation uses the same.
const MIGRATION_LOCK = 7_420_001;

/** Connects and brings the schema up to date; nothing may read or write before that. */
export async function openWriter(options: DataSourceOptions): Promise<DataSource> {
  const writing = await bindNumbers(new DataSource(options)).initialize();
  try {
    await migrate(writing);
    return writing;
  } catch (error) {
    await writing.destroy();
    throw error;
  }
}

/** Connects for reading, once the writer has migrated: on SQLite the file has to be there. */
export const openReader = (options: DataSourceOptions): Promise<DataSource> =>
  bindNumbers(new DataSource(options)).initialize();

/** The database without an application around it: for commands and specs. */
export async function openDatabase(environment: Environment): Promise<Database> {
  const writing = await openWriter(writerOptions(environment));
  return new Database(writing, await openReader(readerOptions(environment)));
}

/** Runs the migrations that are missing and gives their names; on PostgreSQL other starting processes wait. */
export async function migrate(writing: DataSource): Promise<string[]> {
  const lock = writing.options.type === 'postgres' ? writing.createQueryRunner() : undefined;
  await lock?.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
  try {
    return (await writing.runMigrations()).map((migration) => migration.name);
  } finally {
    await lock?.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock?.release();
  }
}
