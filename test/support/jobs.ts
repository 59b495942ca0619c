import { JobRegister } from '../../src/platform/queue/job-register';
import { Jobs } from '../../src/platform/queue/jobs';
import type { RunningApp } from './harness';

/** A job that only remembers what it was run with; fails as often as it is told to, and takes as long. */
export class Probe {
  readonly runs: (number | null)[] = [];
  ended = 0;
  failures = 0;
  takesMs = 0;

  constructor(
    private readonly app: RunningApp,
    readonly name = 'probe',
    everyMs = 3_600_000,
  ) {
    app.get(JobRegister).handle(name, { run: (id) => this.run(id), everyMs });
  }

  nudge(id?: number): void {
    this.app.get(Jobs).nudge(this.name, id);
  }

  private async run(id: number | null): Promise<void> {
    this.runs.push(id);
    await new Promise((resolve) => setTimeout(resolve, this.takesMs));
    if (this.failures-- > 0) throw new Error('told to fail');
    this.ended++;
  }
}

/** Waits until something is so, and fails when it does not come about in time. */
export async function until(what: () => unknown, withinMs = 10_000): Promise<void> {
  for (let waited = 0; waited < withinMs; waited += 25) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Not so within ${withinMs} ms: ${what}`);
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
