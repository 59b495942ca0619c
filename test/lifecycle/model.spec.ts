import fc from 'fast-check';
import { ASSIGNMENT_STAGES, PROPOSAL_STAGES, type ProposalStage } from '../../src/lifecycle/facts';
import { assignment } from '../../src/lifecycle/assignment';
import { proposal } from '../../src/lifecycle/proposal';
import { type Step, steps, take } from './model/chance';
import { lead } from './model/homeward';
import { faultsIn } from './model/invariants';
import { newWorld } from './model/play';
import type { World } from './model/world';

const RUNS = { numRuns: Number(process.env.RUNS ?? 100) };

/** Ends that nothing leads out of; a merged case may be taken out again. */
const ENDS = ['archived', 'notFiled', 'withdrawn'];

/** A life begins as a draft, or somewhere on the straight way, so that chance comes deep enough. */
interface Life {
  readonly from: ProposalStage;
  readonly steps: readonly Step[];
}

const starts = fc.constantFrom<ProposalStage>(
  'draft',
  'submitted',
  'filed',
  'handling',
  'handling',
  'replied',
  'concluded',
);
const lives: fc.Arbitrary<Life> = fc.record({ from: starts, steps });

type Watcher = (world: World, done: string | null, before: readonly string[]) => void;

function live({ from, steps: taken }: Life, watch: Watcher = () => undefined): World {
  const world = newWorld();
  for (const one of world.cases) lead(world, one, from, 10);
  for (const step of taken) {
    const before = world.cases.map(({ stage }) => stage);
    watch(world, take(world, step), before);
  }
  return world;
}

it('no sequence of actions reaches an impossible state', () => {
  fc.assert(
    fc.property(lives, (life) => {
      live(life, (world, done) => expect([done, faultsIn(world)]).toEqual([done, []]));
    }),
    RUNS,
  );
});

it('what has ended stays ended', () => {
  fc.assert(
    fc.property(lives, (life) => {
      live(life, (world, done, before) =>
        before.forEach((stage, place) => {
          const now = world.cases[place].stage;
          if (ENDS.includes(stage)) expect(now).toBe(stage);
          if (stage === 'merged' && now !== 'merged') expect([done, now]).toEqual(['unmerge', 'filed']);
        }),
      );
    }),
    RUNS,
  );
});

it('what is refused changes nothing', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const world = live({ ...life, steps: [] });
      for (const step of life.steps) {
        const before = structuredClone(world);
        if (take(world, step) === null) expect(world).toEqual(before);
      }
    }),
    { numRuns: 30 },
  );
});

it('whatever has happened, every case can still be brought to its end', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const world = live(life);
      for (const one of world.cases) expect(lead(world, one, 'archived')).toBe(true);
      expect(faultsIn(world)).toEqual([]);
    }),
    RUNS,
  );
});

it('gets around: random lives come through every stage and every action', () => {
  const [stages, actions] = [new Set<string>(), new Set(['draft'])];
  for (const life of fc.sample(lives, { numRuns: 300, seed: 2026 })) {
    const { done } = live(life, ({ cases }) => {
      for (const one of cases) [one, ...one.tasks].forEach(({ stage }) => stages.add(stage));
    });
    done.forEach((action) => actions.add(action));
  }
  expect([...PROPOSAL_STAGES, ...ASSIGNMENT_STAGES].filter((stage) => !stages.has(stage))).toEqual([]);
  const all = [...Object.keys(proposal.actions), ...Object.keys(assignment.actions)];
  expect(all.filter((action) => !actions.has(action))).toEqual([]);
});
