import { setTimeout as pause } from 'node:timers/promises';
import { Lane, type Pace } from './lane';

/** Each name has a lane of its own: a mail server that does not answer must not hold up the inboxes. */
export class Lanes {
  private readonly lanes = new Map<string, Lane>();

  constructor(
    private readonly run: (name: string, id: number | null) => Promise<void>,
    private readonly pace: Pace,
  ) {}

  nudge(name: string, id: number | null): void {
    let lane = this.lanes.get(name);
    if (!lane) this.lanes.set(name, (lane = new Lane((each) => this.run(name, each), this.pace)));
    lane.nudge(id);
  }

  /** Takes no new work and waits for what is being done, but not longer than `graceMs`. */
  async close(graceMs: number): Promise<void> {
    const closed = [...this.lanes.values()].map((lane) => lane.close());
    await Promise.race([Promise.all(closed), pause(graceMs, undefined, { ref: false })]);
  }
}
