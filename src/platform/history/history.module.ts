import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { JobRegister } from '../queue/job-register';
import { History, RELAY } from './history';
import { HistoryVerification } from './verification';

@Global()
@Module({ providers: [History, HistoryVerification], exports: [History, HistoryVerification] })
export class HistoryModule implements OnModuleInit {
  constructor(private readonly jobs: JobRegister) {}

  onModuleInit(): void {
    this.jobs.needs(RELAY);
  }
}
