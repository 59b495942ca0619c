import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Kept } from '../../platform/database/kept';
import type { Condition } from '../../proposals/visibility';
import { JOINED, type Match, matchOf, ROW, type Scope } from '../query/match';
import type { Phrase } from '../tokens/tokenizer';
import { allOf } from './conditions';

/** Of more finds than this the newest are ranked, and those whose subject, names or numbers say it. */
const RANKED = 1000;
const RANKED_HEADS = 500;
const NEWEST: Condition = { sql: 'p."id" DESC', params: [] };
/** Counted no further: whoever finds more has to narrow anyway. */
export const COUNTED_AT_MOST = 10_000;

export interface Wanted {
  readonly phrases: readonly Phrase[];
  /** Over the case `p`: what the searcher may know of and wants. */
  readonly where: Condition;
  readonly scope: Scope;
}

/** Cases in their order, and how many there are beyond those. */
export interface Hits {
  readonly ids: readonly number[];
  readonly total: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

/** Finds cases in the index; everything else about them is read afterwards, for those that are shown. */
@Injectable()
export class HitFinder {
  /** The pages of one search, and those who search for the same, ask the index once between two commits. */
  private readonly kept: Kept<Hits>;

  constructor(private readonly database: Database) {
    this.kept = new Kept(database);
  }

  /** The best first. */
  best(wanted: Wanted): Promise<Hits> {
    return this.kept.of(JSON.stringify(['best', wanted]), async () => {
      const newest = await this.ranked(wanted, wanted.scope, RANKED);
      if (newest.length < RANKED) return { ids: newest, total: newest.length, more: false };
      const heads = await this.ranked(wanted, { ...wanted.scope, head: true }, RANKED_HEADS);
      return { ids: [...new Set([...heads, ...newest])], ...(await this.count(wanted)) };
    });
  }

  /** In an order of the case's row, a window of them. */
  ordered(wanted: Wanted, order: Condition, size: number, offset: number): Promise<Hits> {
    return this.kept.of(JSON.stringify([order, size, offset, wanted]), async () => {
      const { from, where } = this.sourceOf(wanted);
      const sql = `SELECT p."id" FROM ${from} WHERE ${where.sql} ORDER BY ${order.sql} LIMIT ? OFFSET ?`;
      const params = [...where.params, ...order.params, size, offset];
      const rows = await this.database.rows<{ id: number }>(sql, params);
      return { ids: rows.map(({ id }) => id), ...(await this.count(wanted)) };
    });
  }

  /** The newest find; null when there is none. */
  async newest(wanted: Wanted): Promise<number | null> {
    const { sql, params } = this.asSelect(wanted, 1);
    const [row] = await this.database.rows<{ id: number } | undefined>(sql, [...params]);
    return row?.id ?? null;
  }

  /** The newest finds as a condition for other queries: at most as many as are counted. */
  asSelect(wanted: Wanted, most = COUNTED_AT_MOST): Condition {
    const { from, where } = this.sourceOf(wanted);
    const order = wanted.phrases.length > 0 ? ROW[this.database.kind] : 'p."id"';
    const sql = `SELECT p."id" FROM ${from} WHERE ${where.sql} ORDER BY ${order} DESC LIMIT ?`;
    return { sql, params: [...where.params, most] };
  }

  private async ranked(wanted: Wanted, scope: Scope, most: number): Promise<number[]> {
    const { from, where, match } = this.sourceOf({ ...wanted, scope });
    if (!match) return (await this.ordered(wanted, NEWEST, most, 0)).ids as number[];
    const sql = `SELECT "id" FROM (SELECT p."id", ${match.rank.sql} AS "rank" FROM ${from} WHERE ${where.sql}
        ORDER BY ${ROW[this.database.kind]} DESC LIMIT ?) x ORDER BY "rank", "id" DESC`;
    const params = [...match.rank.params, ...where.params, most];
    return (await this.database.rows<{ id: number }>(sql, params)).map(({ id }) => id);
  }

  private async count(wanted: Wanted): Promise<{ total: number; more: boolean }> {
    const { from, where } = this.sourceOf(wanted);
    const sql = `SELECT COUNT(*) AS "total" FROM (SELECT 1 FROM ${from} WHERE ${where.sql} LIMIT ?) x`;
    const params = [...where.params, COUNTED_AT_MOST + 1];
    const [{ total }] = await this.database.rows<{ total: number }>(sql, params);
    return { total: Math.min(total, COUNTED_AT_MOST), more: total > COUNTED_AT_MOST };
  }

  private sourceOf({ phrases, where, scope }: Wanted): { from: string; where: Condition; match?: Match } {
    if (phrases.length === 0) return { from: '"proposal" p', where };
    const match = matchOf(this.database.kind, phrases, scope);
    return { from: JOINED[this.database.kind], where: allOf([match.condition, where]), match };
  }
}
