import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { PageQuery } from '../platform/web/page.dto';
import { InboxService } from './inbox.service';

@ApiTags('消息 notifications')
@Controller('api/inbox')
export class NotificationsApi {
  constructor(private readonly inbox: InboxService) {}

  /** What I was told, newest first, with the number of unread. */
  @Get()
  list(@By() actor: Actor, @Query() query: PageQuery) {
    return this.inbox.list(actor, query);
  }

  /** How many of them are unread, without reading them. */
  @Get('unread')
  unread(@By() actor: Actor) {
    return this.inbox.unread(actor);
  }

  @Post('read')
  @HttpCode(200)
  readAll(@By() actor: Actor) {
    return this.inbox.readAll(actor);
  }

  @Post(':id/read')
  @HttpCode(200)
  read(@By() actor: Actor, @IdParam() id: number) {
    return this.inbox.read(actor, id);
  }
}
