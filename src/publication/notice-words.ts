/** The tag in brackets behind the subject; nothing when there is none. */
export const inBrackets = (tag: string | null): string =>
  tag ? `（${tag.replace(/^（(.*)）$/, '$1')}）` : '';

/** `2022-11-08` as 2022年11月8日. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** What stands above the text of an item. */
export const documentWords = { summary: '办理落实情况摘要', reply: '答复全文' };
