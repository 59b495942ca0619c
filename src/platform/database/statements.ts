import type { Database as Connection, Statement } from 'better-sqlite3';
import { type DataSource, QueryFailedError } from 'typeorm';

/** What a statement gave: rows, or the number of those it changed. */
export interface Answer {
  records: unknown[];
  affected?: number;
}

// Statements built from lists of ids differ endlessly.
const MOST = 1000;

/**
 * Raw SQL on one SQLite connection, compiled once. The driver answers at once; TypeORM would put half a dozen promises
 * around each statement, a fifth of the time of a request with a dozen of them.
 */
export class Statements {
  private readonly compiled = new Map<string, Statement<unknown[]>>();
  private readonly connection: Connection;

  constructor(dataSource: DataSource) {
    this.connection = (dataSource.driver as unknown as { databaseConnection: Connection }).databaseConnection;
  }

  /** Throws what TypeORM would throw. */
  run(sql: string, params: unknown[]): Answer {
    try {
      const statement = this.compiled.get(sql) ?? this.compile(sql);
      const values = params.map((value) => (typeof value === 'boolean' ? Number(value) : value));
      if (statement.reader) return { records: statement.all(...values) };
      return { records: [], affected: statement.run(...values).changes };
    } catch (error) {
      throw new QueryFailedError(sql, params, error as Error);
    }
  }

  private compile(sql: string): Statement<unknown[]> {
    if (this.compiled.size >= MOST) this.compiled.clear();
    const statement = this.connection.prepare<unknown[]>(sql);
    this.compiled.set(sql, statement);
    return statement;
  }
}
