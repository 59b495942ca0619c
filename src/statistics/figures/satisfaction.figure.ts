import { RATINGS } from '../../lifecycle/facts';
import { ratings } from '../../lifecycle/words/terms';
import type { Database } from '../../platform/database/database';
import { formsVisibleTo } from '../../proposals/lists/reply-filters';
import { type Counted, type Figure, type Reader, STAFF, UNITS } from '../figure';

const PARTS = { attitude: '办理态度', result: '办理结果' } as const;
const PAIRS = (Object.keys(PARTS) as (keyof typeof PARTS)[]).flatMap((part) =>
  RATINGS.map((rating) => ({ part, rating, key: `${part}.${rating}` })),
);
const CASES = (key: string) => `${key}.cases`;

const SUMS = PAIRS.flatMap(({ part, rating, key }) => {
  const hit = `CASE WHEN f."${part}" = '${rating}' THEN p."id" END`;
  return [`COUNT(${hit}) AS "${key}"`, `COUNT(DISTINCT ${hit}) AS "${CASES(key)}"`];
}).join(', ');

/** Over the forms that came back, attitude and result apart. Who did not answer is no opinion and is counted apart. */
export const satisfaction: Figure = {
  title: '提案者满意度',
  basis: '本轮办理中给出该评价的反馈表／收回的反馈表；未反馈的另计／应反馈的人次',
  unit: '份',
  readers: [...STAFF, 'assigningOffice', ...UNITS],
  count: async (reader, database) => {
    const [row, silent] = [await formsOf(reader, database), await silentOf(reader, database)];
    const rated = PAIRS.map(({ part, rating, key }) => ({
      ...{ key, group: PARTS[part], label: ratings[rating], count: row[key], of: row.forms },
      ...{ cases: row[CASES(key)], list: { [part]: rating } },
    }));
    return [...rated, silent];
  },
};

async function formsOf({ actor, cases }: Reader, database: Database): Promise<Record<string, number>> {
  const seen = formsVisibleTo(actor);
  const [row] = await database.rows<Record<string, number>>(
    `SELECT COUNT(*) AS "forms", ${SUMS} FROM "proposal" p JOIN "feedbackForm" f ON f."proposalId" = p."id"
      WHERE ${cases.sql} AND ${seen.sql}`,
    [...cases.params, ...seen.params],
  );
  return row;
}

/** First sponsors of the case and of those merged into it; by the settings everybody who signed. */
async function silentOf({ cases, rules }: Reader, database: Database): Promise<Counted> {
  const raters = rules.feedbackBy === 'allCosigners' ? `s."signature" = 'agreed'` : 's."place" = 1';
  const [row] = await database.rows<{ count: number; of: number; cases: number }>(
    `SELECT COUNT(*) AS "of", COUNT(CASE WHEN f."id" IS NULL THEN 1 END) AS "count",
        COUNT(DISTINCT CASE WHEN f."id" IS NULL THEN asked."id" END) AS "cases"
      FROM (SELECT DISTINCT p."id", p."round", s."sponsorId" FROM "proposal" p
        JOIN "proposal" m ON m."id" = p."id" OR m."principalId" = p."id"
        JOIN "sponsorship" s ON s."proposalId" = m."id" AND ${raters}
        WHERE ${cases.sql} AND p."stage" IN ('concluded', 'archived')) asked
      LEFT JOIN "feedbackForm" f ON f."proposalId" = asked."id" AND f."sponsorId" = asked."sponsorId"
        AND f."round" = asked."round"`,
    [...cases.params],
  );
  return { key: 'noAnswer', group: '未反馈', label: '到期未反馈', ...row, list: null };
}
