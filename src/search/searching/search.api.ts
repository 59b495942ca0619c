import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { ApiTags } from '../../platform/web/documentation';
import { type FacetAnswer, FacetService } from './facets.service';
import { SearchQuery } from './search.dto';
import { type SearchAnswer, SearchService } from './search.service';

@ApiTags('检索 search')
@Controller('api/search')
export class SearchApi {
  constructor(
    private readonly searching: SearchService,
    private readonly counting: FacetService,
  ) {}

  /** Cases that have the words, the best first, with where they have them. Any query is answered. */
  @Get()
  search(@By() actor: Actor, @Query() query: SearchQuery): Promise<SearchAnswer> {
    return this.searching.search(actor, query);
  }

  /** How many of the finds are of each kind. */
  @Get('facets')
  facets(@By() actor: Actor, @Query() query: SearchQuery): Promise<FacetAnswer> {
    return this.counting.facets(actor, query);
  }
}
