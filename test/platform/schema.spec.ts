import { getMetadataArgsStorage } from 'typeorm';
import type { Database } from '../../src/platform/database/database';
import { eachDatabase, type RunningApp } from '../support/harness';

interface Column {
  name: string;
  nullable: boolean;
}

// Indexes and constraints live in the migrations alone; columns are declared twice and must not drift apart.
eachDatabase('The entities and the migrations', (open, kind) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await open();
  });

  const sorted = (columns: Column[]) => columns.sort((a, b) => (a.name < b.name ? -1 : 1));

  it('declare the same columns', async () => {
    const metadatas = app.database.reader.dataSource.entityMetadatas;
    expect(metadatas.length).toBe(getMetadataArgsStorage().tables.length);
    for (const metadata of metadatas) {
      const declared = metadata.columns.map((column) => ({
        name: column.databaseName,
        nullable: column.isNullable,
      }));
      const found = await columnsOf(app.database, metadata.tableName, kind);
      expect({ table: metadata.tableName, columns: sorted(found) }).toEqual({
        table: metadata.tableName,
        columns: sorted(declared),
      });
    }
  });
});

async function columnsOf(database: Database, table: string, kind: string): Promise<Column[]> {
  if (kind === 'sqlite') {
    const rows = await database.rows<{ name: string; notnull: number }>(
      'SELECT * FROM pragma_table_info(?)',
      [table],
    );
    return rows.map((row) => ({ name: row.name, nullable: row.notnull === 0 }));
  }
  const sql =
    'SELECT column_name AS name, is_nullable AS nullable FROM information_schema.columns WHERE table_name = ?';
  const rows = await database.rows<{ name: string; nullable: string }>(sql, [table]);
  return rows.map((row) => ({ name: row.name, nullable: row.nullable === 'YES' }));
}
