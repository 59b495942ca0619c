import fc from 'fast-check';
import { difference } from '../../../src/platform/pages/difference';

describe('The difference of two texts', () => {
  const told = (before: string, after: string) =>
    difference(before, after)
      .map(({ kind, text }) => ({ same: text, removed: `[-${text}]`, added: `[+${text}]` })[kind])
      .join('');

  it('goes by words: single Chinese characters, whole numbers', () => {
    expect(told('车位少，共120个。', '车位很少，共128个。')).toBe('车位[+很]少，共[-120][+128]个。');
    expect(told('', '新的')).toBe('[+新的]');
    expect(told('一样', '一样')).toBe('一样');
  });

  it('shows changes close together as one', () => {
    expect(told('甲乙丙', '子乙丑')).toBe('[-甲乙丙][+子乙丑]');
  });

  it('gives back both texts whole, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('提', '案', '办', 'a', '1', '\n', '😀'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = difference(before, after);
        const without = (kind: string) =>
          stretches.flatMap((each) => (each.kind === kind ? [] : [each.text])).join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
      { numRuns: 500 },
    );
  });

  it('stays quick where nothing is alike', () => {
    const one = Array.from({ length: 20_000 }, (_, at) => String.fromCharCode(0x4e00 + (at % 9000))).join('');
    const other = Array.from({ length: 20_000 }, (_, at) =>
      String.fromCharCode(0x4e00 + ((at * 7) % 9000)),
    ).join('');
    const begun = performance.now();
    difference(one, other);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
