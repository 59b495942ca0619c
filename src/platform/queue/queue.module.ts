import { Global, Module } from '@nestjs/common';
import { InProcessJobs } from './in-process-jobs';
import { JobRegister } from './job-register';
import { Jobs } from './jobs';

@Global()
@Module({
  providers: [JobRegister, { provide: Jobs, useClass: InProcessJobs }],
  exports: [JobRegister, Jobs],
})
export class QueueModule {}
