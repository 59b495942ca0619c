import { chineseNumber, citationOf } from '../../src/proposals/citation';

describe('The citation of a case', () => {
  it('names term and session in Chinese numerals and the case number in digits', () => {
    const cited = { committeeName: '政协温岭市', term: 15, session: 1, caseNo: 12 };
    expect(citationOf(cited)).toBe('政协温岭市第十五届委员会第一次会议第12号提案');
  });

  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [23, '二十三'],
    [99, '九十九'],
  ])('counts %i as %s', (number, word) => {
    expect(chineseNumber(number)).toBe(word);
  });

  it.each([0, 100, -1, 1.5, Number.NaN])('counts no %p', (number) => {
    expect(() => chineseNumber(number)).toThrow(RangeError);
  });
});
