import fc from 'fast-check';
import { actionsOpenTo, decide } from '../../src/lifecycle/decide';
import { isRefusalCode } from '../../src/lifecycle/words/refusals';
import { actors, factsFor, intents, moments } from './arbitraries';
import { machines } from './tables';

const RUNS = { numRuns: 300 };
const STRANGE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'Submit', 'submit '];

describe.each(machines.map((machine) => [machine.name, machine] as const))(
  'deciding on %s',
  (name, machine) => {
    const actions = Object.keys(machine.actions);
    const action = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...actions) },
      fc.constantFrom(...STRANGE),
      fc.string(),
    );
    const facts = factsFor[name];

    it('never throws, and gives either the row or known reasons', () => {
      fc.assert(
        fc.property(
          action,
          fc.option(facts),
          actors,
          moments,
          intents,
          (asked, known, actor, now, intent) => {
            const { rule, refusals } = decide(machine, asked, known, actor, now, intent);
            if (rule) return expect(rule).toBe(machine.actions[asked]);
            expect(refusals.length).toBeGreaterThan(0);
            expect(refusals.filter((code) => !isRefusalCode(code))).toEqual([]);
          },
        ),
        RUNS,
      );
    });

    it('says nothing but that it is not theirs to somebody whose it is not', () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...actions),
          facts,
          actors,
          moments,
          intents,
          (asked, known, actor, now, intent) => {
            const theirs = machine.actions[asked].by.some((who) => who.holds(actor, known, intent));
            const { refusals = [] } = decide(machine, asked, known, actor, now, intent);
            if (theirs) expect(refusals).not.toContain('notYours');
            else expect(refusals).toEqual(['notYours']);
          },
        ),
        RUNS,
      );
    });

    it('allows nothing from a stage the row does not name', () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...actions),
          facts,
          actors,
          moments,
          intents,
          (asked, known, actor, now, intent) => {
            const { rule } = decide(machine, asked, known, actor, now, intent);
            if (rule) expect(rule.from).toContain(known.stage);
          },
        ),
        RUNS,
      );
    });

    it('opens to an actor exactly what it would decide, but for what an intent has to settle', () => {
      fc.assert(
        fc.property(facts, actors, moments, (known, actor, now) => {
          const open = new Map(
            actionsOpenTo(machine, known, actor, now).map((each) => [each.action, each.refusals]),
          );
          for (const asked of actions) {
            const { refusals = [] } = decide(machine, asked, known, actor, now);
            const ofIntent = (machine.actions[asked].needs ?? [])
              .filter((need) => need.ofIntent)
              .map(({ code }) => code);
            const closed = refusals.some((code) => code === 'notYours' || code === 'wrongStage');
            const expected = closed ? undefined : refusals.filter((code) => !ofIntent.includes(code));
            expect([asked, open.get(asked)]).toEqual([asked, expected]);
          }
        }),
        RUNS,
      );
    });

    it('changes nothing it is given', () => {
      fc.assert(
        fc.property(action, facts, actors, moments, intents, (asked, known, actor, now, intent) => {
          const before = structuredClone([known, actor, now, intent]);
          decide(machine, asked, known, actor, now, intent);
          actionsOpenTo(machine, known, actor, now);
          expect([known, actor, now, intent]).toEqual(before);
        }),
        { numRuns: 100 },
      );
    });

    it.each(STRANGE)('knows no action “%s”', (strange) => {
      const nobody = { accountId: 1, name: '', hats: [] };
      const now = { at: '2026-01-20T04:00:00.000Z', day: '2026-01-20' };
      expect(decide(machine, strange, null, nobody, now)).toEqual({ refusals: ['unknownAction'] });
    });
  },
);

describe('acting for another', () => {
  const [proposal, , evaluation] = machines;

  it('a first sponsor rates for itself alone', () => {
    fc.assert(
      fc.property(
        factsFor.proposal,
        fc.nat({ max: 5 }),
        fc.nat({ max: 5 }),
        moments,
        (known, self, rater, now) => {
          const actor = { accountId: 1, name: '', hats: [{ hat: 'sponsor', scopeId: self }] };
          const { rule } = decide(proposal, 'rate', known, actor, now, { rater });
          if (rule) expect(rater).toBe(self);
        },
      ),
      RUNS,
    );
  });

  it('a sponsor asked to merge answers for itself alone', () => {
    fc.assert(
      fc.property(
        factsFor.proposal,
        fc.nat({ max: 5 }),
        fc.nat({ max: 5 }),
        moments,
        (known, self, asked, now) => {
          const actor = { accountId: 1, name: '', hats: [{ hat: 'sponsor', scopeId: self }] };
          const { rule } = decide(proposal, 'answerMerge', known, actor, now, { asked });
          if (rule) expect(asked).toBe(self);
        },
      ),
      RUNS,
    );
  });

  it('a voter votes for itself alone', () => {
    fc.assert(
      fc.property(
        factsFor.evaluation,
        fc.nat({ max: 5 }),
        fc.nat({ max: 5 }),
        moments,
        (known, self, voter, now) => {
          const actor = { accountId: 1, name: '', hats: [{ hat: 'standingCommittee', scopeId: self }] };
          const { rule } = decide(evaluation, 'vote', known, actor, now, { voter });
          if (rule) expect(voter).toBe(self);
        },
      ),
      RUNS,
    );
  });

  it('units never rate', () => {
    const unit = actors.map((actor) => ({
      ...actor,
      system: false,
      hats: actor.hats.filter(({ hat }) => hat === 'unitHandler' || hat === 'unitLeader'),
    }));
    fc.assert(
      fc.property(factsFor.proposal, unit, moments, intents, (known, actor, now, intent) => {
        expect(decide(proposal, 'rate', known, actor, now, intent).refusals).toEqual(['notYours']);
      }),
      RUNS,
    );
  });
});
