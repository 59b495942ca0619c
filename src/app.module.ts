import { type DynamicModule, Module } from '@nestjs/common';
import { AssignmentModule } from './assignment/assignment.module';
import { DeadlinesModule } from './deadlines/deadlines.module';
import { DocumentsModule } from './documents/documents.module';
import { CalendarModule } from './calendar/calendar.module';
import { EvaluationModule } from './evaluation/evaluation.module';
import { ExaminationModule } from './examination/examination.module';
import { HandlingModule } from './handling/handling.module';
import { FeedbackModule } from './feedback/feedback.module';
import { MergingModule } from './merging/merging.module';
import { AccountsModule } from './platform/accounts/accounts.module';
import { AssetsModule } from './platform/pages/assets.module';
import type { Clock } from './platform/clock/clock';
import { BoardModule } from './platform/board/board.module';
import { ClockModule } from './platform/clock/clock.module';
import { DatabaseModule } from './platform/database/database.module';
import { EnvironmentModule } from './platform/environment/environment.module';
import { HealthModule } from './platform/health/health.module';
import { HistoryModule } from './platform/history/history.module';
import { MetricsModule } from './platform/metrics/metrics.module';
import { HAT_TABLES } from './people/hat-tables';
import { PeopleModule } from './people/people.module';
import { NotificationsModule } from './notifications/notifications.module';
import { PagesModule } from './pages/pages.module';
import { ProblemPageModule } from './platform/pages/problem-page.module';
import { ProposalsModule } from './proposals/proposals.module';
import { PromisesModule } from './promises/promises.module';
import { PublicationModule } from './publication/publication.module';
import { RemindersModule } from './reminders/reminders.module';
import { SearchModule } from './search/search.module';
import { StatisticsModule } from './statistics/statistics.module';
import { SubmissionModule } from './submission/submission.module';
import { QueueModule } from './platform/queue/queue.module';
import { WebModule } from './platform/web/web.module';

/** Everything but the clock. */
const PARTS = [
  EnvironmentModule,
  DatabaseModule,
  QueueModule,
  HistoryModule,
  ProblemPageModule,
  WebModule,
  AccountsModule.withHats(HAT_TABLES),
  HealthModule,
  MetricsModule,
  BoardModule,
  AssetsModule,
  PeopleModule,
  ProposalsModule,
  SubmissionModule,
  ExaminationModule,
  MergingModule,
  AssignmentModule,
  HandlingModule,
  FeedbackModule,
  EvaluationModule,
  PublicationModule,
  PromisesModule,
  CalendarModule,
  DeadlinesModule,
  DocumentsModule,
  NotificationsModule,
  RemindersModule,
  SearchModule,
  StatisticsModule,
  PagesModule,
];

@Module({ imports: [ClockModule, ...PARTS] })
export class AppModule {}

/** The same application under a clock that is moved by hand: for the demonstration, which plays in 2022. */
export function standingAt(clock: Clock): DynamicModule {
  return { module: DatedModule, imports: [ClockModule.showing(clock), ...PARTS] };
}

@Module({})
class DatedModule {}
