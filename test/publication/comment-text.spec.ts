import { keyOf, linksIn, tidied } from '../../src/publication/comments/comment-text';

describe('The text of a comment', () => {
  it.each([
    ['没有网址，1.5 万元，见第3.2节。', 0],
    ['请看https://www.wenling.gov.cn/col/1.html，谢谢', 1],
    ['www.a.example和b.com.cn还有http://c', 3],
    ['ＷＷＷ．Ａ．ＣＯＭ', 1],
    ['a.com/x?y=b.com', 1],
    ['Node.js 和 3.comx', 0],
    ['x'.repeat(5000), 0],
    ['a.'.repeat(2500), 0],
  ])('%j has so many links: %d', (text, links) => expect(linksIn(text)).toBe(links));

  it('is the same whatever its blanks, signs, width and case, and another in other words', () => {
    const [one, same, other] = ['请 加快 ABC！', '请加快ａｂｃ。', '请加快abd'].map(keyOf);
    expect([one === same, one === other]).toEqual([true, false]);
    expect(keyOf('！！')).not.toBe(keyOf('？？'));
  });

  it('keeps what can be seen', () => {
    expect(tidied(' 甲\r\n\r\n\r\n\r\n乙\u202e\u2069 👨‍👩‍👧 ')).toBe('甲\n\n乙 👨‍👩‍👧');
  });
});
