/** The subject in book marks, as 公示 shows it; never doubled. */
export const inBookMarks = (subject: string): string =>
  /^《.*》$/s.test(subject) ? subject : `《${subject}》`;

/** `2022-11-08` as 2022年11月8日. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
