import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DeedDto, ReasonDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { Announcements } from './announcements.service';
import { Booklets } from './booklets.service';
import * as dto from './evaluation.dto';
import { EvaluationSheets } from './evaluation-sheets.service';
import { EvaluationsService } from './evaluations.service';
import { Recounts } from './recounts.service';
import { Screens } from './screens.service';

@ApiTags('民主评议 evaluations')
@Controller('api/evaluations')
export class EvaluationApi {
  constructor(
    private readonly evaluations: EvaluationsService,
    private readonly sheets: EvaluationSheets,
    private readonly booklets: Booklets,
    private readonly screens: Screens,
    private readonly announcements: Announcements,
    private readonly recounts: Recounts,
  ) {}

  @Get()
  list(@By() actor: Actor, @Query() query: dto.EvaluationsQuery) {
    return this.sheets.list(actor, query);
  }

  /** The agenda, who is there, what is open to the reader, and the counts once the box has been closed. */
  @Get(':id')
  read(@By() actor: Actor, @IdParam() id: number) {
    return this.sheets.read(actor, id);
  }

  /** What lies before the voters: of each item the summary, the sponsors' ratings as counts, and what was promised. */
  @Get(':id/booklet')
  booklet(@By() actor: Actor, @IdParam() id: number) {
    return this.booklets.read(actor, id);
  }

  /** How many are due, there and done; of no item anything. */
  @Get(':id/screen')
  screen(@By() actor: Actor, @IdParam() id: number) {
    return this.screens.read(actor, id);
  }

  /** The result once it is counted, with ties, and the seal by which anybody can check it. */
  @Get(':id/announcement')
  announcement(@By() actor: Actor, @IdParam() id: number) {
    return this.announcements.read(actor, id);
  }

  /** Every count of papers that a teller has entered; the figures once the box is closed, and never of a few papers. */
  @Get(':id/counts')
  counts(@By() actor: Actor, @IdParam() id: number) {
    return this.recounts.read(actor, id);
  }

  @Post()
  plan(@By() actor: Actor, @Body() given: dto.PlanDto): Promise<DoneDto> {
    return this.evaluations.plan(actor, given);
  }

  /** Replaces the agenda, in the order given. */
  @Put(':id/agenda')
  changeAgenda(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.AgendaDto): Promise<DoneDto> {
    return this.evaluations.changeAgenda(actor, id, given);
  }

  /** Announces the results, which then stand on the proposals. */
  @Post(':id/announce')
  announce(@By() actor: Actor, @IdParam() id: number, @Body() given: DeedDto): Promise<DoneDto> {
    return this.evaluations.announce(actor, id, given);
  }

  @Post(':id/cancel')
  cancel(@By() actor: Actor, @IdParam() id: number, @Body() given: ReasonDto): Promise<DoneDto> {
    return this.evaluations.cancel(actor, id, given);
  }
}
