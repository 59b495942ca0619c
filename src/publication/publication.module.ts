import { Module, type OnModuleInit } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { JobRegister } from '../platform/queue/job-register';
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
import { NoticeItems } from './notice-items';
import { NoticePages } from './notice-pages';
import { NoticesPublic } from './notices.public';
import { NoticesOpenData } from './notices-open-data';
import { NoticesService } from './notices.service';
import { OldNoticesModule } from './old-notices/old-notices.module';
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
const HOUR = 3_600_000;

@Module({
  imports: [PeopleModule, OldNoticesModule],
  controllers: [PublicationApi, DossiersApi, NoticesPublic, CommentsApi, CommentsPublic],
  providers: [
    DossiersService,
    NoticesService,
    NoticeItems,
    NoticePages,
    NoticesOpenData,
    NoticeReading,
    ...COMMENTS,
  ],
  exports: [DossiersService, NoticesService],
})
export class PublicationModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegister,
    private readonly limit: SenderLimit,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('forgetCommenters', { run: () => this.limit.forget(), everyMs: HOUR });
  }
}
