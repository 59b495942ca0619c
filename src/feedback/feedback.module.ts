import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { FeedbackApi } from './feedback.api';
import { FeedbackSheet } from './feedback-sheet.service';
import { RatingsService } from './ratings.service';
import { RoundsApi } from './rounds.api';
import { RoundsService } from './rounds.service';
import { ScansService } from './scans.service';

@Module({
  imports: [PeopleModule],
  controllers: [FeedbackApi, RoundsApi],
  providers: [FeedbackSheet, RatingsService, RoundsService, ScansService],
})
export class FeedbackModule {}
