import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { ConsentsService } from './consents.service';
import { CountsApi } from './counts.api';
import { CountsService } from './counts.service';
import { FamilyService } from './family.service';
import { MergingApi } from './merging.api';
import { MergingService } from './merging.service';
import { Principals } from './principals';

@Module({
  imports: [PeopleModule],
  controllers: [MergingApi, CountsApi],
  providers: [ConsentsService, CountsService, FamilyService, MergingService, Principals],
  exports: [CountsService, FamilyService],
})
export class MergingModule {}
