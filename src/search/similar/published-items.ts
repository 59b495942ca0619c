import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import type { Condition } from '../../proposals/visibility';
import { SHOWN_FROM, likenessOf, sumOf, type Weigh } from './likeness';
import { type Profile, profileOf } from './profile';

/** What the public reads of a case that the asker does not see. */
export interface PublishedCase {
  readonly noticeId: number;
  readonly itemId: number;
  readonly subject: string;
  readonly sponsors: readonly string[];
  readonly units: readonly string[];
  readonly summary: string;
  readonly score: number;
}

interface Row {
  noticeId: number;
  itemId: number;
  subject: string;
  sponsors: string;
  leadUnits: string;
  summary: string;
}

const NEWEST = 2000;
const COMPARED = 20;
const SHOWN = 5;

/** Compares a text with what has been published: with the published words alone, whatever else the case may hold. */
@Injectable()
export class PublishedItems {
  constructor(private readonly database: Database) {}

  /** Those of cases `p` that do not pass `seen`, and of notices that are older than the record. */
  async like(profile: Profile, weigh: Weigh, seen: Condition): Promise<PublishedCase[]> {
    const rows = await this.database.rows<Row>(
      `SELECT i."noticeId", i."id" AS "itemId", i."subject", i."sponsors", i."leadUnits", i."summary"
        FROM "noticeItem" i JOIN "notice" n ON n."id" = i."noticeId" AND n."stage" = 'issued'
        LEFT JOIN "proposal" p ON p."id" = i."proposalId"
        WHERE i."proposalId" IS NULL OR NOT (${seen.sql}) ORDER BY i."id" DESC LIMIT ${NEWEST}`,
      [...seen.params],
    );
    return likeliest(rows, profile, weigh)
      .map((row) => ({ row, score: scoreOf(row, profile, weigh) }))
      .filter(({ score }) => score >= SHOWN_FROM)
      .sort((a, b) => b.score - a.score)
      .slice(0, SHOWN)
      .map(({ row, score }) => ({
        ...{ noticeId: row.noticeId, itemId: row.itemId, subject: row.subject, score },
        sponsors: JSON.parse(row.sponsors) as string[],
        units: JSON.parse(row.leadUnits) as string[],
        summary: row.summary.slice(0, 120),
      }));
  }
}

/** A look at each, so that only few have to be taken apart. */
function likeliest(rows: readonly Row[], { subject }: Profile, weigh: Weigh): Row[] {
  const shares = ({ subject: title, summary }: Row) =>
    sumOf(new Set([...subject].filter((term) => title.includes(term) || summary.includes(term))), weigh);
  return rows
    .map((row) => ({ row, share: shares(row) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, COMPARED)
    .map(({ row }) => row);
}

function scoreOf({ subject, summary }: Row, profile: Profile, weigh: Weigh): number {
  const theirs = profileOf({ subject, body: summary, recommendations: [] });
  return likenessOf(profile, theirs, weigh).score;
}
