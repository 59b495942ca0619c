import { Global, Module } from '@nestjs/common';
import { LazyModuleLoader } from '@nestjs/core';
import { Environment } from '../../../config/environment';
import { InProcessJobs } from './in-process-jobs';
import { JobRegister } from './job-register';
import { JobRuns } from './job-runs';
import { Jobs } from './jobs';
import type * as overRedis from './redis/redis-queue.module';

/** Two ways to run the same work: in this process, or with REDIS_URL through BullMQ. */
@Global()
@Module({
  providers: [
    JobRegister,
    JobRuns,
    {
      provide: Jobs,
      inject: [Environment, JobRegister, JobRuns, LazyModuleLoader],
      useFactory: async (
        { redisUrl }: Environment,
        register: JobRegister,
        runs: JobRuns,
        lazy: LazyModuleLoader,
      ): Promise<Jobs> => {
        if (!redisUrl) return new InProcessJobs(register, runs);
        // Loaded here and not above: an installation without Redis starts without the drivers.
        // eslint-disable-next-line @typescript-eslint/no-require-imports
        const { jobsAt } = require('./redis/redis-queue.module') as typeof overRedis;
        return jobsAt(redisUrl, lazy);
      },
    },
  ],
  exports: [JobRegister, JobRuns, Jobs],
})
export class QueueModule {}
