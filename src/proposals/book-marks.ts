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
