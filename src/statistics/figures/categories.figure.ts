import { COUNTED } from '../../proposals/lists/counted';
import { UNCATEGORISED } from '../../proposals/lists/list.dto';
import { type Figure, STAFF } from '../figure';

interface Row {
  category: string | null;
  count: number;
}

/** Also categories that the settings do not name any more. */
export const categories: Figure = {
  title: '提案类别',
  basis: '该类别的提案／收到的提案',
  unit: '件',
  readers: [...STAFF, 'assigningOffice'],
  count: async ({ cases, rules }, database) => {
    const rows = await database.rows<Row>(
      `SELECT p."category", COUNT(*) AS "count" FROM "proposal" p
        WHERE ${cases.sql} AND ${COUNTED.received} GROUP BY p."category"`,
      [...cases.params],
    );
    const found = new Map(rows.map(({ category, count }) => [category ?? UNCATEGORISED, count]));
    const names = [...new Set([...rules.categories, ...[...found.keys()].sort()])];
    const of = rows.reduce((sum, { count }) => sum + count, 0);
    return names.map((label) => ({
      ...{ key: label, label, count: found.get(label) ?? 0, of },
      list: { category: label, counted: 'received' as const },
    }));
  },
};
