import { REPLIED_STAGES } from '../../lifecycle/facts';

const among = (stages: readonly string[]) =>
  `p."stage" IN (${stages.map((stage) => `'${stage}'`).join(', ')})`;
const FILED = `p."caseNo" IS NOT NULL AND p."stage" <> 'withdrawn'`;

/**
 * What reports count, as SQL over the proposal `p`: received = notFiled + withdrawn + pending + filed, where merged
 * proposals count as filed; cases = filed − merged, each principal with its followers as one.
 */
export const COUNTED = {
  received: 'p."receiptNo" IS NOT NULL',
  notFiled: `p."receiptNo" IS NOT NULL AND p."stage" = 'notFiled'`,
  withdrawn: `p."receiptNo" IS NOT NULL AND p."stage" = 'withdrawn'`,
  pending: `p."receiptNo" IS NOT NULL AND ${among(['submitted', 'returned'])}`,
  filed: `p."receiptNo" IS NOT NULL AND ${FILED}`,
  merged: `p."receiptNo" IS NOT NULL AND p."stage" = 'merged'`,
  cases: `p."receiptNo" IS NOT NULL AND ${FILED} AND p."stage" <> 'merged'`,
  replied: among(REPLIED_STAGES),
} as const;

export type Counted = keyof typeof COUNTED;
export const countedWords: Record<Counted, string> = {
  received: '收到',
  notFiled: '不予立案',
  withdrawn: '撤案',
  pending: '待审查或退回修改',
  filed: '立案（含并案）',
  merged: '并案',
  cases: '实际办理',
  replied: '已答复',
};
export const COUNTED_NAMES = Object.keys(COUNTED) as Counted[];
