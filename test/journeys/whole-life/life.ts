import { type Open, type RunningApp } from '../../support/harness';
import type { Person } from '../../support/people';
import { codesOf } from '../../support/problems';
import { readCase, statusOf } from '../../support/reading';
import { send } from '../../support/requests';
import { type Station, standsAt } from '../../support/station';
import type { Begun } from '../../support/steps/assignment';
import { aWorld, type World } from '../../support/world';

/** One proposal on its way, carried from chapter to chapter. */
export class Life {
  app!: RunningApp;
  world!: World;
  id!: number;
  lead!: Begun;
  co!: Begun;
  added!: Begun;
  promiseId!: number;
  noticeId!: number;

  async begin(open: Open): Promise<void> {
    this.app = await open();
    this.world = await aWorld(this.app);
  }

  get by(): World['by'] {
    return this.world.by;
  }

  on(day: string): void {
    this.app.clock.set(`${day}T01:00:00.000Z`);
  }

  /** `last`: what was done last, the newest first; then who owes what. */
  stands(stage: string, last: Station['last'], ...owes: Station['owes']): Promise<void> {
    return standsAt(this, this.id, { stage, last, owes });
  }

  async isHiddenFrom(...readers: Person[]): Promise<void> {
    for (const by of readers)
      expect([by.name, await statusOf(this.app, by, this.id)]).toEqual([by.name, 404]);
  }

  read(by: Person) {
    return readCase(this.app, by, this.id);
  }

  /** An assignment as one reader sees it. */
  async task(by: Person, begun: Begun) {
    const { assignments } = await this.read(by);
    return assignments.find(({ id }: { id: number }) => id === begun.id);
  }

  /** The status and why something was refused. */
  async refusal(by: Person, path: string, payload: object = {}): Promise<[number, string[]]> {
    return codesOf(await send(this.app, by, 'POST', `/api/${path}`, payload));
  }
}
