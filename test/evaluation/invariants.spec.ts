import fc from 'fast-check';
import { eachDatabase, type RunningApp } from '../support/harness';
import { send } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import { aWorld, type World } from '../support/world';

const SEATS = 6;
const CHOICES: steps.Mark[] = ['satisfied', 'basicallySatisfied', 'dissatisfied', 'abstained'];

type Step = { seat: number; what: 'come' | 'leave' | 'vote'; choice: steps.Mark };
const steps_: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    seat: fc.nat({ max: SEATS - 1 }),
    what: fc.constantFrom('come', 'leave', 'vote', 'vote'),
    choice: fc.constantFrom(...CHOICES),
  }),
  { minLength: 8, maxLength: 25 },
);

eachDatabase('Whatever happens while the box is open', (open) => {
  let app: RunningApp;
  let world: World;
  let seats: steps.Seat[];

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    seats = await steps.standingCommittee(app, world, SEATS);
  });

  /** What a clerk with paper and pencil would have written down. */
  const onPaper = () => ({ present: new Set([0, 1, 2, 3]), ballots: new Map<number, steps.Mark>() });

  async function take(id: number, paper: ReturnType<typeof onPaper>, { seat, what, choice }: Step) {
    const { memberId } = seats[seat];
    const url = `/api/evaluations/${id}/mark-presence`;
    const mark = (given: object) => send(app, world.by.clerk, 'POST', url, given);
    if (what === 'vote') {
      const allowed = paper.present.has(seat) && !paper.ballots.has(seat);
      expect((await steps.vote(app, seats[seat], id, [choice])).status).toBe(allowed ? 201 : 409);
      if (allowed) paper.ballots.set(seat, choice);
    } else if (what === 'come') {
      expect((await mark({ present: [memberId] })).status).toBe(201);
      paper.present.add(seat);
    } else {
      expect((await mark({ absent: [memberId] })).status).toBe(paper.ballots.has(seat) ? 422 : 201);
      if (!paper.ballots.has(seat)) paper.present.delete(seat);
    }
  }

  it('issued is never less than collected, nor collected less than valid, and every count is what was marked', async () => {
    const round = async (sequence: Step[]) => {
      const proposalIds = [await steps.aKeyCase(app, world)];
      const id = await steps.anOpenBox(app, world, { proposalIds, present: seats.slice(0, 4) });
      const paper = onPaper();
      for (const step of sequence) await take(id, paper, step);
      const { present, issued, receipts } = await steps.sheetOf(app, world.by.clerk, id);
      expect({ present, issued, receipts }).toEqual({
        ...{ present: paper.present.size, issued: paper.present.size, receipts: paper.ballots.size },
      });
      await steps.closeBox(app, world, id);
      const closed = await steps.sheetOf(app, world.by.clerk, id);
      const counts = closed.items[0].counts as Record<steps.Mark, number>;
      const marked = [...paper.ballots.values()];
      for (const choice of CHOICES)
        expect(counts[choice]).toBe(marked.filter((each) => each === choice).length);
      expect(closed.collected).toBe(marked.length);
      expect(closed.issued).toBeGreaterThanOrEqual(closed.collected);
      expect(closed.collected).toBeGreaterThanOrEqual(closed.collected - counts.abstained);
    };
    await fc.assert(fc.asyncProperty(steps_, round), { numRuns: 3, endOnFailure: true });
  });
});
