import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { conflictOr } from './conflicts';
import { insertionOf, updateOf } from './insertion';
import { outageOr } from './outage';
import { numbered } from './placeholders';
import { type Answer, Statements } from './statements';
import { Transaction } from './transaction';
import { Turns } from './turns';

// What SQLite counts for each connection, and what PostgreSQL says of the transactions a query would see.
const MARKS = {
  sqlite: 'SELECT "data_version" AS "mark" FROM pragma_data_version',
  postgres: 'SELECT pg_current_snapshot()::text AS "mark"',
};

/**
 * The only way to the database: every write runs inside `transaction()`, every other read on a connection that sees
 * committed rows only. On SQLite TypeORM shares one connection, so overlapping transactions would become parts of
 * each other and a commit already answered could vanish; there they take turns.
 */
export class Database implements OnApplicationShutdown {
  readonly kind: 'sqlite' | 'postgres';
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly transactions = new WeakMap<EntityManager, Transaction>();
  private readonly turns = new Turns();
  private readonly onCommits: (() => void)[] = [];
  private readonly logger = new Logger(Database.name);
  private readonly statements?: { readonly reading: Statements; readonly writing: Statements };

  constructor(
    private readonly writing: DataSource,
    private readonly reading: DataSource,
  ) {
    this.kind = writing.options.type === 'postgres' ? 'postgres' : 'sqlite';
    if (this.kind === 'sqlite')
      this.statements = { reading: new Statements(reading), writing: new Statements(writing) };
  }

  /**
   * Runs the callback in one transaction and gives its answer; an error rolls everything back and passes on, as a
   * `Conflict` when somebody else was faster. Never await the network inside. Throws at once when called from within
   * another transaction: waiting for its turn would wait for ever.
   */
  async transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    if (this.current.getStore()?.running) {
      throw new Error('A transaction within a transaction: pass on the entity manager instead.');
    }
    return this.kind === 'sqlite' ? this.turns.take(() => this.perform(work)) : this.perform(work);
  }

  /** Runs the callback as the last thing of the transaction of this entity manager; an error rolls everything back. */
  beforeCommit(em: EntityManager, callback: () => Promise<unknown>): void {
    this.transactionOf(em).beforeCommit.push(callback);
  }

  /** Runs the callback once the transaction of this entity manager has committed; never when it rolled back. */
  afterCommit(em: EntityManager, callback: () => unknown): void {
    this.transactionOf(em).afterCommit.push(callback);
  }

  private transactionOf(em: EntityManager): Transaction {
    const transaction = this.transactions.get(em);
    if (!transaction?.running) throw new Error('No running transaction belongs to this entity manager.');
    return transaction;
  }

  /** Calls back after every transaction of this process that has committed. */
  onCommit(callback: () => void): void {
    this.onCommits.push(callback);
  }

  /** Committed rows only; writing through it fails. */
  get reader(): EntityManager {
    return this.reading.manager;
  }

  /** Rows of raw SQL with `?` placeholders on every database. Inside a transaction pass its entity manager. */
  async rows<R>(sql: string, params: unknown[] = [], em: EntityManager = this.reader): Promise<R[]> {
    return (await this.query(sql, params, em)).records as R[];
  }

  /** Runs raw SQL that changes rows, inside a transaction, and gives their number: 0 means somebody was faster. */
  async change(sql: string, params: unknown[], em: EntityManager): Promise<number> {
    return (await this.query(sql, params, em)).affected ?? 0;
  }

  /**
   * Adds rows of the same columns, inside a transaction, and gives their ids. For what every action leaves behind: the
   * entity manager's `insert` does the same, ten times slower.
   */
  async insert<T extends object>(
    entity: new () => T,
    rows: readonly Partial<T>[],
    em: EntityManager,
  ): Promise<number[]> {
    if (rows.length === 0) return [];
    const { sql, params } = insertionOf(this.writing.getMetadata(entity).tableName, rows);
    return (await this.rows<{ id: number }>(sql, params, em)).map((row) => row.id);
  }

  /** Changes the rows that have the values of `where`, and gives their number; again far faster than the manager's. */
  async update<T extends object>(
    entity: new () => T,
    where: Partial<T>,
    values: Partial<T>,
    em: EntityManager,
  ): Promise<number> {
    const { sql, params } = updateOf(this.writing.getMetadata(entity).tableName, values, where);
    return this.change(sql, params, em);
  }

  /** A text that stays the same as long as nobody commits anything, in this process or another. */
  async mark(): Promise<string> {
    const [row] = await this.rows<{ mark: unknown }>(MARKS[this.kind]);
    return String(row.mark);
  }

  /**
   * Lets nobody else change these rows until the transaction ends: who comes later waits and then sees what was done.
   * SQLite writes one transaction after another anyway.
   */
  async hold(table: string, ids: readonly number[], em: EntityManager): Promise<void> {
    if (this.kind === 'sqlite' || ids.length === 0) return;
    const marks = ids.map(() => '?').join(', ');
    // In the order of ids, so that two who want the same rows never wait for each other. Rows that only refer to these
    // need not wait.
    await this.rows(
      `SELECT 1 FROM "${table}" WHERE "id" IN (${marks}) ORDER BY "id" FOR NO KEY UPDATE`,
      [...ids],
      em,
    );
  }

  /**
   * Lets go of what deleted rows leave behind in the files: on SQLite pages in the write-ahead log, on PostgreSQL dead
   * rows. Outside of transactions; when it fails, the rows are gone all the same and the log says so.
   */
  async forget(tables: readonly string[]): Promise<void> {
    try {
      await this.turns.take(async () => {
        if (this.kind === 'sqlite') await this.writing.query('PRAGMA wal_checkpoint(TRUNCATE)');
        else for (const table of tables) await this.writing.query(`VACUUM FULL "${table}"`);
      });
    } catch (error) {
      this.logger.error(error);
    }
  }

  /** Whether the database answers and has every migration of this build. */
  async isReady(): Promise<boolean> {
    const applied = new Set(
      (await this.rows<{ name: string }>('SELECT name FROM migrations')).map((it) => it.name),
    );
    return this.writing.migrations.every((migration) =>
      applied.has(migration.name ?? migration.constructor.name),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  /** Waits for the transactions that have begun; on SQLite the writer goes last and folds the write-ahead log in. */
  async close(): Promise<void> {
    await this.turns.take(async () => {
      for (const each of [this.reading, this.writing]) if (each.isInitialized) await each.destroy();
    });
  }

  private async query(sql: string, params: unknown[], em: EntityManager): Promise<Answer> {
    this.transactions.get(em)?.assertRunning();
    if (this.statements) return this.statements[em === this.reader ? 'reading' : 'writing'].run(sql, params);
    const connection = em.queryRunner ?? em.dataSource.createQueryRunner();
    try {
      return await connection.query(numbered(sql), params, true);
    } catch (error) {
      throw outageOr(error);
    } finally {
      if (!em.queryRunner) await connection.release();
    }
  }

  private async perform<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const connection = this.writing.createQueryRunner();
    const transaction = new Transaction(this.writing, connection);
    this.transactions.set(transaction.em, transaction);
    try {
      // IMMEDIATE takes SQLite's write lock now: a read that turns into a write later could be refused instead.
      await connection.query(this.kind === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN');
      const answer = await this.current.run(transaction, () => work(transaction.em));
      for (const callback of transaction.beforeCommit) await this.current.run(transaction, callback);
      transaction.end();
      await connection.query('COMMIT');
      this.announce(transaction);
      return answer;
    } catch (error) {
      transaction.end();
      await connection.query('ROLLBACK').catch(() => undefined);
      throw conflictOr(outageOr(error));
    } finally {
      await connection.release();
    }
  }

  private announce(transaction: Transaction): void {
    for (const callback of this.onCommits) callback();
    for (const callback of transaction.afterCommit) {
      // What failed after the commit cannot undo it, so it is not the caller's error.
      Promise.resolve()
        .then(callback)
        .catch((error: unknown) => this.logger.error(error));
    }
  }
}
