import fc from 'fast-check';
import { decide } from '../../src/lifecycle/decide';
import { evaluation } from '../../src/lifecycle/evaluation';
import type { EvaluationFacts } from '../../src/lifecycle/facts';
import { factsFor } from '../lifecycle/arbitraries';

const NOW = { at: '2026-03-20T01:00:00.000Z', day: '2026-03-20' };
const facts = factsFor.evaluation as fc.Arbitrary<EvaluationFacts>;
const id = fc.nat({ max: 5 });
const clerk = { accountId: 8, name: '经办', hats: [{ hat: 'committee', scopeId: null }] };
const teller = { accountId: 9, name: '监票', hats: [{ hat: 'teller', scopeId: null }] };
const seat = (memberId: number) => ({
  ...{ accountId: 7, name: '常委' },
  hats: [{ hat: 'standingCommittee', scopeId: memberId }],
});

const allows = (action: string, known: EvaluationFacts, by: Parameters<typeof decide>[3], intent = {}) =>
  decide(evaluation, action, known, by, NOW, intent).rule !== undefined;
const RUNS = { numRuns: 2000 };

describe('The rules of a vote', () => {
  it('give nobody a second ballot, of either kind, nor any once voting is over', () => {
    fc.assert(
      fc.property(facts, id, (known, voter) => {
        const free =
          known.stage === 'opened' &&
          !known.shut &&
          known.present.includes(voter) &&
          !known.voted.includes(voter) &&
          !known.papers.includes(voter);
        const votes = allows('vote', known, seat(voter), { voter });
        const takes = allows('handOutPaper', known, clerk, { voter });
        expect(votes).toBe(free && known.ballots !== 'paper' && known.eligible.includes(voter));
        expect(takes).toBe(free && known.ballots !== 'electronic');
        const givesBack = allows('takeBackPaper', known, clerk, { voter });
        if (givesBack) expect([known.papers.includes(voter), known.shut]).toEqual([true, false]);
      }),
      RUNS,
    );
  });

  it('let papers be counted when nobody votes any more, by each teller once, and not after both agreed', () => {
    fc.assert(
      fc.property(facts, id, (known, itemId) => {
        const count = { itemId, teller: teller.accountId };
        if (!allows('enterCount', known, teller, { count })) return;
        expect([known.stage, known.shut]).toEqual(['opened', true]);
        const state = known.paperCounts.find((each) => each.itemId === itemId);
        expect(state?.agreed ?? false).toBe(false);
        expect(state?.enteredBy ?? []).not.toContain(teller.accountId);
        expect(allows('vote', known, seat(0), { voter: 0 })).toBe(false);
      }),
      RUNS,
    );
  });

  it('open the boxes only on a quorum, counting who left after voting, and on counts that agree', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const part = new Set([...known.present, ...known.voted, ...known.papers]).size;
        const quorate = part * 100 > known.eligible.length * known.quorumAbovePercent;
        const closes = allows('close', known, teller);
        if (closes) expect([known.stage, quorate]).toEqual(['opened', true]);
        if (closes && known.papers.length > 0)
          expect(known.paperCounts.every(({ agreed }) => agreed)).toBe(true);
      }),
      RUNS,
    );
  });

  it('leave a way out of every round, and none back into one that is over', () => {
    fc.assert(
      fc.property(facts, (known) => {
        if (known.stage === 'opened') expect(allows('breakOff', known, teller)).toBe(true);
        if (known.stage === 'closed')
          expect(allows('announce', known, clerk) !== allows('voidRound', known, clerk)).toBe(true);
        if (['announced', 'cancelled'].includes(known.stage))
          for (const action of Object.keys(evaluation.actions))
            for (const by of [clerk, teller, seat(1)])
              expect(allows(action, known, by, { voter: 1 })).toBe(false);
      }),
      RUNS,
    );
  });

  it('shut a box of both kinds only where neither is so small that it tells who voted what', () => {
    fc.assert(
      fc.property(facts, (known) => {
        if (!allows('shutBox', known, teller)) return;
        const [voted, papers] = [known.voted.length, known.papers.length];
        expect(voted === 0 || papers === 0 || Math.min(voted, papers) >= known.leastPerKind).toBe(true);
      }),
      RUNS,
    );
  });
});
