import { BullRegistrar, InjectQueue } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Clock } from '../../clock/clock';
import { QUEUE } from '../../../../config/queue';
import { GRACE_MS } from '../in-process-jobs';
import { JobRegister } from '../job-register';
import { JobRuns } from '../job-runs';
import { Jobs } from '../jobs';
import { Lanes } from '../lanes';
import { QueueWorker } from './queue-worker';
import { RedisLink } from './redis-link';
import { Schedulers } from './schedulers';

const LOOK_EVERY_MS = 10_000;
// As long as Redis is there, it is for the queue to run a job in time.
const LATE_MS = 30_000;
// The queue has the first turn; without it there is no hurry.
const PACE_WITHOUT = { firstMs: 200, restMs: 200 };

/** Asks for work through Redis, and works itself in processes that are meant to; heals without Redis. */
@Injectable()
export class RedisJobs extends Jobs implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly lanes: Lanes;
  private readonly schedulers: Schedulers;
  private looking?: NodeJS.Timeout;

  constructor(
    @InjectQueue(QUEUE) private readonly queue: Queue,
    private readonly link: RedisLink,
    private readonly register: JobRegister,
    private readonly runs: JobRuns,
    private readonly worker: QueueWorker,
    private readonly workers: BullRegistrar,
    clock: Clock,
  ) {
    super();
    this.lanes = new Lanes((name, id) => runs.run(name, id), PACE_WITHOUT);
    this.schedulers = new Schedulers(queue, register, clock);
    queue.on('error', (error) => this.logger.debug(error.message));
  }

  nudge(name: string, id?: number): void {
    const key = id === undefined ? name : `${name}-${id}`;
    // Asked for again while it waits it is done once; while it is being done, once more afterwards. Nothing stays
    // behind when it has been done, so the same id runs again.
    const deduplication = { id: key, keepLastIfActive: true };
    if (this.link.trouble()) return this.doWithoutRedis(name, id);
    this.queue.add(name, { id: id ?? null }, { deduplication }).catch(() => this.doWithoutRedis(name, id));
  }

  start(): void {
    this.workers.register();
    this.looking = setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    this.link.redis.on('ready', () => void this.catchUp());
    if (!this.link.trouble()) void this.catchUp();
    void this.look();
  }

  trouble(): string | undefined {
    return this.link.trouble();
  }

  async depth(): Promise<Record<string, number> | undefined> {
    return this.link.trouble() ? undefined : this.queue.getJobCounts();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.looking) {
      clearInterval(this.looking);
      await Promise.all([this.lanes.close(GRACE_MS), this.worker.stop(GRACE_MS)]);
    }
    this.link.close();
  }

  // Somewhere else the next sweep finds it.
  private doWithoutRedis(name: string, id?: number): void {
    if (this.looking) this.lanes.nudge(name, id ?? null);
  }

  // Redis is there, or there again and perhaps empty: what was asked for meanwhile is looked for now.
  private async catchUp(): Promise<void> {
    await this.queue.waitUntilReady().catch(() => undefined);
    await this.renewSchedulers();
    for (const [name] of this.register.all()) this.nudge(name);
  }

  // Whatever has become of the queue, no job stays undone for long: the record of what ran is in the database.
  private async look(): Promise<void> {
    // Not waited for: Redis may be the very thing that stands still.
    if (!this.link.trouble()) void this.renewSchedulers();
    const lateMs = this.link.trouble() ? 0 : LATE_MS;
    const overdue = await this.runs.overdue(lateMs).catch(() => []);
    for (const name of overdue) this.lanes.nudge(name, null);
  }

  private async renewSchedulers(): Promise<void> {
    await this.schedulers.renew().catch((error: Error) => this.logger.debug(error.message));
  }
}
