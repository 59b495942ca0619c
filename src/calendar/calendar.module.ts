import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegister } from '../platform/queue/job-register';
import { CalendarApi } from './calendar.api';
import { ChangingService } from './changing.service';
import { MovedDeadlines } from './moved-deadlines';
import { YearWarning } from './year-warning';
import { YearsService } from './years.service';

/** Days off and make-up days, as people keep them. */
@Module({
  controllers: [CalendarApi],
  providers: [ChangingService, MovedDeadlines, YearsService, YearWarning],
  exports: [YearsService],
})
export class CalendarModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegister,
    private readonly warning: YearWarning,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('calendarWarning', { run: () => this.warning.run(), everyMs: 3_600_000 });
  }
}
