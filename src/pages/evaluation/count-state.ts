import { CHOICES } from '../../evaluation/ballot-paper';
import { dimensionsOf, isOverall } from '../../evaluation/dimensions';
import { optionWords } from '../../evaluation/meeting-words';
import type { MeetingItem, MeetingSheet } from './meeting-sheet';

type PaperCount = MeetingSheet['paperCounts'][number];

const countOf = ({ paperCounts }: MeetingSheet, itemId: number): PaperCount | undefined =>
  paperCounts.find((count) => count.itemId === itemId);

interface CountState {
  readonly words: string;
  /** Whether it is this teller's turn to enter it. */
  readonly mine: boolean;
  readonly differing: readonly string[];
}

const FIGURES: Record<string, string> = { issued: '发出票数', collected: '收回票数', spoiled: '废票' };

/** What a figure is called on the paper; of several dimensions with its own. */
export function figureWords(sheet: Pick<MeetingSheet, 'dimensions'>, name: string): string {
  if (FIGURES[name]) return FIGURES[name];
  const dimensions = dimensionsOf(sheet);
  for (const { code, label } of dimensions)
    for (const choice of CHOICES)
      if (name === `marks.${code}.${choice}`)
        return isOverall(dimensions) ? optionWords[choice] : `${label}：${optionWords[choice]}`;
  return '票数';
}

/** How the counts of one item stand for a teller: which fields differ, never the figures. */
export function countState(sheet: MeetingSheet, itemId: number, accountId: number | null): CountState {
  const count = countOf(sheet, itemId);
  const differing = (count?.differing ?? []).map((name) => figureWords(sheet, name));
  if (count?.agreed) return { words: '两人一致', mine: false, differing: [] };
  const entered = count?.enteredBy ?? [];
  const own = accountId !== null && entered.includes(accountId);
  const again = (count?.attempt ?? 1) > 1 ? `（第 ${count?.attempt} 次清点）` : '';
  if (own) return { words: `您已录入，等另一位${again}`, mine: false, differing: [] };
  const words =
    differing.length > 0 && entered.length === 0
      ? `不一致，两人重数：${differing.join('、')}`
      : entered.length > 0
        ? `另一位已录入，等您${again}`
        : `待录入${again}`;
  return { words, mine: true, differing };
}

/** The item this teller counts now: the one asked for, else the first that waits. */
export function itemToCount(
  sheet: MeetingSheet,
  accountId: number | null,
  wanted: unknown,
): MeetingItem | undefined {
  const mine = sheet.items.filter(({ id }) => countState(sheet, id, accountId).mine);
  return mine.find(({ id }) => String(id) === wanted) ?? mine[0];
}
