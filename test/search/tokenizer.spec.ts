import fc from 'fast-check';
import { phraseOf, termsOf, tokensOf } from '../../src/search/tokens/tokenizer';

/** Whether a text with these terms in a row contains the words. */
function isFound(words: string, text: string): boolean {
  const phrase = phraseOf(words);
  if (!phrase) return false;
  const terms = termsOf(text);
  const { terms: wanted, open } = phrase;
  const fits = (term: string, at: number) =>
    open && at === wanted.length - 1 ? term.startsWith(wanted[at]) : term === wanted[at];
  return terms.some((_, start) =>
    wanted.every((__, at) => start + at < terms.length && fits(terms[start + at], at)),
  );
}

const HAN = fc.stringMatching(/^[提案停车老旧小区第十五届]{1,12}$/);

describe('The tokenizer', () => {
  it('gives each character with the next, and the last alone', () => {
    expect(termsOf('停车场')).toEqual(['停车', '车场', '场']);
    expect(termsOf('5G基站680个，完成93.81%')).toEqual([
      ...['5g', '基站', '站', '680', '个', '完成', '成', '93', '81'],
    ]);
  });

  it('finds words of one, two and more characters, and names', () => {
    const text = '关于整治老旧小区停车难的建议，提案者王云安';
    for (const words of ['停车', '小区停车', '王云安', '云安', '车', '安', '关', '老旧小区停车难', '王'])
      expect([words, isFound(words, text)]).toEqual([words, true]);
    for (const words of ['停小', '车停', '安王', '区车'])
      expect([words, isFound(words, text)]).toEqual([words, false]);
  });

  it('finds what is written another way: full width, capitals, traditional', () => {
    expect(termsOf('５Ｇ基站，ＡＢＣ')).toEqual(termsOf('5g基站 abc'));
    expect(termsOf('老舊小區停車難')).toEqual(termsOf('老旧小区停车难'));
    expect(termsOf('面积12㎡')).toEqual(termsOf('面积12m2'));
  });

  it('reads ordinals and years as numbers, and leaves other numerals alone', () => {
    expect(termsOf('第十五届第一次会议第二十号提案')).toEqual(termsOf('第15届第1次会议第20号提案'));
    expect(termsOf('第一百〇二号')).toEqual(termsOf('第102号'));
    expect(termsOf('二〇二二年')).toEqual(termsOf('2022年'));
    expect(termsOf('二零二二年')).toEqual(termsOf('2022年'));
    expect(termsOf('三年行动')).toEqual(['三年', '年行', '行动', '动']);
    expect(termsOf('营收1,200万元')).toEqual(['营收', '收', '1200', '万元', '元']);
    expect(isFound('第十二号提案', '第12号提案')).toBe(true);
    expect(isFound('15届', '第十五届委员会')).toBe(true);
  });

  it('knows where in the text each term stands', () => {
    const text = '第十五届：５Ｇ與老舊小區';
    const words = tokensOf(text).map(({ from, to }) => text.slice(from, to));
    expect(words).toEqual(['第', '十五', '届', '５Ｇ', '與老', '老舊', '舊小', '小區', '區']);
    const [ordinal] = tokensOf(text).filter((token) => token.text === '15');
    expect(text.slice(ordinal.from, ordinal.to)).toBe('十五');
  });

  it('finds every stretch of a Chinese text, and only those', () => {
    fc.assert(
      fc.property(HAN, HAN, (text, words) => {
        const plain = (each: string) => /第[一二三四五六七八九十]+届/.test(each);
        fc.pre(!plain(text) && !plain(words));
        expect(isFound(words, text)).toBe(text.includes(words));
      }),
    );
  });

  it('takes any text, and gives terms that mean nothing to a database', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { text: term, from, to } of tokensOf(text)) {
          expect(term).not.toMatch(/[\s\p{P}\p{S}A-Z]/u);
          expect(from >= 0 && to <= text.length && from < to).toBe(true);
        }
      }),
    );
  });
});
