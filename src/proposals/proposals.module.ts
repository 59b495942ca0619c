import { Global, Module } from '@nestjs/common';
import { Aftermath } from './aftermath';
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

/** The record and its door, which every stage works through. */
@Global()
@Module({
  controllers: [ProposalsApi],
  providers: [
    { provide: Rules, useFactory: () => Rules.load() },
    Subjects,
    Gate,
    DeadlineBook,
    DeadlineTerms,
    Aftermath,
    Door,
    Lapses,
    ListService,
    ToDoService,
    DossierService,
  ],
  exports: [Rules, Subjects, Gate, DeadlineBook, Door, Lapses, DossierService, ListService],
})
export class ProposalsModule {}
