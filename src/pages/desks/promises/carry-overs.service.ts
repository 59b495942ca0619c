import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';

export interface AskedCarryOver {
  readonly promiseId: number;
  readonly until: string;
  readonly reason: string;
}

/** What waits to be decided of promises that have passed the gate. */
@Injectable()
export class AskedCarryOvers {
  constructor(private readonly database: Database) {}

  async of(promiseIds: readonly number[]): Promise<Map<number, AskedCarryOver>> {
    if (promiseIds.length === 0) return new Map();
    const rows = await this.database.rows<AskedCarryOver>(
      `SELECT "promiseId", "until", "reason" FROM "carryOver" WHERE "decision" IS NULL
        AND "promiseId" IN (${promiseIds.map(() => '?').join(', ')})`,
      [...promiseIds],
    );
    return new Map(rows.map((row) => [row.promiseId, row]));
  }
}
