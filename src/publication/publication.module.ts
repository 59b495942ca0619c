import { Module, type OnModuleInit } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { FilesModule } from '../platform/files/files.module';
import { Database } from '../platform/database/database';
import { JobRegister } from '../platform/queue/job-register';
import { PublicCache } from '../platform/web/public-cache';
import { CommentForms } from './comments/comment-forms.service';
import { CommentPeriod } from './comments/comment-period';
import { CommentsApi } from './comments/comments.api';
import { CommentsDesk } from './comments/comments-desk.service';
import { CommentsPublic } from './comments/comments.public';
import { CommentModeration } from './comments/moderation.service';
import { CommentReceiving } from './comments/receiving.service';
import { SenderLimit } from './comments/sender-limit';
import { DossiersApi } from './dossiers.api';
import { DossiersService } from './dossiers.service';
import { AttachmentLooks } from './attachment-looks';
import { DossierChecks } from './dossier-checks';
import { DossierReading } from './dossier-reading.service';
import { HitBook } from './hit-book';
import { NoticeFiles } from './notice-files';
import { PublicTexts } from './public-text';
import { ReleasesService } from './releases.service';
import { NoticeSchedule } from './schedule.service';
import { NoticeItems } from './notice-items';
import { NoticePages } from './notice-pages';
import { NoticesPublic } from './notices.public';
import { NoticesOpenData } from './notices-open-data';
import { NoticesService } from './notices.service';
import { OldNoticesModule } from './old-notices/old-notices.module';
import { PromisePublicity } from './promises/promise-publicity.service';
import { PromisePublicityApi } from './promises/promise-publicity.api';
import { PromisesPublic } from './promises/promises.public';
import { PublicationApi } from './publication.api';
import { NoticeReading } from './reading.service';

const COMMENTS = [
  CommentForms,
  CommentPeriod,
  CommentReceiving,
  CommentModeration,
  CommentsDesk,
  SenderLimit,
];
const DOSSIERS = [
  DossiersService,
  DossierChecks,
  DossierReading,
  HitBook,
  PublicTexts,
  AttachmentLooks,
  ReleasesService,
];
const HOUR = 3_600_000;
const MINUTE = 60_000;

@Module({
  imports: [PeopleModule, FilesModule, OldNoticesModule],
  controllers: [
    ...[PublicationApi, DossiersApi, NoticesPublic, CommentsApi, CommentsPublic],
    ...[PromisePublicityApi, PromisesPublic],
  ],
  providers: [
    ...DOSSIERS,
    NoticesService,
    NoticeSchedule,
    NoticeFiles,
    NoticeItems,
    NoticePages,
    NoticesOpenData,
    NoticeReading,
    PromisePublicity,
    ...COMMENTS,
  ],
  exports: [
    ...[DossiersService, DossierChecks, DossierReading, NoticesService, NoticeReading, CommentsDesk],
    OldNoticesModule,
  ],
})
export class PublicationModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegister,
    private readonly limit: SenderLimit,
    private readonly schedule: NoticeSchedule,
    private readonly database: Database,
    private readonly cache: PublicCache,
  ) {}

  onModuleInit(): void {
    this.database.onCommit(() => this.cache.clear());
    this.jobs.handle('forgetCommenters', { run: () => this.limit.forget(), everyMs: HOUR });
    this.jobs.handle('issueDue', { run: () => this.schedule.issueDue(), everyMs: MINUTE });
  }
}
