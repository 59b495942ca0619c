import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By, Wearing } from '../platform/accounts/access';
import { CountsDto, CountsQuery } from './counts.dto';
import { CountsService } from './counts.service';

@ApiTags('并案')
@Controller('api/merging')
export class CountsApi {
  constructor(private readonly counts: CountsService) {}

  /** What a session received and filed, with merged proposals counted both ways. */
  @Wearing('committee', 'director', 'office', 'auditor')
  @Get('counts')
  show(@By() actor: Actor, @Query() { sessionId }: CountsQuery): Promise<CountsDto> {
    return this.counts.of(actor, sessionId);
  }
}
