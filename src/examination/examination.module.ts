import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { BatchApi } from './batch.api';
import { BatchService } from './batch.service';
import { CaseNumbers } from './case-numbers.service';
import { CorrectionsService } from './corrections.service';
import { ExaminationApi } from './examination.api';
import { ExaminationService } from './examination.service';

@Module({
  imports: [PeopleModule],
  controllers: [ExaminationApi, BatchApi],
  providers: [BatchService, CaseNumbers, CorrectionsService, ExaminationService],
  exports: [CaseNumbers],
})
export class ExaminationModule {}
