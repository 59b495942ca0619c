import { setTimeout as pause } from 'node:timers/promises';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger, type Type } from '@nestjs/common';
import { type Job, UnrecoverableError } from 'bullmq';
import { CONCURRENCY, connectionOf, QUEUE } from '../../../../config/queue';
import { JobRegister } from '../job-register';
import { JobRuns } from '../job-runs';

// Redis answers within milliseconds, or is away.
const DONE_MS = 200;

/** Does what the queue holds: a name and an id at most, everything else is read anew. */
@Injectable()
export class QueueWorker extends WorkerHost {
  private readonly logger = new Logger('Jobs');
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly register: JobRegister,
    private readonly runs: JobRuns,
  ) {
    super();
  }

  async process({ name, data }: Job<{ id: number | null }>): Promise<void> {
    // Left by another version of this program: trying again would not help.
    if (!this.register.all().some(([known]) => known === name))
      throw new UnrecoverableError(`Unknown job ${name}.`);
    const run = this.runs.run(name, data.id ?? null);
    this.running.add(run);
    await run.finally(() => this.running.delete(run));
  }

  // Lost connections are told of by RedisLink, once; without a listener each attempt would be an uncaught error.
  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.debug(error.message);
  }

  /**
   * Takes no new jobs and waits for those that run, but not longer than `graceMs`. The worker's own waiting would last
   * for ever while Redis is away. A job cut off is given to another worker once its lock has run out.
   */
  async stop(graceMs: number): Promise<void> {
    const bound = (ms: number) => pause(ms, undefined, { ref: false });
    await Promise.race([this.worker.pause(true).catch(() => undefined), bound(DONE_MS)]);
    await Promise.race([Promise.allSettled(this.running), bound(graceMs)]);
    await bound(DONE_MS); // for the queue to be told that they are done
    await Promise.race([this.worker.close(true), bound(DONE_MS)]);
  }
}

/** The worker for this Redis; a class of its own, because Nest reads a worker's connection from its decorator. */
export function workerAt(redisUrl: string): Type<QueueWorker> {
  class ConnectedWorker extends QueueWorker {}
  // A worker waits for Redis as long as it takes: nobody waits for a worker.
  const connection = { ...connectionOf(redisUrl), maxRetriesPerRequest: null };
  Processor(QUEUE, { connection, concurrency: CONCURRENCY })(ConnectedWorker);
  return ConnectedWorker;
}
