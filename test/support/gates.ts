import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { Client } from 'pg';
import { SQLITE_FILE } from '../../config/database';
import type { RunningApp } from './harness';
import { pause } from './jobs';

/**
 * Something in the database at which whoever adds a row stands still in the middle of a transaction, once the condition
 * holds: so that a spec strikes for sure while a batch is written and not committed.
 */
export interface Gate {
  /** Whether somebody stands there now; with PostgreSQL how many, each by the name of its role. */
  standing(): Promise<string[]>;
  /** Lets everybody pass from now on. */
  open(): Promise<void>;
}

export const gateAt = (app: RunningApp, table: string, condition: string): Promise<Gate> =>
  app.kind === 'postgres' ? lockAt(app, table, condition) : loopAt(app, table, condition);

const LOCK = 77;

/** A lock that the spec holds. */
async function lockAt(app: RunningApp, table: string, condition: string): Promise<Gate> {
  const client = new Client({ connectionString: app.environment.databaseUrl });
  client.on('error', () => undefined); // the server may be stopped meanwhile
  await client.connect();
  await client.query(`SELECT pg_advisory_lock(${LOCK})`);
  await client.query(`CREATE FUNCTION "stand"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF ${condition} THEN PERFORM pg_advisory_xact_lock_shared(${LOCK}); END IF; RETURN NULL; END $$`);
  await client.query(
    `CREATE TRIGGER "stand" AFTER INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION "stand"()`,
  );
  return {
    standing: async () => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT a.usename AS "name" FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
          WHERE l.locktype = 'advisory' AND l.objid = ${LOCK} AND NOT l.granted AND a.datname = current_database()`,
      );
      return rows.map(({ name }) => name);
    },
    open: () => client.end(),
  };
}

/** SQLite knows no such lock: a statement that never ends. Only one writes there, so who cannot write knows it stands. */
async function loopAt(app: RunningApp, table: string, condition: string): Promise<Gate> {
  const change = (sql: string) => app.database.transaction((em) => app.database.change(sql, [], em));
  const everything = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `"history" ${name}, "deadline" ${name}2`);
  await change(`CREATE TRIGGER "stand" AFTER INSERT ON "${table}" WHEN ${condition}
    BEGIN SELECT COUNT(*) FROM ${everything.join(', ')}; END`);
  const file = join(app.environment.dataDir, SQLITE_FILE);
  return {
    standing: async () => {
      for (let looks = 0; looks < 10; looks += 1) {
        if (canWrite(file)) return [];
        await pause(30); // longer than any commit of these few rows takes
      }
      return ['somebody'];
    },
    open: () => change('DROP TRIGGER "stand"').then(() => undefined),
  };
}

function canWrite(file: string): boolean {
  const connection = new Sqlite(file, { timeout: 0 });
  try {
    connection.exec('BEGIN IMMEDIATE; ROLLBACK');
    return true;
  } catch {
    return false;
  } finally {
    connection.close();
  }
}
