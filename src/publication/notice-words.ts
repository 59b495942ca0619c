/**
 * The subject in book marks, as 公示 shows it; never doubled. Marks inside become single ones, as GB/T 15834 asks:
 * 《关于修订〈条例〉的建议》.
 */
export function inBookMarks(subject: string): string {
  const plain = isWhollyMarked(subject) ? subject.slice(1, -1) : subject;
  return `《${plain.replace(/《/g, '〈').replace(/》/g, '〉')}》`;
}

/** True for 《甲乙》, not for 《甲》和《乙》. */
function isWhollyMarked(subject: string): boolean {
  let depth = 0;
  const closes = [...subject].findIndex((sign) => {
    if (sign === '《') depth += 1;
    if (sign === '》') depth -= 1;
    return depth <= 0;
  });
  return subject.startsWith('《') && closes === [...subject].length - 1;
}

/** The tag in brackets behind the subject; nothing when there is none. */
export const inBrackets = (tag: string | null): string =>
  tag ? `（${tag.replace(/^（(.*)）$/, '$1')}）` : '';

/** Lines of a text, each a paragraph; scans and copies bring blank ones and blanks at the ends. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/[\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `2022-11-08` as 2022年11月8日. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** What stands above the text of an item. */
export const documentWords = { summary: '办理落实情况摘要', reply: '答复全文' };
