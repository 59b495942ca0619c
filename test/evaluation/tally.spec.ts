import fc from 'fast-check';
import { loadHandlingRules } from '../../config/handling-rules';
import { decide } from '../../src/lifecycle/decide';
import { evaluation } from '../../src/lifecycle/evaluation';
import type { EvaluationFacts } from '../../src/lifecycle/facts';
import {
  type Choice,
  CHOICES,
  decode,
  encode,
  openPaper,
  sealPaper,
} from '../../src/evaluation/ballot-paper';
import { newKeyPair } from '../../src/evaluation/sealed-box';
import { type Counts, gradeOf, passes, ratedIn, tally, validIn } from '../../src/evaluation/tally';

const { evaluation: thresholds } = loadHandlingRules();
const NOW = { at: '2026-03-20T01:00:00.000Z', day: '2026-03-20' };
const choice: fc.Arbitrary<Choice> = fc.constantFrom(...CHOICES);
/** Some ballots, each with one mark for each of the items. */
const box = fc
  .nat({ max: 20 })
  .chain((items) =>
    fc.tuple(
      fc.constant(items),
      fc.array(fc.array(choice, { minLength: items, maxLength: items }), { maxLength: 60 }),
    ),
  );
const counts = (
  satisfied: number,
  basicallySatisfied: number,
  dissatisfied: number,
  abstained = 0,
): Counts => ({
  ...{ satisfied, basicallySatisfied, dissatisfied, abstained },
});
const someCounts = fc
  .tuple(...Array<fc.Arbitrary<number>>(4).fill(fc.nat({ max: 100 })))
  .map((four) => counts(four[0], four[1], four[2], four[3]));

describe('The tally', () => {
  it('adds up for every item: all options to what was collected, the valid votes to no more', () => {
    fc.assert(
      fc.property(box, ([items, ballots]) => {
        const all = tally(ballots, items);
        expect(all).toHaveLength(items);
        for (const each of all) {
          expect(CHOICES.reduce((sum, option) => sum + each[option], 0)).toBe(ballots.length);
          expect(validIn(each)).toBe(ballots.length);
          expect(ratedIn(each) + each.abstained).toBe(ballots.length);
        }
      }),
    );
  });

  it('does not depend on the order of the ballots', () => {
    fc.assert(
      fc.property(box, ([items, ballots]) => {
        expect(tally([...ballots].reverse(), items)).toEqual(tally(ballots, items));
      }),
    );
  });
});

describe('The grade', () => {
  it.each([
    ['everybody satisfied', counts(9, 0, 0), 'satisfied'],
    ['exactly seventy percent', counts(7, 0, 3), 'satisfied'],
    ['one short of seventy percent', counts(69, 0, 31), 'basicallySatisfied'],
    ['sixty percent, basically', counts(0, 6, 4), 'basicallySatisfied'],
    ['one short of sixty percent', counts(30, 29, 41), 'dissatisfied'],
    ['a tie', counts(5, 0, 5), 'dissatisfied'],
    ['one vote among abstentions', counts(1, 0, 0, 50), 'satisfied'],
    ['nobody for anything', counts(0, 0, 0, 9), null],
    ['an empty box', counts(0, 0, 0), null],
  ])('of %s follows the thresholds', (_, each, grade) => {
    expect(gradeOf(each, thresholds)).toBe(grade);
  });

  it('passes from the pass mark upwards', () => {
    expect(
      (['satisfied', 'basicallySatisfied', 'dissatisfied'] as const).map((grade) =>
        passes(grade, thresholds),
      ),
    ).toEqual([true, true, false]);
  });

  it('never gets worse when somebody is more satisfied', () => {
    const order = ['dissatisfied', 'basicallySatisfied', 'satisfied'];
    fc.assert(
      fc.property(someCounts, (each) => {
        fc.pre(each.dissatisfied > 0);
        const better = { ...each, dissatisfied: each.dissatisfied - 1, satisfied: each.satisfied + 1 };
        const [before, after] = [each, better].map((one) => order.indexOf(gradeOf(one, thresholds) ?? ''));
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('is not changed by abstentions', () => {
    fc.assert(
      fc.property(someCounts, fc.nat({ max: 100 }), (each, abstained) => {
        expect(gradeOf({ ...each, abstained }, thresholds)).toBe(gradeOf(each, thresholds));
      }),
    );
  });
});

describe('A round', () => {
  const clerk = { accountId: 1, name: '经办', hats: [{ hat: 'committee', scopeId: null }] };
  const facts = (issued: number, collected: number): EvaluationFacts => ({
    ...{ stage: 'closed', items: 1, eligible: [], present: [], voted: [], locks: [] },
    quorumAbovePercent: thresholds.quorumAbovePercent,
    ...{ ballots: 'electronic', papers: [], shut: false, paperCounts: [], leastPerKind: 3 },
    ...{ issued, collected },
  });
  const allows = (action: string, of: EvaluationFacts) => !!decide(evaluation, action, of, clerk, NOW).rule;

  it('is either announced or void: void exactly when more was collected than issued', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (issued, collected) => {
        expect(allows('voidRound', facts(issued, collected))).toBe(collected > issued);
        expect(allows('announce', facts(issued, collected))).toBe(collected <= issued);
      }),
    );
  });

  it('opens when more than half of those due are there, and not before', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (due, there) => {
        fc.pre(there <= due);
        const eligible = Array.from({ length: due }, (_, at) => at + 1);
        const ready = { ...facts(0, 0), stage: 'planned' as const, eligible, locks: [1, 2] };
        expect(allows('open', { ...ready, present: eligible.slice(0, there) })).toBe(there > due / 2);
      }),
    );
  });
});

describe('A ballot paper', () => {
  it('comes back as it was marked, and is as long as any other', () => {
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 100 }), (marks) => {
        expect(decode(encode(marks), marks.length)).toEqual(marks);
        expect(encode(marks)).toHaveLength(Math.max(1, Math.ceil(marks.length / 32)) * 32);
      }),
    );
  });

  it('that nobody can have marked is none', () => {
    const paper = encode(['satisfied']);
    for (const [at, mark] of [
      [0, 4],
      [0, 255],
      [1, 1],
      [31, 1],
    ])
      expect(() => decode(Buffer.from(paper).fill(mark, at, at + 1), 1)).toThrow();
    expect(() => decode(Buffer.alloc(0), 1)).toThrow();
  });

  it('opens with both keys, in order, in its own box, and in no other way', () => {
    const pairs = [newKeyPair(), newKeyPair()];
    const [publicKeys, keys] = [pairs.map((pair) => pair.publicKey), pairs.map((pair) => pair.privateKey)];
    const paper = encode(['satisfied', 'dissatisfied']);
    const sealed = sealPaper(paper, publicKeys, 'box 1');
    expect(openPaper(sealed, keys, 'box 1')).toEqual(paper);
    for (const wrong of [[keys[0]], [keys[1]], [keys[1], keys[0]], [keys[0], keys[0]], [keys[1], keys[1]]])
      expect(() => decode(openPaper(sealed, wrong, 'box 1'), 2)).toThrow();
    expect(() => openPaper(sealed, keys, 'box 2')).toThrow();
    const bytes = Buffer.from(sealed, 'base64');
    for (const at of [0, 50, 100, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] ^= 1;
      expect(() => openPaper(changed.toString('base64'), keys, 'box 1')).toThrow();
    }
    expect(sealPaper(paper, publicKeys, 'box 1')).not.toBe(sealed);
    expect(sealPaper(encode(['abstained', 'abstained']), publicKeys, 'box 1')).toHaveLength(sealed.length);
  });
});
