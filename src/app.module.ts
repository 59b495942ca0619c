import { Module } from '@nestjs/common';
import { AssignmentModule } from './assignment/assignment.module';
import { EvaluationModule } from './evaluation/evaluation.module';
import { ExaminationModule } from './examination/examination.module';
import { HandlingModule } from './handling/handling.module';
import { FeedbackModule } from './feedback/feedback.module';
import { HATS } from './lifecycle/people';
import { MergingModule } from './merging/merging.module';
import { AccountsModule } from './platform/accounts/accounts.module';
import { ClockModule } from './platform/clock/clock.module';
import { DatabaseModule } from './platform/database/database.module';
import { EnvironmentModule } from './platform/environment/environment.module';
import { HealthModule } from './platform/health/health.module';
import { HistoryModule } from './platform/history/history.module';
import { PeopleModule } from './people/people.module';
import { NotificationsModule } from './notifications/notifications.module';
import { ProposalsModule } from './proposals/proposals.module';
import { PublicationModule } from './publication/publication.module';
import { SubmissionModule } from './submission/submission.module';
import { WebModule } from './platform/web/web.module';

@Module({
  imports: [
    EnvironmentModule,
    ClockModule,
    DatabaseModule,
    HistoryModule,
    WebModule,
    AccountsModule.withHats(HATS),
    HealthModule,
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
    NotificationsModule,
  ],
})
export class AppModule {}
