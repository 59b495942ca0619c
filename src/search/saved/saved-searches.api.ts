import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Me } from '../../platform/accounts/access';
import type { SignedIn } from '../../platform/accounts/signed-in';
import { ApiTags } from '../../platform/web/documentation';
import { IdParam } from '../../platform/web/id.pipe';
import { SavedSearchDto, SaveSearchDto } from './saved-searches.dto';
import { SavedSearches } from './saved-searches.service';

@ApiTags('本人')
@Controller('api/me/searches')
export class SavedSearchesApi {
  constructor(private readonly saved: SavedSearches) {}

  /** My searches, by name. */
  @Get()
  list(@Me() { actor }: SignedIn): Promise<SavedSearchDto[]> {
    return this.saved.list(actor.accountId);
  }

  /** Keeps a search under a name. */
  @Post()
  save(@Me() { actor }: SignedIn, @Body() given: SaveSearchDto): Promise<SavedSearchDto> {
    return this.saved.save(actor.accountId, given);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Me() { actor }: SignedIn, @IdParam() id: number): Promise<void> {
    await this.saved.remove(actor.accountId, id);
  }
}
