import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { ApiExcludeController } from '../../platform/web/documentation';
import { Door } from '../../proposals/door';
import { ListService, type ProposalLine } from '../../proposals/lists/list.service';
import { SavedSearches } from '../../search/saved/saved-searches.service';
import { FacetService } from '../../search/searching/facets.service';
import { SearchQuery } from '../../search/searching/search.dto';
import { SearchService } from '../../search/searching/search.service';
import { FrameService } from '../frame/frame.service';
import { FilterOptionsService } from '../proposals/filter-options.service';
import { Narrowings } from './narrowing.service';
import { readable, type Searched } from './search-address';
import { type Found, SearchView } from './search-view';
import { typedNumber } from './typed-number';
import { Asked, type Exchange } from '../frame/exchange';

const TITLE_CHARACTERS = 40;
/** Sessions that each have a case of the same number. */
const MOST_BY_NUMBER = 5;

/** Finds cases by their words. The whole search stands in the address; whatever is typed is answered. */
@ApiExcludeController()
@Controller('search')
export class SearchPages {
  constructor(
    private readonly searching: SearchService,
    private readonly counting: FacetService,
    private readonly saved: SavedSearches,
    private readonly narrowings: Narrowings,
    private readonly lists: ListService,
    private readonly names: FilterOptionsService,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(@By() actor: Actor, @Query() typed: SearchQuery, @Asked() exchange: Exchange): Promise<string> {
    const found = await this.find(actor, readable(typed));
    const title = titleOf(found.query);
    return this.frame.page(exchange, { title }, ({ csrf }) => <SearchView {...found} csrf={csrf} />);
  }

  private async find(actor: Actor, query: Searched): Promise<Found> {
    const answer = await this.searching.search(actor, query);
    const counted = await this.counting.facets(actor, query);
    return {
      ...{ query, answer, counted },
      narrowings: await this.narrowings.of(query, counted.facets),
      byNumber: await this.byNumber(actor, query),
      kept: await this.saved.list(actor.accountId!),
      sessions: await this.names.sessionNames(),
      today: this.door.now().day,
    };
  }

  private async byNumber(actor: Actor, { q, page }: Searched): Promise<ProposalLine[]> {
    const caseNo = (page ?? 1) === 1 ? typedNumber(q) : null;
    if (caseNo === null) return [];
    return (await this.lists.list(actor, { caseNo, size: MOST_BY_NUMBER, sort: 'caseNo' })).items;
  }
}

function titleOf({ q }: Searched): string {
  const words = q?.trim() ?? '';
  if (!words) return '检索';
  return `检索：${words.length > TITLE_CHARACTERS ? `${words.slice(0, TITLE_CHARACTERS)}…` : words}`;
}
