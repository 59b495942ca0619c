import type { EntityManager } from 'typeorm';
import type { Database } from './database';

/**
 * Lets transactions that need the same row wait for each other until they end, so that what the holder counts or looks
 * up stays true. On SQLite transactions take turns anyway.
 */
export async function hold(database: Database, em: EntityManager, table: string, id: number): Promise<void> {
  if (database.kind === 'sqlite') return;
  // Rows that only refer to this one need not wait.
  await database.rows(`SELECT 1 FROM "${table}" WHERE "id" = ? FOR NO KEY UPDATE`, [id], em);
}
