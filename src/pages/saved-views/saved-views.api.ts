import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Me } from '../../platform/accounts/access';
import type { SignedIn } from '../../platform/accounts/signed-in';
import { ApiTags } from '../../platform/web/documentation';
import { IdParam } from '../../platform/web/id.pipe';
import { RenameViewDto, SavedViewDto, SaveViewDto } from './saved-views.dto';
import { SavedViews } from './saved-views.service';

@ApiTags('本人')
@Controller('api/me/views')
export class SavedViewsApi {
  constructor(private readonly views: SavedViews) {}

  /** My ways of looking at the list of proposals, by name. */
  @Get()
  list(@Me() { actor }: SignedIn): Promise<SavedViewDto[]> {
    return this.views.list(actor.accountId);
  }

  /** Keeps one under a name. */
  @Post()
  save(@Me() { actor }: SignedIn, @Body() given: SaveViewDto): Promise<SavedViewDto> {
    return this.views.save(actor.accountId, given);
  }

  @Put(':id')
  rename(
    @Me() { actor }: SignedIn,
    @IdParam() id: number,
    @Body() { name }: RenameViewDto,
  ): Promise<SavedViewDto> {
    return this.views.rename(actor.accountId, id, name);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Me() { actor }: SignedIn, @IdParam() id: number): Promise<void> {
    await this.views.remove(actor.accountId, id);
  }
}
