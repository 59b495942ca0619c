import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { TOKENIZER } from '../tokens/tokenizer';
import { IndexWriter } from './index-writer';

/** Cases of one transaction: others who write wait for it, so it must not take long. */
const BATCH = 50;

const UNREAD = `SELECT p."id" FROM "proposal" p LEFT JOIN "searchEntry" e ON e."proposalId" = p."id"
  AND e."tokenizer" = ? WHERE e."proposalId" IS NULL AND p."id" > ? ORDER BY p."id" LIMIT ?`;
const ALL = 'SELECT p."id" FROM "proposal" p WHERE p."id" > ? ORDER BY p."id" LIMIT ?';

type Tell = (done: number) => void;

/** Reads cases into the index that nobody has touched since there is one, or all of them anew. */
@Injectable()
export class IndexBuilding {
  constructor(
    private readonly database: Database,
    private readonly writer: IndexWriter,
  ) {}

  /** What is not in the index yet, or was read by an older tokenizer. Gives how many. */
  readMissing(tell?: Tell): Promise<number> {
    return this.walk(UNREAD, [TOKENIZER], tell);
  }

  /** Every case anew. Gives how many. */
  async readAll(tell?: Tell): Promise<number> {
    return this.walk(ALL, [], tell);
  }

  async cases(): Promise<number> {
    const [{ total }] = await this.database.rows<{ total: number }>(
      'SELECT COUNT(*) AS "total" FROM "proposal"',
    );
    return total;
  }

  private async walk(sql: string, params: unknown[], tell?: Tell): Promise<number> {
    let [done, last] = [0, 0];
    for (;;) {
      const rows = await this.database.rows<{ id: number }>(sql, [...params, last, BATCH]);
      if (rows.length === 0) return done;
      const ids = rows.map(({ id }) => id);
      await this.database.transaction((em) => this.writer.write(em, ids, true));
      last = ids[ids.length - 1];
      done += ids.length;
      tell?.(done);
    }
  }
}
