import { Module } from '@nestjs/common';
import { AccountPages } from './administration/accounts.pages';
import { CalendarPages } from './administration/calendar.pages';
import { DeliveryPages } from './administration/deliveries.pages';
import { DirectoryNames } from './administration/directory-names';
import { DirectoryPages } from './administration/directory.pages';
import { DirectoryRows } from './administration/directory-rows';
import { ScopeNames } from './administration/scope-names';
import { SystemPages } from './administration/system.pages';
import { HelpSources } from './deeds/help-sources';
import { PUBLICATION_PAGES, PUBLICATION_READING } from './publication/publication-pages';
import { SettingsPages } from './settings/settings.pages';
import { DeadlinesModule } from '../deadlines/deadlines.module';
import { PeopleModule } from '../people/people.module';
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
import { DeedRelay } from './deeds/deed-relay';
import { DeedSubjects } from './deeds/deed-subject';
import { DeedPages } from './deeds/deeds.pages';
import { OptionLists } from './deeds/option-lists';
import { EVALUATION_PAGES } from './evaluation/evaluation-pages';
import { CASE_MODULES, CASE_PAGES, CASE_SERVICES } from './case/case-pages';
import { LIST_PAGES, LIST_SERVICES } from './proposals/list-pages';
import { SEARCH_PAGES, SEARCH_SERVICES } from './search/search-pages';
import { FrameService } from './frame/frame.service';
import { DESK_MODULES, DESK_PAGES, DESK_SERVICES } from './desks/desks';
import { HelpPages } from './help/help.pages';
import { HomePages } from './home/home.pages';
import { SignInPages } from './sign-in/sign-in.pages';

/** What people see: pages over the services of all the stages. */
@Module({
  imports: [
    DiscoveryModule,
    DeadlinesModule,
    PeopleModule,
    CalendarModule,
    HealthModule,
    StatisticsModule,
    EvaluationModule,
    NotificationsModule,
    ProposalsModule,
    PublicationModule,
    ...DESK_MODULES,
    ...CASE_MODULES,
  ],
  controllers: [
    ...DESK_PAGES,
    ...LIST_PAGES,
    ...SEARCH_PAGES,
    ...CASE_PAGES,
    AccountPages,
    CalendarPages,
    DeliveryPages,
    DirectoryPages,
    SystemPages,
    SettingsPages,
    HelpPages,
    SignInPages,
    HomePages,
    DashboardPages,
    DeedPages,
    ...EVALUATION_PAGES,
    ...PUBLICATION_PAGES,
  ],
  providers: [
    DirectoryNames,
    DirectoryRows,
    ScopeNames,
    HelpSources,
    FrameService,
    OperationsService,
    DeedCatalogue,
    DeedDesk,
    DeedPerformance,
    DeedRelay,
    DeedSubjects,
    OptionLists,
    ...DESK_SERVICES,
    ...CASE_SERVICES,
    ...LIST_SERVICES,
    ...SEARCH_SERVICES,
    ...PUBLICATION_READING,
  ],
})
export class PagesModule {}
