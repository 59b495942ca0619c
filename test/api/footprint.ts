import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dumpOf, tablesOf } from '../support/bytes';
import type { RunningApp } from '../support/harness';

// Who failed to sign in is counted, whatever else was wrong with it.
const COUNTED_ANYWAY = ['signInFailure'];

/** Everything there is: every row of every table and every file. A refused request must leave it as it was. */
export async function footprintOf(app: RunningApp): Promise<string> {
  return (await dumpOf(app, COUNTED_ANYWAY)) + (await filesOf(app)).join();
}

/** The same at a glance: how many rows each table has, and the newest entry of the history. */
export async function glanceOf({ database }: RunningApp, tables: string[]): Promise<string> {
  const counts = tables.map((table) => `(SELECT COUNT(*) FROM "${table}") AS "${table}"`);
  const head = '(SELECT MAX("id") FROM "history") AS "head"';
  return JSON.stringify(await database.rows(`SELECT ${[...counts, head].join(', ')}`));
}

export const countedTables = async (app: RunningApp): Promise<string[]> =>
  (await tablesOf(app)).filter((table) => !COUNTED_ANYWAY.includes(table));

/** Files that were received; those that nobody wanted are gone soon after the answer. */
export async function filesOf({ environment }: RunningApp): Promise<string[]> {
  for (let tries = 0; tries < 100 && list(environment.dataDir, 'incoming').length > 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return list(environment.dataDir);
}

function list(dataDir: string, below = ''): string[] {
  try {
    const folder = join(dataDir, 'files', below);
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  } catch {
    return []; // no file has come yet
  }
}
