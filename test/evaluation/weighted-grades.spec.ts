import fc from 'fast-check';
import { loadHandlingRules } from '../../config/handling-rules';
import { type Counts, gradeOf, overallGrade, tiedIn } from '../../src/evaluation/tally';

const { evaluation: thresholds } = loadHandlingRules();
const ORDER = ['dissatisfied', 'basicallySatisfied', 'satisfied'];
const some = (max = 60) => fc.nat({ max });
const counts: fc.Arbitrary<Counts> = fc.record({
  ...{ satisfied: some(), basicallySatisfied: some(), dissatisfied: some(), abstained: some() },
});
const weighed = fc.array(fc.record({ weight: fc.integer({ min: 1, max: 100 }), counts }), {
  minLength: 1,
  maxLength: 6,
});
const overall = (dimensions: { weight: number; counts: Counts }[]) => overallGrade(dimensions, thresholds);
const of = (satisfied: number, basicallySatisfied: number, dissatisfied: number, abstained = 0): Counts => ({
  ...{ satisfied, basicallySatisfied, dissatisfied, abstained },
});

describe('The grade over several dimensions', () => {
  it('of one alone is the grade of its counts, whatever its weight', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100 }), (each, weight) => {
        expect(overall([{ weight, counts: each }])).toBe(gradeOf(each, thresholds));
      }),
    );
  });

  it('is the same wherever they stand, however often all weights are doubled, and where a dimension is split', () => {
    fc.assert(
      fc.property(weighed, (dimensions) => {
        const grade = overall(dimensions);
        expect(overall([...dimensions].reverse())).toBe(grade);
        expect(overall(dimensions.map((each) => ({ ...each, weight: each.weight * 2 })))).toBe(grade);
        const doubled = dimensions.map((each) => ({ ...each, weight: each.weight * 2 }));
        const [first, ...others] = doubled;
        const half = { ...first, weight: first.weight / 2 };
        expect(overall([half, half, ...others])).toBe(grade);
      }),
    );
  });

  it('lies between the best and the worst of them', () => {
    fc.assert(
      fc.property(weighed, (dimensions) => {
        const each = dimensions.flatMap((one) => gradeOf(one.counts, thresholds) ?? []);
        const grade = overall(dimensions);
        if (each.length === 0) return expect(grade).toBeNull();
        const places = each.map((one) => ORDER.indexOf(one));
        expect(ORDER.indexOf(grade ?? '')).toBeGreaterThanOrEqual(Math.min(...places));
        expect(ORDER.indexOf(grade ?? '')).toBeLessThanOrEqual(Math.max(...places));
      }),
    );
  });

  it('never gets worse when somebody is more satisfied in one of them', () => {
    fc.assert(
      fc.property(weighed, ([first, ...others]) => {
        fc.pre(first.counts.dissatisfied > 0);
        const better = { ...first.counts, dissatisfied: first.counts.dissatisfied - 1 };
        const moved = { ...first, counts: { ...better, satisfied: better.satisfied + 1 } };
        const [before, after] = [
          [first, ...others],
          [moved, ...others],
        ].map((all) => ORDER.indexOf(overall(all) ?? ''));
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it.each([
    [
      'weights decide',
      [
        [60, of(9, 0, 0)],
        [40, of(0, 0, 9)],
      ],
      'basicallySatisfied',
    ],
    [
      'exactly seventy percent',
      [
        [70, of(3, 0, 0)],
        [30, of(0, 0, 7)],
      ],
      'satisfied',
    ],
    [
      'one percent less',
      [
        [69, of(3, 0, 0)],
        [31, of(0, 0, 7)],
      ],
      'basicallySatisfied',
    ],
    [
      'thirds that a floating point would miss',
      [
        [50, of(7, 0, 3)],
        [50, of(21, 0, 9)],
      ],
      'satisfied',
    ],
    [
      'where all abstained does not count',
      [
        [90, of(0, 0, 0, 9)],
        [10, of(9, 0, 0)],
      ],
      'satisfied',
    ],
    [
      'where all abstained everywhere',
      [
        [90, of(0, 0, 0, 9)],
        [10, of(0, 0, 0)],
      ],
      null,
    ],
  ] as [string, [number, Counts][], string | null][])('%s', (_, dimensions, grade) => {
    expect(overall(dimensions.map(([weight, each]) => ({ weight, counts: each })))).toBe(grade);
  });
});

describe('A tie', () => {
  it('is between the ratings with the most votes, and is none where nobody voted', () => {
    expect(tiedIn(of(5, 0, 5))).toEqual(['satisfied', 'dissatisfied']);
    expect(tiedIn(of(2, 2, 2))).toHaveLength(3);
    expect([of(5, 1, 1), of(0, 0, 0, 4)].map(tiedIn)).toEqual([[], []]);
    fc.assert(
      fc.property(counts, (each) => {
        const tied = tiedIn(each);
        expect(tied).not.toHaveLength(1);
        for (const rating of tied) expect(each[rating]).toBe(Math.max(...tied.map((other) => each[other])));
      }),
    );
  });
});
