import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { JobRegister } from './job-register';
import { JobRuns } from './job-runs';
import { Jobs } from './jobs';
import { Lanes } from './lanes';

/** Work that has not ended by then is done anew after the next start, as after a crash. */
export const GRACE_MS = 5000;

// The answer to whoever asked goes out first; what many people do in the same moment is worked off in one go.
const PACE = { firstMs: 10, restMs: 50 };

/** Works in the process that serves, without anything beside the database. */
@Injectable()
export class InProcessJobs extends Jobs implements BeforeApplicationShutdown {
  private readonly lanes: Lanes;
  private readonly timers: NodeJS.Timeout[] = [];
  private started = false;

  constructor(
    private readonly register: JobRegister,
    runs: JobRuns,
  ) {
    super();
    this.lanes = new Lanes((name, id) => runs.run(name, id), PACE);
  }

  nudge(name: string, id?: number): void {
    if (this.started) this.lanes.nudge(name, id ?? null);
  }

  start(): void {
    this.started = true;
    for (const [name, { everyMs }] of this.register.all()) {
      this.nudge(name); // what the last process has left behind
      this.timers.push(setInterval(() => this.nudge(name), everyMs).unref());
    }
  }

  trouble(): undefined {}

  async depth(): Promise<undefined> {}

  async beforeApplicationShutdown(): Promise<void> {
    this.started = false;
    this.timers.forEach(clearInterval);
    await this.lanes.close(GRACE_MS);
  }
}
