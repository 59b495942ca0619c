import fc from 'fast-check';
import { eachDatabase, type RunningApp } from '../support/harness';
import { send } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import * as paper from '../support/steps/papers';
import { aWorld, type World } from '../support/world';

const SEATS = 6;
const CHOICES: steps.Mark[] = ['satisfied', 'basicallySatisfied', 'dissatisfied', 'abstained'];

type Mark = steps.Mark | 'spoiled';
type Step = { seat: number; what: 'come' | 'leave' | 'vote' | 'take' | 'giveBack'; choice: Mark };
const steps_: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    seat: fc.nat({ max: SEATS - 1 }),
    what: fc.constantFrom('come', 'leave', 'vote', 'vote', 'vote', 'take', 'take', 'giveBack'),
    choice: fc.constantFrom(...CHOICES, 'spoiled'),
  }),
  { minLength: 8, maxLength: 30 },
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

  /** What a clerk with a pencil would have written down. */
  const notes = () => ({
    present: new Set([0, 1, 2, 3]),
    ballots: new Map<number, steps.Mark>(),
    papers: new Map<number, Mark>(),
  });
  type Notes = ReturnType<typeof notes>;

  const post = (id: number, verb: string, given: object, by = world.by.clerk) =>
    send(app, by, 'POST', `/api/evaluations/${id}/${verb}`, given);

  async function take(id: number, { present, ballots, papers }: Notes, { seat, what, choice }: Step) {
    const { memberId } = seats[seat];
    const free = present.has(seat) && !ballots.has(seat) && !papers.has(seat);
    const expecting = (allowed: boolean) => (allowed ? 201 : 409);
    const memberIds = [memberId];
    if (what === 'vote') {
      const mark = choice === 'spoiled' ? 'abstained' : choice;
      expect((await steps.vote(app, seats[seat], id, [mark])).status).toBe(expecting(free));
      if (free) ballots.set(seat, mark);
    } else if (what === 'take') {
      expect((await post(id, 'hand-out-paper', { memberIds })).status).toBe(expecting(free));
      if (free) papers.set(seat, choice);
    } else if (what === 'giveBack') {
      expect((await post(id, 'take-back-paper', { memberIds })).status).toBe(expecting(papers.has(seat)));
      papers.delete(seat);
    } else {
      const given = what === 'come' ? { present: memberIds } : { absent: memberIds };
      expect((await post(id, 'mark-presence', given)).status).toBe(201);
      if (what === 'come') present.add(seat);
      else present.delete(seat);
    }
  }

  const tookPart = ({ present, ballots, papers }: Notes) =>
    new Set([...present, ...ballots.keys(), ...papers.keys()]);

  /** What both tellers find in the box of papers. */
  function countOf({ papers }: Notes): paper.Count {
    const of = (mark: Mark) => [...papers.values()].filter((each) => each === mark).length;
    const [satisfied, basically, dissatisfied, abstained] = CHOICES.map(of);
    const found = paper.marks(satisfied, basically, dissatisfied, abstained);
    return paper.aCount(papers.size, found, of('spoiled'));
  }

  /** Whether it came to a result. */
  async function finish(id: number, written: Notes): Promise<boolean> {
    const { ballots, papers } = written;
    const tooFew = papers.size > 0 && ballots.size > 0 && Math.min(papers.size, ballots.size) < 3;
    const { status } = await post(id, 'shut-box', {}, world.by.teller);
    expect(status).toBe(tooFew ? 409 : 201);
    if (!tooFew) {
      const [itemId] = await paper.itemIdsOf(app, id);
      await paper.count(app, world, id, itemId, countOf(written));
    }
    const quorate = tookPart(written).size * 2 > SEATS;
    const closed = await post(id, 'close', { phrases: steps.phrasesOf(world) }, world.by.teller);
    expect(closed.status).toBe(quorate && !tooFew ? 201 : 409);
    if (closed.status === 201) return true;
    expect((await post(id, 'break-off', { reason: '重新投票。' }, world.by.teller)).status).toBe(201);
    return false;
  }

  it('issued is never less than collected, collected is valid and spoiled, and every vote has its receipt', async () => {
    const round = async (sequence: Step[]) => {
      const proposalIds = [await steps.aKeyCase(app, world)];
      const present = seats.slice(0, 4);
      const id = await paper.anOpenMeeting(app, world, { ballots: 'both', proposalIds, present });
      const written = notes();
      for (const step of sequence) await take(id, written, step);
      const { ballots, papers } = written;
      expect(await steps.sheetOf(app, world.by.clerk, id)).toMatchObject({
        ...{ present: written.present.size, issued: tookPart(written).size },
        ...{ receipts: ballots.size, papers: papers.size },
      });
      if (!(await finish(id, written))) return;
      const { issued, collected, items } = await steps.sheetOf(app, world.by.clerk, id);
      const [{ counts, spoiled }] = items;
      const all = [...ballots.values(), ...papers.values()];
      const of = (mark: Mark) => all.filter((each) => each === mark).length;
      expect(CHOICES.map((choice) => counts?.[choice])).toEqual(CHOICES.map(of));
      expect({ collected, spoiled }).toEqual({ collected: all.length, spoiled: of('spoiled') });
      expect(issued).toBeGreaterThanOrEqual(collected);
      expect(CHOICES.reduce((sum, choice) => sum + (counts?.[choice] ?? 0), spoiled ?? 0)).toBe(collected);
      expect(collected).toBe(ballots.size + papers.size);
    };
    await fc.assert(fc.asyncProperty(steps_, round), { numRuns: 6, endOnFailure: true });
  });
});
