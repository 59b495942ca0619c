import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { ApiTags } from '../../platform/web/documentation';
import { IdParam } from '../../platform/web/id.pipe';
import { PageQuery } from '../../platform/web/page.dto';
import { FollowUpClosing } from './closing.service';
import { ClosedFollowUpDto, CloseFollowUpDto, StartedFollowUpDto, StartFollowUpDto } from './follow-ups.dto';
import { FollowUpOverview } from './overview.service';
import { FollowUpStart } from './start.service';

@Wearing('committee', 'director', 'office', 'auditor')
@ApiTags('回头看 follow-ups')
@Controller('api/follow-ups')
export class FollowUpsApi {
  constructor(
    private readonly starting: FollowUpStart,
    private readonly closing: FollowUpClosing,
    private readonly overview: FollowUpOverview,
  ) {}

  @Get()
  list(@Query() query: PageQuery) {
    return this.overview.list(query);
  }

  /** Each promise that was asked about, with what its unit has answered. */
  @Get(':id')
  read(@IdParam() id: number) {
    return this.overview.read(id);
  }

  /** Asks every unit with open promises how they stand, by a day. */
  @Wearing('committee')
  @Post()
  start(@By() actor: Actor, @Body() given: StartFollowUpDto): Promise<StartedFollowUpDto> {
    return this.starting.start(actor, given);
  }

  @Wearing('committee')
  @Post(':id/close')
  @HttpCode(200)
  close(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: CloseFollowUpDto,
  ): Promise<ClosedFollowUpDto> {
    return this.closing.close(actor, id, given);
  }
}
