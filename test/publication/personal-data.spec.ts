import fc from 'fast-check';
import { isIdentityNumber, passesLuhn, personalDataIn } from '../../src/publication/personal-data';

const kinds = (text: string) => personalDataIn(text).map((hit) => `${hit.kind} ${hit.text}`);

describe('personal data in a text', () => {
  it('finds mobile and fixed phones, with blanks, dashes, full-width digits and signs without width', () => {
    expect(kinds('请致电13812345678或 138-1234-5678。')).toEqual([
      'mobile 13812345678',
      'mobile 138-1234-5678',
    ]);
    expect(kinds('+86 138–1234–5678；1\u200b3812345678')).toEqual([
      'mobile +86 138–1234–5678',
      'mobile 13812345678',
    ]);
    expect(kinds('０５７６－８６１１１９７０，（0576）86111971')).toEqual([
      'landline 0576-86111970',
      'landline (0576)86111971',
    ]);
    expect(kinds('电话：86111970，热线12345，产值86111970元')).toEqual(['landline 86111970']);
  });

  it('finds identity numbers only with a right check sign', () => {
    expect(kinds('身份证11010519491231002X')).toEqual(['identity 11010519491231002X']);
    expect(kinds('110105 19491231 002X')).toEqual(['identity 110105 19491231 002X']);
    expect(kinds('编号110105194912310021')).toEqual([]);
    expect(isIdentityNumber('11010519491231002x')).toBe(true);
    expect(isIdentityNumber('1101051949123100')).toBe(false);
  });

  it('finds bank cards only when Luhn agrees', () => {
    expect(kinds('卡号 4111111111111111，或4111 1111 1111 1111')).toEqual([
      'bankCard 4111111111111111',
      'bankCard 4111 1111 1111 1111',
    ]);
    expect(kinds('序号 4111111111111112')).toEqual([]);
    expect([passesLuhn('79927398713'), passesLuhn('79927398712')]).toEqual([true, false]);
  });

  it('finds mail addresses, number plates and where somebody lives', () => {
    expect(kinds('来信 wang.an@example.com，车牌浙J12345')).toEqual([
      'email wang.an@example.com',
      'plate 浙J12345',
    ]);
    expect(kinds('住万昌中路233号3幢402室，或前溪村5组12号')).toEqual([
      'address 住万昌中路233号3幢402室',
      'address 或前溪村5组12号',
    ]);
  });

  it('leaves the figures of a public summary alone', () => {
    const summary =
      '新引进高校毕业生10902名，建成5G基站680个，完成82.9%，营收93.81亿元，（温政办发〔2022〕27号），占地1700亩，81省道改建12公里，沿街3处。';
    expect(kinds(summary)).toEqual([]);
  });

  it('names each place once and never throws', () => {
    expect(kinds('13812345678 13812345678')).toEqual(['mobile 13812345678']);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(personalDataIn(text))));
  });
});
