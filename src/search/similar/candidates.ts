import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import type { Condition } from '../../proposals/visibility';
import { JOINED, ROW } from '../query/match';
import type { Weigh } from './likeness';
import type { Profile } from './profile';

/** Words asked for, the ones that say most; and of the cases that have one, the newest. */
const MOST_TERMS = 64;
const MOST_CASES = 100;
const FACTORS = { subject: 3, recommendations: 1.5, body: 1 };

interface Found {
  readonly id: number;
  readonly term: string;
}

/** Finds the few dozen cases that are worth comparing, by the rarest words they share with a text. */
@Injectable()
export class Candidates {
  constructor(private readonly database: Database) {}

  /** Ids of cases that pass, those that share the most first. */
  async of(profile: Profile, weigh: Weigh, where: Condition, most: number): Promise<number[]> {
    const terms = tellingTerms(profile, weigh);
    const found = new Map<number, number>();
    const shared =
      this.database.kind === 'sqlite'
        ? await this.inSqlite([...terms.keys()], where)
        : await this.inPostgres([...terms.keys()], where);
    for (const { id, term } of shared) found.set(id, (found.get(id) ?? 0) + (terms.get(term) ?? 0));
    const ranked = [...found].sort(([one, a], [other, b]) => b - a || other - one);
    return ranked.slice(0, most).map(([id]) => id);
  }

  // Only where a case has its text: not in what was replied to it, nor in what is only told inside.

  private async inSqlite(terms: readonly string[], where: Condition): Promise<Found[]> {
    const sql = `SELECT p."id" FROM ${JOINED.sqlite} WHERE "searchIndex" MATCH ? AND ${where.sql}
      ORDER BY ${ROW.sqlite} DESC LIMIT ?`;
    const found: Found[] = [];
    for (const term of terms) {
      const params = [`{subject body} : "${term}"`, ...where.params, MOST_CASES];
      const rows = await this.database.rows<{ id: number }>(sql, params);
      for (const { id } of rows) found.push({ id, term });
    }
    return found;
  }

  /** All words at once: each way to the server takes longer than the finding. */
  private inPostgres(terms: readonly string[], where: Condition): Promise<Found[]> {
    const sql = `SELECT w."term", c."id" FROM unnest(?::text[]) AS w("term") CROSS JOIN LATERAL (
        WITH m AS MATERIALIZED (SELECT x."proposalId" FROM "searchIndex" x
          WHERE x."open" @@ ('''' || w."term" || ''':AC')::tsquery)
        SELECT p."id" FROM m JOIN "proposal" p ON p."id" = m."proposalId" WHERE ${where.sql}
        ORDER BY p."id" DESC LIMIT ?) c`;
    return this.database.rows<Found>(sql, [terms, ...where.params, MOST_CASES]);
  }
}

function tellingTerms(profile: Profile, weigh: Weigh): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (terms: Iterable<string>, factor: number) => {
    for (const term of terms) weights.set(term, Math.max(weights.get(term) ?? 0, weigh(term) * factor));
  };
  add(profile.body, FACTORS.body);
  for (const each of profile.recommendations) add(each, FACTORS.recommendations);
  add(profile.subject, FACTORS.subject);
  const telling = [...weights].filter(([, weight]) => weight > 0).sort(([, a], [, b]) => b - a);
  return new Map(telling.slice(0, MOST_TERMS));
}
