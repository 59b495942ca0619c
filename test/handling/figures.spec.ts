import fc from 'fast-check';
import { shareOfTarget } from '../../src/proposals/share-of-target';

describe('the share of a target', () => {
  it.each([
    [680, 820, 82.9],
    [25, 25, 100],
    [30, 25, 120],
    [0, 25, 0],
    [-5, 25, -20],
    [1, 3, 33.3],
    [0.1, 0.3, 33.3],
  ])('%d of %d is %d percent', (value, target, share) => {
    expect(shareOfTarget(value, target)).toBe(share);
  });

  it('is not known without a target above zero', () => {
    for (const target of [null, undefined, 0, -3]) expect(shareOfTarget(5, target)).toBeNull();
  });

  it('is a number for whatever figures a report may hold', () => {
    const figure = fc.double({ min: -99_999_999_999, max: 99_999_999_999, noNaN: true });
    const target = fc.double({ min: 0.0001, max: 99_999_999_999, noNaN: true });
    fc.assert(
      fc.property(figure, target, (value, of) => {
        expect(Number.isFinite(shareOfTarget(value, of))).toBe(true);
      }),
    );
  });
});
