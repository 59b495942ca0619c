import fc from 'fast-check';
import { ASSIGNMENT_STAGES, PROPOSAL_STAGES, type ProposalStage } from '../../src/lifecycle/facts';
import { assignment } from '../../src/lifecycle/assignment';
import { proposal } from '../../src/lifecycle/proposal';
import { type Step, steps, take } from './model/chance';
import { lead, merge } from './model/homeward';
import { faultsIn } from './model/invariants';
import { newWorld } from './model/play';
import type { World } from './model/world';

const RUNS = { numRuns: Number(process.env.RUNS ?? 80) };

/** Ends that nothing leads out of; a merged case may be taken out again. */
const ENDS = ['archived', 'notFiled', 'withdrawn'];

/** A life begins as a draft, or somewhere on the straight way, so that chance comes deep enough. */
interface Life {
  readonly from: Beginning;
  readonly luck: number;
  readonly steps: readonly Step[];
}

type Beginning = ProposalStage | 'two in one';
const BEGINNINGS: Beginning[] = [
  ...(['draft', 'submitted', 'filed', 'two in one', 'two in one'] as const),
  ...(['handling', 'handling', 'replied', 'concluded'] as const),
];

const lives: fc.Arbitrary<Life> = fc.record({
  from: fc.constantFrom(...BEGINNINGS),
  luck: fc.nat({ max: 89 }),
  steps,
});

type Watcher = (world: World, done: string | null, before: readonly string[]) => void;

function live({ from, luck, steps: taken }: Life, watch: Watcher = () => undefined): World {
  const world = newWorld();
  if (from === 'two in one') merge(world, luck);
  else for (const one of world.cases) lead(world, one, from, luck + one.id);
  for (const step of taken) {
    const before = world.cases.map(({ stage }) => stage);
    watch(world, take(world, step), before);
  }
  return world;
}

it('no sequence of actions reaches an impossible state, and what has ended stays ended', () => {
  fc.assert(
    fc.property(lives, (life) => {
      live(life, (world, done, before) => {
        expect([done, faultsIn(world)]).toEqual([done, []]);
        world.cases.forEach(({ stage }, place) => {
          if (ENDS.includes(before[place])) expect([done, stage]).toEqual([done, before[place]]);
          if (before[place] === 'merged' && stage !== 'merged')
            expect([done, stage]).toEqual(['unmerge', 'filed']);
        });
      });
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
      for (const one of world.cases) expect(lead(world, one, 'archived', life.luck)).toBe(true);
      expect(faultsIn(world)).toEqual([]);
    }),
    RUNS,
  );
});

it('gets around: random lives come through every stage and every action', () => {
  const left = new Set<string>([
    ...[...PROPOSAL_STAGES, ...ASSIGNMENT_STAGES],
    ...[...Object.keys(proposal.actions), ...Object.keys(assignment.actions)],
  ]);
  // Only a change of the calendar does this, and nobody's calendar changes here.
  left.delete('recount');
  for (let seed = 1; left.size > 0 && seed <= 16; seed += 1) {
    for (const life of fc.sample(lives, { numRuns: 25, seed })) {
      const { done } = live(life, ({ cases }) => {
        for (const one of cases) [one, ...one.tasks].forEach(({ stage }) => left.delete(stage));
      });
      done.forEach((action) => left.delete(action));
    }
  }
  expect([...left]).toEqual([]);
});
