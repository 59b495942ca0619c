import type { MeetingItem, MeetingSheet } from './meeting-sheet';

type PaperCount = MeetingSheet['paperCounts'][number];

export const countOf = ({ paperCounts }: MeetingSheet, itemId: number): PaperCount | undefined =>
  paperCounts.find((count) => count.itemId === itemId);

interface CountState {
  readonly words: string;
  /** Whether it is this teller's turn to enter it. */
  readonly mine: boolean;
  readonly differing: readonly string[];
}

/** How the counts of one item stand for a teller: which fields differ, never the figures. */
export function countState(count: PaperCount | undefined, accountId: number | null): CountState {
  if (count?.agreed) return { words: '两人一致', mine: false, differing: [] };
  const entered = count?.enteredBy ?? [];
  const own = accountId !== null && entered.includes(accountId);
  const differing = entered.length === 0 ? (count?.differing ?? []) : [];
  const again = (count?.attempt ?? 1) > 1 ? `（第 ${count?.attempt} 次清点）` : '';
  if (own) return { words: `您已录入，等另一位${again}`, mine: false, differing: [] };
  const words =
    differing.length > 0
      ? `不一致，两人重数：${differing.join('、')}`
      : entered.length > 0
        ? `另一位已录入，等您${again}`
        : `待录入${again}`;
  return { words, mine: true, differing: count?.differing ?? [] };
}

/** The item this teller counts now: the one asked for, else the first that waits. */
export function itemToCount(
  sheet: MeetingSheet,
  accountId: number | null,
  wanted: unknown,
): MeetingItem | undefined {
  const mine = sheet.items.filter(({ id }) => countState(countOf(sheet, id), accountId).mine);
  return mine.find(({ id }) => String(id) === wanted) ?? mine[0];
}
