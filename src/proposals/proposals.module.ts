import { Global, Module } from '@nestjs/common';
import { MultipartModule } from '@nestjs/platform-fastify/multipart';
import { FilesModule } from '../platform/files/files.module';
import { Aftermath } from './aftermath';
import { AttachmentsApi } from './attachments.api';
import { Attachments } from './attachments.service';
import { DeadlineBook } from './deadlines/deadline-book';
import { DeadlineTerms } from './deadlines/terms';
import { Door } from './door';
import { Subjects } from './facts/subjects';
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
    DeadlineBook,
    DeadlineTerms,
    Aftermath,
    Attachments,
    Door,
    Lapses,
    ListService,
    ToDoService,
    DossierService,
  ],
  exports: [
    Rules,
    Subjects,
    Gate,
    DeadlineBook,
    Door,
    Lapses,
    DossierService,
    ListService,
    Attachments,
    MultipartModule,
  ],
})
export class ProposalsModule {}
