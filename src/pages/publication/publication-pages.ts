import { ArrangePages } from './arrange.pages';
import { Candidates } from './candidates.service';
import { CommentsDeskPages } from './comments-desk.pages';
import { NoticeSources } from './notice-sources.service';
import { NoticesDeskPages } from './notices-desk.pages';
import { OldNoticesPages } from './old-notices.pages';
import { PublicationCasePages } from './publication-case.pages';

/** The desks of publication, and what they read besides. */
export const PUBLICATION_PAGES = [
  ArrangePages,
  NoticesDeskPages,
  PublicationCasePages,
  CommentsDeskPages,
  OldNoticesPages,
];
export const PUBLICATION_READING = [Candidates, NoticeSources];
