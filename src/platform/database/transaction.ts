import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/**
 * One running transaction. Its entity manager works until the end and then refuses: on SQLite it would otherwise
 * write into whatever transaction comes next, because TypeORM keeps a single connection there.
 */
export class Transaction {
  readonly em: EntityManager;
  readonly beforeCommit: (() => Promise<unknown>)[] = [];
  readonly afterCommit: (() => unknown)[] = [];
  private live = true;

  constructor(
    dataSource: DataSource,
    private readonly connection: QueryRunner,
  ) {
    this.em = dataSource.createEntityManager(this.lease());
  }

  get running(): boolean {
    return this.live;
  }

  end(): void {
    this.live = false;
  }

  assertRunning(): void {
    if (!this.live) throw new Error('This transaction has ended: await everything inside its callback.');
  }

  /** The connection as lent to the callback: it cannot begin, end or outlive the transaction. */
  private lease(): QueryRunner {
    const query = async (...args: Parameters<QueryRunner['query']>) => {
      this.assertRunning();
      return this.connection.query(...args);
    };
    const startTransaction = async () => {
      throw new Error('A transaction within a transaction: pass on the entity manager instead.');
    };
    const overrides = { query, startTransaction, release: async () => undefined, isTransactionActive: true };
    return Object.assign(Object.create(this.connection) as QueryRunner, overrides);
  }
}
