import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { WholeNumber } from '../platform/web/fields';
import { IdParam } from '../platform/web/id.pipe';
import { DossierService } from './dossier/dossier.service';
import { DeadlinesQuery, ProposalsQuery } from './lists/list.dto';
import { ListService } from './lists/list.service';
import { ToDoService } from './lists/to-do.service';

export class HistoryQuery {
  /** The id of the oldest entry seen so far. */
  @WholeNumber('起点', { min: 1, optional: true })
  before?: number | null;

  @WholeNumber('每页条数', { min: 1, max: 100, optional: true })
  size?: number | null;
}

@ApiTags('提案 proposals')
@Controller('api')
export class ProposalsApi {
  constructor(
    private readonly lists: ListService,
    private readonly toDo: ToDoService,
    private readonly dossiers: DossierService,
  ) {}

  /** Proposals the reader may know of, filtered, sorted, paged. */
  @Get('proposals')
  list(@By() actor: Actor, @Query() query: ProposalsQuery) {
    return this.lists.list(actor, query);
  }

  /** A case with its whole dossier, and the actions open to the reader. */
  @Get('proposals/:id')
  read(@By() actor: Actor, @IdParam() id: number) {
    return this.dossiers.read(actor, id);
  }

  /** The timeline of a case, newest first. */
  @Get('proposals/:id/history')
  history(@By() actor: Actor, @IdParam() id: number, @Query() { before, size }: HistoryQuery) {
    return this.dossiers.history(actor, id, before ?? null, size ?? 50);
  }

  /** What I owe, most urgent first. */
  @Get('to-do')
  listToDo(@By() actor: Actor, @Query() query: DeadlinesQuery) {
    return this.toDo.list(actor, query);
  }
}
