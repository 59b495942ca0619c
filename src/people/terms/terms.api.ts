import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '../../platform/web/documentation';
import type { Actor } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { IdParam } from '../../platform/web/id.pipe';
import { PageQuery } from '../../platform/web/page.dto';
import { KEEPERS } from '../access';
import { TermChange, TermDraft, TermsPage, TermView } from './terms.dto';
import { TermsService } from './terms.service';

@ApiTags('届')
@Controller('api/terms')
export class TermsApi {
  constructor(private readonly terms: TermsService) {}

  /** The terms, the newest first. */
  @Get()
  list(@Query() query: PageQuery): Promise<TermsPage> {
    return this.terms.list(query);
  }

  @Get(':id')
  get(@IdParam() id: number): Promise<TermView> {
    return this.terms.get(id);
  }

  @Wearing(...KEEPERS)
  @Post()
  create(@By() actor: Actor, @Body() draft: TermDraft): Promise<TermView> {
    return this.terms.create(actor, draft);
  }

  @Wearing(...KEEPERS)
  @Put(':id')
  update(@By() actor: Actor, @IdParam() id: number, @Body() change: TermChange): Promise<TermView> {
    return this.terms.update(actor, id, change);
  }
}
