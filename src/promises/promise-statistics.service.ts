import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import { Door } from '../proposals/door';
import type { PromisesQuery } from './promises.dto';
import { REGISTER, registerFor } from './register-rows';

const KEPT = 'r."keptOn" IS NOT NULL';
const TODAY = '?';

/** Numerator by numerator; `made` is what they are counted over. In time is by the first day, which a carry-over leaves. */
const COUNTS = {
  made: '1 = 1',
  keptInTime: `${KEPT} AND r."keptOn" <= r."firstDueOn"`,
  keptAfterCarryOver: `${KEPT} AND r."keptOn" > r."firstDueOn" AND r."keptOn" <= r."dueOn"`,
  keptLate: `${KEPT} AND r."keptOn" > r."dueOn"`,
  open: `r."keptOn" IS NULL AND r."dueOn" >= ${TODAY}`,
  overdue: `r."keptOn" IS NULL AND r."dueOn" < ${TODAY}`,
  carriedOver: 'r."dueOn" > r."firstDueOn"',
} as const;

/** Replies, not promises: of those issued as B that promised something, how many have become A. */
const REPLIES = {
  issuedAsB: `CASE WHEN y."firstClass" = 'B' THEN y."id" END`,
  turnedA: `CASE WHEN y."firstClass" = 'B' AND y."class" = 'A' THEN y."id" END`,
} as const;

export type PromiseCounts = Record<keyof typeof COUNTS | keyof typeof REPLIES, number>;
export type UnitsPromises = PromiseCounts & { unitId: number; unit: string };

const SUMS = [
  ...Object.entries(COUNTS).map(([name, sql]) => `SUM(CASE WHEN ${sql} THEN 1 ELSE 0 END) AS "${name}"`),
  ...Object.entries(REPLIES).map(([name, sql]) => `COUNT(DISTINCT ${sql}) AS "${name}"`),
].join(', ');
const NAMES = [...Object.keys(COUNTS), ...Object.keys(REPLIES)] as (keyof PromiseCounts)[];

/** How well units keep their word, of the cases that the reader may see. */
@Injectable()
export class PromiseStatistics {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {}

  async read(actor: Actor, query: PromisesQuery): Promise<{ all: PromiseCounts; units: UnitsPromises[] }> {
    const { day } = this.door.now();
    const where = registerFor(actor, query, day);
    const units = await this.database.rows<UnitsPromises>(
      `SELECT a."unitId", u."name" AS "unit", ${SUMS} FROM ${REGISTER} WHERE ${where.sql}
        GROUP BY a."unitId", u."name" ORDER BY a."unitId"`,
      [day, day, ...where.params],
    );
    const sums = NAMES.map((name) => [name, units.reduce((sum, each) => sum + each[name], 0)]);
    return { all: Object.fromEntries(sums) as PromiseCounts, units };
  }
}
