import { Module } from '@nestjs/common';
import { SessionChoices } from './session-choices.service';
import { StatisticsApi } from './statistics.api';
import { StatisticsService } from './statistics.service';

/** Figures over the record: it reads, and changes nothing. */
@Module({
  controllers: [StatisticsApi],
  providers: [StatisticsService, SessionChoices],
  exports: [StatisticsService],
})
export class StatisticsModule {}
