import type { Queue } from 'bullmq';
import type { Clock } from '../../clock/clock';
import type { JobRegister } from '../job-register';

/** What makes the queue ask for each job by itself. They live in Redis, so they are gone when it comes back empty. */
export class Schedulers {
  constructor(
    private readonly queue: Queue,
    private readonly register: JobRegister,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds those that are missing, changed or stuck, and removes those of jobs that are no more. One that is as it should
   * be is left alone: adding it again would begin its interval anew, and it would never come.
   */
  async renew(): Promise<void> {
    const found = new Map((await this.queue.getJobSchedulers()).map((each) => [each.key, each]));
    const now = this.clock.now().getTime();
    for (const [name, { everyMs }] of this.register.all()) {
      const scheduler = found.get(name);
      found.delete(name);
      const isRunning = (scheduler?.next ?? 0) > now - 2 * everyMs;
      if (scheduler?.every === everyMs && isRunning) continue;
      await this.queue.upsertJobScheduler(name, { every: everyMs }, { name, data: { id: null } });
    }
    for (const name of found.keys()) await this.queue.removeJobScheduler(name);
  }
}
