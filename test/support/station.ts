import type { RunningApp } from './harness';
import type { Person } from './people';
import { owedBy, readCase, timelineOf } from './reading';
import type { World } from './world';

/** Where a case has come to. */
export interface Station {
  stage: string;
  /** What was done last, the newest first. */
  last: string | string[];
  /** Who owes what: all of it, and nothing else. */
  owes: (readonly [Person, string])[];
}

/**
 * Fails unless the case stands there, whoever owes a step finds it among what they have to do, nobody owes anything
 * else, and its history tells of every change of its row.
 */
export async function standsAt(
  { app, world }: { app: RunningApp; world: World },
  id: number,
  { stage, last, owes }: Station,
): Promise<void> {
  const seen = await readCase(app, world.by.auditor, id);
  const timeline = await timelineOf(app, world.by.auditor, id);
  const newest = timeline.map(({ action }) => action).slice(0, [last].flat().length);
  expect([seen.stage, ...newest]).toEqual([stage, ...[last].flat()]);
  // Every action raises the version by one and leaves one entry behind.
  const own = timeline.filter(({ subject }) => subject === 'proposal');
  expect([seen.version, own[0].stage]).toEqual([own.length, stage]);
  for (const [by, clock] of owes)
    expect([by.name, await owedBy(app, by, id)]).toEqual([by.name, expect.arrayContaining([clock])]);
  const debts = seen.clocks.filter(
    (row: { debt: boolean; state: string }) => row.debt && row.state === 'running',
  );
  const names = debts.map(({ clock }: { clock: string }) => clock);
  expect(names.sort()).toEqual(owes.map(([, clock]) => clock).sort());
}
