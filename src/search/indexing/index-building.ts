import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { TOKENIZER } from '../tokens/tokenizer';
import { IndexWriter } from './index-writer';

/** Cases of one transaction: beside others who write, who wait for it, and alone, where more at once is quicker. */
const BESIDE_OTHERS = 100;
const ALONE = 4000;

const UNREAD = `SELECT p."id" FROM "proposal" p LEFT JOIN "searchEntry" e ON e."proposalId" = p."id"
  AND e."tokenizer" = ? WHERE e."proposalId" IS NULL AND p."id" > ? ORDER BY p."id" LIMIT ?`;
const EMPTY = {
  sqlite: `INSERT INTO "searchIndex" ("searchIndex") VALUES ('delete-all')`,
  postgres: 'DELETE FROM "searchIndex"',
};

type Tell = (done: number) => void;

/** Reads cases into the index that nobody has touched since there is one, or all of them anew. */
@Injectable()
export class IndexBuilding {
  constructor(
    private readonly database: Database,
    private readonly writer: IndexWriter,
  ) {}

  /** What is not in the index yet, or was read by an older tokenizer. Gives how many. */
  readMissing(): Promise<number> {
    return this.walk(BESIDE_OTHERS);
  }

  /** Empties the index and reads every case. Gives how many. */
  async readAll(tell?: Tell): Promise<number> {
    await this.database.transaction(async (em) => {
      await this.database.change(EMPTY[this.database.kind], [], em);
      await this.database.change('DELETE FROM "searchEntry"', [], em);
    });
    return this.walk(ALONE, tell);
  }

  async cases(): Promise<number> {
    const [{ total }] = await this.database.rows<{ total: number }>(
      'SELECT COUNT(*) AS "total" FROM "proposal"',
    );
    return total;
  }

  private async walk(size: number, tell?: Tell): Promise<number> {
    let [done, last] = [0, 0];
    for (;;) {
      const rows = await this.database.rows<{ id: number }>(UNREAD, [TOKENIZER, last, size]);
      if (rows.length === 0) return done;
      const ids = rows.map(({ id }) => id);
      await this.database.transaction((em) => this.writer.write(em, ids, true));
      last = ids[ids.length - 1];
      done += ids.length;
      tell?.(done);
    }
  }
}
