import { Injectable } from '@nestjs/common';
import { type Rating, RATINGS } from '../../lifecycle/facts';
import { Database } from '../../platform/database/database';
import type { SecondRatingsQuery } from './second-ratings.dto';

type Ratings = Record<Rating, number>;

/** Over forms that were given, attitude and result apart. */
interface Given {
  given: number;
  attitude: Ratings;
  result: Ratings;
}

type Second = Given & { asked: number; open: number; noAnswer: number; kept: number };

const count = (condition: string, name: string) => `COUNT(CASE WHEN ${condition} THEN 1 END) AS "${name}"`;
const rated = (table: string, which: string) =>
  ['attitude', 'result'].flatMap((part) =>
    RATINGS.map((rating) => count(`${table}."${part}" = '${rating}'`, `${which}.${part}.${rating}`)),
  );

const COUNTS = [
  'COUNT(*) AS "asked"',
  ...[
    count(`x."state" = 'open'`, 'open'),
    count(`x."state" = 'noAnswer'`, 'noAnswer'),
    count('x."kept"', 'kept'),
  ],
  ...[count(`x."state" = 'given'`, 'second.given'), 'COUNT(f."id") AS "first.given"'],
  ...[...rated('x', 'second'), ...rated('f', 'first')],
].join(', ');

/** How sponsors judge the same cases at the reply and months later: never added up. */
@Injectable()
export class SecondRatingStatistics {
  constructor(private readonly database: Database) {}

  /** `first` counts the forms of the same sponsors on the same round. */
  async read({ sessionId }: SecondRatingsQuery): Promise<{ first: Given; second: Second }> {
    const [row] = await this.database.rows<Record<string, number>>(
      `SELECT ${COUNTS} FROM "secondRating" x JOIN "proposal" p ON p."id" = x."proposalId"
        LEFT JOIN "feedbackForm" f ON f."proposalId" = x."proposalId" AND f."sponsorId" = x."sponsorId"
          AND f."round" = x."round"
        WHERE x."state" <> 'lapsed'${sessionId == null ? '' : ' AND p."sessionId" = ?'}`,
      sessionId == null ? [] : [sessionId],
    );
    const { asked, open, noAnswer, kept } = row;
    return {
      first: givenOf(row, 'first'),
      second: { asked, open, noAnswer, kept, ...givenOf(row, 'second') },
    };
  }
}

function givenOf(row: Record<string, number>, which: string): Given {
  const of = (part: string) =>
    Object.fromEntries(RATINGS.map((rating) => [rating, row[`${which}.${part}.${rating}`]])) as Ratings;
  return { given: row[`${which}.given`], attitude: of('attitude'), result: of('result') };
}
