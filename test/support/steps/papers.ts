import type { RunningApp } from '../harness';
import type { Person } from '../people';
import { type Answer, type App, type Done, must, send } from '../requests';
import type { World } from '../world';
import * as meeting from './evaluation';

export interface Marks {
  dimension?: string;
  satisfied: number;
  basicallySatisfied: number;
  dissatisfied: number;
  abstained: number;
}

/** What a teller has counted of the papers for one item. */
export interface Count {
  issued: number;
  collected: number;
  spoiled: number;
  marks: Marks[];
}

export interface Entered extends Done {
  attempt: number;
  agreed: boolean;
  differing: string[];
}

export const marks = (satisfied: number, basicallySatisfied = 0, dissatisfied = 0, abstained = 0): Marks => ({
  ...{ satisfied, basicallySatisfied, dissatisfied, abstained },
});

/** A count in which everything adds up. */
export function aCount(issued: number, each: Marks, spoiled = 0): Count {
  const { satisfied, basicallySatisfied, dissatisfied, abstained } = each;
  const collected = satisfied + basicallySatisfied + dissatisfied + abstained + spoiled;
  return { issued, collected, spoiled, marks: [each] };
}

const about = (id: number, verb: string) => `/api/evaluations/${id}/${verb}`;
const members = (seats: meeting.Seat[]) => ({ memberIds: seats.map(({ memberId }) => memberId) });

export const handOut = (app: App, world: World, id: number, seats: meeting.Seat[]): Promise<Done> =>
  must(app, world.by.clerk, 'POST', about(id, 'hand-out-paper'), members(seats));

export const takeBack = (app: App, world: World, id: number, seats: meeting.Seat[]): Promise<Done> =>
  must(app, world.by.clerk, 'POST', about(id, 'take-back-paper'), members(seats));

export const shutBox = (app: App, world: World, id: number): Promise<Done> =>
  must(app, world.by.teller, 'POST', about(id, 'shut-box'), {});

export function enter(
  app: App,
  by: Person,
  id: number,
  itemId: number,
  count: object,
): Promise<Answer<Entered & { reasons?: { code: string }[]; errors?: { field: string; code: string }[] }>> {
  return send(app, by, 'POST', about(id, 'enter-count'), { itemId, ...count });
}

/** Both tellers count the same. */
export async function count(app: App, world: World, id: number, itemId: number, given: Count): Promise<void> {
  for (const by of meeting.tellersOf(world))
    await must(app, by, 'POST', about(id, 'enter-count'), { itemId, ...given });
}

export const closePapers = (app: App, world: World, id: number): Promise<Done> =>
  must(app, world.by.teller, 'POST', about(id, 'close'), { phrases: [] });

/** A meeting whose voting is open, by the ballots said. */
export async function anOpenMeeting(
  app: App,
  world: World,
  { present, ballots, ...agenda }: Agenda & { present: meeting.Seat[]; ballots: 'paper' | 'both' },
): Promise<number> {
  const objects = 'unitIds' in agenda ? 'units' : 'proposals';
  const { id } = await meeting.plan(app, world, { ballots, objects });
  await must(app, world.by.clerk, 'PUT', about(id, 'agenda'), agenda);
  await meeting.markPresent(app, world, id, present);
  if (ballots === 'both') await meeting.lockBox(app, world, id);
  await meeting.openBox(app, world, id);
  return id;
}

type Agenda = { proposalIds: number[] } | { unitIds: number[] };

/** Numbers of the items in the order of the agenda. */
export async function itemIdsOf(app: RunningApp, id: number): Promise<number[]> {
  const sql = 'SELECT "id" FROM "evaluationItem" WHERE "evaluationId" = ? ORDER BY "place"';
  return (await app.database.rows<{ id: number }>(sql, [id])).map((row) => row.id);
}
