import fc from 'fast-check';
import { isIdentityNumber, passesLuhn, personalDataIn } from '../../src/publication/personal-data';

const kinds = (text: string) => personalDataIn(text).map((hit) => `${hit.kind} ${hit.text}`);

describe('personal data in a text', () => {
  it('finds mobile and fixed phones, also with blanks, hyphens and full-width digits', () => {
    expect(kinds('请致电13812345678或 138-1234-5678。')).toEqual(['mobile 13812345678', 'mobile 138-1234-5678']);
    expect(kinds('电话：０５７６－８６１１１９７０')).toEqual(['landline 0576-86111970']);
  });

  it('finds identity numbers only with a right check sign', () => {
    expect(kinds('身份证11010519491231002X')).toEqual(['identity 11010519491231002X']);
    expect(kinds('编号110105194912310021')).toEqual([]);
    expect(isIdentityNumber('11010519491231002x')).toBe(true);
  });

  it('finds bank cards only when Luhn agrees', () => {
    expect(kinds('卡号6222021234567890128')).toEqual(passesLuhn('6222021234567890128') ? ['bankCard 6222021234567890128'] : []);
    expect(kinds('卡号 4111111111111111')).toEqual(['bankCard 4111111111111111']);
    expect(kinds('序号 4111111111111112')).toEqual([]);
  });

  it('finds mail addresses and number plates', () => {
    expect(kinds('来信 wang.an@example.com，车牌浙J12345')).toEqual(['email wang.an@example.com', 'plate 浙J12345']);
  });

  it('leaves the figures of a public summary alone', () => {
    const summary = '新引进高校毕业生10902名，建成5G基站680个，完成82.9%，营收93.81亿元，（温政办发〔2022〕27号），占地1700亩。';
    expect(kinds(summary)).toEqual([]);
  });

  it('names each place once and never throws', () => {
    expect(kinds('13812345678 13812345678')).toEqual(['mobile 13812345678']);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(personalDataIn(text))));
  });
});
