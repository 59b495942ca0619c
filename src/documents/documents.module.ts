import { Module } from '@nestjs/common';
import { AssignmentPapers } from './assignment-papers.pages';
import { Papers } from './papers.service';
import { ProposalPapers } from './proposal-papers.pages';

/** Letters and sheets of a case, to print or to keep as files: a reader of the record. */
@Module({
  controllers: [ProposalPapers, AssignmentPapers],
  providers: [Papers],
})
export class DocumentsModule {}
