import { Module, type OnModuleInit } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { JobRegister } from '../platform/queue/job-register';
import { FeedbackApi } from './feedback.api';
import { FeedbackSheet } from './feedback-sheet.service';
import { RatingsService } from './ratings.service';
import { RoundsApi } from './rounds.api';
import { RoundsService } from './rounds.service';
import { ScansService } from './scans.service';
import { SecondRatingOpening } from './second-rating/opening.service';
import { RatingAgain } from './second-rating/rating-again.service';
import { SecondRatingsApi } from './second-rating/second-ratings.api';
import { SecondRatingSheet } from './second-rating/sheet.service';
import { SecondRatingStatistics } from './second-rating/statistics.service';

const HOUR = 3_600_000;
const SECOND = [SecondRatingOpening, RatingAgain, SecondRatingSheet, SecondRatingStatistics];

@Module({
  imports: [PeopleModule],
  controllers: [FeedbackApi, RoundsApi, SecondRatingsApi],
  providers: [FeedbackSheet, RatingsService, RoundsService, ScansService, ...SECOND],
})
export class FeedbackModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegister,
    private readonly opening: SecondRatingOpening,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('secondRatings', { run: () => this.opening.openDue(), everyMs: HOUR });
  }
}
