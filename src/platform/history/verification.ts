import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { GENESIS, hashOf } from './chain';
import type { HistoryRow } from './history.entity';

const BATCH = 1000;

/** What was found: either every row is as it was written, or the first that is not. */
export type Verdict =
  | { sound: true; rows: number }
  | { sound: false; rows: number; brokenId: number; fault: 'altered' | 'missing' | 'reordered' };

/** Walks the chain from its first row; memory does not grow with its length. */
@Injectable()
export class HistoryVerification {
  constructor(private readonly database: Database) {}

  async verify(): Promise<Verdict> {
    let [id, hash] = [0, GENESIS];
    for (let batch = await this.after(0); batch.length > 0; batch = await this.after(id)) {
      for (const row of batch) {
        const fault = faultOf(row, id + 1, hash);
        if (fault) return { sound: false, rows: id, brokenId: fault === 'missing' ? id + 1 : row.id, fault };
        [id, hash] = [row.id, row.hash];
      }
    }
    return this.againstHead(id, hash);
  }

  // Rows cut off at the end leave a sound chain behind; only the head remembers how long it was.
  private async againstHead(id: number, hash: string): Promise<Verdict> {
    const [head] = await this.database.rows<{ lastId: number; hash: string }>(
      'SELECT "lastId", "hash" FROM "historyHead"',
    );
    if (head?.lastId > id) return { sound: false, rows: id, brokenId: id + 1, fault: 'missing' };
    if (head?.lastId !== id || head.hash !== hash)
      return { sound: false, rows: id, brokenId: id, fault: 'altered' };
    return { sound: true, rows: id };
  }

  private after(id: number): Promise<HistoryRow[]> {
    return this.database.rows<HistoryRow>('SELECT * FROM "history" WHERE "id" > ? ORDER BY "id" LIMIT ?', [
      id,
      BATCH,
    ]);
  }
}

function faultOf({ hash, ...row }: HistoryRow, expectedId: number, prevHash: string) {
  if (row.id !== expectedId) return 'missing';
  if (hashOf(row) !== hash) return 'altered';
  // A row that is sound in itself but follows another than it was written after has been moved or exchanged.
  return row.prevHash === prevHash ? undefined : 'reordered';
}
