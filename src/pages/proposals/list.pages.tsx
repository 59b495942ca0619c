import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { ApiExcludeController } from '../../platform/web/documentation';
import { Door } from '../../proposals/door';
import { ProposalsQuery } from '../../proposals/lists/list.dto';
import { ListService } from '../../proposals/lists/list.service';
import { OptionLists } from '../deeds/option-lists';
import { MOST_ROWS } from '../export/exported-list.service';
import { FrameService } from '../frame/frame.service';
import { SavedViews } from '../saved-views/saved-views.service';
import { ViewChips } from '../saved-views/view-chips';
import { batchableOf } from './batch-bar';
import { FilterForm } from './filter-form';
import { FilterOptionsService } from './filter-options.service';
import { ListView } from './list-view';
import { Asked, type Exchange } from '../frame/exchange';

const SIZE = 20;

/** Proposals as a table: filters, sorting and page stand in the address. */
@ApiExcludeController()
@Controller('proposals')
export class ListPages {
  constructor(
    private readonly lists: ListService,
    private readonly options: FilterOptionsService,
    private readonly directory: OptionLists,
    private readonly views: SavedViews,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @Query() query: ProposalsQuery,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const list = await this.lists.list(actor, { ...query, size: query.size ?? SIZE });
    const options = await this.options.drawn();
    const views = await this.views.list(actor.accountId!);
    const may = batchableOf(actor, list.items);
    const offices = may?.handOver ? await this.directory.offices() : [];
    const sessions = await this.options.sessionNames();
    const search = exchange.request.url.split('?', 2)[1] ?? '';
    return this.frame.page(exchange, { title: '提案' }, ({ csrf }) => (
      <>
        <ViewChips views={views} query={search} csrf={csrf} />
        <FilterForm query={query} options={options} />
        <ListView
          {...{ list, query, may, offices, sessions, csrf }}
          today={this.door.now().day}
          mostExported={MOST_ROWS}
        />
      </>
    ));
  }
}
