import { Module } from '@nestjs/common';
import { CarryOvers } from './carry-over.service';
import { PromiseEvidence } from './evidence.service';
import { FollowUpAnswers } from './follow-ups/answers.service';
import { FollowUpClosing } from './follow-ups/closing.service';
import { FollowUpsApi } from './follow-ups/follow-ups.api';
import { FollowUpOverview } from './follow-ups/overview.service';
import { FollowUpStart } from './follow-ups/start.service';
import { PromiseDeedsApi } from './promise-deeds.api';
import { PromisesApi } from './promises.api';
import { PromiseStatistics } from './promise-statistics.service';
import { PromiseRegister } from './register.service';

/** What units promised in their replies: the register, more time, evidence, and the yearly look back. */
@Module({
  controllers: [PromisesApi, PromiseDeedsApi, FollowUpsApi],
  providers: [
    ...[PromiseRegister, PromiseStatistics, CarryOvers, PromiseEvidence],
    ...[FollowUpStart, FollowUpAnswers, FollowUpClosing, FollowUpOverview],
  ],
  exports: [PromiseRegister, PromiseStatistics, FollowUpOverview],
})
export class PromisesModule {}
