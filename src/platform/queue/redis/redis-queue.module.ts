import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import type { LazyModuleLoader } from '@nestjs/core';
import { ATTEMPTS, FAILED_KEPT, FIRST_RETRY_MS, QUEUE } from '../../../../config/queue';
import { QueueWorker, workerAt } from './queue-worker';
import { RedisJobs } from './redis-jobs';
import { RedisLink } from './redis-link';

const EACH_JOB = {
  attempts: ATTEMPTS,
  backoff: { type: 'exponential', delay: FIRST_RETRY_MS },
  removeOnComplete: true,
  removeOnFail: { count: FAILED_KEPT },
};

/** BullMQ; loaded with its drivers when REDIS_URL is set, and not otherwise. */
@Module({})
export class RedisQueueModule {
  static at(redisUrl: string): DynamicModule {
    const link = new RedisLink(redisUrl);
    return {
      module: RedisQueueModule,
      imports: [
        // Workers begin when Jobs.start() says so: a process that only serves has none.
        BullModule.forRoot({ connection: link.redis, extraOptions: { manualRegistration: true } }),
        BullModule.registerQueue({
          name: QUEUE,
          connection: link.redis,
          defaultJobOptions: EACH_JOB,
          streams: { events: { maxLen: 1000 } },
        }),
      ],
      providers: [
        { provide: RedisLink, useValue: link },
        // Under one name only: Nest would make a worker for each.
        { provide: QueueWorker, useClass: workerAt(redisUrl) },
        RedisJobs,
      ],
    };
  }
}

export async function jobsAt(redisUrl: string, lazy: LazyModuleLoader): Promise<RedisJobs> {
  const loaded = await lazy.load(() => RedisQueueModule.at(redisUrl));
  return loaded.get(RedisJobs);
}
