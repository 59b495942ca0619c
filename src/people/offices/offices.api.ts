import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '../../platform/web/documentation';
import type { Actor } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { IdParam } from '../../platform/web/id.pipe';
import { KEEPERS } from '../access';
import { OfficeChange, OfficeDraft, OfficesPage, OfficesQuery, OfficeView } from './offices.dto';
import { OfficesService } from './offices.service';

@ApiTags('交办单位')
@Controller('api/offices')
export class OfficesApi {
  constructor(private readonly offices: OfficesService) {}

  /** The offices that route proposals to units, sorted by pinyin. */
  @Get()
  list(@Query() query: OfficesQuery): Promise<OfficesPage> {
    return this.offices.list(query);
  }

  @Get(':id')
  get(@IdParam() id: number): Promise<OfficeView> {
    return this.offices.get(id);
  }

  @Wearing(...KEEPERS)
  @Post()
  create(@By() actor: Actor, @Body() draft: OfficeDraft): Promise<OfficeView> {
    return this.offices.create(actor, draft);
  }

  @Wearing(...KEEPERS)
  @Put(':id')
  update(@By() actor: Actor, @IdParam() id: number, @Body() change: OfficeChange): Promise<OfficeView> {
    return this.offices.update(actor, id, change);
  }
}
