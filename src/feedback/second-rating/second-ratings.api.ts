import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { ApiTags } from '../../platform/web/documentation';
import { IdParam } from '../../platform/web/id.pipe';
import { DoneDto } from '../../proposals/done.dto';
import { RatingAgain } from './rating-again.service';
import { RateAgainDto, SecondRatingsQuery } from './second-ratings.dto';
import { SecondRatingSheet } from './sheet.service';
import { SecondRatingStatistics } from './statistics.service';

@ApiTags('反馈 feedback')
@Controller('api')
export class SecondRatingsApi {
  constructor(
    private readonly again: RatingAgain,
    private readonly sheet: SecondRatingSheet,
    private readonly counts: SecondRatingStatistics,
  ) {}

  /** What sponsors said of what was promised, months after the reply. */
  @Get('proposals/:id/second-rating')
  read(@By() actor: Actor, @IdParam() id: number) {
    return this.sheet.read(actor, id);
  }

  /** Once, in person, while the second rating is open. */
  @Post('proposals/:id/rate-again')
  rateAgain(@By() actor: Actor, @IdParam() id: number, @Body() given: RateAgainDto): Promise<DoneDto> {
    return this.again.rate(actor, id, given);
  }

  /** First and second ratings of the same cases side by side. */
  @Wearing('committee', 'director', 'office', 'auditor')
  @Get('second-ratings/statistics')
  statistics(@Query() query: SecondRatingsQuery) {
    return this.counts.read(query);
  }
}
