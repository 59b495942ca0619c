import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '../../platform/web/documentation';
import type { Actor } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { IdParam } from '../../platform/web/id.pipe';
import { KEEPERS } from '../access';
import { SessionChange, SessionDraft, SessionsPage, SessionsQuery, SessionView } from './sessions.dto';
import { SessionsService } from './sessions.service';

@ApiTags('全体会议')
@Controller('api/sessions')
export class SessionsApi {
  constructor(private readonly sessions: SessionsService) {}

  /** The plenary sessions, the newest first. */
  @Get()
  list(@Query() query: SessionsQuery): Promise<SessionsPage> {
    return this.sessions.list(query);
  }

  @Get(':id')
  get(@IdParam() id: number): Promise<SessionView> {
    return this.sessions.get(id);
  }

  @Wearing(...KEEPERS)
  @Post()
  create(@By() actor: Actor, @Body() draft: SessionDraft): Promise<SessionView> {
    return this.sessions.create(actor, draft);
  }

  @Wearing(...KEEPERS)
  @Put(':id')
  update(@By() actor: Actor, @IdParam() id: number, @Body() change: SessionChange): Promise<SessionView> {
    return this.sessions.update(actor, id, change);
  }
}
