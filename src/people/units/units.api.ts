import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '../../platform/web/documentation';
import type { Actor } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { IdParam } from '../../platform/web/id.pipe';
import { KEEPERS } from '../access';
import { AliasDraft, Ending, Version } from '../bodies.dto';
import { UnitChange, UnitDraft, UnitsPage, UnitsQuery, UnitView } from './units.dto';
import { UnitsService } from './units.service';

@ApiTags('承办单位')
@Controller('api/units')
export class UnitsApi {
  constructor(private readonly units: UnitsService) {}

  /** The handling units, sorted by pinyin. */
  @Get()
  list(@By() actor: Actor, @Query() query: UnitsQuery): Promise<UnitsPage> {
    return this.units.list(actor, query);
  }

  /** One unit with its aliases. */
  @Get(':id')
  get(@By() actor: Actor, @IdParam() id: number): Promise<UnitView> {
    return this.units.get(actor, id);
  }

  /** Adds a handling unit. */
  @Wearing(...KEEPERS)
  @Post()
  create(@By() actor: Actor, @Body() draft: UnitDraft): Promise<UnitView> {
    return this.units.create(actor, draft);
  }

  /** Puts a mistake right. A unit that takes a new name gets a successor instead. */
  @Wearing(...KEEPERS)
  @Put(':id')
  update(@By() actor: Actor, @IdParam() id: number, @Body() change: UnitChange): Promise<UnitView> {
    return this.units.update(actor, id, change);
  }

  /** Ends a unit, with or without a successor; its old cases keep it. */
  @Wearing(...KEEPERS)
  @Post(':id/end')
  @HttpCode(200)
  end(@By() actor: Actor, @IdParam() id: number, @Body() ending: Ending): Promise<UnitView> {
    return this.units.end(actor, id, ending);
  }

  /** Takes back an end that was entered by mistake. */
  @Wearing(...KEEPERS)
  @Post(':id/reopen')
  @HttpCode(200)
  reopen(@By() actor: Actor, @IdParam() id: number, @Body() read: Version): Promise<UnitView> {
    return this.units.reopen(actor, id, read);
  }

  /** Adds another name under which people know it. */
  @Wearing(...KEEPERS)
  @Post(':id/aliases')
  addAlias(@By() actor: Actor, @IdParam() id: number, @Body() alias: AliasDraft): Promise<UnitView> {
    return this.units.addAlias(actor, id, alias);
  }

  /** Removes another name. */
  @Wearing(...KEEPERS)
  @Delete(':id/aliases/:aliasId')
  removeAlias(
    @By() actor: Actor,
    @IdParam() id: number,
    @IdParam('aliasId') aliasId: number,
  ): Promise<UnitView> {
    return this.units.removeAlias(actor, id, aliasId);
  }
}
