import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '../../platform/web/documentation';
import type { Actor } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { KEEPERS } from '../access';
import { KindChange, KindDraft, KindView } from './sponsor-kinds.dto';
import { SponsorKindsService } from './sponsor-kinds.service';

@ApiTags('提案者类别')
@Controller('api/sponsor-kinds')
export class SponsorKindsApi {
  constructor(private readonly kinds: SponsorKindsService) {}

  /** All kinds of sponsors. */
  @Get()
  list(): Promise<KindView[]> {
    return this.kinds.list();
  }

  /** Adds a kind. */
  @Wearing(...KEEPERS)
  @Post()
  create(@By() actor: Actor, @Body() draft: KindDraft): Promise<KindView> {
    return this.kinds.create(actor, draft);
  }

  /** Changes what a kind may do; proposals already under way keep what held for them. */
  @Wearing(...KEEPERS)
  @Put(':code')
  update(@By() actor: Actor, @Param('code') code: string, @Body() change: KindChange): Promise<KindView> {
    return this.kinds.update(actor, code, change);
  }
}
