/** A case with what its citation names. */
export interface Cited {
  /** As the settings name it, without 委员会. */
  readonly committeeName: string;
  readonly term: number;
  readonly session: number;
  readonly caseNo: number;
}

/** How a filed case is cited: 政协温岭市第十五届委员会第一次会议第12号提案. */
export function citationOf({ committeeName, term, session, caseNo }: Cited): string {
  return `${committeeName}第${chineseNumber(term)}届委员会第${chineseNumber(session)}次会议第${caseNo}号提案`;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number from 1 to 99 as terms and sessions are counted: 十, 十五, 二十三. Throws a RangeError for others. */
export function chineseNumber(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99)
    throw new RangeError(`not counted in Chinese: ${number}`);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`;
}
