import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { PageQuery } from '../platform/web/page.dto';
import { DeedDto, ReasonDto } from '../proposals/deed.dto';
import { NoticesService } from './notices.service';
import { ArrangeDto, ComposeDto, CorrectDto, ScheduleDto } from './publication.dto';
import { NoticeReading } from './reading.service';
import { NoticeSchedule } from './schedule.service';

@ApiTags('公示 publication')
@Controller('api/notices')
export class PublicationApi {
  constructor(
    private readonly notices: NoticesService,
    private readonly reading: NoticeReading,
    private readonly times: NoticeSchedule,
  ) {}

  @Get()
  list(@By() actor: Actor, @Query() query: PageQuery) {
    return this.reading.list(actor, query);
  }

  @Get(':id')
  read(@By() actor: Actor, @IdParam() id: number) {
    return this.reading.read(actor, id);
  }

  @Post()
  compose(@By() actor: Actor, @Body() dto: ComposeDto) {
    return this.notices.compose(actor, dto);
  }

  @Put(':id')
  arrange(@By() actor: Actor, @IdParam() id: number, @Body() dto: ArrangeDto) {
    return this.notices.arrange(actor, id, dto);
  }

  @Post(':id/prepare')
  @HttpCode(200)
  prepare(@By() actor: Actor, @IdParam() id: number, @Body() dto: DeedDto) {
    return this.notices.prepare(actor, id, dto);
  }

  @Post(':id/send-back')
  @HttpCode(200)
  sendBack(@By() actor: Actor, @IdParam() id: number, @Body() dto: ReasonDto) {
    return this.notices.sendBack(actor, id, dto);
  }

  @Post(':id/approve')
  @HttpCode(200)
  approve(@By() actor: Actor, @IdParam() id: number, @Body() dto: DeedDto) {
    return this.notices.approve(actor, id, dto);
  }

  @Post(':id/issue')
  @HttpCode(200)
  issue(@By() actor: Actor, @IdParam() id: number, @Body() dto: DeedDto) {
    return this.notices.issue(actor, id, dto);
  }

  /** It comes out by itself at that moment, in the name of who asks for it. */
  @Post(':id/schedule-issue')
  @HttpCode(200)
  scheduleIssue(@By() actor: Actor, @IdParam() id: number, @Body() dto: ScheduleDto) {
    return this.times.schedule(actor, id, dto);
  }

  @Post(':id/unschedule-issue')
  @HttpCode(200)
  unscheduleIssue(@By() actor: Actor, @IdParam() id: number, @Body() dto: DeedDto) {
    return this.times.unschedule(actor, id, dto);
  }

  @Post(':id/correct')
  @HttpCode(200)
  correct(@By() actor: Actor, @IdParam() id: number, @Body() dto: CorrectDto) {
    return this.notices.correct(actor, id, dto);
  }

  @Post(':id/take-down')
  @HttpCode(200)
  takeDown(@By() actor: Actor, @IdParam() id: number, @Body() dto: ReasonDto) {
    return this.notices.takeDown(actor, id, dto);
  }

  @Post(':id/discard')
  @HttpCode(200)
  discard(@By() actor: Actor, @IdParam() id: number, @Body() dto: ReasonDto) {
    return this.notices.discard(actor, id, dto);
  }
}
