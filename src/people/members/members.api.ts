import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '../../platform/web/documentation';
import type { Actor } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { IdParam } from '../../platform/web/id.pipe';
import { KEEPERS } from '../access';
import { LastDay, Version } from '../bodies.dto';
import { MemberChange, MemberDraft, MembersPage, MembersQuery, MemberView } from './members.dto';
import { MembersService } from './members.service';

@ApiTags('委员')
@Controller('api/members')
export class MembersApi {
  constructor(private readonly members: MembersService) {}

  /** The members, sorted by pinyin. */
  @Get()
  list(@By() actor: Actor, @Query() query: MembersQuery): Promise<MembersPage> {
    return this.members.list(actor, query);
  }

  @Get(':id')
  get(@By() actor: Actor, @IdParam() id: number): Promise<MemberView> {
    return this.members.get(actor, id);
  }

  /** Adds a member, who becomes a sponsor as well. */
  @Wearing(...KEEPERS)
  @Post()
  create(@By() actor: Actor, @Body() draft: MemberDraft): Promise<MemberView> {
    return this.members.create(actor, draft);
  }

  @Wearing(...KEEPERS)
  @Put(':id')
  update(@By() actor: Actor, @IdParam() id: number, @Body() change: MemberChange): Promise<MemberView> {
    return this.members.update(actor, id, change);
  }

  /** The member leaves; old proposals keep the name. */
  @Wearing(...KEEPERS)
  @Post(':id/end')
  @HttpCode(200)
  end(@By() actor: Actor, @IdParam() id: number, @Body() ending: LastDay): Promise<MemberView> {
    return this.members.end(actor, id, ending);
  }

  /** Takes back a leave that was entered by mistake. */
  @Wearing(...KEEPERS)
  @Post(':id/reopen')
  @HttpCode(200)
  reopen(@By() actor: Actor, @IdParam() id: number, @Body() read: Version): Promise<MemberView> {
    return this.members.reopen(actor, id, read);
  }
}
