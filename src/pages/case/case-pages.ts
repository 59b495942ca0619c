import { MergingModule } from '../../merging/merging.module';
import { SubmissionModule } from '../../submission/submission.module';
import { CaseBeside } from './case-beside.service';
import { DeadlinesModule } from '../../deadlines/deadlines.module';
import { NotificationsModule } from '../../notifications/notifications.module';
import { InboxPages } from '../inbox/inbox.pages';
import { CasePages } from './case.pages';
import { DeadlinePages } from './deadline.pages';

/** What the pages of a case are made of, for the module of all pages. */
export const CASE_MODULES = [DeadlinesModule, MergingModule, NotificationsModule, SubmissionModule];
export const CASE_PAGES = [CasePages, DeadlinePages, InboxPages];
export const CASE_SERVICES = [CaseBeside];
