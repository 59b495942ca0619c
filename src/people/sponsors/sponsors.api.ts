import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '../../platform/web/documentation';
import type { Actor } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { IdParam } from '../../platform/web/id.pipe';
import { KEEPERS } from '../access';
import { AliasDraft, Ending, Version } from '../bodies.dto';
import { SponsorChange, SponsorDraft, SponsorsPage, SponsorsQuery, SponsorView } from './sponsors.dto';
import { SponsorsService } from './sponsors.service';

@ApiTags('提案者')
@Controller('api/sponsors')
export class SponsorsApi {
  constructor(private readonly sponsors: SponsorsService) {}

  /** Whoever may put a name under a proposal, members and bodies, sorted by pinyin. */
  @Get()
  list(@By() actor: Actor, @Query() query: SponsorsQuery): Promise<SponsorsPage> {
    return this.sponsors.list(actor, query);
  }

  /** One sponsor with its aliases. */
  @Get(':id')
  get(@By() actor: Actor, @IdParam() id: number): Promise<SponsorView> {
    return this.sponsors.get(actor, id);
  }

  /** Adds a body that may sponsor proposals. */
  @Wearing(...KEEPERS)
  @Post()
  create(@By() actor: Actor, @Body() draft: SponsorDraft): Promise<SponsorView> {
    return this.sponsors.create(actor, draft);
  }

  /** Puts a mistake right. A body that takes a new name gets a successor instead. */
  @Wearing(...KEEPERS)
  @Put(':id')
  update(@By() actor: Actor, @IdParam() id: number, @Body() change: SponsorChange): Promise<SponsorView> {
    return this.sponsors.update(actor, id, change);
  }

  /** Ends a body, with or without a successor; its old proposals keep it. */
  @Wearing(...KEEPERS)
  @Post(':id/end')
  @HttpCode(200)
  end(@By() actor: Actor, @IdParam() id: number, @Body() ending: Ending): Promise<SponsorView> {
    return this.sponsors.end(actor, id, ending);
  }

  /** Takes back an end that was entered by mistake. */
  @Wearing(...KEEPERS)
  @Post(':id/reopen')
  @HttpCode(200)
  reopen(@By() actor: Actor, @IdParam() id: number, @Body() read: Version): Promise<SponsorView> {
    return this.sponsors.reopen(actor, id, read);
  }

  /** Adds another name under which people know it. */
  @Wearing(...KEEPERS)
  @Post(':id/aliases')
  addAlias(@By() actor: Actor, @IdParam() id: number, @Body() alias: AliasDraft): Promise<SponsorView> {
    return this.sponsors.addAlias(actor, id, alias);
  }

  /** Removes another name. */
  @Wearing(...KEEPERS)
  @Delete(':id/aliases/:aliasId')
  removeAlias(
    @By() actor: Actor,
    @IdParam() id: number,
    @IdParam('aliasId') aliasId: number,
  ): Promise<SponsorView> {
    return this.sponsors.removeAlias(actor, id, aliasId);
  }
}
