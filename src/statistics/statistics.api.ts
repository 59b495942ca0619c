import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { ApiTags } from '../platform/web/documentation';
import { StatisticsDto, StatisticsQuery } from './statistics.dto';
import { StatisticsService } from './statistics.service';

@ApiTags('统计 statistics')
@Controller('api/statistics')
export class StatisticsApi {
  constructor(private readonly statistics: StatisticsService) {}

  /** Figures of a session with numerator and denominator, over the cases one may see; each line links to its list. */
  @Get()
  read(@By() actor: Actor, @Query() query: StatisticsQuery): Promise<StatisticsDto> {
    return this.statistics.of(actor, query);
  }
}
