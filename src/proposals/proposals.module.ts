import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { MultipartModule } from '@nestjs/platform-fastify/multipart';
import { FilesModule } from '../platform/files/files.module';
import { JobRegister } from '../platform/queue/job-register';
import { Aftermath } from './aftermath';
import { AttachmentsApi } from './attachments.api';
import { Attachments } from './attachments.service';
import { Adoption } from './calendar/adoption';
import { CalendarChanges } from './calendar/calendar-changes';
import { Calendars } from './calendar/calendars';
import { Ladder } from './calendar/ladder';
import { Marks } from './calendar/marks';
import { Moves } from './calendar/moves';
import { Recounting } from './calendar/recounting';
import { RunningDeadlines } from './calendar/running-deadlines';
import { Counting } from './deadlines/counting';
import { DeadlineBook } from './deadlines/deadline-book';
import { DeadlineTerms } from './deadlines/terms';
import { Door } from './door';
import { Subjects } from './facts/subjects';
import { DeadlineGauges } from './metrics/deadline-gauges';
import { DossierService } from './dossier/dossier.service';
import { Gate } from './gate';
import { Lapses } from './lapses';
import { ListService } from './lists/list.service';
import { ToDoService } from './lists/to-do.service';
import { ProposalsApi } from './proposals.api';
import { Rules } from './rules';
import { Uploads } from './uploads';

/** The record and its door, which every stage works through. */
@Global()
@Module({
  imports: [FilesModule, Uploads],
  controllers: [ProposalsApi, AttachmentsApi],
  providers: [
    { provide: Rules, useFactory: () => Rules.load() },
    Subjects,
    Gate,
    Calendars,
    CalendarChanges,
    Recounting,
    RunningDeadlines,
    Moves,
    Marks,
    Ladder,
    Adoption,
    Counting,
    DeadlineBook,
    DeadlineTerms,
    Aftermath,
    Attachments,
    Door,
    Lapses,
    ListService,
    ToDoService,
    DossierService,
    DeadlineGauges,
  ],
  exports: [
    Rules,
    Subjects,
    Gate,
    Calendars,
    CalendarChanges,
    Marks,
    DeadlineBook,
    Door,
    Lapses,
    DossierService,
    ListService,
    ToDoService,
    Attachments,
    MultipartModule,
  ],
})
export class ProposalsModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegister,
    private readonly lapses: Lapses,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('lapse', { run: () => this.lapses.sweep(), everyMs: 30_000 });
  }
}
