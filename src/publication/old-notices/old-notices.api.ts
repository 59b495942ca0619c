import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { ApiTags } from '../../platform/web/documentation';
import { IdParam } from '../../platform/web/id.pipe';
import { PageQuery } from '../../platform/web/page.dto';
import { DeedDto, ReasonDto } from '../../proposals/deed.dto';
import { OldNoticeList } from './old-notice-list.service';
import { OldNoticeDto } from './old-notices.dto';
import { OldNoticesService } from './old-notices.service';

@ApiTags('旧公示 old notices')
@Controller('api/old-notices')
export class OldNoticesApi {
  constructor(
    private readonly notices: OldNoticesService,
    private readonly kept: OldNoticeList,
  ) {}

  @Get()
  list(@By() actor: Actor, @Query() query: PageQuery) {
    return this.kept.list(actor, query);
  }

  @Get(':id')
  read(@By() actor: Actor, @IdParam() id: number) {
    return this.kept.read(actor, id);
  }

  /** What was understood of the text and every line that was not; nothing is written. */
  @Post('preview')
  @HttpCode(200)
  preview(@By() actor: Actor, @Body() dto: OldNoticeDto) {
    return this.notices.preview(actor, dto);
  }

  /** Takes the notice in, once every question about it has been answered. */
  @Post()
  import(@By() actor: Actor, @Body() dto: OldNoticeDto) {
    return this.notices.import(actor, dto);
  }

  /** Another person has compared it with the paper: it appears among the issued notices. */
  @Post(':id/confirm')
  @HttpCode(200)
  confirm(@By() actor: Actor, @IdParam() id: number, @Body() dto: DeedDto) {
    return this.notices.confirm(actor, id, dto);
  }

  @Post(':id/reject')
  @HttpCode(200)
  reject(@By() actor: Actor, @IdParam() id: number, @Body() dto: ReasonDto) {
    return this.notices.reject(actor, id, dto);
  }
}
