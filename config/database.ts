import { join } from 'node:path';
import { type DataSourceOptions, getMetadataArgsStorage } from 'typeorm';
import { Environment } from './environment';

export const SQLITE_FILE = 'tiban.sqlite';

const BUSY_TIMEOUT_MS = 5000;
// For a connection: from a server that stands still, or from a pool that is used up. Requests then fail instead of waiting.
const CONNECT_TIMEOUT_MS = 10_000;
// Compiled statements kept by each connection: more than the application has, so that none drives out another.
const STATEMENTS = 1000;
const COUNT = 20; // int8, what COUNT and SUM answer with
const NUMERIC = 1700;

/** The connection that writes. It migrates, and every transaction runs on it. */
export function writerOptions(environment: Environment): DataSourceOptions {
  const options = environment.databaseUrl
    ? postgres(environment, 10, {})
    : { ...sqlite(environment), prepareDatabase: keepAndForget };
  return { ...options, migrations: [join(__dirname, '..', 'migrations', '*.{js,ts}')] };
}

/** The connection that reads: it sees committed rows only, and the database itself refuses it any write. */
export function readerOptions(environment: Environment): DataSourceOptions {
  return environment.databaseUrl
    ? postgres(environment, 10, { options: '-c default_transaction_read_only=on' })
    : { ...sqlite(environment), readonly: true, fileMustExist: true, enableWAL: false };
}

function sqlite(environment: Environment) {
  return {
    type: 'better-sqlite3' as const,
    database: join(environment.dataDir, SQLITE_FILE),
    enableWAL: true,
    timeout: BUSY_TIMEOUT_MS,
    statementCacheSize: STATEMENTS,
    ...common(),
  };
}

function postgres(environment: Environment, poolSize: number, extra: object): DataSourceOptions {
  return {
    type: 'postgres',
    url: environment.databaseUrl,
    poolSize,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    applicationName: 'tiban',
    // A server that has vanished is noticed by lines that are kept alive.
    extra: { ...extra, types: typesOfPostgres(), lock_timeout: BUSY_TIMEOUT_MS, keepAlive: true },
    ...common(),
  };
}

function common() {
  return {
    // Whatever carries @Entity when the connection opens: the modules have been imported by then, so no list can be forgotten.
    entities: getMetadataArgsStorage().tables.map((table) => table.target as () => void),
    migrationsTransactionMode: 'each' as const,
    synchronize: false,
    logging: false as const,
  };
}

// SQLite's NORMAL may lose the last commits when the power fails; an answered request must not be lost.
function keepAndForget(connection: { pragma(text: string): unknown }): void {
  connection.pragma('synchronous = FULL');
  // What is deleted is overwritten: a counted ballot must not lie about in a free page.
  connection.pragma('secure_delete = ON');
}

// pg gives these two as text because they may exceed a double; ours never do, and SQLite gives numbers.
function typesOfPostgres(): { getTypeParser: (oid: number, format?: 'text' | 'binary') => unknown } {
  // Loaded here and not above: an installation on SQLite starts without the driver of PostgreSQL.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { types } = require('pg') as typeof import('pg');
  return {
    getTypeParser: (oid, format) =>
      [COUNT, NUMERIC].includes(oid) && format !== 'binary'
        ? Number
        : types.getTypeParser(oid, format as 'text'),
  };
}
