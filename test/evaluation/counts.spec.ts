import fc from 'fast-check';
import { loadHandlingRules } from '../../config/handling-rules';
import { type Choice, CHOICES } from '../../src/evaluation/ballot-paper';
import { issuedTo } from '../../src/evaluation/issued';
import { countItems } from '../../src/evaluation/item-counts';
import { countSheetOf, sealedText, sealOf } from '../../src/evaluation/results';
import { type Counts, ratedIn, validIn } from '../../src/evaluation/tally';
import { type Counted, differences, stateOf } from '../../src/proposals/facts/paper-counts';

const { evaluation: thresholds } = loadHandlingRules();
const some = (max = 60) => fc.nat({ max });
const counts: fc.Arbitrary<Counts> = fc.record({
  ...{ satisfied: some(), basicallySatisfied: some(), dissatisfied: some(), abstained: some() },
});
const of = (satisfied: number, basicallySatisfied: number, dissatisfied: number, abstained = 0): Counts => ({
  ...{ satisfied, basicallySatisfied, dissatisfied, abstained },
});

const counted: fc.Arbitrary<Counted> = fc.record({
  ...{ issued: some(3), collected: some(3), spoiled: some(3) },
  marks: counts.map((each) => [{ code: 'overall', ...each }]),
});

describe('The counts of two tellers', () => {
  it('agree when they are the same, and differ in exactly what is not', () => {
    fc.assert(
      fc.property(counted, counted, (one, other) => {
        expect(differences(one, structuredClone(one))).toEqual([]);
        expect(differences(one, other)).toEqual(differences(other, one));
        for (const name of ['issued', 'collected', 'spoiled'] as const)
          expect(differences(one, other).includes(name)).toBe(one[name] !== other[name]);
      }),
    );
    const marks = (code: string) => [{ code, ...of(1, 0, 0) }];
    const alike = { issued: 1, collected: 1, spoiled: 0 };
    expect(differences({ ...alike, marks: marks('a') }, { ...alike, marks: marks('b') })).toHaveLength(8);
  });

  it('go on, two by two, until they agree; before that nothing counts', () => {
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 9 }), (all) => {
        const entries: (Counted & { attempt: number; accountId: number })[] = [];
        for (const each of all) {
          const state = stateOf(1, entries);
          if (state.agreed) break;
          expect(state.counted).toBeNull();
          entries.push({ ...each, attempt: state.attempt, accountId: state.enteredBy.length });
        }
        const { agreed, attempt, enteredBy, counted: result, differing } = stateOf(1, entries);
        expect(attempt).toBe(agreed ? entries.length / 2 : Math.floor(entries.length / 2) + 1);
        expect(enteredBy).toHaveLength(agreed ? 2 : entries.length % 2);
        expect(result !== null).toBe(agreed);
        if (agreed) expect(differing).toEqual([]);
      }),
    );
  });
});

/** A meeting as it might have been: who came, voted, took a paper, and what lay in the two boxes. */
const meeting = fc
  .record({ items: fc.integer({ min: 1, max: 4 }), dimensions: fc.integer({ min: 1, max: 3 }) })
  .chain((size) => {
    const places = size.items * size.dimensions;
    const mark: fc.Arbitrary<Choice> = fc.constantFrom(...CHOICES);
    const sheet = fc.array(mark, { minLength: places, maxLength: places });
    const onPaper = fc.record({
      sheet,
      spoiled: fc.array(fc.boolean(), { minLength: size.items, maxLength: size.items }),
    });
    return fc.record({
      ...{ size: fc.constant(size), ballots: fc.array(sheet, { maxLength: 12 }) },
      papers: fc.array(onPaper, { maxLength: 12 }),
    });
  });

describe('Papers and electronic ballots together', () => {
  it('collected is valid and spoiled, the options are the valid ones, and each mark is counted once', () => {
    fc.assert(
      fc.property(meeting, ({ size, ballots, papers }) => {
        const codes = Array.from({ length: size.dimensions }, (_, at) => `d${at}`);
        const dimensions = codes.map((code) => ({ code, label: code, weight: 1 }));
        const marksAt = (item: number, at: number) =>
          papers
            .filter(({ spoiled }) => !spoiled[item])
            .map(({ sheet }) => sheet[item * size.dimensions + at]);
        const count = (all: Choice[]) =>
          Object.fromEntries(
            CHOICES.map((choice) => [choice, all.filter((each) => each === choice).length]),
          ) as Counts;
        const tellers = Array.from({ length: size.items }, (_, item) => ({
          ...{ issued: papers.length, collected: papers.length },
          spoiled: papers.filter(({ spoiled }) => spoiled[item]).length,
          marks: codes.map((code, at) => ({ code, ...count(marksAt(item, at)) })),
        }));
        const results = countItems(size.items, dimensions, { ballots, papers: tellers }, thresholds);
        for (const [item, { collected, spoiled, dimensions: each }] of results.entries()) {
          expect(collected).toBe(ballots.length + papers.length);
          for (const [at, found] of (each ?? []).entries()) {
            expect(validIn(found) + (spoiled ?? 0)).toBe(collected);
            const electronic = ballots.map((ballot) => ballot[item * size.dimensions + at]);
            expect(found).toEqual({ code: codes[at], ...count([...electronic, ...marksAt(item, at)]) });
            expect(ratedIn(found)).toBeLessThanOrEqual(validIn(found));
          }
        }
      }),
    );
  });
});

describe('What is issued', () => {
  const people = fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 10 });

  it('covers every receipt, whoever has left since', () => {
    fc.assert(
      fc.property(people, people, fc.constantFrom('electronic', 'both', 'paper'), (here, acted, ballots) => {
        const papers =
          ballots === 'electronic' ? [] : acted.filter((id) => ballots === 'paper' || id % 2 === 0);
        const voted = acted.filter((id) => !papers.includes(id));
        const issued = issuedTo({ ballots, present: here, voted, papers });
        expect(issued).toBeGreaterThanOrEqual(voted.length + papers.length);
        if (ballots !== 'paper') expect(issued).toBe(new Set([...here, ...acted]).size);
      }),
    );
  });
});

describe('The seal', () => {
  const sheet = {
    id: 1,
    round: 1,
    title: '评议',
    heldOn: '2026-03-20',
    objects: 'proposals',
    ballots: 'paper',
  } as const;
  const numbers = { eligible: [1, 2, 3], present: [1, 2], issued: 2, collected: 2 };
  const item = {
    id: 1,
    evaluationId: 1,
    proposalId: 7,
    unitId: null,
    place: 1,
    dimensions: null,
    collected: 2,
  };
  const rest = { spoiled: 0, grade: 'satisfied', passed: true } as const;

  it('is another for every other count', () => {
    const sealed = (each: Counts) => {
      const items = [{ ...item, ...rest, ...each }];
      return sealOf(sealedText(countSheetOf({ ...sheet, dimensions: [] }, numbers, items)));
    };
    expect(sealed(of(2, 0, 0))).toMatch(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        expect(sealed(one) === sealed(other)).toBe(CHOICES.every((choice) => one[choice] === other[choice]));
      }),
    );
  });
});
