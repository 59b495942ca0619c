import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CalendarModule } from '../calendar/calendar.module';
import { EvaluationModule } from '../evaluation/evaluation.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { HealthModule } from '../platform/health/health.module';
import { ProposalsModule } from '../proposals/proposals.module';
import { PublicationModule } from '../publication/publication.module';
import { StatisticsModule } from '../statistics/statistics.module';
import { DashboardPages } from './dashboard/dashboard.pages';
import { OperationsService } from './dashboard/operations.service';
import { DeedCatalogue } from './deeds/deed-catalogue';
import { DeedDesk } from './deeds/deed-desk';
import { DeedPerformance } from './deeds/deed-performance';
import { DeedSubjects } from './deeds/deed-subject';
import { DeedPages } from './deeds/deeds.pages';
import { OptionLists } from './deeds/option-lists';
import { FrameService } from './frame/frame.service';
import { HomePages } from './home/home.pages';
import { SignInPages } from './sign-in/sign-in.pages';

/** What people see: pages over the services of all the stages. */
@Module({
  imports: [DiscoveryModule, EvaluationModule, NotificationsModule, ProposalsModule, PublicationModule],
  controllers: [SignInPages, HomePages, DashboardPages, DeedPages],
  providers: [FrameService, DeedCatalogue, DeedDesk, DeedPerformance, DeedSubjects, OptionLists],
})
export class PagesModule {}
